"""Readings to be closed: negotiations in which what is included can stand together."""

from dataclasses import dataclass, replace

from hypothesis import strategies as st

from editor.negotiation.amendment import Amendment, AmendmentKind
from editor.negotiation.session import Decision, Session
from editor.text.edit import Edit
from tests.laws.reference.characters import characters
from tests.laws.reference.wants import Want, key_of, keys_exclude
from tests.laws.strategies import Shape, unruled_sessions


@dataclass(frozen=True)
class Closing:
    """`agreed` and `rest` are together what is included in the session."""

    session: Session
    agreed: frozenset[str]
    rest: frozenset[str]


def want_of(session: Session, amendment: Amendment) -> Want:
    return Want(key_of(session, amendment), frozenset({amendment.id}))


def including(session: Session, chosen: frozenset[str]) -> Session:
    """The session with exactly these included, whatever the layers say."""
    decisions = {each: Decision(each, each in chosen) for each in session.amendments}
    return replace(session, decisions=decisions)


def fitting(session: Session) -> frozenset[str]:
    """Amendments of which none excludes another, with their targets, taken as they come."""
    chosen: list[Want] = []
    ids: set[str] = set()
    for each in session.amendments.values():
        want = want_of(session, each)
        if each.state != "proposed" or want.sort == "nothing":
            continue
        if each.target is not None and each.target not in ids:
            continue
        if not any(keys_exclude(session, want, other) for other in chosen):
            chosen.append(want)
            ids.add(each.id)
    return frozenset(ids)


@st.composite
def peaceful_closings(draw: st.DrawFn, shape: Shape) -> Closing:
    """What is agreed, and a rest that clashes neither with it nor with itself."""
    session = draw(unruled_sessions(shape))
    chosen = fitting(session)
    agreed = frozenset(each for each in sorted(chosen) if draw(st.booleans()))
    return Closing(including(session, chosen), agreed, chosen - agreed)


def with_equals(closing: Closing) -> frozenset[str]:
    """What is agreed, and what wants exactly the same."""
    session = closing.session
    keys = {key_of(session, session.amendments[each]) for each in closing.agreed}
    return closing.agreed | {
        each for each in closing.rest if key_of(session, session.amendments[each]) in keys
    }


def adopted_edits(closing: Closing, provision: str) -> list[Edit]:
    """The edits of the base words of a provision that are agreed, breaks among them."""
    wants = [want_of(closing.session, closing.session.amendments[each]) for each in closing.agreed]
    return [
        edit
        for want in wants
        if want.sort == "words" and want.place == provision
        for edit in want.edits
    ]


def is_divided(closing: Closing, row: Amendment) -> bool:
    """Whether an agreed break lies between the words that an amendment is about."""
    breaks = [e.start for e in adopted_edits(closing, row.provision) if e.text == "\n"]
    if row.kind is AmendmentKind.MOVE:
        return bool(breaks)
    edits = row.edits
    if row.kind is AmendmentKind.SPLIT and row.at is not None:
        edits = (*edits, Edit(row.at, row.at, "\n"))
    return any(
        any(each.start <= at for each in edits) and any(each.end >= at for each in edits)
        for at in breaks
        if len(edits) > 1
    )


def is_emptied(closing: Closing, provision: str, start: int, end: int) -> bool:
    """Whether what is agreed leaves none of the base words `[start, end)` of a provision, by
    words or as a whole."""
    gone = {char for edit in adopted_edits(closing, provision) for char in characters(edit)}
    table = closing.session.amendments
    wants = [want_of(closing.session, table[each]) for each in closing.agreed]
    taken = any(want.is_whole and provision in want.touched for want in wants)
    return taken or gone >= set(range(start, end))


def may_slide(row: Amendment) -> bool:
    """Whether an amendment puts words in or takes words out without replacing any (in repeated
    words these have several places), or has several edits that may come to touch."""
    return len(row.edits) > 1 or any(e.is_insertion or e.is_deletion for e in row.edits)


def is_joined(closing: Closing, row: Amendment) -> bool:
    """Whether a break beside the provision is agreed to be dropped: where no space is left
    between them, the words at the seam are one word now."""
    table = closing.session.amendments
    return any(
        row.provision in table[each].provisions and table[each].text is None
        for each in closing.agreed
    )
