"""Runs of a Word file: characters with their look, and the marks of tracked changes."""

import re
from collections.abc import Iterable, Iterator

from editor.exporters.manuscript import SOFT_BREAK, Tracked
from editor.exporters.voice_names import VoiceNames
from editor.exporters.word.elements import Element, element, text_element
from editor.text.scripts import is_east_asian, stretches

_WITHOUT_TEXT = re.compile(f"([\t\n{SOFT_BREAK}])")


def text_runs(
    text: str,
    *,
    italic: bool = False,
    bold: bool = False,
    deleted: bool = False,
    within: str = "",
) -> Iterator[Element]:
    """The runs of a text: one, or several where its direction turns in the paragraph `within`
    which it stands."""
    for stretch in stretches(text, within):
        properties = list(_look(stretch.text, italic=italic, bold=bold))
        if stretch.is_right_to_left:
            properties.append(element("w:rtl"))
        run = element("w:r")
        if properties:
            run.append(element("w:rPr", *properties))
        run.extend(characters(stretch.text, deleted=deleted))
        if len(run) > bool(properties):
            yield run


def _look(text: str, *, italic: bool, bold: bool) -> Iterator[Element]:
    if is_east_asian(text):
        yield element("w:rFonts", hint="eastAsia")
    if bold:
        yield from (element("w:b"), element("w:bCs"))
    if italic:
        yield from (element("w:i"), element("w:iCs"))


def characters(text: str, *, deleted: bool = False) -> Iterator[Element]:
    """Text with tabs and line breaks as the elements that Word has for them."""
    for part in _WITHOUT_TEXT.split(text):
        if part == "\t":
            yield element("w:tab")
        elif part in ("\n", SOFT_BREAK):
            yield element("w:br")
        elif part:
            yield text_element(part, deleted=deleted)


class Tracker:
    """Wraps runs into tracked changes; every mark has a number of its own in the package."""

    def __init__(self, names: VoiceNames, ids: Iterator[str]) -> None:
        self._names = names
        self._ids = ids

    def mark(self, tracked: Tracked, author: str, *content: Element) -> Element:
        """`w:ins` or `w:del` around runs, or empty for a paragraph mark."""
        tag = "w:ins" if tracked is Tracked.INSERTED else "w:del"
        return element(tag, *content, id=next(self._ids), **self._names.signature(author))

    def wrapped(
        self, runs: Iterable[Element], tracked: Tracked, author: str, struck_by: str = ""
    ) -> Iterator[Element]:
        """The runs as they are, or inside their mark; struck ones inside two."""
        content = tuple(runs)
        if tracked is Tracked.NO or not content:
            yield from content
        elif tracked is Tracked.STRUCK:
            deletion = self.mark(Tracked.DELETED, struck_by, *content)
            yield self.mark(Tracked.INSERTED, author, deletion)
        else:
            yield self.mark(tracked, author, *content)
