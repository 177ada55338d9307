"""The first thing a newcomer sees: ways to begin."""

from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from editor.ui.actions import Actions
from editor.ui.dropped_files import dropped_files

_WIDTH = 760


class StartPage(QWidget):
    """Buttons are the faces of actions; a file dropped anywhere is opened or imported."""

    open_asked = Signal(Path)
    forget_asked = Signal(str)
    files_asked = Signal()
    """A session is to be made from files; the guided import asks what they are."""
    pasted_asked = Signal()
    files_dropped = Signal(list)

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("desk")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAcceptDrops(True)
        self.buttons: dict[str, QPushButton] = {}
        self.menu_button = QToolButton()
        self.menu_button.setText("☰")
        self.menu_button.setAccessibleName(self.tr("Menu"))
        self.menu_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._recent = QVBoxLayout()
        self._recent.setSpacing(2)
        self._recent_title = QLabel(self.tr("RECENT"))
        self._recent_title.setObjectName("panelTitle")
        self._lay_out(actions)

    def show_recent(self, paths: tuple[str, ...]) -> None:
        """List the sessions opened last; those that are gone say so."""
        while (item := self._recent.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        self._recent_title.setVisible(bool(paths))
        for each in paths:
            self._recent.addWidget(self._recent_row(Path(each)))

    def focus_first(self) -> None:
        self.buttons["sample"].setFocus(Qt.FocusReason.OtherFocusReason)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_files(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        files = dropped_files(event)
        if files:
            event.acceptProposedAction()
            self.files_dropped.emit(files)

    def _recent_row(self, path: Path) -> QWidget:
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        button = QPushButton()
        button.setObjectName("recent")
        button.setText(f"{path.stem}      {path.parent}")
        button.setToolTip(str(path))
        button.setAccessibleName(self.tr("Open {path}").format(path=path))
        button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        button.clicked.connect(lambda: self.open_asked.emit(path))
        if not path.exists():
            button.setEnabled(False)
            button.setText(self.tr("{name}      not there any more").format(name=path.stem))
        forget = QToolButton()
        forget.setText("✕")
        forget.setToolTip(self.tr("Take it off this list"))
        forget.setAccessibleName(self.tr("Take {name} off this list").format(name=path.stem))
        forget.clicked.connect(lambda: self.forget_asked.emit(str(path)))
        layout.addWidget(button, 1)
        layout.addWidget(forget)
        return row

    def _lay_out(self, actions: Actions) -> None:
        column = QWidget()
        column.setMaximumWidth(_WIDTH)
        body = QVBoxLayout(column)
        body.setContentsMargins(24, 40, 24, 24)
        body.setSpacing(12)
        heading = QLabel("Rolling Text")
        heading.setObjectName("heading")
        about = QLabel(
            self.tr(
                "One text, every delegation’s wishes in it, and the compromise on the page the "
                "moment you switch them."
            )
        )
        about.setObjectName("hint")
        about.setWordWrap(True)
        body.addWidget(heading)
        body.addWidget(about)
        body.addSpacing(8)
        body.addLayout(self._ways(actions))
        body.addSpacing(14)
        body.addWidget(self._recent_title)
        body.addLayout(self._recent)
        body.addSpacing(10)
        hint = QLabel(self.tr("Or drop a session, a Word file or a text here."))
        hint.setObjectName("hint")
        body.addWidget(hint)
        body.addStretch()
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(column, 20)
        middle.addStretch(1)
        inner = QWidget()
        inner.setObjectName("cards")
        inner.setLayout(middle)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(inner)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 0, 0)
        layout.addWidget(self.menu_button, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(scroll, 1)

    def _ways(self, actions: Actions) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(10)
        ways = (
            (
                "sample",
                self.tr("Open the sample"),
                self.tr("A negotiation with all its difficulties, to try things on"),
                lambda: actions.open_sample.trigger(),
            ),
            (
                "compilation",
                self.tr("Import a compilation"),
                self.tr("A paper with everybody’s written comments, with or without its base"),
                self.files_asked.emit,
            ),
            (
                "base",
                self.tr("New from a file"),
                self.tr("A base text from Word, Markdown or plain text"),
                self.files_asked.emit,
            ),
            (
                "pasted",
                self.tr("New from pasted text"),
                self.tr("Copy the base text anywhere and paste it here"),
                self.pasted_asked.emit,
            ),
            (
                "open",
                self.tr("Open a session"),
                self.tr("A file that ends in .rolling"),
                lambda: actions.open_session.trigger(),
            ),
            (
                "fresh",
                self.tr("Fresh sample"),
                self.tr("Set your copy of the sample back to how it came; the old one is kept"),
                lambda: actions.fresh_sample.trigger(),
            ),
        )
        for number, (name, title, words, act) in enumerate(ways):
            button = _Way(title, words)
            button.clicked.connect(act)
            self.buttons[name] = button
            grid.addWidget(button, number // 2, number % 2)
        return grid


class _Way(QPushButton):
    """A large button with a title and a line below it."""

    def __init__(self, title: str, words: str) -> None:
        super().__init__()
        self.setObjectName("start")
        self.setAccessibleName(title)
        self.setAccessibleDescription(words)
        heading = QLabel(title)
        heading.setObjectName("subheading")
        below = QLabel(words)
        below.setObjectName("hint")
        below.setWordWrap(True)
        for label in (heading, below):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(3)
        layout.addWidget(heading)
        layout.addWidget(below)
        layout.addStretch()
        self.setMinimumHeight(86)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(300, 86)
