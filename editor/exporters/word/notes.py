"""Footnotes: a part of their own, with separators."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from editor.exporters.manuscript import ManuscriptParagraph, Piece, Tracked
from editor.exporters.word.elements import Element, element, text_element
from editor.exporters.word.runs import Tracker, text_runs
from editor.negotiation.note import Note
from editor.text.scripts import is_right_to_left

_STYLE, _REFERENCE_STYLE = "FootnoteText", "FootnoteReference"


class Footnotes:
    """The notes of one document, numbered as in the base: by Word where that gives the printed
    label and will after all changes are accepted or rejected, else with the label as a mark of
    its own, which Word does not count."""

    def __init__(
        self,
        notes: Mapping[str, Note],
        paragraphs: Iterable[ManuscriptParagraph],
        tracker: Tracker,
    ) -> None:
        self._notes = notes
        self._tracker = tracker
        self._elements: list[Element] = []
        references = note_references(notes, paragraphs)
        labels = [notes[each.note].label for each in references]
        stay = not any(each.tracked for each in references)
        self._counts = stay or not any(labels)
        self._counted = 0

    def reference(self, piece: Piece) -> Iterator[Element]:
        """The run that refers to the note of a piece, tracked as the piece is; nothing if there
        is no such note. Each reference has a note of its own: a moved one has two."""
        note = self._notes.get(piece.note)
        if note is None:
            return
        number = str(len(self._elements) + 1)
        mark = element("w:footnoteReference", id=number)
        run = element("w:r", _raised(), mark)
        label = self._own_label(note)
        if label:
            mark.set(mark.tag.replace("footnoteReference", "customMarkFollows"), "1")
            run.append(text_element(label, deleted=piece.tracked is Tracked.DELETED))
        self._elements.append(
            element("w:footnote", *self._paragraphs(note, piece, label), id=number)
        )
        yield from self._tracker.wrapped([run], piece.tracked, piece.author, piece.struck_by)

    def part(self) -> Element:
        """The root of the footnotes part."""
        return element("w:footnotes", *separators(), *self._elements)

    def _own_label(self, note: Note) -> str:
        """The label of a note that Word is not to count, else nothing."""
        is_next = not note.label or note.label == str(self._counted + 1)
        if (self._counts and is_next) or not note.label:
            self._counted += 1
            return ""
        return note.label

    def _paragraphs(self, note: Note, piece: Piece, label: str) -> Iterator[Element]:
        lines = note.text.split("\n")
        for index, line in enumerate(lines):
            properties = element("w:pPr", element("w:pStyle", val=_STYLE))
            if is_right_to_left(line):
                properties.append(element("w:bidi"))
            if piece.tracked and index < len(lines) - 1:
                mark = self._tracker.mark(piece.tracked, piece.author)
                properties.append(element("w:rPr", mark))
            runs = self._runs(line, piece, label, numbered=not index)
            tracked = self._tracker.wrapped(runs, piece.tracked, piece.author, piece.struck_by)
            yield element("w:p", properties, *tracked)

    def _runs(self, line: str, piece: Piece, label: str, *, numbered: bool) -> Sequence[Element]:
        deleted = piece.tracked is Tracked.DELETED
        runs = list(text_runs(f" {line}" if numbered else line, deleted=deleted))
        if not numbered:
            return runs
        number = text_element(label, deleted=deleted) if label else element("w:footnoteRef")
        return [element("w:r", _raised(), number), *runs]


def note_references(
    notes: Mapping[str, Note], paragraphs: Iterable[ManuscriptParagraph]
) -> list[Piece]:
    """The pieces that refer to a note."""
    pieces = (piece for paragraph in paragraphs for piece in paragraph.pieces)
    return [piece for piece in pieces if piece.note in notes]


def separators() -> tuple[Element, Element]:
    """What every part of footnotes begins with."""
    return _separator("-1", "separator"), _separator("0", "continuationSeparator")


def _raised() -> Element:
    return element("w:rPr", element("w:rStyle", val=_REFERENCE_STYLE))


def _separator(number: str, kind: str) -> Element:
    spacing = element("w:pPr", element("w:spacing", after="0", line="240", lineRule="auto"))
    run = element("w:r", element(f"w:{kind}"))
    return element("w:footnote", element("w:p", spacing, run), type=kind, id=number)
