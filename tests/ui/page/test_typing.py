"""Real keys on the page: what is typed is proposed, and the page reads like the composition."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from time import monotonic

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from editor.app.workspace import Workspace
from editor.errors import KnownError
from editor.negotiation.amendment import Amendment, AmendmentKind, Sponsorship
from editor.negotiation.commands.switching import SwitchLayers
from editor.negotiation.composition import compose
from editor.negotiation.delegation import CHAIR, CHAIR_ID, Delegation
from editor.negotiation.provision import Provision
from editor.negotiation.session import Session
from editor.storage.session_file import SessionFile
from editor.text.edit import Edit
from editor.ui.page.entries import entry_of
from editor.ui.page.page_view import PageView
from editor.ui.page.places import page_place
from editor.ui.page.spans import View
from editor.ui.page.typing_runs import LONGEST_PAUSE
from editor.ui.page.utf16 import to_units
from tests.ui.page.windows import close, composed_text, open_page

BASE = "States shall consider the measures."

Open = Callable[..., PageView]


def session_with(*amendments: Amendment) -> Session:
    return Session(
        delegations={
            CHAIR_ID: CHAIR,
            "can": Delegation("can", "CAN", "Canada", layer_on=True),
            "egy": Delegation("egy", "EGY", "Egypt", layer_on=True),
        },
        provisions={
            "p1": Provision("p1", 1, BASE, "1"),
            "p2": Provision("p2", 2, "They 👩‍👩‍👧 report.", "2"),
            "p3": Provision("p3", 3, "Third.", "3"),
        },
        amendments={each.id: each for each in amendments},
    )


@pytest.fixture
def opened(qtbot: QtBot, tmp_path: Path) -> Iterator[Open]:
    pages: list[PageView] = []

    def open_it(*amendments: Amendment, view: View = View.CLEAN) -> PageView:
        page = open_page(session_with(*amendments), tmp_path, view)
        pages.append(page)
        return page

    yield open_it
    for page in pages:
        close(page)


def put_caret(page: PageView, provision: str, start: int, end: int | None = None) -> None:
    """Select `[start, end)` of the composed text."""
    cursor = page.textCursor()
    cursor.setPosition(position(page, provision, start))
    if end is not None:
        cursor.setPosition(position(page, provision, end), QTextCursor.MoveMode.KeepAnchor)
    page.setTextCursor(cursor)


def position(page: PageView, provision: str, at: int) -> int:
    assert page.page is not None
    number = page.page.block_of[provision]
    entry = page.page.entries[number]
    block = page.document().findBlockByNumber(number)
    return block.position() + to_units(entry.text, page_place(entry.spans, at))


def read_before_caret(page: PageView) -> str:
    cursor = page.textCursor()
    return cursor.block().text()[: cursor.positionInBlock()]


def text(page: PageView, provision: str = "p1") -> str:
    assert page.workspace is not None
    return page.workspace.composition.provision(provision).text


def workspace_of(page: PageView) -> Workspace:
    assert page.workspace is not None
    return page.workspace


def of_canada(edit: Edit) -> Amendment:
    return Amendment("a1", "p1", edits=(edit,), sponsorships=(Sponsorship("can"),))


@pytest.mark.parametrize("view", [View.CLEAN, View.REDLINE])
def test_what_is_typed_is_proposed_by_the_speaker(opened: Open, view: View) -> None:
    page = opened(view=view)
    page.set_speaker("can")
    put_caret(page, "p1", 21)

    QTest.keyClicks(page, " carefully")

    assert text(page) == "States shall consider carefully the measures."
    assert read_before_caret(page).endswith(" carefully")
    assert page.workspace is not None
    [amendment] = page.workspace.session.amendments.values()
    assert amendment.sponsors == ("can",)
    assert amendment.edits == (Edit(21, 21, " carefully"),)


@pytest.mark.parametrize("view", [View.CLEAN, View.REDLINE])
def test_backspace_and_delete(opened: Open, view: View) -> None:
    page = opened(view=view)
    put_caret(page, "p1", 12)

    for _ in range(6):
        QTest.keyClick(page, Qt.Key.Key_Backspace)
    assert text(page) == "States consider the measures."

    for _ in range(9):
        QTest.keyClick(page, Qt.Key.Key_Delete)
    assert text(page) == "States the measures."

    QTest.keyClicks(page, " adopt")
    assert text(page) == "States adopt the measures."


def test_whole_words_and_clusters_go(opened: Open) -> None:
    page = opened()
    put_caret(page, "p1", 12)
    QTest.keyClick(page, Qt.Key.Key_Backspace, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(page, Qt.Key.Key_Delete, Qt.KeyboardModifier.ControlModifier)
    assert text(page) == "States  the measures."

    put_caret(page, "p2", 10)
    QTest.keyClick(page, Qt.Key.Key_Backspace)
    assert text(page, "p2") == "They  report."


def of_egypt(key: str, provision: str, kind: AmendmentKind) -> Amendment:
    after = "p3" if kind is AmendmentKind.MOVE else None
    return Amendment(key, provision, kind, after=after, sponsorships=(Sponsorship("egy"),))


@pytest.mark.parametrize("kind", [AmendmentKind.MOVE, AmendmentKind.DELETE_PROVISION])
def test_the_caret_never_stands_where_nothing_is_shown(opened: Open, kind: AmendmentKind) -> None:
    page = opened(of_egypt("a1", "p1", kind), view=View.REDLINE)
    cursor = page.textCursor()
    cursor.setPosition(3)
    page.setTextCursor(cursor)

    page.set_view(View.CLEAN)
    QTest.keyClicks(page, "so ")

    assert "so " in page.shown_text()
    assert page.textCursor().block().isVisible()


def test_struck_words_are_typed_over_and_not_deleted_again(opened: Open) -> None:
    page = opened(of_canada(Edit(7, 13, "")), view=View.REDLINE)
    said: list[KnownError] = []
    page.refused.connect(said.append)
    cursor = page.textCursor()
    cursor.setPosition(8)
    cursor.setPosition(11, QTextCursor.MoveMode.KeepAnchor)
    page.setTextCursor(cursor)

    QTest.keyClick(page, Qt.Key.Key_Delete)
    assert [error.code for error in said] == ["nothing_to_delete"]

    QTest.keyClicks(page, " may")
    assert text(page) == "States may consider the measures."


def undone(page: PageView) -> list[str]:
    """How the first provision reads after each step of undo, to the end."""
    told = []
    while workspace_of(page).undo() is not None:
        told.append(text(page))
    return told


def test_undo_takes_back_a_word_and_redo_brings_it_again(opened: Open) -> None:
    page = opened()
    put_caret(page, "p1", 21)
    QTest.keyClicks(page, " very care")
    for _ in range(4):
        QTest.keyClick(page, Qt.Key.Key_Backspace)
    QTest.keyClicks(page, "fast")
    end = text(page)
    assert len(workspace_of(page).history()) == 1 + 18

    steps = [BASE[:21] + each + BASE[21:] for each in (" very ", " very care", " very ", "")]
    assert undone(page) == steps
    assert page.shown_text().split("\n")[0] == BASE

    while workspace_of(page).redo() is not None:
        pass
    assert text(page) == end


def test_another_place_or_a_pause_begins_another_step(
    opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = opened()
    put_caret(page, "p1", 6)
    QTest.keyClicks(page, "ab")
    put_caret(page, "p1", 0)
    QTest.keyClicks(page, "cd")
    later = monotonic() + 2 * LONGEST_PAUSE
    monkeypatch.setattr("editor.ui.page.typing_runs.monotonic", lambda: later)
    QTest.keyClicks(page, "ef")

    assert undone(page) == ["cdStatesab" + BASE[6:], "Statesab" + BASE[6:], BASE]


def test_a_selection_replaced_comes_back_in_one_step(opened: Open) -> None:
    page = opened(view=View.REDLINE)
    put_caret(page, "p1", 7, 12)
    QTest.keyClicks(page, "should")

    assert undone(page) == [BASE]


def test_each_paste_and_each_cut_is_a_step(opened: Open) -> None:
    page = opened()
    QGuiApplication.clipboard().setText("x")
    put_caret(page, "p1", 0)
    page.paste()
    page.paste()
    put_caret(page, "p1", 2, 4)
    QTest.keyClick(page, Qt.Key.Key_X, Qt.KeyboardModifier.ControlModifier)

    assert undone(page) == ["xx" + BASE, "x" + BASE, BASE]


def test_what_finishing_unites_is_taken_back_with_the_word(opened: Open) -> None:
    page = opened(of_canada(Edit(21, 21, " now")))
    page.set_speaker("egy")
    workspace_of(page).execute(SwitchLayers(("can",), on=False))
    put_caret(page, "p1", 21)
    QTest.keyClicks(page, " now")
    put_caret(page, "p1", 0)
    QApplication.processEvents()
    [both] = workspace_of(page).session.amendments.values()
    assert both.sponsors == ("can", "egy")

    workspace_of(page).undo()

    [alone] = workspace_of(page).session.amendments.values()
    assert alone.sponsors == ("can",)
    assert text(page) == BASE


def test_moving_on_after_undo_leaves_redo_in_reach(opened: Open) -> None:
    page = opened()
    put_caret(page, "p3", 6)
    QTest.keyClick(page, Qt.Key.Key_Return)
    QTest.keyClicks(page, "Fourth.")
    workspace_of(page).undo()
    put_caret(page, "p1", 0)
    QApplication.processEvents()

    workspace_of(page).redo()

    assert composed_text(page).endswith("Third.\nFourth.")


def test_typing_is_undone_word_by_word_after_the_program_was_killed(
    opened: Open, tmp_path: Path
) -> None:
    page = opened()
    put_caret(page, "p1", 21)
    QTest.keyClicks(page, " very carefully")
    workspace_of(page).flush()
    killed = tmp_path / "killed"
    killed.mkdir()
    for each in tmp_path.glob("session.rolling*"):
        shutil.copy(each, killed)

    file = SessionFile.open(killed / "session.rolling", "Tester")
    told = []
    while file.undo() is not None:
        told.append(compose(file.session).provision("p1").text)
    file.close()

    assert told == [BASE[:21] + each + BASE[21:] for each in (" very ", "")]


def test_typing_over_a_selection_and_undo(opened: Open) -> None:
    page = opened(view=View.REDLINE)
    put_caret(page, "p1", 7, 12)

    QTest.keyClicks(page, "should")
    assert text(page) == "States should consider the measures."

    assert page.workspace is not None
    while page.workspace.undo() is not None:
        pass
    assert text(page) == BASE
    assert page.shown_text().split("\n")[0] == BASE


def test_cut_copy_and_paste_leave_tags_behind(opened: Open) -> None:
    page = opened(of_canada(Edit(21, 21, " carefully")), view=View.REDLINE)
    put_caret(page, "p1", 13, len(text(page)))

    QTest.keyClick(page, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "consider carefully the measures."

    put_caret(page, "p1", 0, 7)
    QTest.keyClick(page, Qt.Key.Key_X, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "States "

    put_caret(page, "p2", 0)
    QTest.keyClick(page, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert text(page, "p2") == "States They 👩‍👩‍👧 report."


def test_paste_is_one_line(opened: Open) -> None:
    page = opened()
    QGuiApplication.clipboard().setText("all\nStates ")
    put_caret(page, "p1", 0)

    page.paste()

    assert text(page) == "all States " + BASE


_PERSIAN = "می\u200cشود"


@pytest.mark.parametrize(
    ("pasted", "put_in"),
    [
        ("Article\u00a05, ", "Article\u00a05, "),
        ("one\u2009000 ", "one\u2009000 "),
        ("one\ttwo\u2028three\u2029four ", "one two three four "),
        ("one \r\n\r\n two ", "one two "),
        (_PERSIAN, _PERSIAN),
        ("👩\u200d👩\u200d👧", "👩\u200d👩\u200d👧"),
        ("a\u202eb\u202c", "ab\u202c"),
        ("a\x07b\ue000c\ufdd0", "abc"),
    ],
)
def test_paste_neither_joins_words_nor_loses_characters(
    opened: Open, pasted: str, put_in: str
) -> None:
    page = opened()
    QGuiApplication.clipboard().setText(pasted)
    put_caret(page, "p1", 0)

    QTest.keyClick(page, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)

    assert text(page) == put_in + BASE


@pytest.mark.parametrize("character", ["\u00a0", "\u200c", "\u202f"])
def test_spaces_and_joiners_of_the_keyboard_are_typed(opened: Open, character: str) -> None:
    page = opened()
    put_caret(page, "p1", 6)

    shift = Qt.KeyboardModifier.ShiftModifier
    QTest.sendKeyEvent(QTest.KeyAction.Click, page, Qt.Key.Key_Space, character, shift)

    assert text(page) == f"States{character}{BASE[6:]}"


def test_a_selection_over_provisions_goes(opened: Open) -> None:
    page = opened()
    cursor = page.textCursor()
    cursor.setPosition(position(page, "p1", 12))
    cursor.setPosition(position(page, "p3", 5), QTextCursor.MoveMode.KeepAnchor)
    page.setTextCursor(cursor)

    QTest.keyClick(page, Qt.Key.Key_Delete)

    assert composed_text(page) == "States shall\n."
    assert page.workspace is not None
    kinds = {each.provision: each.kind for each in page.workspace.session.amendments.values()}
    assert kinds["p2"] is AmendmentKind.DELETE_PROVISION


def test_enter_splits_and_proposes(opened: Open) -> None:
    page = opened()
    put_caret(page, "p1", 12)
    QTest.keyClick(page, Qt.Key.Key_Return)
    assert text(page) == "States shall\n consider the measures."

    put_caret(page, "p3", 6)
    QTest.keyClick(page, Qt.Key.Key_Return)
    QTest.keyClicks(page, "Fourth.")

    assert composed_text(page).endswith("Third.\nFourth.")
    assert page.shown_text().endswith("Third.\nFourth.")
    assert read_before_caret(page) == "Fourth."


def test_a_new_provision_left_empty_goes(opened: Open) -> None:
    page = opened()
    put_caret(page, "p3", 6)
    QTest.keyClick(page, Qt.Key.Key_Return)
    assert page.document().blockCount() == 4

    put_caret(page, "p1", 0)
    QApplication.processEvents()

    assert page.document().blockCount() == 3
    assert page.provision_in_hand == "p1"


@pytest.mark.parametrize(
    ("view", "at", "code"),
    [
        (View.REDLINE, 15, "words_of_others"),
        (View.BASE, 3, "view_not_edited"),
        (View.BRACKETS, 3, "view_not_edited"),
    ],
)
def test_what_cannot_be_done_is_said(opened: Open, view: View, at: int, code: str) -> None:
    page = opened(of_canada(Edit(13, 21, "examine")), view=view)
    said: list[KnownError] = []
    page.refused.connect(said.append)
    put_caret(page, "p1", at)

    QTest.keyClicks(page, "z")

    assert [error.code for error in said] == [code]
    assert page.workspace is not None
    assert set(page.workspace.session.amendments) == {"a1"}


def test_the_page_never_changes_by_itself(opened: Open) -> None:
    page = opened()
    before = page.toPlainText()
    put_caret(page, "p1", 3)

    for key in (Qt.Key.Key_Tab, Qt.Key.Key_F5, Qt.Key.Key_Insert, Qt.Key.Key_Escape):
        QTest.keyClick(page, key)
    QTest.keyClick(page, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(page, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)

    assert page.toPlainText() == before


def test_leaving_finishes_what_was_dictated(opened: Open) -> None:
    page = opened()
    workspace = page.workspace
    assert workspace is not None
    put_caret(page, "p3", 6)
    QTest.keyClick(page, Qt.Key.Key_Return)
    assert len(workspace.session.amendments) == 1

    page.let_go()
    QTest.keyClicks(page, "x")

    assert not workspace.session.amendments
    workspace.close()


def test_a_change_of_speaker_begins_another_proposal(opened: Open) -> None:
    page = opened()
    put_caret(page, "p1", 6)
    QTest.keyClicks(page, " all")
    page.set_speaker("can")
    put_caret(page, "p1", len(text(page)) - 1)
    QTest.keyClicks(page, " now")

    assert page.workspace is not None
    assert [each.sponsors for each in page.workspace.session.amendments.values()] == [
        (CHAIR_ID,),
        ("can",),
    ]


@pytest.mark.parametrize("view", [View.CLEAN, View.REDLINE])
@pytest.mark.parametrize("seed", range(4))
def test_random_keys_never_part_the_page_from_the_composition(
    opened: Open, view: View, seed: int
) -> None:
    random = Random(seed)
    page = opened(of_canada(Edit(13, 21, "examine")), view=view)
    page.set_speaker(random.choice(("egy", "can", CHAIR_ID)))
    keys = (Qt.Key.Key_Backspace, Qt.Key.Key_Delete, Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_End)
    for _ in range(60):
        if random.random() < 0.4:
            QTest.keyClicks(page, random.choice(("a", " ", "so ", "Z", ",")))
        elif random.random() < 0.2:
            QTest.keyClick(page, Qt.Key.Key_Return)
        else:
            QTest.keyClick(page, random.choice(keys))
        if random.random() < 0.2:
            workspace_of(page).undo()
        fresh = compose(workspace_of(page).session)
        assert page.page is not None
        expected = [entry_of(fresh, place, view) for place in fresh.places]
        assert page.shown_text() == "\n".join(e.text for e in expected if not e.hidden)
        blocks = page.toPlainText().split("\n")
        assert len("".join(blocks)) == len("".join(e.text.replace("\u2028", "") for e in expected))
