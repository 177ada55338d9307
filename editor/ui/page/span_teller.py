"""What is under the pointer or at the caret, in words."""

from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QTextEdit, QToolTip

from editor.ui.page.page_document import PageDocument
from editor.ui.page.span_words import span_words
from editor.ui.page.spans import Look, Span


class SpanTeller:
    """Tells of the changes on `page`, which `view` shows: in a tooltip, and as the description
    of the view to those who hear it."""

    def __init__(self, page: PageDocument, view: QTextEdit) -> None:
        self._page = page
        self._view = view
        self._is_told = False

    def tell_at_pointer(self, event: QHelpEvent) -> None:
        """The change under the pointer; nothing for plain words."""
        place = self._view.viewport().mapFrom(self._view, event.pos())
        span = self._span_at(self._view.cursorForPosition(place).position())
        words = self._words_of(span)
        if words:
            QToolTip.showText(event.globalPos(), words, self._view)
        else:
            QToolTip.hideText()

    def tell_at_caret(self) -> None:
        """The change that the caret came to; a reason at its mark is shown too."""
        span = self._span_at(self._view.textCursor().position())
        words = self._words_of(span)
        if words != self._view.accessibleDescription():
            self._view.setAccessibleDescription(words)
        is_reason = span is not None and span.look is Look.REASON and self._view.hasFocus()
        if is_reason:
            place = self._view.cursorRect().bottomLeft()
            QToolTip.showText(self._view.viewport().mapToGlobal(place), words, self._view)
        elif self._is_told:
            QToolTip.hideText()
        self._is_told = is_reason

    def _span_at(self, position: int) -> Span | None:
        found = self._page.span_at(position)
        return found[1] if found is not None else None

    def _words_of(self, span: Span | None) -> str:
        return span_words(self._page.composition.session, span) if span is not None else ""
