"""Negotiations for the laws: few words, so that proposals meet and clash all the time."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from string import ascii_uppercase

from hypothesis import strategies as st

from editor.negotiation.amendment import (
    START,
    Amendment,
    AmendmentKind,
    AmendmentState,
    Position,
    Sponsorship,
)
from editor.negotiation.conflict import ConflictKind
from editor.negotiation.delegation import CHAIR, CHAIR_ID, Delegation
from editor.negotiation.provision import Provision, Stance
from editor.negotiation.ruling import Ruling, RulingKind
from editor.negotiation.session import Decision, Session
from editor.text.edit import Edit
from tests.laws.reference.characters import normal_set, words_and_marks
from tests.laws.reference.composing import compose_slowly
from tests.laws.reference.settling import bridge_hull, bridge_want, keys_of
from tests.laws.reference.wants import Want, key_of, words_brought

WORDS = ("a", "b", "c", "the", "shall")
NEW_WORDS = ("x", "y", "c", "may")


@dataclass(frozen=True)
class Shape:
    """How large a negotiation may become, and whether it has structure."""

    provisions: int = 3
    words: int = 6
    delegations: int = 5
    amendments: int = 7
    structure: bool = True
    inner: bool = True
    rulings: bool = True


WORDS_ONLY = Shape(provisions=1, structure=False, inner=False, rulings=False)


@st.composite
def sentences(draw: st.DrawFn, most: int = 6, words: Sequence[str] = WORDS) -> str:
    """A short sentence with a comma or full stop here and there."""
    chosen = draw(st.lists(st.sampled_from(words), min_size=1, max_size=most))
    marks = draw(st.lists(st.sampled_from(["", "", "", ","]), min_size=most, max_size=most))
    text = " ".join(word + mark for word, mark in zip(chosen, marks, strict=False))
    return text.rstrip(",") + draw(st.sampled_from(["", "."]))


@st.composite
def edits_of(draw: st.DrawFn, text: str) -> Edit:
    """An edit on token boundaries: delete or replace some words, or insert one."""
    tokens = words_and_marks(text)
    offsets = [len("".join(tokens[:count])) for count in range(len(tokens) + 1)]
    words = [index for index, token in enumerate(tokens) if token.isalpha()]
    if not words:
        return Edit(len(text), len(text), f" {draw(st.sampled_from(NEW_WORDS))}")
    first = draw(st.sampled_from(words))
    last = draw(st.sampled_from([each for each in words if first <= each <= first + 6]))
    start, end = offsets[first], offsets[last + 1]
    new = " ".join(draw(st.lists(st.sampled_from(NEW_WORDS), min_size=1, max_size=2)))
    match draw(st.sampled_from(["insert", "insert before", "delete", "replace", "delete bare"])):
        case "insert":
            return Edit(end, end, f" {new}")
        case "insert before":
            return Edit(start, start, f"{new} ")
        case "delete":
            spaced = start - 1 if start and text[start - 1] == " " else start
            return Edit(spaced, end, "")
        case "replace":
            return Edit(start, end, new)
    return Edit(start, end, "")


@st.composite
def edit_sets(draw: st.DrawFn, text: str) -> tuple[Edit, ...]:
    """One to three edits that do not overlap, and that change something."""
    drawn = draw(st.lists(edits_of(text), min_size=1, max_size=draw(st.sampled_from([1, 1, 1, 3]))))
    chosen: list[Edit] = []
    for edit in drawn:
        if all(edit.end < other.start or other.end < edit.start for other in chosen):
            chosen.append(edit)
    if not normal_set(text, chosen):
        return (Edit(len(text), len(text), " x"),)
    return tuple(chosen)


def delegation_of(index: int, code: str, rank: int | None, *, on: bool) -> Delegation:
    return Delegation(f"d{index}", code, f"Delegation {index}", rank=rank, layer_on=on)


@st.composite
def delegations(draw: st.DrawFn, most: int) -> dict[str, Delegation]:
    count = draw(st.integers(2, most))
    codes = draw(st.permutations(ascii_uppercase[:count]))
    table = {CHAIR_ID: CHAIR}
    for index, code in enumerate(codes):
        rank = draw(st.sampled_from([None, None, 0, 1]))
        each = delegation_of(index, code, rank, on=draw(st.sampled_from([True, True, False])))
        table[each.id] = each
    return table


@st.composite
def sponsorships(
    draw: st.DrawFn, delegations: Sequence[str], index: int
) -> tuple[Sponsorship, ...]:
    """Ordinals differ within one delegation, as they do in its own list."""
    sponsors = draw(st.lists(st.sampled_from(delegations), min_size=1, max_size=2, unique=True))
    return tuple(Sponsorship(each, 10 * draw(st.integers(0, 3)) + index) for each in sponsors)


@st.composite
def word_amendments(draw: st.DrawFn, provision: Provision) -> Amendment:
    """Words to change; now and then with a break."""
    if provision.text.count(" ") and draw(st.integers(0, 9)) == 0:
        spaces = [index + 1 for index, each in enumerate(provision.text) if each == " "]
        at = draw(st.sampled_from(spaces))
        return Amendment("", provision.id, AmendmentKind.SPLIT, at=at)
    return Amendment("", provision.id, edits=draw(edit_sets(provision.text)))


@st.composite
def deletions_around(draw: st.DrawFn, provision: Provision, inside: Amendment) -> Amendment:
    """The deletion of a phrase that reaches over what another proposal changes: deletions
    nested in one another, with the words that oppose them all inside."""
    tokens = words_and_marks(provision.text)
    offsets = [len("".join(tokens[:count])) for count in range(len(tokens) + 1)]
    first, last = inside.edits[0].start, inside.edits[-1].end
    start = draw(st.sampled_from([each for each in offsets[:-1] if each <= first]))
    end = draw(st.sampled_from([each for each in offsets if each >= last and each > start]))
    return Amendment("", provision.id, edits=(Edit(start, end, ""),))


@st.composite
def structural_amendments(draw: st.DrawFn, base: Sequence[Provision]) -> Amendment:
    here = draw(st.integers(0, len(base) - 1))
    provision = base[here].id
    gaps = [START, *(each.id for each in base)]
    kinds = ["delete", "delete", "replace", "replace", "new", "new"]
    if len(base) > 1:
        kinds += ["move", "move", "join", "drop", "drop"]
    match draw(st.sampled_from(kinds)):
        case "delete":
            return Amendment("", provision, AmendmentKind.DELETE_PROVISION)
        case "replace":
            text = draw(sentences(2, NEW_WORDS))
            return Amendment("", provision, AmendmentKind.REPLACE_PROVISION, text=text)
        case "move":
            own = {provision, gaps[here]}
            after = draw(st.sampled_from([each for each in gaps if each not in own]))
            return Amendment("", provision, AmendmentKind.MOVE, after=after)
        case "new":
            text = draw(sentences(2, NEW_WORDS))
            after = draw(st.sampled_from(gaps))
            return Amendment("", "", AmendmentKind.NEW_PROVISION, text=text, after=after)
        case "drop":
            first = draw(st.integers(0, len(base) - 2))
            joined = tuple(each.id for each in base[first : first + 2])
            return Amendment("", joined[0], AmendmentKind.JOIN, provisions=joined)
    touched = draw(
        st.lists(st.sampled_from([each.id for each in base]), min_size=2, max_size=3, unique=True)
    )
    text = draw(sentences(2, NEW_WORDS))
    return Amendment("", touched[0], AmendmentKind.JOIN, provisions=tuple(touched), text=text)


def can_be_amended(amendment: Amendment) -> bool:
    """Whether an amendment brings words in one piece, as entered in normal form."""
    words = words_brought(amendment)
    return bool(words.strip()) and (amendment.text is not None or len(amendment.edits) == 1)


def can_be_surrounded(amendment: Amendment, base: Sequence[Provision]) -> bool:
    """Whether it changes words of the base and leaves others around them."""
    if not amendment.edits or amendment.target is not None or amendment.provisions:
        return False
    text = next(each.text for each in base if each.id == amendment.provision)
    return amendment.edits[0].start > 0 or amendment.edits[-1].end < len(text)


@st.composite
def inner_amendments(draw: st.DrawFn, target: Amendment) -> Amendment:
    text = words_brought(target)
    edits = draw(edit_sets(text))
    normal = normal_set(text, edits)
    return Amendment(
        "",
        target.provision,
        edits=normal if len(normal) == 1 else edits,
        target=target.id,
    )


@st.composite
def amendments(
    draw: st.DrawFn, base: Sequence[Provision], delegations: Sequence[str], shape: Shape
) -> dict[str, Amendment]:
    table: dict[str, Amendment] = {}
    for index in range(draw(st.integers(1, shape.amendments))):
        earlier = list(table.values())
        kind = draw(st.integers(0, 9))
        targets = [each for each in earlier if can_be_amended(each)]
        inside = [each for each in earlier if can_be_surrounded(each, base)]
        if kind <= 1 and earlier and not earlier[-1].target:
            drawn = replace(draw(st.sampled_from(earlier)), positions=(), alternatives=())
        elif kind <= 3 and shape.structure:
            drawn = draw(structural_amendments(base))
        elif kind <= 5 and shape.inner and targets:
            drawn = draw(inner_amendments(draw(st.sampled_from(targets))))
        elif kind == 6 and inside:
            chosen = draw(st.sampled_from(inside))
            provision = next(each for each in base if each.id == chosen.provision)
            drawn = in_normal_form(draw(deletions_around(provision, chosen)), base)
        else:
            drawn = in_normal_form(draw(word_amendments(draw(st.sampled_from(base)))), base)
        table[f"a{index}"] = dressed(draw, drawn, index, delegations)
    return with_alternatives(draw, with_circle(draw, table, base, delegations))


def with_circle(
    draw: st.DrawFn,
    table: dict[str, Amendment],
    base: Sequence[Provision],
    delegations: Sequence[str],
) -> dict[str, Amendment]:
    """Now and then two things at one place that two delegations want in contrary orders."""
    placed = [each for each in table.values() if is_placed(each)]
    several = sorted(set(delegations))
    if draw(st.integers(0, 4)) or not placed or len(several) < 2:
        return table
    one = draw(st.sampled_from(placed))
    name, word = f"a{len(table)}", draw(st.sampled_from(NEW_WORDS))
    if one.kind is AmendmentKind.NEW_PROVISION:
        other = replace(one, id=name, provision=f"n{name}", text=word)
    else:
        at = one.edits[0].start
        other = in_normal_form(replace(one, id=name, edits=(Edit(at, at, f" {word}"),)), base)
    first, second = draw(st.permutations(several))[:2]
    return table | {
        one.id: replace(one, sponsorships=(Sponsorship(first, 100), Sponsorship(second, 201))),
        name: replace(other, sponsorships=(Sponsorship(first, 101), Sponsorship(second, 200))),
    }


def is_placed(amendment: Amendment) -> bool:
    """Whether it puts something at one place of the base."""
    if amendment.kind is AmendmentKind.EDIT and amendment.target is None:
        return len(amendment.edits) == 1 and amendment.edits[0].is_insertion
    return amendment.kind is AmendmentKind.NEW_PROVISION


def in_normal_form(amendment: Amendment, base: Sequence[Provision]) -> Amendment:
    """As entered in normal form when it is a single edit, so that it can be amended."""
    text = next(each.text for each in base if each.id == amendment.provision)
    normal = normal_set(text, amendment.edits)
    return replace(amendment, edits=normal) if len(normal) == 1 else amendment


def dressed(
    draw: st.DrawFn, amendment: Amendment, index: int, delegations: Sequence[str]
) -> Amendment:
    name = f"a{index}"
    said = draw(sponsorships(delegations, index))
    ranks = [draw(st.sampled_from([None, None, None, 1, 2])) for _ in said]
    positions = tuple(
        Position(each.delegation, Stance.SUPPORT, rank=rank)
        for each, rank in zip(said, ranks, strict=True)
        if rank is not None
    )
    state = draw(st.sampled_from([AmendmentState.PROPOSED] * 9 + [AmendmentState.WITHDRAWN]))
    is_new = amendment.kind is AmendmentKind.NEW_PROVISION
    return replace(
        amendment,
        id=name,
        provision=f"n{name}" if is_new else amendment.provision,
        sponsorships=said,
        positions=positions,
        state=state,
    )


def with_alternatives(draw: st.DrawFn, table: dict[str, Amendment]) -> dict[str, Amendment]:
    """Now and then two word changes of one place, or two new provisions of one gap, exclude
    each other because their sponsors say so."""
    if draw(st.integers(0, 3)):
        return table
    pairs = [
        (one, other)
        for one in table.values()
        for other in table.values()
        if one.id < other.id and may_be_alternatives(one, other)
    ]
    if not pairs:
        return table
    one, other = draw(st.sampled_from(pairs))
    return table | {one.id: replace(one, alternatives=(other.id,))}


def may_be_alternatives(one: Amendment, other: Amendment) -> bool:
    if one.kind is not other.kind or one.target != other.target:
        return False
    if one.kind is AmendmentKind.EDIT:
        return one.provision == other.provision and one.edits != other.edits
    if one.kind is AmendmentKind.NEW_PROVISION:
        return one.after == other.after and one.text != other.text
    return False


@st.composite
def unruled_sessions(draw: st.DrawFn, shape: Shape = Shape()) -> Session:
    count = draw(st.integers(1, shape.provisions))
    base = [
        Provision(f"p{index}", index, draw(sentences(shape.words)), label=str(index + 1))
        for index in range(count)
    ]
    actors = draw(delegations(shape.delegations))
    sponsors = [*[each for each in actors if each != CHAIR_ID] * 2, CHAIR_ID]
    proposed = draw(amendments(base, sponsors, shape))
    decided = draw(st.dictionaries(st.sampled_from(sorted(proposed)), st.booleans(), max_size=2))
    provisions = {each.id: each for each in base} | {
        each.provision: Provision(
            each.provision, 0, each.text or "", proposed_by=each.sponsors[0], amendment=each.id
        )
        for each in proposed.values()
        if each.kind is AmendmentKind.NEW_PROVISION
    }
    return Session(
        delegations=actors,
        provisions=provisions,
        amendments=proposed,
        decisions={key: Decision(key, included) for key, included in decided.items()},
    )


@st.composite
def rulings_for(draw: st.DrawFn, session: Session, name: str) -> Ruling | None:
    """A ruling on one of the conflicts or order questions there are; None without any."""
    slow = compose_slowly(session)
    disputes = [each.members for each in slow.quarrels] + [
        frozenset().union(*each.members) for each in slow.questions
    ]
    if not disputes:
        return None
    orders = {frozenset().union(*each.members) for each in slow.questions}
    orders |= {each.members for each in slow.quarrels if each.kind is ConflictKind.ORDER}
    members = draw(st.sampled_from(sorted(disputes, key=sorted)))
    wider = draw(st.sampled_from([False, False, True]))
    others = sorted(neighbours(session, members) - members)
    if wider and others:
        members |= {draw(st.sampled_from(others))}
    in_turn = draw(st.permutations(sorted(members)))
    if members in orders or draw(st.integers(0, 7)) == 0:
        return Ruling(name, members, RulingKind.ORDER, choice=tuple(in_turn))
    how = draw(
        st.sampled_from(
            [RulingKind.OPTION] * 3 + [RulingKind.BRIDGE, RulingKind.BASE, RulingKind.BRACKET]
        )
    )
    if how is RulingKind.BRIDGE and any(session.amendments[each].provisions for each in members):
        how = RulingKind.BASE
    taken = in_turn[: draw(st.sampled_from([1, 1, 2, 3]))] if how is RulingKind.OPTION else ()
    text = draw(sentences(2, ("z", "w"))) if how is RulingKind.BRIDGE else ""
    return Ruling(name, members, how, choice=tuple(taken), text=text)


@st.composite
def sessions(draw: st.DrawFn, shape: Shape = Shape()) -> Session:
    """A negotiation with some of its conflicts ruled, and some switches moved since."""
    session = draw(unruled_sessions(shape))
    if not shape.rulings:
        return session
    for index in range(draw(st.integers(0, 2))):
        ruling = draw(rulings_for(session, f"r{index}"))
        known = [keys_of(session, each.members) for each in session.rulings.values()]
        if ruling and keys_of(session, ruling.members) not in known:
            session = replace(session, rulings={**session.rulings, ruling.id: ruling})
            if ruling.how is RulingKind.BRIDGE and shape.inner:
                session = with_amended_bridge(draw, session, ruling)
    for delegation in draw(st.lists(st.sampled_from(sorted(session.delegations)), max_size=2)):
        session = toggled(session, delegation)
    return session


def with_amended_bridge(draw: st.DrawFn, session: Session, ruling: Ruling) -> Session:
    """Now and then with amendments to the Chair's text, where that has none of the base words."""
    members = [session.amendments[each] for each in sorted(ruling.members)]
    wants = tuple(Want(key_of(session, each), frozenset({each.id})) for each in members)
    if bridge_hull(session, ruling) is None:
        return session
    bridge = bridge_want(session, ruling, wants)
    if not bridge.is_whole and [each.text for each in bridge.edits] != [ruling.text]:
        return session
    sponsors = [each for each in session.delegations if each != CHAIR_ID]
    table = dict(session.amendments)
    for _ in range(draw(st.integers(0, 2))):
        edits = draw(edit_sets(ruling.text))
        drawn = Amendment("", members[0].provision, edits=edits, target=ruling.id)
        index = len(table)
        table[f"a{index}"] = dressed(draw, drawn, index, sponsors)
    return replace(session, amendments=table)


def toggled(session: Session, delegation: str) -> Session:
    before = session.delegations[delegation]
    after = replace(before, layer_on=not before.layer_on)
    return replace(session, delegations={**session.delegations, delegation: after})


def neighbours(session: Session, members: Collection[str]) -> set[str]:
    """The amendments to the same places as `members`."""
    table = session.amendments
    places = {(table[each].provision, table[each].target) for each in members}
    return {each.id for each in table.values() if (each.provision, each.target) in places}
