from editor.negotiation.commands.switching import SwitchLayers
from editor.negotiation.composition import compose
from editor.negotiation.patch import patched
from editor.ui.facts.provision_facts import ProvisionFacts
from editor.ui.navigation import Direction, Navigation
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
    assert _navigation().not_agreed("p3", Direction.FORWARD) == "p5"


def test_labels_are_found_as_people_type_them() -> None:
    navigation = _navigation()

    assert navigation.labelled("5bis") == "pn1"
    assert navigation.labelled("5 BIS") == "pn1"
    assert navigation.labelled("5") == "p5"
    assert navigation.labelled("9") is None
    assert navigation.labelled("  ") is None
