"""What happens when the program itself is at fault: it says so, and that nothing is lost."""

import sys
from collections.abc import Callable
from traceback import format_exception
from types import TracebackType

from PySide6.QtCore import QObject
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from editor.errors import KnownError
from editor.ui.dialogs.ask import tell
from editor.ui.wording import worded

Hook = Callable[[type[BaseException], BaseException, TracebackType | None], object]


class CrashDialog(QDialog):
    """No traceback unless asked."""

    def __init__(self, error: BaseException, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("A fault in the program"))
        self.setMinimumWidth(460)
        heading = QLabel(self.tr("Something in the program went wrong"))
        heading.setObjectName("subheading")
        words = QLabel(
            self.tr(
                "Every action before this one is saved in the session file. You can go on; if "
                "the window behaves strangely, close it and open the session again."
            )
        )
        words.setWordWrap(True)
        self.details = QPlainTextEdit("".join(format_exception(error)))
        self.details.setReadOnly(True)
        self.details.setMinimumHeight(220)
        self.details.setAccessibleName(self.tr("Details for a report"))
        self.details.hide()
        self.show_details = QPushButton(self.tr("Show Details"))
        self.show_details.setAutoDefault(False)
        self.show_details.clicked.connect(self._show_details)
        go_on = QPushButton(self.tr("Go On"))
        go_on.setObjectName("primary")
        go_on.setDefault(True)
        go_on.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.addWidget(self.show_details)
        foot.addStretch()
        foot.addWidget(go_on)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(12)
        for widget in (heading, words, self.details):
            layout.addWidget(widget)
        layout.addLayout(foot)

    def _show_details(self) -> None:
        self.details.show()
        self.show_details.hide()


class CrashHandling(QObject):
    """Takes the place of `sys.excepthook` until `end`."""

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._application = application
        self._before: Hook = sys.excepthook
        self._showing = False
        sys.excepthook = self._handle

    def end(self) -> None:
        sys.excepthook = self._before

    def _handle(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        self._before(kind, error, trace)
        window = self._application.activeWindow()
        if self._showing or issubclass(kind, KeyboardInterrupt):
            return
        self._showing = True
        try:
            if isinstance(error, KnownError):
                tell(window, self.tr("That cannot be done"), worded(error))
            else:
                CrashDialog(error, window).exec()
        finally:
            self._showing = False
