"""The first page: which files, what each is, and how a compilation is marked up."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from editor.app.guided.in_hand import ImportInHand
from editor.app.guided.plan import FilePlan
from editor.app.guided.seen_file import SeenFile
from editor.app.import_kind import ImportKind
from editor.errors import KnownError
from editor.importers.house_styles.guess import PROFILE_NAMES
from editor.ui.dialogs.file_field import documents_filter
from editor.ui.import_wizard.example import example
from editor.ui.import_wizard.import_words import (
    fault_words,
    kind_hint,
    kind_words,
    profile_words,
    tr,
)
from editor.ui.list_rows import choose_row, list_with, take_what_is_left
from editor.ui.wording import worded

_PATH = Qt.ItemDataRole.UserRole
_FILES_HEIGHT = 104
_PROFILES_HEIGHT = 118


class WhatPage(QWidget):
    """Changes what is in hand as soon as something is chosen."""

    changed = Signal()
    files_chosen = Signal(list)

    def __init__(self, in_hand: ImportInHand) -> None:
        super().__init__()
        self._in_hand = in_hand
        self._failed: dict[Path, KnownError] = {}
        self.add = QPushButton(tr("&Add Files…"))
        self.remove = QPushButton(tr("&Remove"))
        self.files = _list(
            tr("Files"), ((tr("File"), 220), (tr("What it is"), 260), (tr("Whose"), 100))
        )
        self.kind = QComboBox()
        self.hint = _hint()
        self.profiles = _list(
            tr("How it is marked up"),
            ((tr("Marks"), 215), (tr("Found"), 56), (tr("What they mean"), 300)),
        )
        self.remembered = _hint()
        self.example = QLabel()
        self.example.setObjectName("reason")
        self.example.setWordWrap(True)
        self.example.setTextFormat(Qt.TextFormat.PlainText)
        self._details = QWidget()
        self._lay_out()
        self.add.clicked.connect(self._browse)
        self.remove.clicked.connect(self._remove)
        self.files.currentItemChanged.connect(lambda *_: self._show_details())
        self.kind.activated.connect(self._choose_kind)
        self.profiles.currentItemChanged.connect(lambda *_: self._choose_profile())

    def fail(self, path: Path, error: KnownError) -> None:
        """A file cannot be read: say why, and go on without it."""
        self._failed[path] = error

    @property
    def is_ready(self) -> bool:
        return self._in_hand.fault is None

    @property
    def complaint(self) -> str:
        """What is missing, in words."""
        fault = self._in_hand.fault
        return fault_words(fault) if fault else ""

    def show_files(self, chosen: Path | None = None) -> None:
        """Show what is in hand, with a file chosen or the one before."""
        current = chosen or self._path
        self.files.blockSignals(True)
        self.files.clear()
        for plan in self._in_hand.plans:
            self.files.addTopLevelItem(self._row(plan))
        for path, error in self._failed.items():
            row = QTreeWidgetItem([path.name, worded(error), ""])
            row.setData(0, _PATH, path)
            row.setToolTip(1, worded(error))
            self.files.addTopLevelItem(row)
        paths = [*(plan.path for plan in self._in_hand.plans), *self._failed]
        choose_row(self.files, paths.index(current) if current in paths else 0)
        self.files.blockSignals(False)
        self._show_details()

    def take_focus(self) -> None:
        """Where the keyboard is wanted first."""
        (self.files if self._in_hand.plans else self.add).setFocus()

    @property
    def _path(self) -> Path | None:
        row = self.files.currentItem()
        return row.data(0, _PATH) if row is not None else None

    def _row(self, plan: FilePlan) -> QTreeWidgetItem:
        seen = self._in_hand.seen[plan.path]
        row = QTreeWidgetItem([plan.path.name, kind_words(plan.kind), whose_words(seen, plan)])
        row.setData(0, _PATH, plan.path)
        row.setToolTip(0, str(plan.path))
        row.setToolTip(2, row.text(2))
        return row

    def _show_details(self) -> None:
        path = self._path
        self.remove.setEnabled(path is not None)
        seen = self._in_hand.seen.get(path) if path else None
        self._details.setVisible(seen is not None)
        if seen is None or path is None:
            return
        plan = self._in_hand.plan_of(path)
        self.kind.clear()
        for each in seen.kinds:
            self.kind.addItem(kind_words(each), each)
        self.kind.setCurrentIndex(self.kind.findData(plan.kind))
        self.hint.setText(kind_hint(plan.kind, seen.is_own, bool(seen.signers)))
        is_marked = plan.kind is ImportKind.COMPILATION and not seen.is_own
        self.profiles.setVisible(is_marked)
        if is_marked:
            self._show_profiles(seen, plan)
        known = is_marked and self._in_hand.is_remembered(path)
        self.remembered.setVisible(known)
        self.remembered.setText(tr("As you chose for files that are called like this one."))
        words = example(seen, plan)
        self.example.setText(words)
        self.example.setVisible(bool(words))

    def _show_profiles(self, seen: SeenFile, plan: FilePlan) -> None:
        self.profiles.blockSignals(True)
        self.profiles.clear()
        for name in PROFILE_NAMES:
            marks, meaning = profile_words(name)
            number = sum(e.count for e in seen.marks.examples(name)) if seen.marks else 0
            row = QTreeWidgetItem([marks, str(number) if number else "—", meaning])
            row.setData(0, _PATH, name)
            row.setToolTip(2, meaning)
            self.profiles.addTopLevelItem(row)
            if name == plan.profile:
                self.profiles.setCurrentItem(row)
        self.profiles.blockSignals(False)

    def _choose_kind(self) -> None:
        if self._path is not None:
            self._in_hand.take_as(self._path, ImportKind(self.kind.currentData()))
            self.show_files()
            self.changed.emit()

    def _choose_profile(self) -> None:
        row, path = self.profiles.currentItem(), self._path
        if row is None or path is None:
            return
        self._in_hand.choose_profile(path, str(row.data(0, _PATH)))
        self.remembered.hide()
        self.example.setText(example(self._in_hand.seen[path], self._in_hand.plan_of(path)))
        self.example.show()
        self.changed.emit()

    def _browse(self) -> None:
        chosen, _ = QFileDialog.getOpenFileNames(self, tr("Files"), "", documents_filter())
        if chosen:
            self.files_chosen.emit([Path(each) for each in chosen])

    def _remove(self) -> None:
        if self._path is not None:
            self._failed.pop(self._path, None)
            self._in_hand.remove(self._path)
            self.show_files()
            self.changed.emit()

    def _lay_out(self) -> None:
        for button in (self.add, self.remove):
            button.setAutoDefault(False)
        self.files.setFixedHeight(_FILES_HEIGHT)
        self.profiles.setMinimumHeight(_PROFILES_HEIGHT)
        take_what_is_left(self.profiles)
        self.profiles.setMaximumHeight(232)
        self.kind.setAccessibleName(tr("What it is"))
        top = QHBoxLayout()
        top.addWidget(self.add)
        top.addWidget(self.remove)
        top.addStretch()
        form = QFormLayout()
        form.setSpacing(8)
        label = QLabel(tr("&What it is"))
        label.setBuddy(self.kind)
        form.addRow(label, self.kind)
        details = QVBoxLayout(self._details)
        details.setContentsMargins(0, 4, 0, 0)
        details.setSpacing(6)
        details.addLayout(form)
        details.addWidget(self.hint)
        details.addWidget(self.profiles, 10)
        details.addWidget(self.remembered)
        details.addWidget(self.example)
        details.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(top)
        layout.addWidget(self.files)
        layout.addWidget(self._details, 100)
        layout.addStretch(1)


def whose_words(seen: SeenFile, plan: FilePlan) -> str:
    """Whose a file is, as far as it is known: `NOR`, `Ana → CAN, Ben → ?`."""
    match plan.kind:
        case ImportKind.TRACKED if plan.delegation is None:
            parts = [
                f"{each.author.name or '—'} → {plan.whose.get(each.author.name) or '?'}"
                for each in seen.signers
            ]
            return ", ".join(parts)
        case ImportKind.COLOURS:
            return ", ".join(f"{e.name} → {plan.whose.get(e.name) or '?'}" for e in seen.looks)
        case ImportKind.TABLE if seen.names_delegations:
            return tr("as the table says")
        case ImportKind.LAYER | ImportKind.TRACKED | ImportKind.TABLE:
            return plan.delegation or "?"
    return ""


def _list(name: str, columns: tuple[tuple[str, int], ...]) -> QTreeWidget:
    view = list_with(name, columns)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setTextElideMode(Qt.TextElideMode.ElideRight)
    return view


def _hint() -> QLabel:
    label = QLabel()
    label.setObjectName("hint")
    label.setWordWrap(True)
    return label
