"""The import report: seen after an import and at any time, leading to what was guessed."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QTreeWidget
from pytestqt.qtbot import QtBot

from editor.negotiation.amendment import Origin, Sponsorship
from editor.negotiation.session import ImportedFile, ImportReport, Session
from editor.storage.session_file import SessionFile
from editor.ui.dialogs.proposal_dialog import ProposalDialog
from editor.ui.main_window import MainWindow
from editor.ui.report.report_window import ReportWindow
from tests.ui.in_window import session_of
from tests.ui.negotiations import small_negotiation

SAMPLE = Path(__file__).parents[3] / "sample_sessions"


def negotiation_with_guesses() -> Session:
    """`a5` was guessed at line 7; of `a1` only Canada's part is sure, Egypt's was guessed."""
    session = small_negotiation()
    sure, guessed = Origin("paper.md", 3, "[replace: Canada]"), Origin("paper.md", 7, "[?]", 0.5)
    a1, a5 = session.amendments["a1"], session.amendments["a5"]
    also = Sponsorship("egy", 1, replace(guessed, line=4, raw="[as Canada: Egypt]"))
    amendments = dict(session.amendments)
    amendments["a1"] = replace(a1, origin=sure, sponsorships=(*a1.sponsorships, also))
    amendments["a5"] = replace(
        a5, origin=guessed, sponsorships=(replace(a5.sponsorships[0], origin=guessed),)
    )
    warnings = (("fused_word", 7, "stafff"), ("name_guessed", 0, "Kanada: Canada"))
    return replace(
        session,
        amendments=amendments,
        files={"f1": ImportedFile("f1", "paper.md", "d")},
        reports={"r1": ImportReport("r1", "f1", 9, 6, 2, warnings)},
    )


@pytest.fixture
def session_path(tmp_path: Path) -> Path:
    path = tmp_path / "coasts.rolling"
    SessionFile.create(path, negotiation_with_guesses(), "A. Tester").close()
    return path


def report_of(window: MainWindow) -> ReportWindow:
    assert window.session_side.questions is not None
    return window.session_side.questions.companions.report


@pytest.fixture
def report(window: MainWindow) -> ReportWindow:
    window.actions_.show_report.trigger()
    return report_of(window)


def rows(view: QTreeWidget) -> list[list[str]]:
    items = (view.topLevelItem(number) for number in range(view.topLevelItemCount()))
    return [[item.text(n) for n in range(view.columnCount())] for item in items if item]


def test_it_counts_and_lists_what_was_guessed_and_remarked(report: ReportWindow) -> None:
    assert rows(report.files) == [["paper.md", "2", "CAN, EGY", "9", "6", "2", "1"]]
    assert [row[:4] for row in rows(report.guesses)] == [
        ["1", "50\u00a0%", "4", "[as Canada: Egypt]"],
        ["3", "50\u00a0%", "7", "[?]"],
    ]
    assert rows(report.guesses)[1][4] == "CAN: local staff and volunteers"
    assert rows(report.remarks) == [
        ["3", "7", "Two words run together; it was read as one of them", "stafff"],
        ["—", "—", "The name was guessed", "Kanada: Canada"],
    ]
    assert report.tabs.tabText(0) == "Guesses to check 2"


def double_click(qtbot: QtBot, view: QTreeWidget, number: int) -> None:
    row = view.topLevelItem(number)
    assert row is not None
    where = view.visualItemRect(row).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=where)
    qtbot.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=where)


def test_a_double_click_leads_to_the_proposal(
    window: MainWindow, report: ReportWindow, qtbot: QtBot
) -> None:
    double_click(qtbot, report.guesses, 1)

    desk = window.session_side.desk
    assert desk.page.provision_in_hand == "p3"
    lit = [card.amendment for card in desk.proposals.proposals if card.property("lit")]
    assert lit == ["a5"]

    assert window.session_side.controller is not None
    window.session_side.controller.go_to("p1")
    assert not any(card.property("lit") for card in desk.proposals.proposals)


def test_enter_leads_there_too(window: MainWindow, report: ReportWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(report.guesses, Qt.Key.Key_Down)
    qtbot.keyClick(report.guesses, Qt.Key.Key_Return)

    assert window.session_side.desk.page.provision_in_hand == "p3"


def test_a_guess_is_confirmed_and_the_confirmation_undone(
    window: MainWindow, report: ReportWindow, qtbot: QtBot
) -> None:
    before = session_of(window)
    qtbot.mouseClick(report.right, Qt.MouseButton.LeftButton)

    assert [row[0] for row in rows(report.guesses)] == ["3"]
    assert session_of(window).amendments["a1"].guesses == ()

    window.actions_.undo.trigger()
    assert session_of(window).amendments == before.amendments
    assert len(rows(report.guesses)) == 2


def test_a_guess_is_corrected_and_is_none_any_more(
    window: MainWindow, report: ReportWindow, qtbot: QtBot
) -> None:
    qtbot.keyClick(report.guesses, Qt.Key.Key_Down)

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, ProposalDialog)
        dialog.edits.words.setText(" and helpers")
        dialog.accept()

    QTimer.singleShot(0, answer)
    qtbot.mouseClick(report.correct, Qt.MouseButton.LeftButton)

    corrected = session_of(window).amendments["a5"]
    assert [each.text for each in corrected.edits] == [" and helpers"]
    assert corrected.guesses == ()
    assert corrected.origin == Origin("paper.md", 7, "[?]")
    assert [row[0] for row in rows(report.guesses)] == ["1"]


def test_its_card_says_that_it_is_a_guess(window: MainWindow) -> None:
    assert window.session_side.controller is not None
    window.session_side.controller.go_to("p3")
    cards = {c.amendment: c for c in window.session_side.desk.proposals.proposals}

    assert cards["a5"].guess_shown == ("A guess, 50\u00a0% sure. Read from line 7 of paper.md: [?]")
    window.session_side.controller.go_to("p2")
    assert not any(each.guess_shown for each in cards.values())


def test_the_trays_are_one_press_away(
    window: MainWindow, report: ReportWindow, qtbot: QtBot
) -> None:
    report.tabs.setCurrentIndex(1)
    qtbot.mouseClick(report.trays, Qt.MouseButton.LeftButton)

    assert window.session_side.questions is not None
    assert window.session_side.questions.companions.trays.isVisible()


def test_an_empty_session_says_that_nothing_was_imported(
    empty_window: MainWindow, tmp_path: Path
) -> None:
    path = tmp_path / "empty.rolling"
    SessionFile.create(path, Session(), "").close()
    empty_window.open(path)
    empty_window.actions_.show_report.trigger()

    report = report_of(empty_window)
    assert "Nothing has been imported" in report.said
    assert not report.right.isEnabled()
