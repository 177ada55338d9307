"""What is in view of the page: written and laid out first, and kept in its place while the rest
of the page changes."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtGui import QTextBlock
from PySide6.QtWidgets import QAbstractScrollArea

from editor.ui.page.page_document import PageDocument

_NEIGHBOURS = 12
"""How many blocks around a provision are written before it is shown."""
_ABOVE = 0.25
"""Where in the view a provision is put that is gone to."""


class InView:
    """The part of `page` that `area` shows."""

    def __init__(self, page: PageDocument, area: QAbstractScrollArea) -> None:
        self._page = page
        self._area = area

    @property
    def top(self) -> int:
        """The height of the document at which the view begins."""
        return self._area.verticalScrollBar().value()

    @property
    def height(self) -> int:
        return self._area.viewport().height()

    @contextmanager
    def kept(self) -> Iterator[None]:
        """The words at the top stay there, whatever happens to the heights of the others."""
        anchor = self._page.layout.anchor_at(self.top)
        yield
        self._scroll_to(self._page.layout.height_of(anchor))

    @contextmanager
    def kept_by_provision(self) -> Iterator[None]:
        """As `kept`, also where blocks come and go."""
        layout = self._page.layout
        anchor = layout.anchor_at(self.top)
        provision = self._page.provision_at(layout.block_at(self.top))
        yield
        block = self._page.block_of.get(provision, anchor.block)
        self._scroll_to(layout.height_of(anchor._replace(block=block)))

    def freshen(self) -> None:
        """Write what is in view."""
        layout = self._page.layout
        first, last = layout.block_at(self.top), layout.block_at(self.top + self.height)
        self._page.freshen(first.blockNumber() - 1, last.blockNumber() + 1)

    def settle(self) -> None:
        """Write and lay out what is about to be painted."""
        with self.kept():
            self.freshen()
            self._page.layout.lay_out_between(self.top, self.top + self.height)

    def go_to(self, block: QTextBlock) -> None:
        """Bring a block into view, a little below the top."""
        number, layout = block.blockNumber(), self._page.layout
        self._page.freshen(number - _NEIGHBOURS, number + _NEIGHBOURS)
        for _ in range(2):  # heights above are only estimated the first time
            top = layout.top_of(block)
            layout.lay_out_between(top - self.height, top + self.height)
        self._area.verticalScrollBar().setValue(int(layout.top_of(block) - self.height * _ABOVE))

    def has(self, block: QTextBlock) -> bool:
        """Whether some of a block is in view."""
        rect = self._page.layout.blockBoundingRect(block)
        return rect.bottom() > self.top and rect.top() < self.top + self.height

    def _scroll_to(self, height: float) -> None:
        bar = self._area.verticalScrollBar()
        if bar.value():
            bar.setValue(round(height))
