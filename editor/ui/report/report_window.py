"""The import report: what was understood, what was guessed, what was remarked."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTabWidget,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from editor.negotiation.commands.confirming import ConfirmReading
from editor.negotiation.session import Session
from editor.ui.list_rows import list_with, show_rows
from editor.ui.proposals.codes import codes_of
from editor.ui.proposals.kind_words import kind_words, label_of
from editor.ui.proposals.reading_words import sureness
from editor.ui.proposals.words import plain, proposal_words
from editor.ui.report.report_facts import (
    FileFacts,
    Guess,
    Remark,
    files_of,
    guesses_of,
    remarks_of,
)
from editor.ui.trays.unread_words import unread_words

_PLACE = Qt.ItemDataRole.UserRole
_MOST_CODES = 6


class ReportWindow(QDialog):
    """Beside the desk: Enter or a double click goes to the proposal or the provision."""

    proposal_chosen = Signal(str, str)
    """The ids of a provision and of the proposal on it, "" for the provision alone."""
    command_asked = Signal(object)
    correction_asked = Signal(str)
    trays_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Import report"))
        self.setModal(False)
        self.resize(860, 520)
        self._said = QLabel()
        self._said.setWordWrap(True)
        self.files = _list(
            self.tr("Imported files"),
            (
                (self.tr("File"), 200),
                (self.tr("Proposals"), 80),
                (self.tr("Of whom"), 170),
                (self.tr("Annotations"), 95),
                (self.tr("Understood"), 90),
                (self.tr("Guessed"), 75),
                (self.tr("Left"), 50),
            ),
        )
        self.guesses = _list(
            self.tr("Guesses"),
            (
                (self.tr("Provision"), 80),
                (self.tr("Sure"), 60),
                (self.tr("Line"), 60),
                (self.tr("Words of the paper"), 300),
                (self.tr("Read as"), 300),
            ),
        )
        self.remarks = _list(
            self.tr("Remarks"),
            (
                (self.tr("Provision"), 80),
                (self.tr("Line"), 60),
                (self.tr("Remark"), 330),
                (self.tr("Words"), 300),
            ),
        )
        self.tabs = QTabWidget()
        self.right = QPushButton(self.tr("It Is Right"))
        self.correct = QPushButton(self.tr("Correct…"))
        self.trays = QPushButton(self.tr("What Was Set Aside…"))
        self._fill()

    @property
    def said(self) -> str:
        """The summary in one sentence or two."""
        return self._said.text()

    def show_session(self, session: Session) -> None:
        """Show what the session says now of its imports."""
        files, guesses, remarks = files_of(session), guesses_of(session), remarks_of(session)
        self._show_summary(files, guesses)
        self.files.clear()
        self.files.addTopLevelItems([self._file_row(session, each) for each in files])
        show_rows(self.guesses, [self._guess_row(session, each) for each in guesses])
        show_rows(self.remarks, [self._remark_row(session, each) for each in remarks])
        self.tabs.setTabText(0, _counted(self.tr("Guesses to check"), len(guesses)))
        self.tabs.setTabText(1, _counted(self.tr("Remarks"), len(remarks)))
        self.right.setEnabled(bool(guesses))
        self.correct.setEnabled(bool(guesses))

    def _show_summary(self, files: Sequence[FileFacts], guesses: Sequence[Guess]) -> None:
        counted = [each.counts for each in files if each.counts]
        words = self.tr("Nothing has been imported into this session.")
        if files and not counted:
            words = self.tr("The imported files are whole texts: nothing in them was guessed.")
        elif counted:
            words = self.tr(
                "{understood} of {all} annotations were understood, {guessed} guessed, {left} left "
                "as they are. Guesses still to be compared with the paper: {open}."
            ).format(
                understood=sum(each.understood for each in counted),
                all=sum(each.annotations for each in counted),
                guessed=sum(each.guessed for each in counted),
                left=sum(each.left for each in files),
                open=len(guesses),
            )
        self._said.setText(words)

    def _file_row(self, session: Session, facts: FileFacts) -> QTreeWidgetItem:
        counts = facts.counts
        codes = codes_of(session, facts.sponsors[:_MOST_CODES], ", ")
        if len(facts.sponsors) > _MOST_CODES:
            codes = self.tr("%n delegation(s)", "", len(facts.sponsors))
        numbers: tuple[str, ...] = ("—",) * 4
        if counts is not None:
            known = (counts.annotations, counts.understood, counts.guessed, facts.left)
            numbers = tuple(str(each) for each in known)
        row = QTreeWidgetItem([facts.file.name, str(facts.proposals), codes, *numbers])
        row.setToolTip(0, facts.file.name)
        row.setToolTip(2, codes_of(session, facts.sponsors, ", "))
        return row

    def _guess_row(self, session: Session, guess: Guess) -> QTreeWidgetItem:
        amendment, origin = guess.amendment, guess.origin
        words = f"{kind_words(session, amendment)} {plain(proposal_words(session, amendment))}"
        read = f"{codes_of(session, amendment.sponsors, ', ')}: {words.strip()}"
        label = label_of(session, amendment.provision)
        row = QTreeWidgetItem([label, sureness(origin), str(origin.line), origin.raw, read])
        row.setData(0, _PLACE, (amendment.provision, amendment.id))
        _explain(row, origin.file, 2)
        return row

    def _remark_row(self, session: Session, remark: Remark) -> QTreeWidgetItem:
        label = label_of(session, remark.provision) if remark.provision else "—"
        line = str(remark.line) if remark.line else "—"
        row = QTreeWidgetItem([label, line, unread_words(remark.code), remark.words])
        row.setData(0, _PLACE, (remark.provision, ""))
        _explain(row, remark.file, 1)
        return row

    def _go(self, row: QTreeWidgetItem) -> None:
        provision, amendment = row.data(0, _PLACE)
        if provision:
            self.proposal_chosen.emit(provision, amendment)

    def _confirm(self) -> None:
        chosen = tuple(row.data(0, _PLACE)[1] for row in self.guesses.selectedItems())
        if chosen:
            self.command_asked.emit(ConfirmReading(tuple(dict.fromkeys(chosen))))

    def _correct(self) -> None:
        row = self.guesses.currentItem()
        if row is not None:
            self._go(row)
            self.correction_asked.emit(row.data(0, _PLACE)[1])

    def _fill(self) -> None:
        self.files.setMaximumHeight(120)
        self.files.setSelectionMode(QTreeWidget.SelectionMode.NoSelection)
        self.files.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.right.setToolTip(self.tr("The chosen guesses are what the paper says"))
        self.correct.setToolTip(self.tr("Say what the paper says"))
        for button, slot in (
            (self.right, self._confirm),
            (self.correct, self._correct),
            (self.trays, self.trays_asked),
        ):
            button.setAutoDefault(False)
            button.clicked.connect(slot)
        for view in (self.guesses, self.remarks):
            view.itemActivated.connect(self._go)
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        for view, buttons in (
            (self.guesses, (self.right, self.correct)),
            (self.remarks, (self.trays,)),
        ):
            self.tabs.addTab(_tab(view, buttons), "")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 12, 14, 12)
        layout.setSpacing(10)
        layout.addWidget(self._said)
        layout.addWidget(self.files)
        layout.addWidget(self.tabs, 1)
        self.guesses.setFocus()


def _list(name: str, columns: Sequence[tuple[str, int]]) -> QTreeWidget:
    view = list_with(name, columns)
    view.setSelectionMode(QTreeWidget.SelectionMode.ExtendedSelection)
    return view


def _tab(view: QTreeWidget, buttons: Sequence[QPushButton]) -> QWidget:
    tab = QWidget()
    foot = QHBoxLayout()
    foot.addStretch()
    for button in buttons:
        foot.addWidget(button)
    layout = QVBoxLayout(tab)
    layout.setContentsMargins(0, 10, 0, 0)
    layout.addWidget(view, 1)
    layout.addLayout(foot)
    return tab


def _explain(row: QTreeWidgetItem, file: str, line_column: int) -> None:
    """The whole of each cell as a tooltip, with the name of the file at its line."""
    for column in range(row.columnCount()):
        row.setToolTip(column, row.text(column))
    row.setToolTip(line_column, file)


def _counted(title: str, number: int) -> str:
    return f"{title} {number}" if number else title
