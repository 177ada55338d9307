"""Amending a proposal by writing its words otherwise."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from editor.negotiation.amendment import Amendment
from editor.negotiation.commands.amending import Amend
from editor.negotiation.session import Session
from editor.text.edit import Edit
from editor.ui.dialogs.amend_dialog import AmendDialog
from tests.ui.negotiations import small_negotiation

pytestmark = pytest.mark.usefixtures("application")


@pytest.fixture
def session() -> Session:
    return small_negotiation()


def _dialog(session: Session, target: Amendment, qtbot: QtBot, speaker: str = "") -> AmendDialog:
    dialog = AmendDialog(session, target, speaker)
    qtbot.addWidget(dialog)
    return dialog


def _said(dialog: AmendDialog) -> list[str]:
    return [label.text() for label in dialog.findChildren(QLabel)]


def test_the_words_are_there_to_be_changed_and_spaces_around_them_stay(
    session: Session, qtbot: QtBot
) -> None:
    dialog = _dialog(session, session.amendments["a3"], qtbot, speaker="egy")
    (field,) = dialog.words
    assert (field.toPlainText(), dialog.delegation.chosen) == ("and maps", "egy")
    assert not dialog.accept_button.isEnabled()
    assert "Nothing is changed yet." in _said(dialog)

    qtbot.keyClick(field, Qt.Key.Key_End)
    qtbot.keyClicks(field, "  of coasts")

    assert dialog.accept_button.isEnabled()
    assert dialog.command() == Amend("egy", "a3", (" and maps  of coasts",))


def test_all_words_can_be_taken_out(session: Session, qtbot: QtBot) -> None:
    dialog = _dialog(session, session.amendments["a3"], qtbot)
    dialog.words[0].clear()
    assert dialog.command() == Amend("chair", "a3", ("",))
    assert dialog.accept_button.isEnabled()


def test_each_place_has_its_field_and_what_cannot_be_is_said_at_once(
    session: Session, qtbot: QtBot
) -> None:
    target = replace(
        session.amendments["a3"], edits=(Edit(7, 7, " of\u00a0Asia"), Edit(31, 31, " and maps"))
    )
    dialog = _dialog(session, target, qtbot)

    dialog.words[1].setPlainText("new and maps")
    assert not dialog.accept_button.isEnabled()
    assert any(words.startswith("New words cannot stand before") for words in _said(dialog))

    dialog.words[1].setPlainText("and new maps")
    assert dialog.accept_button.isEnabled()
    assert dialog.command().words == (" of\u00a0Asia", " and new maps")
