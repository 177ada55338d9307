"""Small negotiations by hand: one line a proposal."""

from collections.abc import Iterable
from dataclasses import replace

from editor.negotiation.amendment import Amendment, AmendmentKind, Position, Sponsorship
from editor.negotiation.composition import Composition, compose
from editor.negotiation.conflict import Conflict
from editor.negotiation.delegation import CHAIR, CHAIR_ID, Delegation
from editor.negotiation.provision import Provision, Stance
from editor.negotiation.ruling import Ruling, RulingKind
from editor.negotiation.session import Session
from editor.text.edit import Edit


def swap(text: str, old: str, new: str, nth: int = 0) -> Edit:
    """The edit that puts `new` in place of the nth `old` of a text."""
    start = -1
    for _ in range(nth + 1):
        start = text.index(old, start + 1)
    return Edit(start, start + len(old), new)


def words(name: str, *edits: Edit, by: str = "", target: str | None = None) -> Amendment:
    """An amendment of words in the first provision, by the delegation of its own name."""
    sponsors = by.split() or [name]
    return Amendment(
        name,
        "p0",
        edits=edits,
        target=target,
        sponsorships=tuple(Sponsorship(each) for each in sponsors),
    )


def structural(name: str, kind: AmendmentKind, provision: str = "p0", **more: object) -> Amendment:
    row = Amendment(name, provision, kind, sponsorships=(Sponsorship(name),))
    return replace(row, **more)  # type: ignore[arg-type]


def in_own_order(amendment: Amendment, **ordinals: int) -> Amendment:
    """With these sponsors, each having it at this place in its own list."""
    sponsorships = tuple(Sponsorship(each, place) for each, place in ordinals.items())
    return replace(amendment, sponsorships=sponsorships)


def ranked(amendment: Amendment, rank: int) -> Amendment:
    sponsor = amendment.sponsors[0]
    return replace(amendment, positions=(Position(sponsor, Stance.SUPPORT, rank=rank),))


def ruling(
    name: str, how: RulingKind, members: Iterable[str], choice: tuple[str, ...] = (), text: str = ""
) -> Ruling:
    return Ruling(name, frozenset(members), how, choice, text)


def negotiation(
    texts: str | list[str], *amendments: Amendment, rulings: Iterable[Ruling] = ()
) -> Session:
    """A session in which everybody's layer is on. Codes are ids, so they order by name."""
    base = [texts] if isinstance(texts, str) else texts
    provisions = {f"p{n}": Provision(f"p{n}", n, each) for n, each in enumerate(base)}
    for each in amendments:
        if each.kind is AmendmentKind.NEW_PROVISION:
            provisions[each.provision] = Provision(
                each.provision, 0, each.text or "", amendment=each.id
            )
    sponsors = {sponsor for each in amendments for sponsor in each.sponsors} - {CHAIR_ID}
    return Session(
        delegations={CHAIR_ID: CHAIR}
        | {each: Delegation(each, each, each, layer_on=True) for each in sponsors},
        provisions=provisions,
        amendments={each.id: each for each in amendments},
        rulings={each.id: each for each in rulings},
    )


def text_of(session: Session, provision: str = "p0") -> str:
    return compose(session).provision(provision).text


def members_of(composed: Composition) -> list[set[str]]:
    return [set(each.members) for each in composed.conflicts]


def only_conflict(composed: Composition) -> Conflict:
    (conflict,) = composed.conflicts
    return conflict


def without(session: Session, delegation: str) -> Session:
    """The session with one layer off."""
    row = replace(session.delegations[delegation], layer_on=False)
    return replace(session, delegations={**session.delegations, delegation: row})
