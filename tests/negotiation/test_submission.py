"""A delegation's later submission (rule 11), proposal by proposal."""

from dataclasses import replace

from editor.negotiation.amendment import (
    Amendment,
    AmendmentKind,
    AmendmentState,
    Position,
    Sponsorship,
)
from editor.negotiation.delegation import CHAIR, Delegation
from editor.negotiation.integrity import faults
from editor.negotiation.patch import Draft, patched
from editor.negotiation.provision import Provision, Stance
from editor.negotiation.session import Decision, Session
from editor.negotiation.submission import submit
from editor.text.edit import Edit

CANADA, NORWAY = Sponsorship("can", 1), Sponsorship("nor", 1)
EMPTY = Session(
    delegations={
        "chair": CHAIR,
        "can": Delegation("can", "CAN", "Canada"),
        "nor": Delegation("nor", "NOR", "Norway"),
    },
    provisions={"p1": Provision("p1", 1, "Parties shall act now.")},
)
SHOULD = Amendment("s1", "p1", edits=(Edit(8, 13, "should"),), ordinal=1, sponsorships=(CANADA,))
SOON = Amendment("s2", "p1", edits=(Edit(18, 21, "soon"),), sponsorships=(CANADA,))
NEW = Amendment(
    "s3", "n1", AmendmentKind.NEW_PROVISION, text="They meet.", after="p1", sponsorships=(CANADA,)
)


def submitted(session: Session, *proposals: Amendment, delegation: str = "can") -> Session:
    draft = Draft(session)
    submit(draft, delegation, proposals)
    after = patched(session, draft.patch())
    assert list(faults(after)) == []
    return after


def again(proposal: Amendment, ordinal: int = 1) -> Amendment:
    """The same proposal as another submission brings it."""
    voice = Sponsorship("can", ordinal)
    return replace(
        proposal, id=f"{proposal.id}x", ordinal=ordinal, sponsorships=(voice,),
        provision="n2" if proposal.kind is AmendmentKind.NEW_PROVISION else proposal.provision,
    )  # fmt: skip


def test_a_first_submission_is_not_marked_new() -> None:
    session = submitted(EMPTY, SHOULD, NEW)
    assert {each.is_new for each in session.amendments.values()} == {False}
    assert session.provisions["n1"].proposed_by == "can"
    assert session.provisions["n1"].text == "They meet."


def test_what_is_proposed_again_keeps_its_decision_and_positions() -> None:
    stance = Position("nor", Stance.OPPOSE, "No.")
    first = submitted(EMPTY, replace(SHOULD, positions=(stance,)))
    first = replace(first, decisions={"s1": Decision("s1", False)})
    session = submitted(first, again(SHOULD))
    assert session.amendments == first.amendments
    assert session.decisions == first.decisions


def test_what_has_vanished_is_superseded_not_deleted() -> None:
    session = submitted(submitted(EMPTY, SHOULD, SOON), again(SOON))
    assert session.amendments["s1"].state is AmendmentState.SUPERSEDED
    assert session.amendments["s2"].state is AmendmentState.PROPOSED


def test_what_is_new_is_marked_and_only_in_the_latest_submission() -> None:
    second = submitted(submitted(EMPTY, SHOULD), again(SHOULD), SOON)
    assert [second.amendments[key].is_new for key in ("s1", "s2")] == [False, True]
    third = submitted(second, again(SHOULD), again(SOON))
    assert [third.amendments[key].is_new for key in ("s1", "s2")] == [False, False]


def test_what_was_superseded_and_comes_again_is_new() -> None:
    second = submitted(submitted(EMPTY, SHOULD, SOON), again(SOON))
    third = submitted(second, again(SHOULD), replace(again(SOON), id="s2y"))
    assert third.amendments["s1"].state is AmendmentState.SUPERSEDED
    assert third.amendments["s1x"].is_new


def test_a_cosponsored_proposal_loses_who_does_not_want_it_any_more() -> None:
    both = replace(NEW, sponsorships=(CANADA, NORWAY))
    session = submitted(submitted(EMPTY, both), SHOULD)
    assert session.amendments["s3"].sponsors == ("nor",)
    assert session.amendments["s3"].state is AmendmentState.PROPOSED
    assert session.provisions["n1"].proposed_by == "nor"


def test_what_another_delegation_proposes_already_gains_a_sponsor() -> None:
    norway = replace(SHOULD, sponsorships=(NORWAY,))
    session = submitted(submitted(EMPTY, norway, delegation="nor"), again(SHOULD))
    assert session.amendments["s1"].sponsors == ("nor", "can")
    assert list(session.amendments) == ["s1"]


def test_the_order_is_that_of_the_latest_submission() -> None:
    session = submitted(submitted(EMPTY, SHOULD), replace(SOON, ordinal=1), again(SHOULD, 2))
    assert session.amendments["s1"].ordinal_of("can") == 2
    assert session.amendments["s1"].ordinal == 2


def test_the_same_paragraph_twice_is_wanted_twice() -> None:
    second = replace(NEW, id="s4", provision="n2", ordinal=2, sponsorships=(Sponsorship("can", 2),))
    session = submitted(EMPTY, NEW, second)
    assert {"n1", "n2"} <= session.provisions.keys()


def test_nothing_at_all_supersedes_everything() -> None:
    session = submitted(submitted(EMPTY, SHOULD, SOON))
    assert {each.state for each in session.amendments.values()} == {AmendmentState.SUPERSEDED}


def test_what_changes_nothing_is_left_out() -> None:
    same = Amendment("s9", "p1", edits=(Edit(8, 13, "shall"),), sponsorships=(CANADA,))
    assert not submitted(EMPTY, same).amendments


def joined(session: Session, before: Session, *proposals: Amendment) -> Session:
    """After a further paper of the submission that began on `before`."""
    draft = Draft(session)
    submit(draft, "can", proposals, before=before)
    after = patched(session, draft.patch())
    assert list(faults(after)) == []
    return after


def states(session: Session) -> dict[str, AmendmentState]:
    return {key: each.state for key, each in session.amendments.items()}


def test_what_came_with_the_first_paper_of_a_submission_stands() -> None:
    session = joined(submitted(EMPTY, SHOULD), EMPTY, SOON)
    assert states(session) == {"s1": AmendmentState.PROPOSED, "s2": AmendmentState.PROPOSED}
    assert not session.amendments["s2"].is_new


def test_what_only_the_second_paper_repeats_was_never_given_up() -> None:
    before = submitted(EMPTY, SHOULD, SOON)
    first = submitted(before, again(SHOULD))
    session = joined(first, before, again(SOON), replace(NEW, ordinal=2))
    assert states(session) == dict.fromkeys(("s1", "s2", "s3"), AmendmentState.PROPOSED)
    assert [each.is_new for each in session.amendments.values()] == [False, False, True]


def test_what_no_paper_repeats_is_superseded() -> None:
    before = submitted(EMPTY, SHOULD, SOON)
    first = submitted(before, NEW)
    session = joined(first, before, again(SOON))
    assert session.amendments["s1"] == first.amendments["s1"]
    assert session.amendments["s1"].state is AmendmentState.SUPERSEDED
    assert session.amendments["s2"].state is AmendmentState.PROPOSED


def test_a_sponsor_whom_the_first_paper_took_away_comes_back_with_the_second() -> None:
    before = submitted(EMPTY, replace(SHOULD, sponsorships=(CANADA, NORWAY)))
    session = joined(submitted(before, SOON), before, again(SHOULD))
    assert set(session.amendments["s1"].sponsors) == {"nor", "can"}
    assert list(session.amendments) == ["s1", "s2"]


def test_what_somebody_else_took_up_meanwhile_is_proposed_once() -> None:
    before = submitted(EMPTY, SHOULD)
    first = submitted(before, SOON)
    norway = replace(SHOULD, id="s5", sponsorships=(NORWAY,))
    session = joined(submitted(first, norway, delegation="nor"), before, again(SHOULD))
    assert session.amendments["s1"].state is AmendmentState.SUPERSEDED
    assert session.amendments["s5"].sponsors == ("nor", "can")
