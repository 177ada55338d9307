"""The page's document: one block for each place, written lazily, the visible ones first."""

from collections.abc import Iterable, Sequence
from itertools import islice
from weakref import proxy

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QFont, QTextBlock, QTextCursor, QTextDocument, QTextLayout

from editor.negotiation.composition import Composition
from editor.negotiation.structure import Place, PlaceRole
from editor.ui.colours import Theme
from editor.ui.page.entries import Entry, entry_of
from editor.ui.page.entry_formats import entry_formats, scale_of
from editor.ui.page.formats import PAGE_FONTS, Formats, colours_of
from editor.ui.page.lazy_layout import HIDDEN, LazyLayout, Margins
from editor.ui.page.place_changes import PlaceChange, place_changes
from editor.ui.page.places import Side, page_place
from editor.ui.page.spans import Span, View, in_one_block
from editor.ui.page.utf16 import to_points, to_units

_MOST_SPLICES = 8
"""Beyond so many provisions that came and went in different places, all is written again."""


class PageDocument(QObject):
    """Keeps a QTextDocument equal to the composition. Block number n shows place number n.

    A block that was not yet seen holds the base text and has no entry; one whose provision has
    changed is stale. `freshen` writes both.
    """

    rewritten = Signal()

    def __init__(
        self,
        composition: Composition,
        theme: Theme,
        view: View,
        points: float = 13.0,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.composition = composition
        self.view = view
        self.theme = theme
        self.solo = ""
        self.block_of: dict[str, int] = {}
        """The block in which a provision stands (not the one it has moved away from)."""
        self._places: list[Place] = []
        self._entries: list[Entry | None] = []
        self._stale: set[int] = set()
        self._formats = Formats(theme, colours_of(composition.session.delegations))
        self.document = QTextDocument(self)
        self.document.setUndoRedoEnabled(False)
        self.document.setDocumentMargin(0)
        self.document.setDefaultFont(_font(points))
        self.layout = LazyLayout(self.document, Margins(90, 40, 34, 60))
        self.layout.formats = proxy(self)  # a circle would be taken apart in any order
        self.document.setDocumentLayout(self.layout)
        self.rewrite()

    @property
    def entries(self) -> Sequence[Entry]:
        """All entries, block by block, written now where they were not."""
        self.freshen_all()
        return [entry for entry in self._entries if entry is not None]

    def set_font_size(self, points: float) -> None:
        """The size of ordinary words on the page."""
        if points != self.document.defaultFont().pointSizeF():
            self.document.setDefaultFont(_font(points))
            self.layout.forget()

    def set_view(self, view: View) -> None:
        """Show the same provisions in another view."""
        self.view = view
        self._stale = set(range(len(self._places)))

    def rewrite(self) -> None:
        """Begin the whole page again, from the base text; all blocks are due."""
        self._places = list(self.composition.places)
        self._entries = [None] * len(self._places)
        self._stale = set(range(len(self._places)))
        self._number_blocks()
        self._renew_formats()
        self.document.setPlainText("\n".join(map(self._base_text, self._places)))
        for number, place in enumerate(self._places):
            if self._is_out_of_view(place):
                self.document.findBlockByNumber(number).setVisible(False)
        self.layout.reset([self._length(place) for place in self._places])
        self.rewritten.emit()

    def renew(self, composition: Composition, touched: Iterable[str]) -> None:
        """Follow the composition; `touched` provisions are written when seen or when idle."""
        before, self.composition = self.composition, composition
        if colours_of(composition.session.delegations) != self._formats.colours:
            self._renew_formats()
            self.layout.restyle()
        if composition.structure is not before.structure:
            self._follow_places()
        for provision in touched:
            self._stale.update(self._blocks_of.get(provision, ()))
        if self.composition.structure.new_numbers:
            self._stale.update(
                number
                for number, place in enumerate(self._places)
                if place.provision not in composition.index.provision_home
            )

    def freshen(self, first: int, last: int) -> bool:
        """Write the stale blocks between two numbers; whether there were any."""
        span = range(max(0, first), min(last + 1, len(self._places)))
        due = [number for number in span if number in self._stale]
        self._write_all(due)
        return bool(due)

    def freshen_some(self, most: int) -> bool:
        """Write a few stale blocks; whether some are left."""
        self._write_all(list(islice(self._stale, most)))
        return bool(self._stale)

    def freshen_all(self) -> None:
        """Write every stale block: before searching or copying everything."""
        self.freshen(0, len(self._places))

    def restyle(self, theme: Theme, solo: str) -> None:
        """Another appearance, or another delegation standing out."""
        self.theme = theme
        self.solo = solo
        self._renew_formats()
        self.layout.restyle()

    def entry(self, block: QTextBlock) -> Entry | None:
        """What a block shows; None while it was never written."""
        number = block.blockNumber()
        return self._entries[number] if 0 <= number < len(self._entries) else None

    def provision_at(self, block: QTextBlock) -> str:
        """The provision of a block; "" on an empty page."""
        number = block.blockNumber()
        return self._places[number].provision if 0 <= number < len(self._places) else ""

    def block_in_view(self, block: QTextBlock) -> QTextBlock:
        """The block itself; if it takes no room, the one where its provision stands, or else
        the nearest that does. Only written blocks are known to take none."""
        number = block.blockNumber()
        if not 0 <= number < len(self._places) or not self._is_hidden(number):
            return block
        others = (
            self.block_of.get(self.provision_at(block), number),
            *range(number + 1, len(self._places)),
            *range(number - 1, -1, -1),
        )
        shown = next((each for each in others if not self._is_hidden(each)), number)
        return self.document.findBlockByNumber(shown)

    def span_at(self, position: int) -> tuple[Entry, Span, int] | None:
        """The entry and span at a document position (UTF-16 units), with the offset inside
        the span in code points. At a border: the span that ends there."""
        block = self.document.findBlock(position)
        entry = self.entry(block)
        if entry is None or not entry.spans:
            return None
        offset = to_points(entry.text, position - block.position())
        for span in entry.spans:
            if offset <= len(span.text):
                return entry, span, offset
            offset -= len(span.text)
        return entry, entry.spans[-1], len(entry.spans[-1].text)

    def position_of(self, provision: str, offset: int) -> int | None:
        """The document position of an offset (code points) in the block of a provision."""
        number = self.block_of.get(provision)
        if number is None:
            return None
        self.freshen(number, number)
        block = self.document.findBlockByNumber(number)
        entry = self._entries[number]
        return block.position() + (to_units(entry.text, offset) if entry else 0)

    def position_of_words(self, provision: str, place: int, side: Side) -> int | None:
        """The document position of a place in the composed text of a provision."""
        number = self.block_of.get(provision)
        if number is None:
            return None
        self.freshen(number, number)
        entry = self._entries[number]
        return self.position_of(provision, page_place(entry.spans, place, side) if entry else 0)

    def scale_for(self, block: QTextBlock) -> float:
        """How large the words of a block are: those of headings are larger."""
        entry = self.entry(block)
        return scale_of(entry) if entry is not None else 1.0

    def formats_for(self, block: QTextBlock) -> list[QTextLayout.FormatRange]:
        """The formats of a block, asked for when it is laid out."""
        entry = self.entry(block)
        if entry is None:
            return []
        size = self.document.defaultFont().pointSizeF()
        return list(entry_formats(entry, self._formats, size))

    def _follow_places(self) -> None:
        changes = place_changes(self._places, self.composition.places)
        places = self.composition.places
        goes_on = sum(each.removed for each in changes) < len(self._places)
        if len(changes) > _MOST_SPLICES or not goes_on:
            self.rewrite()
            return
        for change in reversed(changes):
            self._splice(change, places[change.first : change.last])
        self._places = list(places)
        self._number_blocks()
        if changes:
            self.rewritten.emit()

    def _splice(self, change: PlaceChange, added: Sequence[Place]) -> None:
        """Take blocks out and put others in; they are due."""
        grown = len(added) - change.removed
        end = change.at + change.removed
        self._stale = {n if n < end else n + grown for n in self._stale if not change.at <= n < end}
        self._stale.update(range(change.at, change.at + len(added)))
        self._entries[change.at : end] = [None] * len(added)
        self._places[change.at : end] = added
        _replace_blocks(self.document, change, [self._base_text(place) for place in added])
        after = change.at + len(added)
        for number in range(max(0, change.at - 1), min(after + 1, len(self._places))):
            self.document.findBlockByNumber(number).setVisible(not self._is_hidden(number))
        self.layout.splice(change.at, change.removed, [self._length(place) for place in added])

    def _write_all(self, numbers: Iterable[int]) -> None:
        """Write blocks in one edit: a cursor outside one lays out each block it comes to."""
        cursor = QTextCursor(self.document)
        cursor.beginEditBlock()
        for number in numbers:
            self._write(number)
        cursor.endEditBlock()

    def _write(self, number: int) -> None:
        self._stale.discard(number)
        entry = entry_of(self.composition, self._places[number], self.view)
        before = self._entries[number]
        if entry == before:
            return
        self._entries[number] = entry
        block = self.document.findBlockByNumber(number)
        _change_text(block, entry.text)
        if block.isVisible() == entry.hidden:
            block.setVisible(not entry.hidden)
        self.layout.renew(number, HIDDEN if entry.hidden else len(entry.text))

    def _number_blocks(self) -> None:
        self._blocks_of: dict[str, list[int]] = {}
        for number, place in enumerate(self._places):
            self._blocks_of.setdefault(place.provision, []).append(number)
            if place.role is not PlaceRole.MOVED_AWAY:
                self.block_of[place.provision] = number
        for gone in self.block_of.keys() - self._blocks_of.keys():
            del self.block_of[gone]

    def _renew_formats(self) -> None:
        colours = colours_of(self.composition.session.delegations)
        self._formats = Formats(self.theme, colours, self.solo)

    def _base_text(self, place: Place) -> str:
        return in_one_block(self.composition.session.provisions[place.provision].text)

    def _length(self, place: Place) -> int:
        return HIDDEN if self._is_out_of_view(place) else len(self._base_text(place))

    def _is_hidden(self, number: int) -> bool:
        entry = self._entries[number]
        return self._is_out_of_view(self._places[number]) if entry is None else entry.hidden

    def _is_out_of_view(self, place: Place) -> bool:
        """What can be said of a place before it is composed."""
        if self.view is View.BASE:
            is_base = self.composition.session.provisions[place.provision].is_base
            return not is_base or place.role is PlaceRole.MOVED_HERE
        return self.view is not View.REDLINE and place.role is PlaceRole.MOVED_AWAY


def _change_text(block: QTextBlock, text: str) -> None:
    """Change what differs only, so that a caret elsewhere in the block stays where it is."""
    before = block.text()
    if text == before:
        return
    shorter = min(len(before), len(text))
    start = next((n for n in range(shorter) if before[n] != text[n]), shorter)
    end = next(
        (n for n in range(shorter - start) if before[-n - 1] != text[-n - 1]), shorter - start
    )
    cursor = QTextCursor(block)
    cursor.setPosition(block.position() + to_units(before, start))
    last = block.position() + to_units(before, len(before) - end)
    cursor.setPosition(last, QTextCursor.MoveMode.KeepAnchor)
    cursor.insertText(text[start : len(text) - end])


def _replace_blocks(document: QTextDocument, change: PlaceChange, texts: Sequence[str]) -> None:
    """Replace blocks of the document by others; not all of them."""
    cursor = QTextCursor(document)
    count = document.blockCount()
    at_end = change.at + change.removed == count
    for _ in range(change.removed):
        block = document.findBlockByNumber(change.at)
        if at_end:
            cursor.setPosition(block.position() - 1)
            cursor.movePosition(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
            cursor.removeSelectedText()
            break
        cursor.setPosition(block.position())
        cursor.setPosition(block.next().position(), QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
    if not texts:
        return
    if at_end:
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.insertText("".join(f"\n{text}" for text in texts))
    else:
        cursor.setPosition(document.findBlockByNumber(change.at).position())
        cursor.insertText("".join(f"{text}\n" for text in texts))


def _font(points: float) -> QFont:
    font = QFont()
    font.setFamilies(PAGE_FONTS)
    font.setPointSizeF(points)
    return font
