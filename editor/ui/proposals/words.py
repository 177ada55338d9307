"""A proposal's words as they are shown on its card: old struck, new underlined, a little of
what stands around them."""

from collections.abc import Iterable, Iterator

from editor.negotiation.amendment import Amendment, AmendmentKind
from editor.negotiation.conflict import Choice, Conflict, Range
from editor.negotiation.entering import inserted_text
from editor.negotiation.session import Session
from editor.text.edit import Edit
from editor.ui.page.spans import Look, Span
from editor.ui.proposals.codes import first_of
from editor.ui.proposals.kind_words import WHOLE_KINDS

_CONTEXT_WORDS = 2
_GAP = " … "
NOTHING = "—"


def proposal_words(session: Session, amendment: Amendment) -> tuple[Span, ...]:
    """The spans of a proposal: its edits, or its new text."""
    delegation = first_of(session, amendment.sponsors)
    if amendment.text is not None:
        return (Span(amendment.text, Look.INSERTED, delegation),)
    if amendment.kind is AmendmentKind.SPLIT and amendment.at is not None:
        ground = _ground(session, amendment)
        return (Span(f"… {_words_before(ground, amendment.at)} ¶ ", Look.PLAIN),)
    return tuple(_edited(_ground(session, amendment), amendment.edits, delegation))


def choice_words(session: Session, conflict: Conflict, choice: Choice) -> tuple[Span, ...]:
    """What would stand in the ranges of a conflict if `choice` were taken; a dash for nothing."""
    members = [session.amendments[each] for each in choice.amendments if each in session.amendments]
    texts = ((_ground_of(session, conflict, each), each) for each in conflict.ranges)
    parts = [list(_stand_in(session, text, each, members)) for text, each in texts]
    parts = [part for part in parts if part]
    if not parts:
        return (Span(NOTHING, Look.PLAIN),)
    spans: list[Span] = []
    for part in parts:
        if spans:
            spans.append(Span(_GAP, Look.PLAIN))
        spans.extend(part)
    return tuple(spans)


def base_words(session: Session, conflict: Conflict) -> str:
    """The words that a conflict is about, as they stand without any of its members."""
    found = (_ground_of(session, conflict, r)[r.start : r.end] for r in conflict.ranges)
    return _GAP.join(each.strip() for each in found if each.strip())


def plain(spans: Iterable[Span]) -> str:
    """The words of spans without their marks."""
    return "".join(span.text for span in spans)


def _ground_of(session: Session, conflict: Conflict, place: Range) -> str:
    """The text in whose code points a range is: base words, or those of an amended proposal."""
    members = (session.amendments.get(each) for each in conflict.members)
    targets = (each.target for each in members if each is not None)
    target = session.amendments.get(next((each for each in targets if each), ""))
    if target is not None:
        return inserted_text(target)
    provision = session.provisions.get(place.provision)
    return provision.text if provision else ""


def _stand_in(
    session: Session, text: str, place: Range, members: Iterable[Amendment]
) -> Iterator[Span]:
    """The words of a range with the edits of `members` done."""
    here = [each for each in members if each.provision == place.provision]
    for whole in here:
        if whole.text is not None or whole.kind in WHOLE_KINDS:
            if whole.text:
                yield Span(whole.text, Look.INSERTED, first_of(session, whole.sponsors))
            return
    edits = {
        edit: first_of(session, each.sponsors)
        for each in here
        for edit in each.edits
        if place.start <= edit.start and edit.end <= place.end
    }
    position = place.start
    for edit in sorted(edits, key=lambda each: (each.start, each.end)):
        if edit.start > position:
            yield Span(text[position : edit.start], Look.PLAIN)
        if edit.text:
            yield Span(edit.text, Look.INSERTED, edits[edit])
        position = max(position, edit.end)
    if position < place.end:
        yield Span(text[position : place.end], Look.PLAIN)


def _ground(session: Session, amendment: Amendment) -> str:
    if amendment.target is not None:
        if amendment.target in session.rulings:
            return session.rulings[amendment.target].text
        target = session.amendments.get(amendment.target)
        return inserted_text(target) if target else ""
    provision = session.provisions.get(amendment.provision)
    return provision.text if provision else ""


def _edited(text: str, edits: Iterable[Edit], delegation: str) -> Iterator[Span]:
    """Each edit with its surroundings; neighbouring edits show what stands between them."""
    last_end: int | None = None
    for edit in edits:
        before = _words_before(text, edit.start)
        if last_end is not None and edit.start - last_end <= len(before):
            yield Span(text[last_end : edit.start], Look.PLAIN)
        elif last_end is not None:
            yield Span(f"{_GAP}{before}", Look.PLAIN)
        elif edit.is_insertion or not edit.text:
            yield Span(before, Look.PLAIN)
        if edit.end > edit.start:
            yield Span(text[edit.start : edit.end], Look.DELETED, delegation)
        if edit.text and edit.end > edit.start and text[edit.end - 1] != " ":
            yield Span(" ", Look.PLAIN)
        if edit.text:
            yield Span(edit.text, Look.INSERTED, delegation)
        if edit.is_insertion and not text[: edit.start].strip():
            yield Span(_words_after(text, edit.end), Look.PLAIN)
        last_end = edit.end


def _words_before(text: str, position: int) -> str:
    left = text[:position]
    words = left.split()[-_CONTEXT_WORDS:]
    if not words:
        return ""
    return " ".join(words) + (" " if left.endswith((" ", "\u00a0")) else "")


def _words_after(text: str, position: int) -> str:
    right = text[position:]
    words = right.split()[:_CONTEXT_WORDS]
    return (" " if right.startswith(" ") else "") + " ".join(words)
