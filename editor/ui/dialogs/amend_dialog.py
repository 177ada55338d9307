"""Amending a proposal: its words as another delegation would have them."""

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QWidget

from editor.errors import KnownError
from editor.negotiation.amendment import Amendment
from editor.negotiation.commands.amending import Amend, amendable, amendment_to
from editor.negotiation.session import Session
from editor.text.unicode_form import in_form
from editor.ui.dialogs.delegation_box import DelegationBox
from editor.ui.dialogs.dialog_words import tr
from editor.ui.dialogs.entered_text import entered_text
from editor.ui.dialogs.form import Form
from editor.ui.page.entries import tag_of
from editor.ui.page.typed_text import typed_text
from editor.ui.wording import worded

_LINES = 3
_PADDING = 12


class AmendDialog(Form):
    """One field for each place where the proposal inserts words; `command` proposes what differs.
    Spaces around the words stay as they are while there are words."""

    def __init__(
        self, session: Session, target: Amendment, speaker: str, parent: QWidget | None = None
    ) -> None:
        """`speaker` is the delegation chosen at first."""
        super().__init__(tr("Amend a proposal"), parent)
        self.setMinimumWidth(560)
        self._target = target
        self._before = amendable(target)
        of = tr("Change its words; what differs becomes an amendment to this proposal of {codes}.")
        hint = QLabel(of.format(codes=tag_of(session, target.sponsors)))
        hint.setObjectName("hint")
        hint.setWordWrap(True)
        self.body.insertWidget(1, hint)
        self.delegation = DelegationBox(session, speaker, with_chair=True)
        self.delegation.setToolTip(tr("Whose amendment it is"))
        self.add_field(tr("&Delegation"), self.delegation)
        self.words = [self._field(each) for each in self._before]
        self._shown = [entered_text(each) for each in self.words]
        for number, field in enumerate(self.words, start=1):
            name = tr("Words in place &{n}") if len(self.words) > 1 else tr("&Words")
            field.setToolTip(tr("The words of the proposal as they should read"))
            self.add_field(name.format(n=number), field)
        self._refusal = self.say("")
        self.finish(tr("Amend"))
        self._show_whether_ready()
        if self.words:
            self.words[0].setFocus()

    def command(self) -> Amend:
        """What was asked for."""
        return Amend(self.delegation.chosen, self._target.id, self._after())

    def _after(self) -> tuple[str, ...]:
        fields = zip(self._before, self._shown, self.words, strict=True)
        return tuple(_amended(old, shown, entered_text(field)) for old, shown, field in fields)

    def _field(self, text: str) -> QPlainTextEdit:
        field = QPlainTextEdit(text.strip())
        field.setTabChangesFocus(True)
        field.moveCursor(QTextCursor.MoveOperation.End)
        field.setFixedHeight(field.fontMetrics().lineSpacing() * _LINES + _PADDING)
        field.textChanged.connect(self._show_whether_ready)
        return field

    def _show_whether_ready(self) -> None:
        """Say at once what cannot be done, for what was typed would be gone with the dialog."""
        refusal = ""
        try:
            amendment_to(self._target, self._after())
        except KnownError as error:
            refusal = worded(error)
            if error.code == "changes_nothing":
                refusal = tr("Nothing is changed yet.")
        self._refusal.setText(refusal)
        self.accept_button.setEnabled(not refusal)


def _amended(old: str, shown: str, typed: str) -> str:
    if typed == shown:
        return old
    words = "\n".join(in_form("NFC", typed_text(each)) for each in typed.split("\n")).strip()
    if not words:
        return ""
    text = old.strip()
    return old.replace(text, words, 1) if text else words
