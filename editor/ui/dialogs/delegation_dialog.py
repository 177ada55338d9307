"""Adding a delegation, or changing one."""

from dataclasses import replace

from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from editor.negotiation.commands.delegations import AddDelegation, ChangeDelegation, free_colour
from editor.negotiation.delegation import CHAIR_ID, Delegation, DelegationKind
from editor.negotiation.session import Session
from editor.ui.colours import COLOURS, Theme
from editor.ui.dialogs.delegation_checks import DelegationChecks
from editor.ui.dialogs.dialog_words import tr
from editor.ui.dialogs.form import Form
from editor.ui.swatch import swatch


class DelegationDialog(Form):
    """`command` adds or changes it. A name that papers use fills in its code, kind and members."""

    def __init__(
        self,
        session: Session,
        theme: Theme,
        delegation: Delegation | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Without a `delegation`, one is added."""
        super().__init__(tr("Change delegation") if delegation else tr("Add delegation"), parent)
        self._before = delegation
        shown = delegation or Delegation("", "", "", colour=free_colour(session))
        self.name = QLineEdit(shown.name)
        self.code = QLineEdit(shown.code)
        self.kind = QComboBox()
        self.written = QLineEdit("; ".join(shown.as_written))
        self.colour = QComboBox()
        self._shown_colour = -1 if shown.colour is None else shown.colour % COLOURS
        others = [d for d in session.delegations.values() if d.id not in (shown.id, CHAIR_ID)]
        self._others = sorted(others, key=lambda each: session.rank_of[each.id])
        self.members = DelegationChecks(self._others, shown.members, tr("Members"))
        self._fill(shown, theme)
        self._show_fields()

    def command(self) -> AddDelegation | ChangeDelegation:
        """What was asked for."""
        code, name = self.code.text().strip(), self.name.text().strip()
        kind = DelegationKind(self.kind.currentData())
        members = self.members.chosen if kind is DelegationKind.GROUP else ()
        if self._before is None:
            return AddDelegation(code, name or code, kind, members)
        return ChangeDelegation(
            replace(
                self._before,
                code=code,
                name=name or code,
                kind=kind,
                members=members,
                colour=self._chosen_colour(self._before),
                as_written=tuple(w.strip() for w in self.written.text().split(";") if w.strip()),
            )
        )

    def _chosen_colour(self, before: Delegation) -> int | None:
        """That of before if nobody chose another: it may be none, or lie beyond the palette."""
        chosen = self.colour.currentIndex()
        return before.colour if chosen == self._shown_colour else chosen

    def _fill(self, shown: Delegation, theme: Theme) -> None:
        kinds = {
            DelegationKind.STATE: tr("State"),
            DelegationKind.GROUP: tr("Group that speaks as one"),
            DelegationKind.OBSERVER: tr("Observer"),
        }
        if shown.kind is DelegationKind.CHAIR:
            kinds = {DelegationKind.CHAIR: tr("Chair")}
        for kind, words in kinds.items():
            self.kind.addItem(words, kind)
        self.kind.setCurrentIndex(self.kind.findData(shown.kind))
        self.colour.setIconSize(QSize(34, 14))
        for index in range(COLOURS):
            icon = QIcon(swatch(index, theme, QSize(34, 14), self.devicePixelRatioF()))
            self.colour.addItem(icon, tr("{n}").format(n=index + 1))
        self.colour.setPlaceholderText(tr("None"))
        self.colour.setCurrentIndex(self._shown_colour)
        self.code.setMaxLength(12)
        self.written.setPlaceholderText(tr("As papers write it; several separated by ;"))
        for words, field in (
            (tr("Name"), self.name),
            (tr("Code"), self.code),
            (tr("Kind"), self.kind),
            (tr("Members"), self.members),
            (tr("Also written"), self.written),
            (tr("Colour"), self.colour),
        ):
            field.setAccessibleName(words)
            self.fields.addRow(words, field)
        self.finish(tr("Keep") if self._before else tr("Add"))
        self.kind.currentIndexChanged.connect(self._show_fields)
        self.code.textChanged.connect(self._show_fields)
        self.name.editingFinished.connect(self._recognise)

    def _recognise(self) -> None:
        """Fill in what the United Nations call it, if they know it."""
        if self.code.text().strip() or not self.name.text().strip():
            return
        from editor.importers.delegations import entry_of  # loads some hundred names
        from editor.importers.names import load_names

        names = load_names()
        found = names.find(self.name.text().strip())
        if found is not None:
            self.code.setText(found.code)
            self.kind.setCurrentIndex(max(0, self.kind.findData(found.kind)))
            for each in self._others:
                entry = entry_of(each, names)
                if entry is not None and entry.code in found.members:
                    self.members.tick(each.id)

    def _show_fields(self) -> None:
        kind = self.kind.currentData()
        self.fields.setRowVisible(self.members, kind == DelegationKind.GROUP)
        self.fields.setRowVisible(self.written, self._before is not None)
        self.fields.setRowVisible(self.colour, self._before is not None)
        self.accept_button.setEnabled(bool(self.code.text().strip()))
