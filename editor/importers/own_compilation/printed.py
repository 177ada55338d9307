"""A paragraph of such a compilation taken apart: base words, new words, annotations."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from editor.importers.source import SourceParagraph, SourceRun
from editor.negotiation.notation.annotation import Annotation
from editor.negotiation.notation.annotation_text import read_annotation
from editor.negotiation.notation.signs import FIRST_NOTE, without_signs
from editor.negotiation.provision import Mark, MarkKind


@dataclass(slots=True)
class Printed:
    """`text` are the base words, `added` the new ones, place by place; `annotations` and `other`
    brackets (the words within) stand at offsets of `text`, as do the `notes` on plain words (by
    key). `unread` is what stands where annotations do and is none: somebody changed the paper."""

    text: str = ""
    added: list[str] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    annotations: list[tuple[int, Annotation]] = field(default_factory=list)
    other: list[tuple[int, str]] = field(default_factory=list)
    notes: list[tuple[int, str]] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)


class NoteSigns:
    """The private characters that stand for notes within annotations."""

    def __init__(self) -> None:
        self._keys: list[str] = []

    def sign(self, key: str) -> str:
        self._keys.append(key)
        return chr(FIRST_NOTE + len(self._keys) - 1)

    def keys(self, signs: str) -> Iterator[str]:
        """The keys of the notes for which these characters stand."""
        return (self._keys[ord(each) - FIRST_NOTE] for each in signs)


def is_said(run: SourceRun) -> bool:
    """Whether a run looks as annotations do."""
    return run.underlined and run.bold


def printed_of(paragraph: SourceParagraph, names: Collection[str], signs: NoteSigns) -> Printed:
    """What a paragraph says. `names` are those of all delegations."""
    walk = _Walk(names, signs)
    for run in paragraph.runs:
        walk.take(run, is_heading=paragraph.heading > 0)
    walk.end()
    return walk.printed


class _Walk:
    def __init__(self, names: Collection[str], signs: NoteSigns) -> None:
        self.printed = Printed()
        self._names = names
        self._signs = signs
        self._said = ""
        self._was_new = False

    def take(self, run: SourceRun, *, is_heading: bool) -> None:
        if run.note:
            self._take_note(run.note)
        elif is_said(run):
            self._said += without_signs(run.text)
            self._settle()
        else:
            self.end()
            if not run.underlined:
                self._take_base(run, is_heading)
            elif self._was_new:
                self.printed.added[-1] += run.text
            else:
                self.printed.added.append(run.text)
        self._was_new = run.underlined and not run.bold and not run.note

    def end(self) -> None:
        """Leave unread what is no bracket of ours, up to the next one that is."""
        while said := self._said.strip():
            starts = (place for place in range(1, len(said)) if said[place] == "[")
            ours = next((each for each in starts if self._read(said[each:])), len(said))
            self.printed.unread.append(said[:ours].rstrip())
            self._said = said[ours:]
            self._settle()
        self._said = ""

    def _read(self, said: str) -> tuple[Annotation, int] | None:
        return read_annotation(said, 0, self._names)

    def _take_note(self, key: str) -> None:
        if self._said.strip():
            self._said += self._signs.sign(key)
        else:
            self.printed.notes.append((len(self.printed.text), key))

    def _take_base(self, run: SourceRun, is_heading: bool) -> None:
        start = len(self.printed.text)
        self.printed.text += run.text
        end = len(self.printed.text)
        for kind, applies in (
            (MarkKind.ITALIC, run.italic),
            (MarkKind.BOLD, run.bold and not is_heading),
        ):
            if applies and run.text:
                self._mark(kind, start, end)

    def _mark(self, kind: MarkKind, start: int, end: int) -> None:
        for index, mark in enumerate(self.printed.marks):
            if mark.kind is kind and mark.end == start:
                self.printed.marks[index] = Mark(kind, mark.start, end)
                return
        self.printed.marks.append(Mark(kind, start, end))

    def _settle(self) -> None:
        """Take the brackets that are complete."""
        at = len(self.printed.text)
        while True:
            self._said = self._said.lstrip()
            found = self._read(self._said)
            if found is not None:
                annotation, end = found
                self.printed.annotations.append((at, annotation))
            elif end := _end_of_bracket(self._said):
                self.printed.other.append((at, self._said[:end]))
            else:
                return
            self._said = self._said[end:]


def _end_of_bracket(text: str) -> int:
    """Where a bracket without quotations in it ends; 0 if none begins or ends here."""
    end = text.find("]") + 1
    return 0 if not text.startswith("[") or any(q in text[:end] for q in "“«") else end
