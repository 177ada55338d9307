"""The guided import: pages for what has to be asked, and nothing changed before the end."""

from collections.abc import Callable, Sequence
from enum import IntEnum
from pathlib import Path
from typing import TypeVar

from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from editor.app.guided.building import Fit, build, measure
from editor.app.guided.in_hand import ImportInHand
from editor.app.guided.reading_again import repaired, repairs_in, without_repair
from editor.app.guided.review import Review
from editor.app.guided.review_item import ReviewItem
from editor.app.guided.said import Repair, corrections_of
from editor.app.guided.seen_file import SeenFile, look_at
from editor.app.reader_process import ReaderProcess
from editor.app.settings import SettingsStore
from editor.app.tasks import Report
from editor.errors import KnownError
from editor.negotiation.session import Heading, Session
from editor.ui.dialogs.file_endings import SESSION_ENDING, with_ending
from editor.ui.dialogs.file_field import FileField, session_filter
from editor.ui.dropped_files import dropped_files
from editor.ui.import_wizard.base_page import BasePage
from editor.ui.import_wizard.foot import Foot
from editor.ui.import_wizard.import_words import tr
from editor.ui.import_wizard.review_page import ReviewPage
from editor.ui.import_wizard.scrolled import scrolled
from editor.ui.import_wizard.shown_source import sources_of
from editor.ui.import_wizard.steps_bar import steps_bar
from editor.ui.import_wizard.what_page import WhatPage
from editor.ui.import_wizard.whose_page import WhosePage
from editor.ui.import_wizard.work import Work
from editor.ui.wording import worded

_WIDTH, _HEIGHT = 900, 600
Result = TypeVar("Result")
Looked = list[tuple[Path, SeenFile | KnownError]]


class Step(IntEnum):
    WHAT = 0
    WHOSE = 1
    BASE = 2
    REVIEW = 3


class ImportWizard(QDialog):
    """When it is accepted, `review` is the import to be taken over."""

    def __init__(
        self,
        session: Session | None,
        path: Path,
        settings: SettingsStore,
        files: Sequence[Path] = (),
        whose: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """Without a `session`, one is to be made, and `path` is the folder where it goes if the
        user says nothing. `whose` is the code of the delegation that the files are of, if that
        is known."""
        super().__init__(parent)
        self.setWindowTitle(tr("Import"))
        self.setAcceptDrops(True)
        self._settings = settings
        self._path = path
        self.is_new = session is None
        self.in_hand = ImportInHand(session or Session(), settings.current, whose)
        self.review: Review | None = None
        self._built: tuple[object, ...] = ()
        self._visited: list[Step] = []
        self._was_asked_whose = False
        self.target = FileField(tr("Session file"), session_filter(), saves=True)
        self._target_row = QWidget()
        self.what, self.whose = WhatPage(self.in_hand), WhosePage(self.in_hand)
        self.base, self.check = BasePage(self.in_hand), ReviewPage()
        self.pages = QStackedWidget()
        self.steps = [QPushButton() for _ in Step]
        self.foot = Foot()
        self.work = Work(self, self.foot.show_progress, self._failed, self._stopped)
        self._lay_out()
        self._connect()
        self._show(Step.WHAT)
        if files:
            self.add_files(files)

    @property
    def target_path(self) -> Path | None:
        """The session file that is to be made."""
        path = self.target.path
        return None if path is None else with_ending(path, SESSION_ENDING)

    @property
    def step(self) -> Step:
        return Step(self.pages.currentIndex())

    def add_files(self, files: Sequence[Path]) -> None:
        """Look at more files."""
        session = self.in_hand.session

        def look(report: Report) -> Looked:
            found: Looked = []
            with ReaderProcess(lambda: report("reading")) as process:
                for number, path in enumerate(files):
                    report("reading", number, len(files))
                    try:
                        found.append((path, look_at(session, path, process.read)))
                    except KnownError as error:
                        found.append((path, error))
            return found

        self._start(look, self._looked)

    def go_on(self) -> None:
        """To the next page that has something to ask, at last to the review, then to the end."""
        if not self.foot.next.isEnabled():
            return
        match self.step:
            case Step.WHAT if self.in_hand.asks_whose:
                self._enter(Step.WHOSE)
            case Step.WHAT | Step.WHOSE:
                self._measure()
            case Step.BASE if self.in_hand.must_measure:
                self._measure()
            case Step.BASE:
                self._build()
            case Step.REVIEW:
                self._settings.keep(self.in_hand.settings_after(self._settings.current))
                self.accept()

    def go_back(self) -> None:
        if self._visited and not self.work.is_busy:
            self._show(self._visited.pop())

    def reject(self) -> None:
        """Cancel and Esc: what is being read is stopped first; else the window closes."""
        if self.work.is_busy:
            self.work.stop()
        else:
            super().reject()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.step is Step.WHAT and not self.work.is_busy and dropped_files(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        files = dropped_files(event)
        if files:
            event.acceptProposedAction()
            self.add_files(files)

    def _looked(self, found: Looked) -> None:
        good = [seen for _, seen in found if isinstance(seen, SeenFile)]
        for path, seen in found:
            if isinstance(seen, KnownError):
                self.what.fail(path, seen)
        self.in_hand.add(good)
        if good and self.is_new and not self.target.was_typed:
            texts = [each.path for each in self.in_hand.plan.in_order]
            self.target.set_path(self._path / f"{texts[0].stem}{SESSION_ENDING}")
        self._show(Step.WHAT, found[0][0])

    def _measure(self) -> None:
        """See whether tracked files are on our base; go on at once if there are none."""
        if not self.in_hand.must_measure:
            self._measured(dict(self.in_hand.fits))
            return
        path, session, seen = self._session_path, self._session, dict(self.in_hand.seen)
        plan = self.in_hand.plan
        self._start(lambda report: measure(path, session, plan, seen, report), self._measured)

    def _measured(self, fits: dict[Path, Fit]) -> None:
        self.in_hand.fits = fits
        if self.step is Step.BASE and self.in_hand.differing:
            self._show(Step.BASE)
        elif self.step is not Step.BASE and (self.in_hand.differing or self.in_hand.asks_base):
            self._enter(Step.BASE)
        else:
            self._build()

    def _build(self) -> None:
        """Read everything, unless that was done already."""
        wanted = (self.in_hand.plan, self._session_path)
        if self.review is not None and wanted == self._built:
            self._enter(Step.REVIEW)
            return
        path, session, seen = self._session_path, self._session, dict(self.in_hand.seen)
        plan = self.in_hand.plan
        said = repairs_in(self.review.said, plan) if self.review else ()

        def bring(report: Report) -> Review:
            return Review(session, build(path, session, plan, seen, report), said)

        def done(review: Review) -> None:
            self.review, self._built = review, wanted
            self._enter(Step.REVIEW)

        self._start(bring, done)

    def _repair(self, repair: Repair) -> None:
        """Read everything again with a bracket mended; shows what it reads as."""
        review, plan, seen = self.review, self.in_hand.plan, dict(self.in_hand.seen)
        assert review is not None
        before = len(review.said)
        self._start(
            lambda report: repaired(review, repair, plan, seen, report),
            lambda again: self._reread(
                again, repair, again.item_of(repair), before + 1 - len(again.said)
            ),
        )

    def _take_back(self, repair: Repair) -> None:
        """Read everything again without the bracket that was mended last."""
        review, plan, seen = self.review, self.in_hand.plan, dict(self.in_hand.seen)
        assert review is not None
        self._start(
            lambda report: without_repair(review, repair, plan, seen, report),
            lambda again: self._reread(again, repair, repair.item, 0),
        )

    def _reread(self, review: Review, repair: Repair, chosen: ReviewItem | None, lost: int) -> None:
        self.in_hand.mend(repair.path, corrections_of(review.said, repair.path))
        self.review, self._built = review, (self.in_hand.plan, self._session_path)
        self._show(Step.REVIEW, item=chosen)
        self.check.tell_lost(lost)

    @property
    def _session(self) -> Session:
        """The session that is open, or an empty one called after its file."""
        if not self.is_new:
            return self.in_hand.session
        title = self._session_path.stem.replace("_", " ").strip()
        return Session(headings={"heading": Heading(title=title)})

    @property
    def _session_path(self) -> Path:
        return (self.target_path or self._path) if self.is_new else self._path

    def _start(self, work: Callable[[Report], Result], on_done: Callable[[Result], None]) -> None:
        self.pages.setEnabled(False)
        self.work.run(work, on_done)
        self._show_buttons()

    def _stopped(self) -> None:
        self._show(self.step)

    def _failed(self, error: KnownError) -> None:
        self._show(self.step)
        self.foot.show_fault(worded(error))

    def _enter(self, step: Step) -> None:
        self._visited.append(self.step)
        self._show(step)

    def _show(self, step: Step, chosen: Path | None = None, item: ReviewItem | None = None) -> None:
        self.pages.setEnabled(True)
        self.pages.setCurrentIndex(step)
        self._target_row.setVisible(self.is_new and step is Step.WHAT)
        match step:
            case Step.WHAT:
                self.what.show_files(chosen)
                self.what.take_focus()
            case Step.WHOSE:
                self.whose.show_files()
                self.whose.take_focus()
            case Step.BASE:
                self.base.show_files()
                self.base.take_focus()
            case Step.REVIEW:
                assert self.review is not None
                self.check.show_review(self.review, sources_of(self.in_hand), item)
                self.foot.next.setFocus()
                self.check.take_focus()
        self._show_steps()
        self._show_buttons()

    def _show_steps(self) -> None:
        for step, button in zip(Step, self.steps, strict=True):
            button.setChecked(step is self.step)
            is_open = step in self._visited or step is self.step
            can_ask = step is Step.WHOSE and self.step is Step.WHAT and bool(self.in_hand.plans)
            button.setEnabled(is_open or can_ask)

    def _show_buttons(self) -> None:
        self.foot.back.setVisible(bool(self._visited))
        self.foot.next.setText(tr("&Import") if self.step is Step.REVIEW else tr("&Next"))
        if self.work.is_busy:
            self.foot.show_busy()
        else:
            self.foot.show_ready(*self._readiness())

    def _readiness(self) -> tuple[bool, str]:
        """Whether one can go on from this page; what is missing, or what will happen."""
        if self.step is Step.REVIEW:
            left = tr("What is left open stays as it was read; the report lists it.")
            return True, left if self.check.open_items else ""
        page = (self.what, self.whose, self.base)[self.step]
        if not page.is_ready or not self.is_new:
            return page.is_ready, page.complaint
        target = self.target_path
        if target is None and self.step is Step.WHAT:
            return False, tr("Say where the session file is to be.")
        if target is not None and target.exists():
            return False, worded(KnownError("exists", path=str(target)))
        return True, page.complaint

    def _choose_step(self, step: Step) -> None:
        """A step behind, or whose the files are although nothing has to be asked."""
        if step is Step.WHOSE and self.step is Step.WHAT:
            self._enter(step)
        elif step in self._visited:
            del self._visited[self._visited.index(step) :]
            self._show(step)
        self._show_steps()

    def _changed(self) -> None:
        self._show_steps()
        self._show_buttons()

    def _connect(self) -> None:
        self.what.files_chosen.connect(self.add_files)
        for page in (self.what, self.whose, self.base, self.check):
            page.changed.connect(self._changed)
        self.check.repaired.connect(self._repair)
        self.check.repair_taken_back.connect(self._take_back)
        self.target.changed.connect(self._changed)
        self.foot.cancel.clicked.connect(self.reject)
        self.foot.back.clicked.connect(self.go_back)
        self.foot.next.clicked.connect(self.go_on)
        for step, button in zip(Step, self.steps, strict=True):
            button.clicked.connect(lambda _=False, s=step: self._choose_step(s))

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 14, 20, 14)
        layout.setSpacing(12)
        layout.addLayout(steps_bar(self.steps))
        label = QLabel(tr("&Session file"))
        label.setBuddy(self.target.line)
        row = QHBoxLayout(self._target_row)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(label)
        row.addWidget(self.target, 1)
        layout.addWidget(self._target_row)
        for page in (self.what, self.whose, self.base, self.check):
            self.pages.addWidget(scrolled(page))
        layout.addWidget(self.pages, 1)
        layout.addWidget(self.foot)
        screen = QGuiApplication.primaryScreen().availableGeometry()
        self.setMinimumSize(min(620, screen.width()), min(360, screen.height() - 40))
        self.resize(min(_WIDTH, screen.width() - 20), min(_HEIGHT, screen.height() - 60))
