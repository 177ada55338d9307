"""The words of one provision with the annotations among them."""

from collections.abc import Iterator, Mapping, Sequence

from editor.exporters.compilation.paper import Look, PaperPiece
from editor.exporters.compilation.plan import ProvisionPlan
from editor.exporters.compilation.reasons import Reasons, signs_in
from editor.negotiation.amendment import AmendmentState
from editor.negotiation.notation.annotation import Annotation
from editor.negotiation.notation.annotation_text import annotation_text
from editor.negotiation.provision import MarkKind, Provision, ProvisionKind

_CLOSING = frozenset(",.;:!?)]”’%…")

Said = Sequence[tuple[int, Annotation, str]]
"""Annotations by offset, with the words that are put in there."""


class BodyText:
    """Prints the text of a provision. What is not printed as base text stands in pieces that
    cannot be mistaken for it, so the spaces around them are free."""

    def __init__(self, plan: ProvisionPlan, reasons: Reasons) -> None:
        self._provision = plan.provision
        self._reasons = reasons
        self._struck = tuple(_struck(plan))
        self._notes = _note_marks(plan.provision, reasons)

    def pieces(self, said: Said) -> Iterator[PaperPiece]:
        """The base words, and at each offset the notes, the new words and what is said."""
        text = self._provision.text
        stops = sorted({0, len(text), *(at for at, _, _ in said), *self._notes, *self._looks()})
        reached = 0
        for stop in stops:
            if stop > reached:
                yield self._base(reached, stop)
            for key in self._notes.get(stop, ()):
                yield PaperPiece("", note=key)
            here = [(annotation, words) for at, annotation, words in said if at == stop]
            yield from self._said(stop, here)
            reached = stop

    def _said(self, at: int, said: Sequence[tuple[Annotation, str]]) -> Iterator[PaperPiece]:
        text = self._provision.text
        space = " " if at and not text[at - 1].isspace() else ""
        for annotation, words in said:
            if words.strip(" "):
                apart = "" if words.strip(" ")[0] in _CLOSING else space
                yield PaperPiece(f"{apart}{words.strip(' ')}", Look.ADDED)
                space = " "
            yield from said_pieces(f"{space}{annotation_text(annotation)}", self._reasons)
            space = " "
        after = text[at : at + 1]
        if said and after and not after.isspace() and after not in _CLOSING:
            yield PaperPiece(" ", Look.SAID)

    def _base(self, start: int, end: int) -> PaperPiece:
        is_heading = self._provision.kind is ProvisionKind.HEADING
        return PaperPiece(
            self._provision.text[start:end],
            italic=self._is_marked(MarkKind.ITALIC, start, end),
            bold=not is_heading and self._is_marked(MarkKind.BOLD, start, end),
            struck=any(first <= start and end <= last for first, last in self._struck),
        )

    def _is_marked(self, kind: MarkKind, start: int, end: int) -> bool:
        marks = self._provision.marks
        return any(m.kind is kind and m.start <= start and end <= m.end for m in marks)

    def _looks(self) -> Iterator[int]:
        """Where the typography may change."""
        for mark in self._provision.marks:
            yield from (mark.start, mark.end)
        for start, end in self._struck:
            yield from (start, end)


def said_pieces(text: str, reasons: Reasons) -> Iterator[PaperPiece]:
    """An annotation as pieces, the signs of its notes as references."""
    for words, sign in signs_in(text):
        if words:
            yield PaperPiece(words, Look.SAID)
        if sign:
            yield PaperPiece("", Look.SAID, note=reasons.key_of(sign))


def _struck(plan: ProvisionPlan) -> Iterator[tuple[int, int]]:
    """The base words that live proposals take out."""
    amendments = {each.amendment.id: each.amendment for _, each in plan.inline if each.wording}
    for amendment in amendments.values():
        if amendment.state is AmendmentState.PROPOSED:
            yield from ((e.start, e.end) for e in amendment.edits if e.start < e.end)


def _note_marks(provision: Provision, reasons: Reasons) -> Mapping[int, list[str]]:
    found: dict[int, list[str]] = {}
    for mark in provision.marks:
        if mark.kind is MarkKind.NOTE:
            key = reasons.key_at(("mark", provision.id, mark.note))
            if key:
                found.setdefault(mark.start, []).append(key)
    return found
