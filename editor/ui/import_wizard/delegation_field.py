"""A field for whose words are: a delegation of the session, of the book of names, or a new one."""

from enum import Enum, auto

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QCompleter, QLabel, QVBoxLayout, QWidget

from editor.app.formatted_layers import ORDINARY
from editor.app.guided.in_hand import ImportInHand
from editor.app.guided.speakers import Meaning, meant
from editor.app.import_kind import ImportKind
from editor.negotiation.delegation import CHAIR_ID
from editor.ui.import_wizard.import_words import tr


class Sureness(Enum):
    """How sure it is whose the words are."""

    SURE = auto()
    GUESSED = auto()
    OPTIONAL = auto()
    """It may stay open."""


class DelegationField(QWidget):
    """`written` is what was chosen or typed. A name that nobody knows needs one more tick."""

    changed = Signal()

    def __init__(
        self, in_hand: ImportInHand, kind: ImportKind, written: str, name: str, sureness: Sureness
    ) -> None:
        """`name` says to a screen reader what the field is about."""
        super().__init__()
        self._in_hand = in_hand
        self._kind = kind
        self._optional = sureness is Sureness.OPTIONAL
        self._guess = written if sureness is Sureness.GUESSED else ""
        self.choice = QComboBox()
        self.choice.setEditable(True)
        self.choice.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.choice.setAccessibleName(name)
        self.choice.setMinimumContentsLength(22)
        self.choice.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.hint = QLabel()
        self.hint.setObjectName("hint")
        self.hint.setWordWrap(True)
        self.agree = QCheckBox()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        for widget in (self.choice, self.hint, self.agree):
            layout.addWidget(widget)
        self._fill(written)
        self.choice.currentTextChanged.connect(self._typed)
        self.agree.toggled.connect(self._agreed)
        self._show()

    @property
    def written(self) -> str:
        """A code, ORDINARY, or a name as it was typed."""
        text = self.choice.currentText().strip()
        number = self.choice.findText(text)
        return str(self.choice.itemData(number)) if number >= 0 else text

    @property
    def is_settled(self) -> bool:
        written = self.written
        if not written and self._optional:
            return True
        return self._in_hand.is_whose(written, self._kind)

    def refresh(self) -> None:
        """What is agreed elsewhere holds here too."""
        self._show()

    def _fill(self, written: str) -> None:
        session = self._in_hand.session
        rank = session.rank_of
        for each in sorted(session.delegations.values(), key=lambda d: rank[d.id]):
            if each.id != CHAIR_ID:
                self.choice.addItem(f"{each.code}   {each.name}", each.code)
        if self._kind is ImportKind.COLOURS:
            self.choice.addItem(tr("Ordinary words"), ORDINARY)
        line = self.choice.lineEdit()
        assert line is not None
        placeholder = tr("Nobody in particular") if self._optional else tr("Choose or type a name")
        line.setPlaceholderText(placeholder)
        completer = QCompleter(self.choice.model(), self.choice)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.choice.setCompleter(completer)
        number = self.choice.findData(written) if written else -1
        self.choice.setCurrentIndex(number)
        if number < 0:
            self.choice.setEditText(written)

    def _typed(self) -> None:
        self._show()
        self.changed.emit()

    def _agreed(self, yes: bool) -> None:
        names = self._in_hand.agreed
        names.add(self.written) if yes else names.discard(self.written)
        self.changed.emit()

    def _show(self) -> None:
        written = self.written
        found = meant(self._in_hand.session, written)
        is_word = written in ("", ORDINARY)
        is_new = found.meaning is Meaning.UNKNOWN and not is_word
        words = {
            Meaning.IN_BOOK: tr("{name}, new in this session."),
            Meaning.RESEMBLES: tr("Read as {name}."),
            Meaning.SEVERAL: tr("These are several delegations; a layer is of one."),
        }.get(found.meaning, "")
        if self._guess and written == self._guess:
            words = tr("Guessed: {name}")
        self.hint.setText("" if is_word else words.format(name=found.name))
        self.hint.setVisible(bool(self.hint.text()))
        self.agree.setVisible(is_new)
        self.agree.setText(tr("“{name}” is a new delegation").format(name=written))
        self.agree.blockSignals(True)
        self.agree.setChecked(written in self._in_hand.agreed)
        self.agree.blockSignals(False)
