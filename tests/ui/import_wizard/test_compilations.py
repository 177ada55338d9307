"""Marked-up texts: how they are marked, what was guessed, and a session made from them."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from editor.app.guided.review_item import ItemKind
from editor.app.profiles import remembered_profile
from editor.app.settings import SettingsStore
from editor.negotiation.session import Session
from editor.storage.session_file import SessionFile
from editor.ui.dialogs.proposal_dialog import ProposalDialog
from editor.ui.import_wizard.wizard import ImportWizard, Step
from editor.ui.list_rows import choose_row
from editor.ui.main_window import MainWindow
from tests.importers.word_files import paragraph, run, word_file
from tests.ui.import_wizard.hands import (
    drop,
    enter,
    key,
    on,
    open_import,
    rows,
    wait,
    wizard_of,
    workspace_of,
)
from tests.ui.import_wizard.papers import COMPILATION, TAGGED, written
from tests.ui.whole_job import answering, click, fill_in

Open = Callable[[str, str], ImportWizard]


@pytest.fixture
def opened(empty_window: MainWindow, qtbot: QtBot, tmp_path: Path) -> Open:
    """Opens the import of a text into a session without one."""
    path = tmp_path / "empty.rolling"
    SessionFile.create(path, Session(), "").close()
    empty_window.open(path)

    def open_text(name: str, text: str) -> ImportWizard:
        return open_import(empty_window, qtbot, written(tmp_path / name, text))

    return open_text


@pytest.fixture
def reviewed(opened: Open, qtbot: QtBot) -> ImportWizard:
    """The compilation on the last page."""
    wizard = opened("comments.md", COMPILATION)
    enter(wizard, qtbot)
    assert on(wizard, Step.BASE)
    enter(wizard, qtbot)
    assert on(wizard, Step.REVIEW)
    return wizard


def _profiles(wizard: ImportWizard) -> dict[str, tuple[str, bool]]:
    """How often each style was found, and whether it is chosen."""
    view = wizard.what.profiles
    current = view.currentItem()
    assert current is not None
    return {row[0]: (row[1], row[0] == current.text(0)) for row in rows(view)}


def test_the_style_is_guessed_with_an_example_and_can_be_changed(
    empty_window: MainWindow, opened: Open, qtbot: QtBot, settings: SettingsStore
) -> None:
    wizard = opened("reading 1.txt", TAGGED)
    assert wizard.what.kind.currentText() == "A compilation of what all want"
    shown = _profiles(wizard)
    assert shown["[words - US; G77 delete]"] == ("2", True)
    assert len(shown) == 8
    assert wizard.what.example.text() == "Line 1: [promptly - Canada; Norway delete]"

    key(wizard.what.profiles, Qt.Key.Key_Down)
    assert "no such mark" in wizard.what.example.text()
    while not _profiles(wizard)["[words]  Option 1:"][1]:
        key(wizard.what.profiles, Qt.Key.Key_Down)
    enter(wizard, qtbot)
    assert on(wizard, Step.REVIEW)
    enter(wizard, qtbot)

    session = workspace_of(empty_window).session
    assert "[promptly - Canada" in session.provisions[session.base_order[0]].text
    assert remembered_profile(settings.current, "reading 2.txt") == "brackets"
    empty_window.actions_.undo.trigger()
    again = opened("reading 2.txt", TAGGED)
    assert _profiles(again)["[words]  Option 1:"][1]
    assert again.what.remembered.isVisible()


def test_unbalanced_brackets_are_listed_with_their_line(opened: Open, qtbot: QtBot) -> None:
    wizard = opened("reading.txt", TAGGED)
    enter(wizard, qtbot)

    brackets = [row for row in rows(wizard.check.items) if row[1] == "Bracket"]
    assert [(row[3], row[5]) for row in brackets] == [("5", "A bracket is not closed")]
    assert "[local staff" in wizard.check.source.toPlainText()


def test_what_was_guessed_stands_beside_its_source(reviewed: ImportWizard) -> None:
    found = rows(reviewed.check.items)
    assert {row[1] for row in found} >= {"Guess", "Not understood"}
    assert found[0][4] == "[add: Canada]"
    assert "draining [filling] of wetlands" in reviewed.check.source.toPlainText()
    assert reviewed.check.reading.toPlainText().startswith("CAN: ")


def test_a_guess_is_accepted_by_its_key_and_taken_back(reviewed: ImportWizard) -> None:
    page = reviewed.check
    before = page.open_items
    assert page.items.hasFocus()
    key(page.items, Qt.Key.Key_R)
    assert page.open_items == before - 1
    assert rows(page.items)[0][0] == "✓"
    assert page.items.currentItem() is not page.items.topLevelItem(0)

    key(page.items, Qt.Key.Key_Z, control=True)
    assert page.open_items == before
    assert page.items.currentItem() is page.items.topLevelItem(0)


def test_a_guess_is_corrected_before_anything_is_changed(
    empty_window: MainWindow, reviewed: ImportWizard, qtbot: QtBot
) -> None:
    workspace = workspace_of(empty_window)
    page = reviewed.check
    assert page.review is not None
    proposal = page.review.items[0].row

    def answer(dialog: ProposalDialog) -> None:
        fill_in(dialog.edits.words, "burning")
        QTest.keyClick(dialog.edits.words, Qt.Key.Key_Return)

    with answering(ProposalDialog, answer):
        key(page.items, Qt.Key.Key_C)
    assert workspace.session == Session()
    assert "burning" in "".join(e.text for e in page.review.session.amendments[proposal].edits)
    click(reviewed.foot.next)

    row = workspace.session.amendments[proposal]
    assert "burning" in "".join(each.text for each in row.edits)
    assert not row.guesses
    assert len(workspace.history()) == 2
    empty_window.actions_.undo.trigger()
    assert workspace.session == Session()


def test_a_guess_and_what_was_not_understood_become_notes(
    empty_window: MainWindow, reviewed: ImportWizard
) -> None:
    page = reviewed.check
    assert page.review is not None
    guess = page.review.items[0]
    left = next(each for each in page.review.items if each.kind is ItemKind.LEFT)
    click(page.note)
    choose_row(page.items, page.review.items.index(left))
    page.items.setFocus()
    key(page.items, Qt.Key.Key_N)
    click(reviewed.foot.next)

    session = workspace_of(empty_window).session
    assert guess.row not in session.amendments
    assert left.row not in session.unread
    assert {guess.raw, left.raw} <= {each.text for each in session.notes.values()}


def test_what_is_left_open_is_in_the_report(
    empty_window: MainWindow, reviewed: ImportWizard, qtbot: QtBot
) -> None:
    enter(reviewed, qtbot)

    questions = empty_window.session_side.questions
    assert questions is not None
    assert questions.companions.report.isVisible()
    assert rows(questions.companions.report.guesses)


def test_going_back_keeps_what_was_said(reviewed: ImportWizard, qtbot: QtBot) -> None:
    page = reviewed.check
    key(page.items, Qt.Key.Key_R)
    said = page.open_items
    click(reviewed.foot.back)
    assert on(reviewed, Step.BASE)
    enter(reviewed, qtbot)

    assert on(reviewed, Step.REVIEW)
    assert page.open_items == said


def test_a_session_is_made_from_files_that_were_dropped(
    empty_window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    text = "1. Parties should act.\n\n2. Parties should report.\n"
    base = written(tmp_path / "base.md", text)
    layer = written(tmp_path / "Canada.md", text.replace("report", "report soon"))
    drop(empty_window.start_page, [layer, base])
    wizard = wizard_of(empty_window)
    qtbot.waitExposed(wizard)
    wait(wizard, qtbot)
    assert [row[1] for row in rows(wizard.what.files)] == [
        "A delegation’s whole text",
        "A base text",
    ]
    taken = written(tmp_path / "taken.rolling", "")
    fill_in(wizard.target.line, str(taken))
    assert "exists already" in wizard.foot.words.text()
    assert not wizard.foot.next.isEnabled()
    fill_in(wizard.target.line, str(tmp_path / "coasts"))
    enter(wizard, qtbot)
    assert on(wizard, Step.WHOSE)
    enter(wizard, qtbot)
    assert not (tmp_path / "coasts.rolling").exists()
    enter(wizard, qtbot)
    qtbot.waitUntil(lambda: empty_window.session_side.controller is not None, timeout=20_000)

    session = workspace_of(empty_window).session
    assert session.title == "coasts"
    assert len(session.base_order) == 2
    assert [each.code for each in session.delegations.values()] == ["CHAIR", "CAN"]
    assert [[e.text for e in each.edits] for each in session.amendments.values()] == [[" soon"]]
    empty_window.actions_.undo.trigger()
    assert not workspace_of(empty_window).session.base_order


def test_each_colour_is_somebodys_or_nobodys(
    empty_window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    red, blue = '<w:color w:val="FF0000"/>', '<w:color w:val="0000FF"/>'
    file = tmp_path / "coloured.docx"
    file.write_bytes(
        word_file(
            paragraph(run("Red = proposed by Norway"))
            + paragraph(run("Parties should") + run(" always", red) + run(" act."))
            + paragraph(run("Parties should") + run(" often", blue) + run(" report."))
        )
    )
    drop(empty_window.start_page, [file])
    wizard = wizard_of(empty_window)
    qtbot.waitExposed(wizard)
    wait(wizard, qtbot)
    fill_in(wizard.target.line, str(tmp_path / "coloured"))
    enter(wizard, qtbot)
    field = wizard.whose.fields[file, "blue"]
    assert on(wizard, Step.WHOSE)
    assert field.choice.hasFocus()
    assert not wizard.foot.next.isEnabled()
    key(field.choice, Qt.Key.Key_Down)
    assert field.choice.currentText() == "Ordinary words"
    enter(wizard, qtbot)
    assert on(wizard, Step.REVIEW)
    enter(wizard, qtbot)
    qtbot.waitUntil(lambda: empty_window.session_side.controller is not None, timeout=20_000)

    session = workspace_of(empty_window).session
    texts = [session.provisions[each].text for each in session.base_order]
    assert texts[1:] == ["Parties should act.", "Parties should often report."]
    (row,) = session.amendments.values()
    assert [session.delegations[each].code for each in row.sponsors] == ["NOR"]


def test_two_texts_are_one_too_many(empty_window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    first = written(tmp_path / "one.md", "1. Parties should act.\n")
    second = written(tmp_path / "two.md", "1. Parties should rest.\n")
    drop(empty_window.start_page, [first, second])
    wizard = wizard_of(empty_window)
    wait(wizard, qtbot)
    choose_row(wizard.what.files, 1)
    wizard.what.kind.setFocus()
    while wizard.what.kind.currentText() != "A base text":
        key(wizard.what.kind, Qt.Key.Key_Up)

    assert "one text" in wizard.foot.words.text()
    assert not wizard.foot.next.isEnabled()
    click(wizard.what.remove)
    assert wizard.foot.next.isEnabled()
