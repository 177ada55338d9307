"""What each amendment wants, who is included, and which wants exclude each other."""

from collections.abc import Iterable
from dataclasses import dataclass

from editor.negotiation.amendment import Amendment, AmendmentKind, AmendmentState
from editor.negotiation.session import Session
from editor.text.edit import Edit
from tests.laws.reference.characters import edits_exclude, normal_set

Key = tuple[object, ...]
"""What is wanted and where; equal amendments have equal keys."""


@dataclass(frozen=True)
class Want:
    """One thing that is wanted, by all the included amendments that want exactly this."""

    key: Key
    members: frozenset[str]

    @property
    def sort(self) -> str:
        return str(self.key[0])

    @property
    def place(self) -> object:
        """Of words and of whole-provision wants: the provision, or the amended want."""
        return self.key[1]

    @property
    def edits(self) -> tuple[Edit, ...]:
        edits = self.key[2]
        assert isinstance(edits, tuple)
        return edits

    @property
    def is_whole(self) -> bool:
        return self.sort in ("whole", "join")

    @property
    def touched(self) -> frozenset[object]:
        """The places that stop being what they were if this whole-provision want is met."""
        if self.sort == "join":
            touched = self.key[2]
            assert isinstance(touched, frozenset)
            return touched
        return frozenset({self.place})


def key_of(session: Session, amendment: Amendment) -> Key:
    """Where and what: independent of who proposes it and of who is included."""
    place = place_of(session, amendment)
    match amendment.kind:
        case AmendmentKind.MOVE:
            return ("move", amendment.provision, amendment.after)
        case AmendmentKind.NEW_PROVISION:
            return ("new", amendment.after, nth_time(session, amendment), amendment.text)
        case AmendmentKind.JOIN if amendment.text is None:
            return ("drop", tuple(sorted(amendment.provisions, key=session.base_order.index)))
        case AmendmentKind.JOIN:
            joined = frozenset(amendment.provisions) | {amendment.provision}
            return ("join", amendment.provision, joined, amendment.text)
        case AmendmentKind.DELETE_PROVISION:
            return ("whole", place, "")
    text = text_of_place(session, amendment)
    if amendment.kind is AmendmentKind.REPLACE_PROVISION:
        return ("whole", place, amendment.text) if amendment.text != text else ("nothing", place)
    edits = normal_set(text, amendment.edits)
    if amendment.kind is AmendmentKind.SPLIT:
        assert amendment.at is not None
        return ("words", place, (*edits, Edit(amendment.at, amendment.at, "\n")))
    if not edits:
        return ("nothing", place)
    if text and [(each.start, each.end) for each in edits] == [(0, len(text))]:
        return ("whole", place, edits[0].text)
    return ("words", place, edits)


def nth_time(session: Session, amendment: Amendment) -> int:
    """How often one of its sponsors already wants the same paragraph in the same gap: wanted
    twice by one delegation it is there twice."""
    earlier: dict[str, int] = {}
    for sponsor in amendment.sponsors:
        mine = sorted(
            (each.ordinal_of(sponsor), each.id)
            for each in session.amendments.values()
            if each.kind is AmendmentKind.NEW_PROVISION
            and each.state is AmendmentState.PROPOSED
            and sponsor in each.sponsors
            and (each.after, each.text) == (amendment.after, amendment.text)
        )
        own = (amendment.ordinal_of(sponsor), amendment.id)
        earlier[sponsor] = len([each for each in mine if each < own])
    return max(earlier.values(), default=0)


def place_of(session: Session, amendment: Amendment) -> object:
    if amendment.target is None:
        return amendment.provision
    if amendment.target in session.rulings:
        return ("in", ("bridge", amendment.target))
    return ("in", key_of(session, session.amendments[amendment.target]))


def text_of_place(session: Session, amendment: Amendment) -> str:
    if amendment.target is None:
        return session.provisions[amendment.provision].text
    if amendment.target in session.rulings:
        return session.rulings[amendment.target].text
    return words_brought(session.amendments[amendment.target])


def words_brought(amendment: Amendment) -> str:
    """The inserted text of an amendment, as entered."""
    if amendment.text is not None:
        return amendment.text
    return "".join(each.text for each in amendment.edits)


def keys_exclude(session: Session, one: Want, other: Want) -> bool:
    """Rules 3, 4 and 10: whether two wants cannot both be met."""
    if one.key == other.key:
        return False
    if declared_alternatives(session, one, other):
        return True
    if one.sort == "words" and other.sort == "words":
        return one.place == other.place and any(
            edits_exclude(mine, theirs) for mine in one.edits for theirs in other.edits
        )
    if one.is_whole and (other.is_whole or other.sort == "words"):
        return bool(one.touched & other.touched)
    if other.is_whole and one.sort == "words":
        return bool(one.touched & other.touched)
    return structure_excludes(one, other) or structure_excludes(other, one)


def structure_excludes(one: Want, other: Want) -> bool:
    if one.sort == "move" and other.sort == "move":
        return one.key[1] == other.key[1]
    if one.sort != "drop":
        return False
    joined = one.key[1]
    assert isinstance(joined, tuple)
    if other.sort == "move":
        return other.key[1] in joined or other.key[2] in joined[:-1]
    if other.sort == "new":
        return other.key[1] in joined[:-1]
    return bool(emptied_by(other) & set(joined))


def emptied_by(want: Want) -> frozenset[object]:
    """The provisions that a deletion, or a text for several at once, takes away."""
    if want.sort == "join" or (want.sort == "whole" and want.key[2] == ""):
        return want.touched
    return frozenset()


def declared_alternatives(session: Session, one: Want, other: Want) -> bool:
    """Whether any two standing proposals that want these declare each other alternatives."""
    table = {
        each.id: each
        for each in session.amendments.values()
        if each.state is AmendmentState.PROPOSED
    }
    return any(
        {key_of(session, each), key_of(session, table[alternative])} == {one.key, other.key}
        for each in table.values()
        for alternative in each.alternatives
        if alternative in table
    )


def included(session: Session) -> frozenset[str]:
    """Ids of the included amendments: decisions first, then the layers."""
    return frozenset(each.id for each in session.amendments.values() if is_included(session, each))


def is_included(session: Session, amendment: Amendment) -> bool:
    if amendment.state is not AmendmentState.PROPOSED:
        return False
    if amendment.id in session.decisions:
        return session.decisions[amendment.id].included
    return any(
        session.delegations[sponsor].layer_on and not has_better_rival(session, amendment, sponsor)
        for sponsor in amendment.sponsors
        if sponsor in session.delegations
    )


def has_better_rival(session: Session, amendment: Amendment, sponsor: str) -> bool:
    """Whether the sponsor itself would rather have another proposal instead of this one."""
    if not has_standing_target(session, amendment):
        return False
    mine = Want(key_of(session, amendment), frozenset({amendment.id}))
    for rival in session.amendments.values():
        if rival.id == amendment.id or sponsor not in rival.sponsors:
            continue
        if rival.state is not AmendmentState.PROPOSED:
            continue
        rank, own = rival.rank_for(sponsor), amendment.rank_for(sponsor)
        if rank is None or (own is not None and own <= rank):
            continue
        if keys_exclude(session, mine, Want(key_of(session, rival), frozenset({rival.id}))):
            return True
    return False


def has_standing_target(session: Session, amendment: Amendment) -> bool:
    """Whether anybody still proposes what the amendment would amend, if it amends a proposal."""
    if amendment.target is None or amendment.target in session.rulings:
        return True
    target = session.amendments[amendment.target]
    return any(
        each.state is AmendmentState.PROPOSED
        and key_of(session, each) == key_of(session, target)
        and has_standing_target(session, each)
        for each in session.amendments.values()
    )


def wants_of(session: Session, ids: Iterable[str]) -> list[Want]:
    """The included amendments, the equal ones together."""
    together: dict[Key, set[str]] = {}
    for each in ids:
        together.setdefault(key_of(session, session.amendments[each]), set()).add(each)
    return [Want(key, frozenset(members)) for key, members in together.items()]
