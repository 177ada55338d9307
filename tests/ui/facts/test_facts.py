"""What is counted step by step is what would be counted at once."""

from random import Random

import pytest

from editor.app.workspace import Cause, SessionChange
from editor.negotiation.amendment import AmendmentState
from editor.negotiation.commands.command import Command
from editor.negotiation.commands.proposing import SetState
from editor.negotiation.commands.switching import Decide, SwitchLayers
from editor.negotiation.composition import compose, recompose
from editor.negotiation.patch import patched
from editor.negotiation.session import Session
from editor.ui.facts.layer_facts import LayerFacts
from editor.ui.facts.provision_facts import ProvisionFacts
from tests.performance.negotiations import negotiation
from tests.ui.negotiations import small_negotiation


def _some_command(random: Random, session: Session) -> Command:
    amendment = random.choice(list(session.amendments))
    match random.randrange(3):
        case 0:
            return SwitchLayers((random.choice(list(session.delegations)),), random.random() < 0.6)
        case 1:
            return Decide((amendment,), random.choice([True, False, None]))
        case _:
            state = random.choice([AmendmentState.PROPOSED, AmendmentState.PARKED])
            return SetState((amendment,), state)


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("make", [small_negotiation, lambda: negotiation(12, 200, 6, 60)])
def test_counting_along_equals_counting_anew(seed: int, make: object) -> None:
    session: Session = make()  # type: ignore[operator]
    random = Random(seed)
    composition = compose(session)
    provisions, layers = ProvisionFacts(composition), LayerFacts(session)
    for _ in range(60):
        patch = _some_command(random, composition.session).plan(composition.session)
        before = composition
        composition = recompose(before, patched(before.session, patch), patch)
        change = SessionChange(
            Cause.COMMAND,
            "",
            patch,
            composition.touched,
            composition.structure is not before.structure,
        )
        provisions.follow(composition, change)
        layers.follow(composition.session, patch)
    anew, layers_anew = ProvisionFacts(composition), LayerFacts(composition.session)

    assert provisions.included == anew.included
    assert provisions.asleep == anew.asleep
    assert provisions.proposals == anew.proposals
    assert provisions.open_conflicts == anew.open_conflicts == len(composition.open_conflicts)
    assert provisions.provisions_in_conflict == anew.provisions_in_conflict
    for each in composition.session.provisions:
        assert provisions.proposals_at(each) == anew.proposals_at(each)
        assert provisions.number_at(each) == anew.number_at(each)
    for delegation in composition.session.delegations:
        assert layers.proposals[delegation] == layers_anew.proposals[delegation]
        for on in (True, False):
            assert layers.deviates(delegation, on) == layers_anew.deviates(delegation, on)


def test_stances_are_counted_for_those_who_take_them() -> None:
    facts = LayerFacts(small_negotiation())

    assert facts.supports["nor"] == 1
    assert facts.objections["egy"] == 1
    assert facts.proposals["can"] == 3


def test_a_proposed_provision_is_found_where_it_would_stand() -> None:
    facts = ProvisionFacts(compose(small_negotiation()))

    assert "n1" in facts.proposals_at("p5")
    assert facts.number_at("p3") == 1
