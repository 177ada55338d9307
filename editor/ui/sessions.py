"""Opening, making and closing sessions: one at a time in the window."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from editor.app.sample import fresh_sample, own_sample
from editor.app.settings import SettingsStore
from editor.app.tasks import Report
from editor.app.workspace import Workspace
from editor.errors import KnownError
from editor.ui.background import Background
from editor.ui.collector import collecting_later, leave_alone, look_again
from editor.ui.dialogs.ask import tell
from editor.ui.dialogs.author_dialog import AuthorDialog
from editor.ui.dialogs.file_field import session_filter
from editor.ui.dialogs.new_session_dialog import NewSessionDialog
from editor.ui.opening import open_session_file
from editor.ui.post_to_window import PostToWindow
from editor.ui.wording import worded

if TYPE_CHECKING:
    from editor.ui.import_wizard.wizard import ImportWizard

_SUFFIX = ".rolling"


class Sessions(QObject):
    """`workspace` is the open session, if there is one."""

    opened = Signal(object)
    imported = Signal()
    """In the session that is open now, made from files, something is left to be looked at."""
    closing = Signal()
    closed = Signal()

    def __init__(self, settings: SettingsStore, background: Background, window: QWidget) -> None:
        super().__init__(window)
        self._settings = settings
        self._background = background
        self._window = window
        self._post = PostToWindow(self)
        self.workspace: Workspace | None = None
        self.wizard: ImportWizard | None = None

    def open(self, path: Path) -> None:
        """Open a session file in place of the one that is open."""
        author = self._author()
        if self._is_at_work_in(path):
            return
        with collecting_later():
            self._open(path, author)
            leave_alone()

    def _is_at_work_in(self, path: Path) -> bool:
        """What is open for reading only can be opened again: the writer may have closed it."""
        file = self.workspace.file if self.workspace is not None else None
        return file is not None and not file.read_only and file.path == path.resolve()

    def _open(self, path: Path, author: str) -> None:
        file = open_session_file(path, author, self._window)
        if file is None:
            return
        try:
            workspace = Workspace(file, author, self._post)
        except BaseException:
            file.close()
            raise
        self.close()
        self.workspace = workspace
        self._settings.keep(self._settings.current.with_recent(path))
        self.opened.emit(self.workspace)

    def ask_and_open(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(
            self._window, self.tr("Open a session"), str(documents_folder()), session_filter()
        )
        if chosen:
            self.open(Path(chosen))

    def ask_name(self) -> None:
        """Ask who works here; what is done from now on stands under that name."""
        dialog = AuthorDialog(self._settings.current.author, self._window)
        kept = dialog.exec()
        name = dialog.name.text().strip() if kept else self._settings.current.author
        self._settings.keep(self._settings.current.with_author(name))
        if self.workspace is not None:
            self.workspace.author = name

    def open_sample(self) -> None:
        """The user's own copy of the sample, with its changes."""
        self._open_made(own_sample)

    def open_fresh_sample(self) -> None:
        """A new copy of the sample; the one in use before is kept under another name."""
        if self.workspace is not None:
            self.close()
        self._open_made(fresh_sample)

    def begin_from_pasted(self) -> None:
        """Ask for a text and where its session is to be, and make that."""
        dialog = NewSessionDialog(documents_folder(), self._window)
        if dialog.exec():
            self.begin(dialog.path, dialog.pasted.toPlainText())

    def begin_from_files(self, files: Sequence[Path] = ()) -> None:
        """Ask what the files are, and make a session from them."""
        from editor.ui.import_wizard.wizard import ImportWizard  # importers take long to load

        wizard = ImportWizard(None, documents_folder(), self._settings, files, parent=self._window)
        wizard.accepted.connect(self._make_imported)
        wizard.finished.connect(self._close_wizard)
        self.wizard = wizard
        wizard.open()

    def _make_imported(self) -> None:
        wizard = self.wizard
        if wizard is None or wizard.review is None or wizard.target_path is None:
            return
        incoming, open_items = wizard.review.settled(wizard.target_path), wizard.check.open_items

        def work(report: Report) -> Path:
            report("writing")
            return incoming.write_new()

        self._background.run(
            self.tr("Making {name}").format(name=incoming.path.name),
            self.tr("Nothing was made"),
            work,
            lambda path: self._open_imported(path, bool(open_items)),
        )

    def _close_wizard(self) -> None:
        if self.wizard is not None:
            self.wizard.deleteLater()
            self.wizard = None

    def begin(self, path: Path, text: str) -> None:
        """Make a session file at `path` with a pasted base text, or nothing at all."""
        if path.exists():
            tell(
                self._window,
                self.tr("Nothing was made"),
                worded(KnownError("exists", path=str(path))),
            )
            return

        def work(report: Report) -> Path:
            from editor.app.pasted_text import session_from_text  # importers take long to load

            return session_from_text(path, text, report)

        self._background.run(
            self.tr("Reading the pasted text"),
            self.tr("The pasted text was not imported"),
            work,
            self.open,
        )

    def receive(self, files: Sequence[Path]) -> None:
        """Files that were dropped on the start page: a session, or what one is made from."""
        session = next((each for each in files if each.suffix.lower() == _SUFFIX), None)
        if session is not None:
            self.open(session)
        else:
            self.begin_from_files(files)

    def close(self) -> None:
        """Write what is pending and let go of the session."""
        if self.workspace is not None:
            self.closing.emit()
            workspace, self.workspace = self.workspace, None
            workspace.close()
            self.closed.emit()
            look_again()

    def _open_imported(self, path: Path, is_open: bool) -> None:
        """`is_open` says that something in it is still to be looked at."""
        self.open(path)
        if self.workspace is not None and is_open:
            self.imported.emit()

    def _open_made(self, make: Callable[[], Path]) -> None:
        try:
            path = make()
        except KnownError as error:
            self._tell_of_sample(error)
        except OSError as error:
            name = self.tr("the sample")
            self._tell_of_sample(KnownError("file_unreadable", name=name, reason=str(error)))
        else:
            self.open(path)

    def _tell_of_sample(self, error: KnownError) -> None:
        tell(self._window, self.tr("The sample was not opened"), worded(error))

    def _author(self) -> str:
        """The name for the log, asked once."""
        current = self._settings.current
        if not current.author and not current.author_asked:
            self.ask_name()
        return self._settings.current.author


def documents_folder() -> Path:
    """Where the user keeps documents."""
    place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(place) if place and Path(place).is_dir() else Path.home()
