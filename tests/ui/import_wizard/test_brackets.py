"""Brackets without a partner are mended in the review of an import, which is then read again."""

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from editor.app.guided.review_item import ItemKind
from editor.negotiation.session import Session
from editor.storage.session_file import SessionFile
from editor.ui.import_wizard.wizard import ImportWizard, Step
from editor.ui.list_rows import choose_row
from editor.ui.main_window import MainWindow
from tests.ui.import_wizard.hands import enter, key, on, open_import, rows, wait, workspace_of
from tests.ui.import_wizard.papers import written
from tests.ui.whole_job import click

Open = Callable[[str], ImportWizard]
TEXT = """1. Parties should [promptly] prevent the draining of wetlands.

2. Parties should [share tidal data.

Option 1: Parties should train local staff.

Option 2: Parties should [rather] rest.
"""
LINE = "2. Parties should [share tidal data."


@pytest.fixture
def page_of(empty_window: MainWindow, qtbot: QtBot, tmp_path: Path) -> Open:
    """The review of a text in a session without one."""
    path = tmp_path / "empty.rolling"
    SessionFile.create(path, Session(), "").close()
    empty_window.open(path)

    def reviewed(text: str) -> ImportWizard:
        wizard = open_import(empty_window, qtbot, written(tmp_path / "reading.txt", text))
        enter(wizard, qtbot)
        assert on(wizard, Step.REVIEW)
        return wizard

    return reviewed


@pytest.fixture
def wizard(page_of: Open) -> ImportWizard:
    return page_of(TEXT)


def _brackets(wizard: ImportWizard) -> list[tuple[str, str, str]]:
    """Whether it is done, line, and why."""
    return [(e[0], e[3], e[5]) for e in rows(wizard.check.items) if e[1] == "Bracket"]


def _choose(wizard: ImportWizard, kind: ItemKind, number: int = 0) -> None:
    review = wizard.check.review
    assert review is not None
    found = [n for n, each in enumerate(review.items) if each.kind is kind]
    choose_row(wizard.check.items, found[number])
    wizard.check.items.setFocus()


def _texts(session: Session) -> list[str]:
    return [session.provisions[each].text for each in session.base_order]


def _put_in(wizard: ImportWizard, qtbot: QtBot) -> None:
    """Close the bracket of provision 2 behind its first word."""
    page = wizard.check
    _choose(wizard, ItemKind.BRACKET)
    number, _ = page.paper.place
    page.paper.put_caret(number, LINE.index(" tidal"))
    page.paper.setFocus()
    QTest.keyClicks(page.paper, "]")
    wait(wizard, qtbot)


def test_the_caret_waits_at_the_bracket_in_question(wizard: ImportWizard) -> None:
    _choose(wizard, ItemKind.BRACKET)
    page = wizard.check
    assert page.paper.isVisible()
    assert page.paper.place[1] == LINE.index("[")
    assert page.marks.take.text() == "Take [ Away"
    assert page.marks.puts["]"].isVisible()
    assert not page.correct.isVisible()
    _choose(wizard, ItemKind.GUESS)
    assert not page.paper.isVisible()
    assert page.correct.isVisible()


def test_a_bracket_that_is_put_in_is_read_and_told(
    empty_window: MainWindow, wizard: ImportWizard, qtbot: QtBot
) -> None:
    page, before = wizard.check, wizard.check.open_items
    _put_in(wizard, qtbot)

    told = "This bracket was put in when the paper was read"
    assert ("✓", "3", told) in _brackets(wizard)
    assert "2" in {e[2] for e in rows(page.items) if e[5] == told}
    assert not any(done == "" and line == "3" for done, line, _ in _brackets(wizard))
    assert "[share] tidal" in page.paper.toPlainText()
    assert page.reading.toPlainText().startswith("2. Parties should [share] tidal data.")
    assert "NA: " in page.reading.toPlainText()
    assert page.open_items == before - 1
    assert workspace_of(empty_window).session == Session()
    wizard.foot.next.setFocus()
    enter(wizard, qtbot)

    workspace = workspace_of(empty_window)
    assert _texts(workspace.session)[1] == "2. Parties should [share] tidal data."
    (report,) = workspace.session.reports.values()
    assert ("bracket_put_in", 3, "2. Parties should [share] tidal data.") in report.warnings
    (file,) = workspace.session.files.values()
    assert file.digest == sha256(TEXT.encode()).hexdigest()


def test_a_bracket_is_taken_away_by_its_button_and_back_by_its_key(
    wizard: ImportWizard, qtbot: QtBot
) -> None:
    page, before = wizard.check, _brackets(wizard)
    _choose(wizard, ItemKind.BRACKET)
    click(page.marks.take)
    wait(wizard, qtbot)
    assert "2. Parties should share tidal data." in page.paper.toPlainText()
    assert page.review is not None
    assert _texts(page.review.session)[1] == "2. Parties should share tidal data."
    assert "This bracket was taken away when the paper was read" in {
        e[2] for e in _brackets(wizard)
    }

    assert page.items.hasFocus()
    key(page.items, Qt.Key.Key_Z, control=True)
    wait(wizard, qtbot)
    assert _brackets(wizard) == before
    assert LINE in page.paper.toPlainText()
    assert not page.take_back.isEnabled()
    assert wizard.in_hand.plans[0].corrections == ()


def test_a_bracket_that_is_right_is_done_and_stays(
    empty_window: MainWindow, wizard: ImportWizard, qtbot: QtBot
) -> None:
    page, before = wizard.check, wizard.check.open_items
    _choose(wizard, ItemKind.BRACKET)
    key(page.items, Qt.Key.Key_R)
    assert page.open_items == before - 1
    assert _brackets(wizard)[0][0] == "✓"
    key(page.items, Qt.Key.Key_Z, control=True)
    assert page.open_items == before
    key(page.items, Qt.Key.Key_R)
    click(wizard.foot.next)
    assert _texts(workspace_of(empty_window).session)[1] == LINE


def test_what_was_said_before_a_repair_still_holds(wizard: ImportWizard, qtbot: QtBot) -> None:
    page = wizard.check
    assert page.review is not None
    guesses = [each for each in page.review.items if each.kind is ItemKind.GUESS]
    _choose(wizard, ItemKind.GUESS, 1)
    key(page.items, Qt.Key.Key_R)
    _choose(wizard, ItemKind.GUESS, 2)
    key(page.items, Qt.Key.Key_N)
    notes = [each.text for each in page.review.session.notes.values()]
    done = [e[4] for e in rows(page.items) if e[1] == "Guess" and e[0]]
    assert len(guesses) > 2
    assert len(done) == 2

    _put_in(wizard, qtbot)
    assert [e[4] for e in rows(page.items) if e[1] == "Guess" and e[0]] == done
    assert [each.text for each in page.review.session.notes.values()] == notes
    assert not page.fault.isVisible()

    for _ in range(3):
        click(page.take_back)
        wait(wizard, qtbot)
    assert not any(e[0] for e in rows(page.items))
    assert not page.take_back.isEnabled()


def test_an_answer_to_what_reads_otherwise_now_is_asked_again(page_of: Open, qtbot: QtBot) -> None:
    """As long as the bracket reaches into the option, the option cannot fall as a whole."""
    wizard = page_of(TEXT.replace("train local", "train] local"))
    page = wizard.check
    _choose(wizard, ItemKind.GUESS, 1)
    key(page.items, Qt.Key.Key_R)
    _put_in(wizard, qtbot)

    assert page.fault.isVisible()
    assert page.fault.text().startswith("1 answer did not fit any more")
    assert not any(e[0] for e in rows(page.items) if e[1] == "Guess")
    for _ in range(2):
        click(page.take_back)
        wait(wizard, qtbot)
        assert not page.fault.isVisible()
    assert page.review is not None
    assert page.review.said == ()


def test_a_repair_outlasts_another_look_at_the_steps_before(
    wizard: ImportWizard, qtbot: QtBot
) -> None:
    _put_in(wizard, qtbot)
    click(wizard.foot.back)
    enter(wizard, qtbot)
    assert on(wizard, Step.REVIEW)
    assert "✓" in {e[0] for e in _brackets(wizard)}


def test_no_other_key_changes_the_source(wizard: ImportWizard) -> None:
    _choose(wizard, ItemKind.BRACKET)
    page = wizard.check
    before = page.paper.toPlainText()
    number, _ = page.paper.place
    page.paper.put_caret(number, 4)
    page.paper.setFocus()
    QTest.keyClicks(page.paper, "abc")
    for each in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
        key(page.paper, each)
    assert page.paper.toPlainText() == before
    assert not wizard.work.is_busy


def test_the_list_shows_one_kind_at_a_time(wizard: ImportWizard) -> None:
    page = wizard.check
    assert page.review is not None
    number = sum(each.kind is ItemKind.BRACKET for each in page.review.items)
    button = page.filter.buttons[ItemKind.BRACKET]
    assert button.text() == f"Brackets  {number}"
    assert not page.filter.buttons[ItemKind.LEFT].isEnabled()
    click(button)
    assert [row[1] for row in rows(page.items)] == ["Bracket"] * number
    current = page.items.currentItem()
    assert current is not None
    assert current.text(1) == "Bracket"
    click(page.filter.buttons[None])
    assert len(rows(page.items)) == len(page.review.items)
