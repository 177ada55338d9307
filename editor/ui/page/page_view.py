"""The page in the window: scrolls, shows, lights the provision in hand, follows the session."""

from weakref import proxy

from PySide6.QtCore import QEvent, QMimeData, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QHelpEvent,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from editor.app.workspace import SessionChange, Workspace
from editor.negotiation.commands.dictation import Selection
from editor.negotiation.delegation import CHAIR_ID
from editor.ui.colours import LIGHT, Theme
from editor.ui.page.decoration import Decoration
from editor.ui.page.in_view import InView
from editor.ui.page.keystrokes import Act, Keystroke, is_navigation, keystroke_of
from editor.ui.page.page_document import PageDocument
from editor.ui.page.places import Side
from editor.ui.page.sheet import draw_sheet, sheet_in
from editor.ui.page.span_teller import SpanTeller
from editor.ui.page.spans import View
from editor.ui.page.typed_text import typed_text
from editor.ui.page.typist import EDITED_VIEWS, Typist

_FONT_SIZE = 13.0
_BLOCKS_AN_IDLE_SLICE = 12


class PageView(QTextEdit):
    """Shows the composition of a workspace. The text is a projection: editing goes through
    commands, never into the document."""

    provision_entered = Signal(str)
    """The caret came into another provision."""
    zoomed = Signal(int)
    """Zoom in per cent."""
    refused = Signal(object)
    """A KnownError: why a key did nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUndoRedoEnabled(False)
        self.setAcceptDrops(False)
        self.setTabChangesFocus(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setAccessibleName(self.tr("Composed text"))
        self.page: PageDocument | None = None
        self.workspace: Workspace | None = None
        self._theme = LIGHT
        self._view = View.REDLINE
        self._solo = ""
        self._zoom = 100
        self._decoration: Decoration | None = None
        self._in_view: InView | None = None
        self._teller: SpanTeller | None = None
        self._typist: Typist | None = None
        self._speaker = CHAIR_ID
        self._allow_typing()
        self._idle = QTimer(self)
        self._idle.setInterval(0)
        self._idle.timeout.connect(self._work_idle)
        self.cursorPositionChanged.connect(self._caret_moved)

    @property
    def view(self) -> View:
        return self._view

    @property
    def zoom(self) -> int:
        return self._zoom

    @property
    def provision_in_hand(self) -> str:
        return self._decoration.lit if self._decoration else ""

    def show_workspace(self, workspace: Workspace) -> None:
        """Show another session."""
        before, self.workspace = self.page, workspace
        self.page = PageDocument(
            workspace.composition, self._theme, self._view, self._font_size(), self
        )
        self._decoration = Decoration(self.page)
        self._in_view = InView(self.page, self)
        self._teller = SpanTeller(self.page, self)
        self.page.layout.decorator = proxy(self._decoration)
        self.setDocument(self.page.document)
        self._fit_width()
        self._typist = Typist(workspace, self.page)
        self._typist.speaker = self._speaker
        self._typist.refused.connect(self.refused)
        self._typist.dictated.connect(self._place_caret)
        if before is not None:
            before.deleteLater()
        self._in_view.freshen()
        self._decoration.lit = self.page.provision_at(self.document().begin())
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self._idle.start()

    def let_go(self) -> None:
        """Finish what is being dictated and follow the workspace no more: it will be closed."""
        self._idle.stop()
        if self._typist is not None:
            self._typist.finish()
        self._typist = self.workspace = None

    def set_speaker(self, delegation: str) -> None:
        """Whose layer typing goes to; the Chair's at first."""
        self._speaker = delegation
        if self._typist is not None:
            self._typist.finish()
            self._typist.speaker = delegation

    def follow(self, change: SessionChange) -> None:
        """Show what an action changed: what is in view at once, the rest when idle."""
        if self.page is None or self._in_view is None or self.workspace is None:
            return
        if self._typist is not None:
            self._typist.follow(change)
        caret = self._caret_provision()
        rows = {each.key for each in change.patch.changes if each.table == "provisions"}
        everything = change.changes_table("notes")
        touched = self.page.block_of if everything else change.touched | rows
        with self._in_view.kept_by_provision(), QSignalBlocker(self):
            self.page.renew(self.workspace.composition, touched)
            self._in_view.freshen()
        if self._caret_provision() != caret:
            self._take_in_hand(caret)
        self._stay_in_view()
        self._idle.start()
        self.viewport().update()

    def set_view(self, view: View) -> None:
        """Base, redline, brackets or clean: only what is shown changes."""
        self._view = view
        self._allow_typing()
        if self.page is not None and self._in_view is not None:
            with self._in_view.kept(), QSignalBlocker(self):
                self.page.set_view(view)
                self._in_view.freshen()
            self._stay_in_view()
            self._idle.start()
            self.viewport().update()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, QColor(theme.window))
        palette.setColor(QPalette.ColorRole.Text, QColor(theme.text))
        self.setPalette(palette)
        self._restyle()

    def set_solo(self, delegation: str) -> None:
        """Let one delegation's marks stand out; "" for all."""
        self._solo = delegation
        self._restyle()

    def set_zoom(self, percent: int) -> None:
        self._zoom = max(50, min(300, percent))
        if self.page is not None and self._in_view is not None:
            with self._in_view.kept():
                self.page.set_font_size(self._font_size())
                self._fit_width()
        self.zoomed.emit(self._zoom)

    def show_provision(self, provision: str) -> None:
        """Scroll to a provision and take it in hand."""
        number = self.page.block_of.get(provision) if self.page else None
        if number is not None and self._in_view is not None:
            block = self.document().findBlockByNumber(number)
            self._in_view.go_to(block)
            self.setTextCursor(QTextCursor(block))
            self._in_view.go_to(block)

    def select(self, provision: str, start: int, end: int) -> None:
        """Select a stretch of the composed text of a provision, with what is struck there; the
        base view, which does not show that text, only goes to the provision."""
        if self._view is View.BASE or not self.shows(provision):
            self.show_provision(provision)
        if self.page is None or self._view is View.BASE:
            return
        low = self.page.position_of_words(provision, start, Side.RIGHT)
        high = self.page.position_of_words(provision, end, Side.LEFT)
        if low is None or high is None:
            return
        cursor = self.textCursor()
        cursor.setPosition(low)
        cursor.setPosition(high, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def shows(self, provision: str) -> bool:
        """Whether some of a provision is in view."""
        number = self.page.block_of.get(provision) if self.page else None
        if number is None or self._in_view is None:
            return False
        return self._in_view.has(self.document().findBlockByNumber(number))

    def shown_text(self) -> str:
        """Everything that stands on the page, entry by entry (hidden ones left out)."""
        if self.page is None:
            return ""
        return "\n".join(entry.text for entry in self.page.entries if not entry.hidden)

    def cut(self) -> None:
        """Cut the selection, as a proposal."""
        self._press(Keystroke(Act.CUT))

    def copy(self) -> None:
        """Copy the words selected, without tags."""
        self._press(Keystroke(Act.COPY))

    def paste(self) -> None:
        """Paste words, as a proposal."""
        self._press(Keystroke(Act.PASTE))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keystroke = keystroke_of(event)
        if keystroke is not None:
            self._press(keystroke)
            event.accept()
        elif is_navigation(event):
            super().keyPressEvent(event)
        else:
            event.ignore()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """What an input method commits (dead keys too); what it is still composing is not shown."""
        text = typed_text(event.commitString())
        if text:
            self._press(Keystroke(Act.TYPE, text))
        event.accept()

    def insertFromMimeData(self, source: QMimeData) -> None:
        if self._typist is not None:
            self._typist.paste(source, self.textCursor())

    def createMimeDataFromSelection(self) -> QMimeData:
        found = QMimeData()
        if self._typist is not None:
            found.setText(self._typist.selected_text(self.textCursor()))
        return found

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._let_go_of_selection(event)
        super().mousePressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self._typist is not None and event.reason() is not Qt.FocusReason.PopupFocusReason:
            self._typist.caret_moved()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.page and self._in_view and self._decoration:
            self._in_view.settle()
            self._draw_paper(self.page, self._decoration)
        super().paintEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._in_view is not None:
            with self._in_view.kept():
                self._fit_width()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.set_zoom(self._zoom + (10 if event.angleDelta().y() > 0 else -10))
            event.accept()
            return
        super().wheelEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            return self._claim(event)
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            if self._teller is not None:
                self._teller.tell_at_pointer(event)
            return True
        return super().event(event)

    def _let_go_of_selection(self, event: QMouseEvent) -> None:
        """Before Qt could drag the words selected: it would cut them out of the document."""
        is_shift = event.modifiers() == Qt.KeyboardModifier.ShiftModifier
        if event.button() is not Qt.MouseButton.LeftButton or is_shift:
            return
        if self.textCursor().hasSelection():
            scrolled = self.verticalScrollBar().value()
            self.setTextCursor(self.cursorForPosition(event.position().toPoint()))
            self.verticalScrollBar().setValue(scrolled)

    def _claim(self, event: QKeyEvent) -> bool:
        """Undo, find and the like belong to the window, keys that change words to the page."""
        if keystroke_of(event) is None and not is_navigation(event):
            event.ignore()
            return False
        return super().event(event)

    def _press(self, keystroke: Keystroke) -> None:
        if self._typist is not None:
            self._typist.press(keystroke, self.textCursor())
            self.ensureCursorVisible()

    def _place_caret(self, place: Selection, side: Side) -> None:
        """Put the caret where dictation goes on."""
        if self.page is None or self.workspace is None:
            return
        position = self.page.position_of_words(place.provision, place.start, side)
        if position is not None:
            cursor = self.textCursor()
            cursor.setPosition(position)
            self.setTextCursor(cursor)

    def _caret_provision(self) -> str:
        return self.page.provision_at(self.textCursor().block()) if self.page else ""

    def _take_in_hand(self, provision: str) -> None:
        """Put the caret back into a provision whose block went elsewhere."""
        position = self.page.position_of(provision, 0) if self.page else None
        if position is None:
            self._caret_moved()
            return
        cursor = self.textCursor()
        cursor.setPosition(position)
        self.setTextCursor(cursor)

    def _stay_in_view(self) -> None:
        """Keep the caret out of blocks that are not shown."""
        if self.page is None:
            return
        block = self.textCursor().block()
        self.page.freshen(block.blockNumber(), block.blockNumber())
        shown = self.page.block_in_view(block)
        if shown != block:
            self.setTextCursor(QTextCursor(shown))

    def _allow_typing(self) -> None:
        flags = Qt.TextInteractionFlag.TextSelectableByMouse
        flags |= Qt.TextInteractionFlag.TextSelectableByKeyboard
        if self._view in EDITED_VIEWS:
            flags = Qt.TextInteractionFlag.TextEditorInteraction
        self.setTextInteractionFlags(flags)

    def _caret_moved(self) -> None:
        if self.page is None or self._decoration is None or self.workspace is None:
            return
        if self._typist is not None:
            self._typist.caret_moved()
        if self._teller is not None:
            self._teller.tell_at_caret()
        provision = self._caret_provision()
        if provision and provision != self._decoration.lit:
            self._decoration.lit = provision
            self.viewport().update()
            self.provision_entered.emit(provision)

    def _font_size(self) -> float:
        return _FONT_SIZE * self._zoom / 100

    def _fit_width(self) -> None:
        """Centre the sheet; the words are never wider than comfortable."""
        if self.page is None or self._decoration is None:
            return
        width = float(self.viewport().width())
        sheet = sheet_in(width, self._font_size() * self.logicalDpiX() / 72)
        self._decoration.sheet = sheet
        self.page.layout.set_width(width, sheet.words_left, sheet.words_right)

    def _draw_paper(self, page: PageDocument, decoration: Decoration) -> None:
        painter = QPainter(self.viewport())
        height = page.layout.documentSize().height()
        scrolled = self.verticalScrollBar().value()
        draw_sheet(painter, decoration.sheet, height, scrolled, self._theme)
        painter.end()

    def _restyle(self) -> None:
        if self.page is not None and self._in_view is not None:
            with self._in_view.kept():
                self.page.restyle(self._theme, self._solo)
        self.viewport().update()

    def _work_idle(self) -> None:
        if self.page is None or self._in_view is None:
            return
        with self._in_view.kept(), QSignalBlocker(self):
            are_left = self.page.freshen_some(_BLOCKS_AN_IDLE_SLICE)
        if not are_left:
            self._idle.stop()
