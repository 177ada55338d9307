"""The notes of the base document, when the references to them change."""

from copy import deepcopy

from editor.exporters.manuscript import Tracked
from editor.exporters.word.elements import Element, element, name
from editor.exporters.word.onto_base.deleted_text import as_deleted
from editor.exporters.word.onto_base.package import ChangedPackage
from editor.exporters.word.onto_base.paragraphs import set_mark
from editor.exporters.word.runs import Tracker

_KINDS = {
    name("w:footnoteReference"): "footnote",
    name("w:endnoteReference"): "endnote",
}


class NoteParts:
    """Footnotes and endnotes of a package; a part is touched only when a note of it is."""

    def __init__(self, package: ChangedPackage, tracker: Tracker) -> None:
        self._package = package
        self._tracker = tracker
        self._before: dict[Element, Element] = {}

    def delete(self, reference: Element, author: str) -> None:
        """Mark the words of a note as deleted, as its reference is."""
        note = self._note(reference)
        if note is not None:
            self._before[note] = deepcopy(note)
            self._track(note, Tracked.DELETED, author)

    def remove(self, reference: Element) -> None:
        """Take a note out."""
        note = self._note(reference)
        above = None if note is None else note.getparent()
        if note is not None and above is not None:
            above.remove(note)

    def repeat(self, reference: Element, tracked: Tracked, author: str) -> Element | None:
        """A note of its own for a second reference: a run that refers to it, to be placed."""
        note, run = self._note(reference), reference.getparent()
        part = None if note is None else note.getparent()
        if note is None or run is None or part is None:
            return None
        numbers = [int(each.get(name("w:id"), "0")) for each in part]
        copy = deepcopy(self._before.get(note, note))
        copy.set(name("w:id"), str(max(numbers) + 1))
        for paragraph in copy.iter(name("w:p")):
            paragraph.attrib.clear()
        part.append(copy)
        if tracked:
            self._track(copy, tracked, author)
        written = element("w:r")
        look = run.find(name("w:rPr"))
        if look is not None:
            written.append(deepcopy(look))
        mark = deepcopy(reference)
        mark.tail = None
        mark.set(name("w:id"), copy.get(name("w:id"), ""))
        written.append(mark)
        for each in reference.itersiblings(name("w:t")):
            written.append(deepcopy(each))
        return written

    def _note(self, reference: Element) -> Element | None:
        kind = _KINDS.get(str(reference.tag))
        part = None if kind is None else self._package.related(f"{kind}s")
        if kind is None or part is None:
            return None
        id = reference.get(name("w:id"))
        notes = self._package.change(part).iter(name(f"w:{kind}"))
        return next((each for each in notes if each.get(name("w:id")) == id), None)

    def _track(self, note: Element, tracked: Tracked, author: str) -> None:
        runs = [each for each in note.iter(name("w:r")) if _stands_free(each)]
        for run in runs:
            if tracked is Tracked.DELETED:
                as_deleted([run])
            mark = self._tracker.mark(tracked, author)
            run.addprevious(mark)
            mark.append(run)
        for paragraph in note.findall(name("w:p"))[:-1]:
            set_mark(paragraph, self._tracker, tracked, author)


def _stands_free(run: Element) -> bool:
    return next(run.iterancestors(name("w:ins"), name("w:del"), name("w:r")), None) is None
