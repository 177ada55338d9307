"""Which base words are selected on the page, in each view."""

from dataclasses import replace

import pytest
from PySide6.QtGui import QTextCursor

from editor.negotiation.composition import compose
from editor.negotiation.session import Decision, Session
from editor.ui.colours import LIGHT
from editor.ui.page.base_words import selected_base_words
from editor.ui.page.page_document import PageDocument
from editor.ui.page.spans import View
from tests.ui.negotiations import TEXTS, small_negotiation

pytestmark = pytest.mark.usefixtures("application")


def _session(*included: str) -> Session:
    return replace(small_negotiation(), decisions={e: Decision(e, True) for e in included})


def _selected(session: Session, words: str, view: View = View.REDLINE) -> list[str]:
    """The base words where `words` are selected on the page."""
    page = PageDocument(compose(session), LIGHT, view)
    page.freshen_all()
    cursor = QTextCursor(page.document)
    start = page.document.toRawText().replace("\u00a0", " ").index(words)
    cursor.setPosition(start)
    cursor.setPosition(start + len(words), QTextCursor.MoveMode.KeepAnchor)
    found = selected_base_words(page, cursor)
    return [TEXTS[each.provision][each.start : each.end] for each in found]


@pytest.mark.parametrize("view", View)
def test_words_that_were_cut_are_taken_whole_and_spaces_left(view: View) -> None:
    assert _selected(_session(), "ies should prev", view) == ["Parties should prevent"]
    assert _selected(_session(), " should ", view) == ["should"]


def test_deleted_words_are_base_words_and_inserted_ones_are_not() -> None:
    session = _session("a1")
    assert _selected(session, "filling") == []
    assert _selected(session, "the drainingfilling") == ["the draining"]
    assert _selected(session, "drain") == ["draining"]


@pytest.mark.parametrize("view", [View.REDLINE, View.BRACKETS])
def test_within_brackets_the_words_of_the_base_can_be_selected(view: View) -> None:
    session = _session("a1", "a2")
    assert _selected(session, "draining", view) == ["draining"]
    assert _selected(session, "filling", view) == []


def test_alternatives_are_about_all_their_words() -> None:
    assert _selected(_session("a1", "a2"), "filling", View.CLEAN) == ["draining"]


def test_a_stretch_for_each_provision() -> None:
    assert _selected(_session(), "wetlands.\u2029Parties") == ["wetlands.", "Parties"]


def test_a_provision_that_is_proposed_has_no_base_words() -> None:
    assert _selected(_session("n1"), "meet on the shore") == []
