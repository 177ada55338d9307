"""An amendment to a proposal, from its words as somebody would have them."""

from dataclasses import replace

import pytest

from editor.errors import KnownError
from editor.negotiation.amendment import Amendment, AmendmentKind, Sponsorship
from editor.negotiation.commands.amending import Amend, amendable
from editor.negotiation.commands.switching import SwitchLayers
from editor.negotiation.composition import compose
from editor.negotiation.patch import patched
from editor.negotiation.session import Decision, Session
from editor.text.edit import Edit
from tests.ui.negotiations import TEXTS, small_negotiation

_IN_TWO_PLACES = Amendment(
    "m1",
    "p2",
    edits=(
        Edit(7, 7, " of Asia"),
        Edit(TEXTS["p2"].index(" in good"), TEXTS["p2"].index(" in good"), " and old maps"),
    ),
    sponsorships=(Sponsorship("can", 1),),
)


def _with(*amendments: Amendment) -> Session:
    return replace(
        small_negotiation(),
        amendments={each.id: each for each in amendments},
        decisions={each.id: Decision(each.id, True) for each in amendments},
    )


def _done(session: Session, command: Amend) -> Session:
    return patched(session, command.plan(session))


def test_the_difference_stands_in_the_words_of_the_proposal() -> None:
    session = _with(_IN_TWO_PLACES)

    after = _done(session, Amend("egy", "m1", (" of all Asia", " and new maps")))

    (made,) = (each for each in after.amendments.values() if each.target == "m1")
    assert made.sponsors == ("egy",)
    assert made.edits == (Edit(3, 3, " all"), Edit(13, 16, "new"))
    assert compose(after).provision("p2").text == (
        "Parties of all Asia should share tidal data and new maps in good time."
    )


def test_it_sleeps_while_its_target_is_out_and_wakes_with_it() -> None:
    session = small_negotiation()
    session = _done(session, Amend("egy", "a3", (" and old maps",)))
    (made,) = (each for each in session.amendments.values() if each.target == "a3")

    (asleep,) = compose(session).asleep_at("p2")
    assert (asleep.amendment, asleep.reason) == (made.id, "target_not_included")

    awake = patched(session, SwitchLayers(("fji",), True).plan(session))
    assert compose(awake).provision("p2").text == (
        "Parties should share tidal data and old maps in good time."
    )


def test_all_words_of_a_new_provision_can_be_struck_and_others_put() -> None:
    session = replace(small_negotiation(), decisions={"n1": Decision("n1", True)})

    after = _done(session, Amend("egy", "n1", ("Parties shall meet at sea.",)))

    assert compose(after).provision("pn1").text == "Parties shall meet at sea."


def test_an_amendment_to_an_amendment_can_be_amended() -> None:
    session = _with(_IN_TWO_PLACES)
    session = _done(session, Amend("egy", "m1", (" of Asia", " and very old maps")))
    (inner,) = (each.id for each in session.amendments.values() if each.target == "m1")

    after = _done(session, Amend("nor", inner, (" quite",)))

    assert " and quite old maps " in compose(after).provision("p2").text


def test_what_cannot_stand_in_its_place_is_refused() -> None:
    """It would stand behind the words of the place before."""
    session = _with(_IN_TWO_PLACES)

    with pytest.raises(KnownError, match="before_first_word"):
        Amend("egy", "m1", (" of Asia", " new and old maps")).plan(session)


@pytest.mark.parametrize("words", [(" and maps",), (" and maps", "more")])
def test_the_words_as_they_are_amend_nothing(words: tuple[str, ...]) -> None:
    with pytest.raises(KnownError):
        Amend("egy", "a3", words).plan(small_negotiation())


def test_only_what_inserts_words_can_be_amended() -> None:
    session = small_negotiation()
    deletion = Amendment("d", "p1", AmendmentKind.DELETE_PROVISION)
    assert amendable(session.amendments["a7"]) == ()
    assert amendable(deletion) == ()
    assert amendable(_IN_TWO_PLACES) == (" of Asia", " and old maps")
    assert amendable(session.amendments["n1"]) == ("Parties may meet on the shore.",)
    with pytest.raises(KnownError, match="changes_nothing"):
        Amend("egy", "a7", ()).plan(session)
