"""The second page: whose the files are, their authors, their colours."""

from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from editor.app.guided.in_hand import ImportInHand
from editor.app.guided.plan import FilePlan
from editor.app.guided.seen_file import SeenFile
from editor.app.import_kind import ImportKind
from editor.app.tracked_layers import FoundAuthor
from editor.ui.import_wizard.delegation_field import DelegationField, Sureness
from editor.ui.import_wizard.example import change_words
from editor.ui.import_wizard.import_words import counted, tr

_ALL = ""
"""The key of the field for all of a file."""


class Question(NamedTuple):
    """About an author or a look, or about all of a file: what is written already, if anything."""

    key: str
    words: str
    written: str
    sureness: Sureness


class WhosePage(QWidget):
    """`fields` are by file and by author or look."""

    changed = Signal()

    def __init__(self, in_hand: ImportInHand) -> None:
        super().__init__()
        self._in_hand = in_hand
        self.fields: dict[tuple[Path, str], DelegationField] = {}
        self.each_author: dict[Path, QCheckBox] = {}
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._area)

    @property
    def is_ready(self) -> bool:
        return all(each.is_settled for each in self.fields.values())

    @property
    def complaint(self) -> str:
        return "" if self.is_ready else tr("Say whose the words are, everywhere.")

    def show_files(self) -> None:
        """Ask about the files in hand."""
        self.fields.clear()
        self.each_author.clear()
        inner = QWidget()
        inner.setObjectName("cards")
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(14)
        for plan in self._in_hand.plans:
            if self._in_hand.needed(plan):
                column.addWidget(self._file(plan))
        column.addStretch()
        before = self._area.takeWidget()
        if before is not None:
            before.deleteLater()  # later: one of its boxes may have asked for this
        self._area.setWidget(inner)

    def take_focus(self) -> None:
        """To the first field that is not settled, else the first."""
        fields = list(self.fields.values())
        for each in [e for e in fields if not e.is_settled] or fields:
            line = each.choice.lineEdit()
            each.choice.setFocus()
            if line is not None:
                line.selectAll()
            return

    def _file(self, plan: FilePlan) -> QWidget:
        seen = self._in_hand.seen[plan.path]
        card = QWidget()
        card.setObjectName("card")
        card.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        grid = QGridLayout(card)
        grid.setContentsMargins(12, 10, 12, 12)
        grid.setHorizontalSpacing(14)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        title = QLabel(plan.path.name)
        title.setObjectName("cardTitle")
        grid.addWidget(title, 0, 0, 1, 2)
        if plan.kind is ImportKind.TRACKED and (
            len(seen.signers) > 1 or plan.delegation is not None
        ):
            grid.addWidget(self._each_author(plan), 1, 0, 1, 2)
        for each in self._questions(seen, plan):
            field = DelegationField(
                self._in_hand, plan.kind, each.written, each.words, each.sureness
            )
            field.changed.connect(lambda p=plan.path, k=each.key: self._choose(p, k))
            self.fields[plan.path, each.key] = field
            label = QLabel(each.words)
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setBuddy(field.choice)
            row = grid.rowCount()
            grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(field, row, 1)
        return card

    def _each_author(self, plan: FilePlan) -> QCheckBox:
        box = QCheckBox(tr("Each author speaks for a delegation"))
        box.setChecked(plan.delegation is None)
        box.toggled.connect(lambda yes, path=plan.path: self._choose_way(path, yes))
        self.each_author[plan.path] = box
        return box

    def _questions(self, seen: SeenFile, plan: FilePlan) -> list[Question]:
        if plan.kind is ImportKind.COLOURS:
            return [
                Question(
                    each.name,
                    _look_words(each.name, each.count, each.example),
                    plan.whose.get(each.name, ""),
                    Sureness.SURE if each.is_stated else Sureness.GUESSED,
                )
                for each in seen.looks
            ]
        if plan.kind is ImportKind.TRACKED and plan.delegation is None:
            return [
                Question(
                    each.author.name,
                    _author_words(seen, each),
                    plan.whose.get(each.author.name, ""),
                    _sureness(each),
                )
                for each in seen.authors
            ]
        words = tr("All of it") if plan.kind is not ImportKind.TRACKED else _all_words(seen)
        return [Question(_ALL, words, plan.delegation or "", Sureness.SURE)]

    def _choose(self, path: Path, key: str) -> None:
        plan, written = self._in_hand.plan_of(path), self.fields[path, key].written
        if plan.kind is not ImportKind.COLOURS and (
            plan.kind is not ImportKind.TRACKED or plan.delegation is not None
        ):
            self._in_hand.change(replace(plan, delegation=written))
        else:
            self._in_hand.change(replace(plan, whose={**plan.whose, key: written}))
        for each in self.fields.values():
            each.refresh()
        self.changed.emit()

    def _choose_way(self, path: Path, each_author: bool) -> None:
        plan, seen = self._in_hand.plan_of(path), self._in_hand.seen[path]
        if each_author:
            suggested = {each.author.name: each.suggestion for each in seen.authors}
            whose = {name: plan.whose.get(name) or guess for name, guess in suggested.items()}
            self._in_hand.change(replace(plan, delegation=None, whose=whose))
        else:
            first = next((name for name in plan.whose.values() if name), "")
            self._in_hand.change(replace(plan, delegation=first))
        self.show_files()
        self.take_focus()
        self.changed.emit()


def _sureness(found: FoundAuthor) -> Sureness:
    if found.is_certain:
        return Sureness.SURE
    return Sureness.GUESSED if found.author.changes else Sureness.OPTIONAL


def _author_words(seen: SeenFile, found: FoundAuthor) -> str:
    """`Maria Keller: 12 changes, 2 comments`, and the first change in words."""
    author = found.author
    counts = [counted("%n change(s)", author.changes)] if author.changes else []
    if author.comments:
        counts.append(counted("%n comment(s)", author.comments))
    first = next((e for e in seen.changes if e.author == author.name and e.text.strip()), None)
    example = f"\n{change_words(first)}" if first is not None else ""
    return f"{author.name or tr('No name')}: {', '.join(counts)}{example}"


def _all_words(seen: SeenFile) -> str:
    names = ", ".join(each.author.name or "—" for each in seen.signers)
    number = sum(each.author.changes for each in seen.signers)
    return tr("All {changes}, signed {names}").format(
        changes=counted("%n change(s)", number), names=names
    )


def _look_words(look: str, count: int, words: str) -> str:
    return tr("{look}, {times}: “{words}”").format(
        look=look.capitalize(), times=counted("%n time(s)", count), words=words
    )
