"""What each dialog hands on for what is filled in."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QLabel
from pytestqt.qtbot import QtBot

from editor.app.handing_out import ENDINGS, Kind, Names
from editor.negotiation.amendment import START, Amendment, AmendmentKind, Origin, Sponsorship
from editor.negotiation.commands.base_positions import TakeBasePosition
from editor.negotiation.commands.correcting import CorrectProposal
from editor.negotiation.commands.delegations import AddDelegation, ChangeDelegation
from editor.negotiation.commands.proposing import TakePosition
from editor.negotiation.commands.status import Entitle
from editor.negotiation.composition import compose
from editor.negotiation.delegation import Delegation, DelegationKind
from editor.negotiation.patch import patched
from editor.negotiation.provision import Stance
from editor.negotiation.session import Decision, Session
from editor.text.edit import Edit
from editor.ui.colours import COLOURS, LIGHT
from editor.ui.dialogs.amend_dialog import AmendDialog
from editor.ui.dialogs.base_position_dialog import BasePositionDialog
from editor.ui.dialogs.delegation_dialog import DelegationDialog
from editor.ui.dialogs.export_dialog import _ENDINGS, _TEXT_ENDINGS, ExportDialog
from editor.ui.dialogs.go_to_dialog import GoToDialog
from editor.ui.dialogs.new_session_dialog import NewSessionDialog
from editor.ui.dialogs.position_dialog import PositionDialog
from editor.ui.dialogs.proposal_dialog import ProposalDialog
from editor.ui.dialogs.stance_dialog import StanceDialog
from editor.ui.dialogs.title_dialog import TitleDialog
from editor.ui.facts.provision_facts import ProvisionFacts
from editor.ui.main_window import MainWindow
from editor.ui.navigation import Navigation
from editor.ui.page.base_words import BaseWords
from tests.ui.negotiations import edit, small_negotiation

pytestmark = pytest.mark.usefixtures("application")


@pytest.fixture
def session() -> Session:
    return small_negotiation()


def test_a_known_name_fills_in_its_code(session: Session, qtbot: QtBot) -> None:
    dialog = DelegationDialog(session, LIGHT)
    qtbot.addWidget(dialog)
    assert not dialog.accept_button.isEnabled()

    qtbot.keyClicks(dialog.name, "Viet Nam")
    dialog.name.editingFinished.emit()

    assert dialog.command() == AddDelegation("VNM", "Viet Nam")
    assert dialog.accept_button.isEnabled()


def test_a_known_group_fills_in_its_members(session: Session, qtbot: QtBot) -> None:
    dialog = DelegationDialog(session, LIGHT)
    qtbot.addWidget(dialog)

    qtbot.keyClicks(dialog.name, "African Group")
    dialog.name.editingFinished.emit()

    known = AddDelegation("AFR", "African Group", DelegationKind.GROUP, ("egy",))
    assert dialog.command() == known


def test_a_group_has_members(session: Session, qtbot: QtBot) -> None:
    dialog = DelegationDialog(session, LIGHT, session.delegations["sids"])
    qtbot.addWidget(dialog)
    dialog.members.tick("nor")

    command = dialog.command()

    assert isinstance(command, ChangeDelegation)
    assert command.changed.members == ("fji", "nor")
    assert command.changed.kind is DelegationKind.GROUP
    assert command.changed.colour == 4


@pytest.mark.parametrize("colour", [None, 0, COLOURS + 3])
def test_a_colour_that_nobody_changed_stays(
    session: Session, qtbot: QtBot, colour: int | None
) -> None:
    row = replace(session.delegations["can"], colour=colour)
    dialog = DelegationDialog(session, LIGHT, row)
    qtbot.addWidget(dialog)
    assert dialog.command() == ChangeDelegation(row)

    dialog.colour.setCurrentIndex(5)

    assert dialog.command() == ChangeDelegation(replace(row, colour=5))


def test_a_position_with_its_note(session: Session, qtbot: QtBot) -> None:
    dialog = PositionDialog(session, "a1")
    qtbot.addWidget(dialog)
    dialog.delegation.setCurrentIndex(dialog.delegation.findData("fji"))
    dialog.stance.setCurrentIndex(dialog.stance.findData(Stance.RESERVE))
    dialog.note.setText(" for now ")
    dialog.private.setChecked(True)

    assert dialog.command() == TakePosition(("a1",), "fji", Stance.RESERVE, "for now", True)


def test_a_position_on_base_words_with_its_note(session: Session, qtbot: QtBot) -> None:
    dialog = BasePositionDialog(session, BaseWords("p1", 8, 14))
    qtbot.addWidget(dialog)
    assert dialog.words.text() == "“should”"
    dialog.delegation.setCurrentIndex(dialog.delegation.findData("fji"))
    dialog.note.setText(" for now ")
    dialog.private.setChecked(True)

    said = TakeBasePosition("p1", 8, 14, "fji", Stance.SUPPORT, "for now", True)
    assert dialog.command() == said
    dialog.stance.setCurrentIndex(dialog.stance.count() - 1)
    assert dialog.command() == replace(said, stance=None)


def test_a_join_keeps_what_it_joins_when_its_sponsors_are_corrected(
    session: Session, qtbot: QtBot
) -> None:
    voices = (Sponsorship("can", 9),)
    join = Amendment(
        "j1",
        "p3",
        AmendmentKind.JOIN,
        provisions=("p3", "p4"),
        text="One.",
        sponsorships=voices,
        origin=Origin("paper.md", 5, "[join: Canada]", 0.5),
    )
    dialog = ProposalDialog(session, join)
    qtbot.addWidget(dialog)
    dialog.sponsors.tick("nor")

    made = dialog.amendment()

    assert made == replace(join, sponsorships=(*map(Sponsorship, ("can", "nor")),))
    assert dialog.kind.currentText() == "Join provisions"
    shown = [label.text() for label in dialog.findChildren(QLabel)]
    assert "Read from line 5 of paper.md: [join: Canada]" in shown


def test_who_is_ticked_stands_first(session: Session, qtbot: QtBot) -> None:
    dialog = ProposalDialog(session, session.amendments["a4"])
    qtbot.addWidget(dialog)

    assert dialog.sponsors.item(0).text().startswith("NOR")
    assert dialog.sponsors.item(1).text().startswith("CAN")


def test_no_label_of_a_dialog_is_cut_off(session: Session, qtbot: QtBot) -> None:
    long = Delegation("x", "XXX", "United Republic of very many Islands and Shores " * 2)
    crowded = replace(session, delegations={**session.delegations, "x": long})
    for dialog in (
        PositionDialog(crowded, "a1"),
        BasePositionDialog(crowded, BaseWords("p1", 0, len(crowded.provisions["p1"].text))),
        AmendDialog(crowded, crowded.amendments["n1"], "x"),
        StanceDialog(crowded, crowded.unread["u1"], "p3"),
        DelegationDialog(crowded, LIGHT, crowded.delegations["sids"]),
        ProposalDialog(crowded, crowded.amendments["a1"]),
    ):
        qtbot.addWidget(dialog)
        dialog.show()
        qtbot.waitExposed(dialog)
        QApplication.processEvents()
        for label in dialog.findChildren(QLabel):
            if label.isVisible():
                assert label.width() >= label.minimumSizeHint().width(), label.text()
                assert label.height() >= label.heightForWidth(label.width()), label.text()


def test_title_and_reading(session: Session, qtbot: QtBot) -> None:
    dialog = TitleDialog(session)
    qtbot.addWidget(dialog)
    dialog.reading.setText("Second reading")
    dialog.symbol.setText(" COASTS/1 ")
    dialog.date.setText("1 May 2024")

    assert dialog.command() == Entitle("Coasts", "Second reading", "COASTS/1", "1 May 2024")


def test_going_to_a_label(session: Session, qtbot: QtBot) -> None:
    composition = compose(session)
    dialog = GoToDialog(Navigation(composition, ProvisionFacts(composition)))
    qtbot.addWidget(dialog)

    qtbot.keyClicks(dialog.label, "3")
    assert dialog.found == "p3"
    qtbot.keyClicks(dialog.label, "9")
    assert dialog.found is None
    assert not dialog.accept_button.isEnabled()


def test_a_session_from_pasted_text_needs_words_and_a_file(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = NewSessionDialog(tmp_path)
    qtbot.addWidget(dialog)
    assert not dialog.accept_button.isEnabled()

    dialog.pasted.setPlainText("1. States should act.")
    dialog.target.line.clear()
    qtbot.keyClicks(dialog.target.line, str(tmp_path / "mine"))

    assert dialog.path == tmp_path / "mine.rolling"
    assert dialog.accept_button.isEnabled()


def test_a_session_with_a_full_stop_in_its_name_keeps_its_ending(
    qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = NewSessionDialog(tmp_path)
    qtbot.addWidget(dialog)
    dialog.target.line.selectAll()

    qtbot.keyClicks(dialog.target.line, str(tmp_path / "Draft Rev.1"))

    assert dialog.path == tmp_path / "Draft Rev.1.rolling"


def test_export_proposes_a_name_for_each_form(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = ExportDialog(tmp_path, "coasts", open_conflicts=2)
    qtbot.addWidget(dialog)
    assert (dialog.form, dialog.path) == ("redline", tmp_path / "coasts redline.docx")

    dialog.choices["json"].setChecked(True)

    assert (dialog.form, dialog.path) == ("json", tmp_path / "coasts json.json")


def test_export_offers_the_formats_of_a_form(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = ExportDialog(tmp_path, "coasts", 0, delegations=[("d1", "Canada")])
    qtbot.addWidget(dialog)
    dialog.choices["table"].setChecked(True)
    assert [dialog.ending.itemText(i) for i in range(dialog.ending.count())] == [".docx", ".xlsx"]
    dialog.ending.setCurrentText(".xlsx")
    assert dialog.path == tmp_path / "coasts table.xlsx"

    dialog.anonymous.setChecked(True)
    assert dialog.names == Names.LEFT_OUT
    dialog.choices["matrix"].setChecked(True)
    assert dialog.names == Names.SHOWN


def test_export_of_fates_is_a_folder_or_one_file(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = ExportDialog(tmp_path, "coasts", 0, delegations=[("d1", "Canada")])
    qtbot.addWidget(dialog)
    dialog.choices["fate"].setChecked(True)
    assert (dialog.is_folder, dialog.path) == (True, tmp_path / "coasts fate")

    dialog.about.setCurrentText("Canada")

    assert (dialog.is_folder, dialog.delegation) == (False, "d1")
    assert dialog.path == tmp_path / "coasts fate.docx"


def _typed_over(dialog: ExportDialog, qtbot: QtBot, name: object) -> None:
    dialog.target.line.selectAll()
    qtbot.keyClicks(dialog.target.line, str(name))


def test_export_needs_a_file(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = ExportDialog(tmp_path, "coasts", 0)
    qtbot.addWidget(dialog)
    assert dialog.accept_button.isEnabled()

    dialog.target.line.selectAll()
    qtbot.keyClick(dialog.target.line, Qt.Key.Key_Delete)
    assert not dialog.accept_button.isEnabled()
    dialog.choices["matrix"].setChecked(True)
    assert not dialog.accept_button.isEnabled()

    qtbot.keyClicks(dialog.target.line, "~nobody-of-that-name")
    assert dialog.accept_button.isEnabled()


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("mine", "mine.pdf"),
        ("mine.docx", "mine.pdf"),
        ("mine.PDF", "mine.PDF"),
        ("Draft Rev.1", "Draft Rev.1.pdf"),
        ("mine.xlsx", "mine.pdf"),
    ],
)
def test_export_is_in_the_format_chosen_last(
    qtbot: QtBot, tmp_path: Path, typed: str, written: str
) -> None:
    dialog = ExportDialog(tmp_path, "coasts", 0)
    qtbot.addWidget(dialog)
    _typed_over(dialog, qtbot, tmp_path / typed)

    dialog.ending.setCurrentText(".pdf")

    assert dialog.path == tmp_path / written
    assert dialog.target.path == dialog.path


def test_a_typed_ending_chooses_the_format(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = ExportDialog(tmp_path, "coasts", 0, delegations=[("d1", "Canada")])
    qtbot.addWidget(dialog)
    dialog.ending.setCurrentText(".pdf")
    _typed_over(dialog, qtbot, tmp_path / "mine.html")
    assert (dialog.ending.currentText(), dialog.path) == (".html", tmp_path / "mine.html")

    for form, name in (
        ("clean", "mine.html"),
        ("matrix", "mine.xlsx"),
        ("fate", "mine"),
        ("redline", "mine.docx"),
    ):
        dialog.choices[form].setChecked(True)
        assert dialog.path == tmp_path / name


def test_the_name_is_shown_as_it_will_be_written(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = ExportDialog(tmp_path, "Draft", 0)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    dialog.target.line.setFocus()
    qtbot.waitUntil(dialog.target.line.hasFocus)
    dialog.target.line.selectAll()

    qtbot.keyClicks(dialog.target.line, str(tmp_path / "Draft 2.1"))
    qtbot.keyClick(dialog.target.line, Qt.Key.Key_Tab)

    assert Path(dialog.target.line.text()) == dialog.path == tmp_path / "Draft 2.1.docx"


def test_export_knows_the_formats_that_there_are() -> None:
    """The dialog does not load the writers to know them."""
    dialog = {kind: _ENDINGS.get(kind, _TEXT_ENDINGS) for kind in Kind}
    assert dialog == {kind: tuple(map(str, endings)) for kind, endings in ENDINGS.items()}


def test_a_misread_extent_is_corrected(session: Session, qtbot: QtBot) -> None:
    dialog = ProposalDialog(session, session.amendments["a1"])
    qtbot.addWidget(dialog)
    assert dialog.edits.ground.textCursor().selectedText() == "draining"
    text = session.provisions["p1"].text
    start = text.index("the draining")
    dialog.edits.select(start, start + len("the draining"))
    dialog.edits.words.setText("all filling")
    dialog.sponsors.tick("fji")

    patch = CorrectProposal(dialog.amendment()).plan(session)

    corrected = patched(session, patch).amendments["a1"]
    assert corrected.edits == (Edit(start, start + len("the draining"), "all filling"),)
    assert set(corrected.sponsors) == {"can", "fji"}


def _in_two_places(session: Session) -> Amendment:
    first, second = (
        edit("b1", "p1", "can", "draining", "filling").edits,
        edit("b2", "p1", "can", "wetlands", "coasts").edits,
    )
    return replace(session.amendments["a1"], edits=(*first, *second))


def test_every_change_of_a_proposal_is_corrected(session: Session, qtbot: QtBot) -> None:
    shown = _in_two_places(session)
    session = replace(session, amendments={**session.amendments, "a1": shown})
    dialog = ProposalDialog(session, shown)
    qtbot.addWidget(dialog)
    assert dialog.amendment() == replace(shown, sponsorships=(Sponsorship("can"),))
    which = [dialog.edits.which.itemText(number) for number in range(2)]
    assert which == ["1 of 2: “draining” → “filling”", "2 of 2: “wetlands” → “coasts”"]

    dialog.edits.which.setCurrentIndex(1)
    assert dialog.edits.ground.textCursor().selectedText() == "wetlands"
    dialog.edits.words.setText("all coasts")
    assert dialog.edits.which.currentText() == "2 of 2: “wetlands” → “all coasts”"
    dialog.edits.which.setCurrentIndex(0)
    dialog.edits.words.setText("loss")

    corrected = patched(session, CorrectProposal(dialog.amendment()).plan(session))
    composition = compose(replace(corrected, decisions={"a1": Decision("a1", True)}))
    assert composition.provision("p1").text == "Parties should prevent the loss of all coasts."


def test_the_changes_go_with_their_words_to_another_provision(
    session: Session, qtbot: QtBot
) -> None:
    moved = replace(session.provisions["p4"], text="Save wetlands by draining less.")
    session = replace(session, provisions={**session.provisions, "p4": moved})
    dialog = ProposalDialog(session, _in_two_places(session))
    qtbot.addWidget(dialog)

    dialog.provision.choose("p4")

    made = dialog.amendment()
    assert made.provision == "p4"
    assert {moved.text[each.start : each.end]: each.text for each in made.edits} == {
        "draining": "filling",
        "wetlands": "coasts",
    }


def test_a_no_break_space_of_a_new_text_is_kept(session: Session, qtbot: QtBot) -> None:
    text = "Parties may meet at 10\u00a0o’clock."
    shown = replace(session.amendments["n1"], text=text)
    dialog = ProposalDialog(session, shown)
    qtbot.addWidget(dialog)
    assert dialog.amendment().text == text


_BY_CANADA = (Sponsorship("can", 9),)


@pytest.mark.parametrize(
    "proposal",
    [
        Amendment("x", "h1", edits=(Edit(0, 7, "Seas"),), sponsorships=_BY_CANADA),
        Amendment("x", "h1", AmendmentKind.DELETE_PROVISION, sponsorships=_BY_CANADA),
        Amendment("x", "h1", AmendmentKind.REPLACE_PROVISION, text="Sea", sponsorships=_BY_CANADA),
        Amendment(
            "x",
            "pn1",
            AmendmentKind.NEW_PROVISION,
            text="First.",
            label="0",
            after=START,
            sponsorships=_BY_CANADA,
        ),
        Amendment("x", "pn1", edits=(Edit(0, 7, "All"),), sponsorships=_BY_CANADA),
    ],
    ids=["heading", "no heading", "other heading", "at the start", "not of the base"],
)
def test_a_proposal_stays_where_it_is_while_nothing_else_is_chosen(
    session: Session, qtbot: QtBot, proposal: Amendment
) -> None:
    dialog = ProposalDialog(session, proposal)
    qtbot.addWidget(dialog)

    dialog.sponsors.tick("nor")

    voices = (*map(Sponsorship, ("can", "nor")),)
    assert dialog.amendment() == replace(proposal, sponsorships=voices)
    assert dialog.accept_button.isEnabled()


def test_a_new_provision_can_stand_before_everything_and_nothing_else_can(
    session: Session, qtbot: QtBot
) -> None:
    dialog = ProposalDialog(session, session.amendments["n1"])
    qtbot.addWidget(dialog)
    dialog.provision.choose(START)
    assert dialog.amendment().after == START

    dialog.kind.setCurrentIndex(dialog.kind.findData(AmendmentKind.EDIT))
    assert dialog.provision.findData(START) < 0
    assert not dialog.accept_button.isEnabled()

    dialog.provision.choose("h1")
    assert dialog.amendment().provision == "h1"
    assert dialog.edits.ground.toPlainText() == "General"
    assert dialog.accept_button.isEnabled()


def test_words_selected_stay_selected_when_another_kind_was_looked_at(
    session: Session, qtbot: QtBot
) -> None:
    dialog = ProposalDialog(session, session.amendments["a1"])
    qtbot.addWidget(dialog)

    for kind in (AmendmentKind.NEW_PROVISION, AmendmentKind.EDIT):
        dialog.kind.setCurrentIndex(dialog.kind.findData(kind))

    assert dialog.edits.ground.textCursor().selectedText() == "draining"


def test_a_tray_item_of_no_provision_of_the_base_needs_one(session: Session, qtbot: QtBot) -> None:
    dialog = ProposalDialog(session, Amendment("", "pn1"), "[unclear words]")
    qtbot.addWidget(dialog)
    dialog.sponsors.tick("nor")
    assert not dialog.accept_button.isEnabled()

    dialog.provision.choose("p2")

    assert dialog.accept_button.isEnabled()
    assert dialog.amendment().provision == "p2"


def test_a_tray_item_becomes_a_new_provision(session: Session, qtbot: QtBot) -> None:
    dialog = ProposalDialog(session, Amendment("", "p3"), "[unclear words]")
    qtbot.addWidget(dialog)
    assert not dialog.accept_button.isEnabled()
    dialog.kind.setCurrentIndex(dialog.kind.findData(AmendmentKind.NEW_PROVISION))
    dialog.text.setPlainText("Parties should rest.")
    dialog.label.setText("3 bis")
    dialog.sponsors.item(0).setCheckState(Qt.CheckState.Checked)

    made = dialog.amendment()

    assert (made.kind, made.after, made.text, made.label) == (
        AmendmentKind.NEW_PROVISION,
        "p3",
        "Parties should rest.",
        "3 bis",
    )
    assert made.sponsors == ("can",)


def test_a_tray_item_becomes_a_position_on_a_proposal(session: Session, qtbot: QtBot) -> None:
    dialog = StanceDialog(session, session.unread["u1"], "")
    qtbot.addWidget(dialog)
    dialog.position.setCurrentIndex(dialog.position.findData(Stance.OPPOSE))

    assert (dialog.whose, dialog.stance) == ("can", Stance.OPPOSE)
    assert dialog.place == ("a5", 0, 0)
    dialog.about.setCurrentIndex(dialog.about.findData(""))
    assert dialog.place == ("", 0, len(session.provisions["p3"].text))


def test_words_that_name_no_provision_are_about_the_one_in_hand(
    session: Session, qtbot: QtBot
) -> None:
    item = replace(session.unread["u1"], provision="")
    dialog = StanceDialog(session, item, "p5")
    qtbot.addWidget(dialog)
    assert dialog.place == ("", 0, len(session.provisions["p5"].text))

    nowhere = StanceDialog(session, item, "")
    qtbot.addWidget(nowhere)
    assert not nowhere.accept_button.isEnabled()


def test_everything_that_can_be_exported_fits_on_a_small_screen(
    application: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = ExportDialog(tmp_path, "coasts", 12, delegations=[("d1", "Canada")])
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitExposed(dialog)

    assert (dialog.width() <= 900, dialog.height() <= 540) == (True, True)


def test_buttons_of_dialogs_have_no_pictures(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = ExportDialog(tmp_path, "coasts", 0, window)
    qtbot.addWidget(dialog)
    dialog.show()

    buttons = dialog.findChildren(QDialogButtonBox)
    assert [each.icon().isNull() for box in buttons for each in box.buttons()] == [True, True]
