"""What is counted step by step is what would be counted at once."""

from dataclasses import replace
from random import Random

import pytest

from editor.app.workspace import Cause, SessionChange
from editor.errors import KnownError
from editor.negotiation.amendment import (
    START,
    Amendment,
    AmendmentKind,
    AmendmentState,
    Sponsorship,
)
from editor.negotiation.commands.command import Command
from editor.negotiation.commands.correcting_joins import JoinProvisions
from editor.negotiation.commands.proposing import SetState
from editor.negotiation.commands.switching import Decide, SwitchLayers
from editor.negotiation.composition import compose, recompose
from editor.negotiation.patch import patched
from editor.negotiation.provision import Provision
from editor.negotiation.session import Session
from editor.ui.facts.layer_facts import LayerFacts
from editor.ui.facts.provision_facts import ProvisionFacts
from tests.performance.negotiations import negotiation
from tests.ui.negotiations import small_negotiation


def _join(random: Random, session: Session) -> Command:
    """Of two neighbours in the text, where that may be; else nothing new."""
    order = session.base_order
    first = random.randrange(len(order) - 1)
    join = JoinProvisions(order[first], order[first + 1])
    try:
        join.plan(session)
    except KnownError:
        return SwitchLayers((), True)
    return join


def _some_command(random: Random, session: Session) -> Command:
    amendment = random.choice(list(session.amendments))
    match random.randrange(20):
        case 0 | 1 | 2 | 3 | 4 | 5:
            return SwitchLayers((random.choice(list(session.delegations)),), random.random() < 0.6)
        case 6 | 7 | 8 | 9 | 10 | 11 | 12:
            return Decide((amendment,), random.choice([True, False, None]))
        case 19 if len(session.base_order) > 1:
            return _join(random, session)
        case _:
            state = random.choice([AmendmentState.PROPOSED, AmendmentState.PARKED])
            return SetState((amendment,), state)


def _shown(facts: ProvisionFacts, session: Session) -> dict[str, tuple[int, bool]]:
    """What the outline shows of each provision."""
    return {
        each: (facts.number_at(each), facts.is_in_conflict(each)) for each in session.provisions
    }


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
        shown = _shown(provisions, composition.session)
        provisions.follow(composition, change)
        now = _shown(provisions, composition.session)
        assert {
            each for each in now if now[each] != shown.get(each, (0, False))
        } <= provisions.changed
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


def test_a_new_provision_before_the_first_is_counted_with_the_first() -> None:
    new = Amendment(
        "n9",
        "pn9",
        AmendmentKind.NEW_PROVISION,
        text="Recalling the tide.",
        after=START,
        sponsorships=(Sponsorship("can", 9),),
    )
    row = Provision("pn9", 0, "Recalling the tide.", proposed_by="can", amendment="n9")
    session = small_negotiation()
    session = replace(
        session,
        amendments={**session.amendments, "n9": new},
        provisions={**session.provisions, "pn9": row},
    )
    facts = ProvisionFacts(compose(session))

    assert facts.proposals_at("h1") == ("n9",)
    assert facts.number_at("h1") == 1
