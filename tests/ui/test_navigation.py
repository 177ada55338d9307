from dataclasses import replace

import pytest

from editor.negotiation.commands.switching import SwitchLayers
from editor.negotiation.composition import compose
from editor.negotiation.patch import patched
from editor.negotiation.provision import ProvisionStatus
from editor.ui.facts.provision_facts import ProvisionFacts
from editor.ui.navigation import Direction, Navigation
from editor.ui.outline.rows import is_open, outline_rows
from tests.ui.negotiations import small_negotiation


def _navigation() -> Navigation:
    session = small_negotiation()
    on = patched(session, SwitchLayers(tuple(session.delegations), True).plan(session))
    composition = compose(on)
    return Navigation(composition, ProvisionFacts(composition))


def test_from_proposal_to_proposal_and_round_at_the_end() -> None:
    navigation = _navigation()

    assert navigation.with_proposals("p1", Direction.FORWARD) == "p2"
    assert navigation.with_proposals("p1", Direction.BACKWARD) == "pn1"
    assert navigation.with_proposals("pn1", Direction.FORWARD) == "p1"


def test_to_the_only_conflict() -> None:
    assert _navigation().in_conflict("p3", Direction.FORWARD) == "p1"
    assert _navigation().in_conflict("p1", Direction.FORWARD) == "p1"


def test_agreed_provisions_are_passed_over() -> None:
    assert _navigation().still_open("p3", Direction.FORWARD) == "p5"


@pytest.mark.parametrize("status", ProvisionStatus)
def test_the_same_provisions_are_open_here_and_in_the_outline(status: ProvisionStatus) -> None:
    session = small_negotiation()
    row = replace(session.provisions["p4"], status=status)
    composition = compose(replace(session, provisions={**session.provisions, "p4": row}))
    navigation = Navigation(composition, ProvisionFacts(composition))
    outlined = {each.provision for each in outline_rows(composition) if is_open(each)}

    goes_there = navigation.still_open("p3", Direction.FORWARD) == "p4"

    assert goes_there is ("p4" in outlined)


def test_what_follows_on_the_page() -> None:
    navigation = _navigation()

    assert navigation.following("h1") == "p1"
    assert navigation.following("p5") == "pn1"
    assert navigation.following("pn1") is None


def test_labels_are_found_as_people_type_them() -> None:
    navigation = _navigation()

    assert navigation.labelled("5bis") == "pn1"
    assert navigation.labelled("5 BIS") == "pn1"
    assert navigation.labelled("5") == "p5"
    assert navigation.labelled("9") is None
    assert navigation.labelled("  ") is None
