"""The bar at the bottom counts what the outline counts."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from editor.negotiation.commands.switching import SwitchLayers
from editor.negotiation.composition import compose
from editor.negotiation.patch import patched
from editor.ui.actions import Actions
from editor.ui.english_plurals import EnglishPlurals
from editor.ui.facts.provision_facts import ProvisionFacts
from editor.ui.facts.standing import StandingCounter
from editor.ui.status_bar import StatusBar
from tests.ui.negotiations import edit, small_negotiation


@pytest.mark.parametrize(
    ("on", "words"),
    [
        (("can",), "0 conflicts"),
        (("can", "egy"), "2 conflicts in 1 provision"),
        (("can", "nor"), "1 conflict"),
    ],
)
def test_conflicts_and_the_provisions_they_are_in(
    qapp: QApplication, qtbot: QtBot, on: tuple[str, ...], words: str
) -> None:
    more = [
        edit("a10", "p1", "can", "prevent", "avoid"),
        edit("a11", "p1", "egy", "prevent", "stop"),
        edit("a12", "p3", "nor", "train", "school"),
        edit("a13", "p3", "can", "train", "teach"),
    ]
    session = small_negotiation()
    amendments = {**session.amendments, **{each.id: each for each in more}}
    session = replace(session, amendments=amendments)
    composition = compose(patched(session, SwitchLayers(on, True).plan(session)))
    bar, plurals = StatusBar(Actions({}, qapp)), EnglishPlurals()
    qtbot.addWidget(bar)
    qapp.installTranslator(plurals)

    bar.show_standing(StandingCounter().count(composition, ProvisionFacts(composition)))
    qapp.removeTranslator(plurals)

    assert bar.conflicts.text() == words
