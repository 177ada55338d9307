from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from editor.negotiation.amendment import Amendment, AmendmentKind, Sponsorship
from editor.negotiation.provision import Mark, MarkKind
from editor.negotiation.session import Session
from editor.ui.finder import Finder
from editor.ui.main_window import MainWindow
from editor.ui.page.page_view import PageView
from editor.ui.page.spans import View
from tests.ui.negotiations import edit, small_negotiation
from tests.ui.page.windows import close, open_page


@pytest.fixture
def page(qtbot: QtBot, tmp_path: Path) -> Iterator[PageView]:
    opened = open_page(with_what_is_hidden(), tmp_path, View.REDLINE)
    yield opened
    close(opened)


def with_what_is_hidden() -> Session:
    """Canada moves p2 after p4; a space of p3 is one that does not break."""
    session = small_negotiation()
    move = Amendment(
        "m1", "p2", AmendmentKind.MOVE, after="p4", sponsorships=(Sponsorship("can", 9),)
    )
    p3 = replace(session.provisions["p3"], text="Parties should train local\u00a0staff.")
    return replace(
        session,
        provisions={**session.provisions, "p3": p3},
        amendments={"m1": move},
        delegations={
            **session.delegations,
            "can": replace(session.delegations["can"], layer_on=True),
        },
    )


@pytest.mark.parametrize(
    ("view", "times"),
    [(View.REDLINE, 2), (View.CLEAN, 1), (View.BRACKETS, 1), (View.BASE, 1)],
)
@pytest.mark.parametrize("backwards", [False, True])
def test_only_what_is_shown_is_found(
    page: PageView, view: View, times: int, backwards: bool
) -> None:
    page.set_view(view)
    finder = Finder(page)

    for _ in range(3):
        assert finder.go_on("tidal", backwards) == times
        assert page.textCursor().block().isVisible()
        assert page.textCursor().selectedText() == "tidal"


@pytest.mark.parametrize("words", ["local staff", "local\u00a0staff"])
def test_spaces_that_do_not_break_are_found_as_any(page: PageView, words: str) -> None:
    assert Finder(page).stay(words) == 1
    assert page.provision_in_hand == "p3"


def test_find_goes_from_place_to_place(window: MainWindow, qtbot: QtBot) -> None:
    desk = window.session_side.desk
    window.actions_.find.trigger()
    assert desk.find_bar.isVisible()

    qtbot.keyClicks(desk.find_bar.words, "parties")
    assert desk.page.textCursor().selectedText() == "Parties"
    assert desk.page.provision_in_hand == "p1"

    qtbot.keyClick(desk.find_bar.words, Qt.Key.Key_Return)
    assert desk.page.provision_in_hand == "p2"
    window.actions_.find_previous.trigger()
    assert desk.page.provision_in_hand == "p1"
    window.actions_.find_previous.trigger()
    assert desk.page.provision_in_hand == "p5"


def test_what_is_not_there_is_said(window: MainWindow, qtbot: QtBot) -> None:
    bar = window.session_side.desk.find_bar
    window.actions_.find.trigger()

    qtbot.keyClicks(bar.words, "xyzzy")

    assert bar.answer == "Not on the page"


def test_escape_gives_the_page_back(window: MainWindow, qtbot: QtBot) -> None:
    desk = window.session_side.desk
    window.actions_.find.trigger()

    qtbot.keyClick(desk.find_bar.words, Qt.Key.Key_Escape)

    assert not desk.find_bar.isVisible()


@pytest.fixture
def redline(qtbot: QtBot, tmp_path: Path) -> Iterator[PageView]:
    opened = open_page(with_changes_everywhere(), tmp_path, View.REDLINE)
    yield opened
    close(opened)


def with_changes_everywhere() -> Session:
    """Canada and Egypt clash in p1, Fiji adds words to p2, Canada to p4; p3 has an emoji, words in
    italics and the number of a footnote; p5 drops words."""
    session = small_negotiation()
    marks = (Mark(MarkKind.ITALIC, 10, 16), Mark(MarkKind.NOTE, 22, 22, "note1"))
    p3 = replace(session.provisions["p3"], text="🌊 Parties should train local staff.", marks=marks)
    on = {"can", "egy", "fji"}
    return replace(
        session,
        provisions={**session.provisions, "p3": p3},
        amendments={
            **{key: session.amendments[key] for key in ("a1", "a2", "a3", "a6")},
            "a9": edit("a9", "p5", "fji", "every year", "yearly"),
        },
        delegations={
            key: replace(row, layer_on=key in on) for key, row in session.delegations.items()
        },
    )


@pytest.mark.parametrize(
    ("words", "provision"),
    [
        ("tidal data and maps in good time", "p2"),
        ("tidal data in good time", "p2"),
        ("report yearly.", "p5"),
        ("report every year.", "p5"),
        ("[filling / loss / draining] of", "p1"),
        ("should train local staff", "p3"),
        ("WARNING  AND VOLUNTEERS.", "p4"),
        ("FJI", "p2"),
    ],
)
def test_words_are_found_as_they_are_composed_without_tags(
    redline: PageView, words: str, provision: str
) -> None:
    assert Finder(redline).go_on(words, backwards=False)

    selected = redline.textCursor().selectedText().casefold()
    written = words.casefold().split()
    assert selected.startswith(written[0])
    assert selected[-1] == written[-1][-1]
    assert redline.provision_in_hand == provision


def test_words_of_two_provisions_are_not_a_sentence(redline: PageView) -> None:
    assert Finder(redline).go_on("time. Parties", backwards=False) == 0


def test_a_place_that_several_readings_show_is_one(redline: PageView) -> None:
    finder = Finder(redline)

    assert finder.stay("Parties should") == 5
    assert finder.stay("should report") == 1


def test_the_next_place_begins_behind_the_one_found(redline: PageView) -> None:
    finder = Finder(redline)
    visited = []
    for backwards in (False, False, False, True):
        assert finder.go_on(" and ", backwards) == 2
        visited.append(redline.provision_in_hand)

    assert visited == ["p2", "p4", "p2", "p4"]
