from dataclasses import replace

from editor.negotiation.amendment import Amendment, AmendmentKind, Sponsorship
from editor.negotiation.commands.switching import SwitchLayers
from editor.negotiation.composition import Composition, compose
from editor.negotiation.patch import patched
from editor.negotiation.session import Session
from editor.text.edit import Edit
from editor.ui.page.spans import Look
from editor.ui.proposals.words import base_words, choice_words, plain, proposal_words
from tests.ui.negotiations import edit, small_negotiation


def _with(session: Session, *amendments: Amendment) -> Session:
    return replace(session, amendments={each.id: each for each in amendments})


def _all_on(session: Session) -> Composition:
    return compose(patched(session, SwitchLayers(tuple(session.delegations), True).plan(session)))


def test_old_and_new_words_stand_side_by_side() -> None:
    session = small_negotiation()

    spans = proposal_words(session, session.amendments["a1"])

    assert [(span.text, span.look) for span in spans] == [
        ("draining", Look.DELETED),
        (" ", Look.PLAIN),
        ("filling", Look.INSERTED),
    ]


def test_an_insertion_shows_what_stands_before_it() -> None:
    session = small_negotiation()

    assert plain(proposal_words(session, session.amendments["a3"])) == "tidal data and maps"


def test_an_insertion_at_the_beginning_shows_what_follows() -> None:
    first = replace(edit("a1", "p1", "can", "draining", "x"), edits=(Edit(0, 0, "All "),))

    assert plain(proposal_words(small_negotiation(), first)) == "All Parties should"


def test_edits_far_apart_are_separated() -> None:
    whole = replace(
        edit("a1", "p1", "can", "draining", "x"),
        edits=(Edit(8, 14, "must"), Edit(27, 35, "loss")),
    )

    assert plain(proposal_words(small_negotiation(), whole)) == (
        "should must … prevent the draining loss"
    )


def test_a_choice_shows_what_would_stand() -> None:
    composition = _all_on(small_negotiation())
    (conflict,) = composition.open_conflicts
    session = composition.session

    words = [plain(choice_words(session, conflict, c)) for c in composition.options(conflict)]

    assert words == ["filling", "loss", "draining"]
    assert base_words(session, conflict) == "draining"


def test_a_conflict_inside_a_proposal_speaks_of_its_words() -> None:
    session = small_negotiation()
    target = edit("a1", "p1", "can", "draining", "filling and paving")
    rivals = [
        Amendment(
            key,
            "p1",
            edits=(Edit(0, 7, new),),
            target="a1",
            sponsorships=(Sponsorship(delegation, 2),),
        )
        for key, new, delegation in (("a2", "loss", "egy"), ("a3", "harm", "nor"))
    ]
    composition = _all_on(_with(session, target, *rivals))
    (conflict,) = composition.open_conflicts

    assert base_words(composition.session, conflict) == "filling"
    words = [
        plain(choice_words(composition.session, conflict, c)) for c in composition.options(conflict)
    ]
    assert words == ["loss", "harm", "filling"]


def test_a_new_provision_shows_its_text() -> None:
    session = small_negotiation()
    amendment = session.amendments["n1"]
    assert amendment.kind is AmendmentKind.NEW_PROVISION

    assert plain(proposal_words(session, amendment)) == "Parties may meet on the shore."
