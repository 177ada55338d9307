"""A proposal as it should have been read: where, what, whose."""

from dataclasses import replace

from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget

from editor.negotiation.amendment import START, Amendment, AmendmentKind, Sponsorship
from editor.negotiation.delegation import CHAIR_ID
from editor.negotiation.entering import inserted_text
from editor.negotiation.session import Session
from editor.ui.dialogs.delegation_checks import DelegationChecks
from editor.ui.dialogs.dialog_words import tr
from editor.ui.dialogs.edits_field import EditsField
from editor.ui.dialogs.entered_text import entered_text
from editor.ui.dialogs.form import Form
from editor.ui.dialogs.place_box import PlaceBox
from editor.ui.proposals.reading_words import read_from

_WITH_TEXT = (AmendmentKind.NEW_PROVISION, AmendmentKind.REPLACE_PROVISION)
_OFFERED = (AmendmentKind.EDIT, AmendmentKind.DELETE_PROVISION, *_WITH_TEXT)
"""What a proposal can be made into here; of another kind only the sponsors can be changed."""


class ProposalDialog(Form):
    """`edits` are its changes, in kinds that have some. `amendment` is what was asked for."""

    def __init__(
        self, session: Session, shown: Amendment, raw: str = "", parent: QWidget | None = None
    ) -> None:
        """`shown` fills in the fields; `raw` are the words that were not understood."""
        super().__init__(tr("What is proposed"), parent)
        self._session = session
        self._before = shown
        self.setMinimumWidth(560)
        self.kind = QComboBox()
        self.provision = PlaceBox(session)
        self.edits = EditsField(shown.edits, self)
        self.text = QPlainTextEdit()
        self.label = QLineEdit(shown.label)
        others = [d for d in session.delegations.values() if d.id != CHAIR_ID]
        others.sort(key=lambda each: session.rank_of[each.id])
        self.sponsors = DelegationChecks(others, shown.sponsors, tr("Sponsors"))
        if raw:
            self.say(tr("Not understood: {raw}").format(raw=raw)).setObjectName("reason")
        elif shown.origin is not None:
            self.say(read_from(shown)).setObjectName("reason")
        self._fill(shown)
        self._show_fields()

    def amendment(self) -> Amendment:
        """The proposal with everything as it stands in the fields."""
        kind = AmendmentKind(self.kind.currentData())
        voices = tuple(Sponsorship(each) for each in self.sponsors.chosen)
        if kind not in _OFFERED:
            return replace(self._before, sponsorships=voices)
        place = self._place or START
        made = replace(self._before, kind=kind, sponsorships=voices, edits=(), text=None)
        if self._before.target is not None and kind is AmendmentKind.EDIT:
            return replace(made, edits=self.edits.edits)
        if kind is AmendmentKind.NEW_PROVISION:
            was_new = self._before.kind is kind
            return replace(
                made,
                provision=self._before.provision if was_new else "",
                after=place,
                text=entered_text(self.text).strip(),
                label=self.label.text().strip(),
            )
        made = replace(made, provision=place, after=None)
        if kind is AmendmentKind.REPLACE_PROVISION:
            return replace(made, text=entered_text(self.text).strip())
        return replace(made, edits=self.edits.edits) if kind is AmendmentKind.EDIT else made

    def _fill(self, shown: Amendment) -> None:
        for kind, words in (
            (AmendmentKind.EDIT, tr("Change words")),
            (AmendmentKind.DELETE_PROVISION, tr("Delete the provision")),
            (AmendmentKind.REPLACE_PROVISION, tr("Replace the provision")),
            (AmendmentKind.NEW_PROVISION, tr("New provision")),
            (AmendmentKind.SPLIT, tr("Split the provision")),
            (AmendmentKind.JOIN, tr("Join provisions")),
            (AmendmentKind.MOVE, tr("Move the provision")),
        ):
            if kind in _OFFERED or kind is shown.kind:
                self.kind.addItem(words, kind)
        self.kind.setCurrentIndex(self.kind.findData(shown.kind))
        self._offer_places()
        if self.provision.place is None and not self._is_new:
            self.provision.choose(shown.provision)
        self.edits.ground.setFixedHeight(110)
        self.text.setFixedHeight(90)
        self.text.setPlainText(shown.text or "")
        for words, field in (
            (tr("&Kind"), self.kind),
            (tr("&Provision"), self.provision),
            (tr("&Label"), self.label),
            (tr("&Change"), self.edits.which),
            (tr("Select the words it &replaces"), self.edits.ground),
            (tr("New &words"), self.edits.words),
            (tr("New &text"), self.text),
            (tr("&Sponsors"), self.sponsors),
        ):
            self.add_field(words, field)
        self.edits.which.setToolTip(
            tr("The proposal changes several places; each can be corrected")
        )
        self._show_ground()
        self.finish(tr("Keep"))
        self.kind.currentIndexChanged.connect(self._offer_places)
        self.kind.currentIndexChanged.connect(self._show_fields)
        self.provision.currentIndexChanged.connect(self._show_ground)
        self.provision.currentIndexChanged.connect(self._show_whether_ready)
        self.sponsors.changed.connect(self._show_whether_ready)

    @property
    def _place(self) -> str | None:
        """The one chosen, else the proposal's own; None while it must be chosen."""
        chosen = self.provision.place
        return self._own_place if chosen is None else chosen

    @property
    def _own_place(self) -> str | None:
        """Where the proposal is by now, if it stays of a kind for which that is a place."""
        was_new = self._before.kind is AmendmentKind.NEW_PROVISION
        if not self._before.id or was_new is not self._is_new:
            return None
        return self._before.after or START if was_new else self._before.provision

    @property
    def _is_new(self) -> bool:
        return bool(self.kind.currentData() == AmendmentKind.NEW_PROVISION)

    def _offer_places(self) -> None:
        """What was chosen stays chosen where it can."""
        if self._is_new:
            self.provision.offer_start()
        else:
            self.provision.withdraw_start()
        if self.provision.place is None:
            self.provision.choose(self._own_place)

    def _show_ground(self) -> None:
        target = self._session.amendments.get(self._before.target or "")
        row = self._session.provisions.get(self._place or "")
        text = row.text if row is not None else ""
        text = inserted_text(target) if target is not None else text
        self.edits.show_ground(text)

    def _show_fields(self) -> None:
        kind = self.kind.currentData()
        is_inner = self._before.target is not None  # it stands where its target does
        has_place = kind in _OFFERED and (self._is_new or not is_inner)
        self.fields.setRowVisible(self.provision, has_place)
        is_edit = kind == AmendmentKind.EDIT
        self.fields.setRowVisible(self.edits.which, is_edit and self.edits.are_several)
        self.fields.setRowVisible(self.edits.ground, is_edit)
        self.fields.setRowVisible(self.edits.words, is_edit)
        self.fields.setRowVisible(self.text, kind in _WITH_TEXT)
        self.fields.setRowVisible(self.label, self._is_new)
        self._show_whether_ready()

    def _show_whether_ready(self) -> None:
        is_placed = self.kind.currentData() not in _OFFERED or self._place is not None
        self.accept_button.setEnabled(is_placed and bool(self.sponsors.chosen))
