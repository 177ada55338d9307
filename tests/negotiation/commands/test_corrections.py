"""Every correction leaves a sound session that composes, and its reverse restores exactly."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from editor.errors import KnownError
from editor.negotiation.amendment import (
    START,
    Amendment,
    AmendmentKind,
    AmendmentState,
    Origin,
    Sponsorship,
)
from editor.negotiation.commands.command import Command
from editor.negotiation.commands.correcting import CorrectProposal, Relabel
from editor.negotiation.commands.correcting_joins import JoinProvisions
from editor.negotiation.commands.correcting_splits import SplitProvision
from editor.negotiation.commands.delegations import (
    AddDelegation,
    ChangeDelegation,
    MergeDelegations,
    RemoveDelegation,
    Reorder,
)
from editor.negotiation.commands.tray import (
    DismissFromTray,
    ProposalToNote,
    TrayToNote,
    TrayToPosition,
    TrayToProposal,
)
from editor.negotiation.composition import compose
from editor.negotiation.delegation import CHAIR_ID, DelegationKind
from editor.negotiation.integrity import faults
from editor.negotiation.patch import patched
from editor.negotiation.provision import BasePosition, Provision, ProvisionKind, Stance
from editor.negotiation.session import Session
from editor.negotiation.unread import Unread
from editor.text.edit import Edit
from tests.examples import one_in
from tests.negotiation.commands.test_dictation import BASE, proposal, session_with
from tests.strategies import edits, sessions

Choose = Callable[[st.DataObject, Session], Iterator[Command]]


def pick(data: st.DataObject, rows: object) -> str:
    keys = sorted(rows)  # type: ignore[call-overload]
    assume(keys)
    return str(data.draw(st.sampled_from(keys)))


def small(data: st.DataObject, session: Session) -> Iterator[Command]:
    """Corrections of one row."""
    row = session.delegations[pick(data, session.delegations)]
    named = st.lists(st.sampled_from(sorted(session.delegations)), unique=True)
    yield AddDelegation("NEW", "New", DelegationKind.GROUP, (row.id,))
    yield ChangeDelegation(replace(row, code=f"{row.code}X", name="Other", colour=3, rank=2))
    yield Reorder(tuple(data.draw(named)))
    yield Relabel(pick(data, session.provisions), "11 ter")


def merge(data: st.DataObject, session: Session) -> Iterator[Command]:
    kept = pick(data, session.delegations)
    yield MergeDelegations(kept, (pick(data, session.delegations.keys() - {kept, CHAIR_ID}),))


def remove(data: st.DataObject, session: Session) -> Iterator[Command]:
    yield RemoveDelegation(pick(data, session.delegations.keys() - {CHAIR_ID}))


def join(data: st.DataObject, session: Session) -> Iterator[Command]:
    order = session.base_order
    assume(len(order) > 1)
    index = data.draw(st.integers(0, len(order) - 2))
    yield JoinProvisions(order[index], order[index + 1])


def split(data: st.DataObject, session: Session) -> Iterator[Command]:
    provision = pick(data, session.base_order)
    length = len(session.provisions[provision].text)
    yield SplitProvision(provision, data.draw(st.integers(0, length)), "2")


def correct(data: st.DataObject, session: Session) -> Iterator[Command]:
    row = session.amendments[pick(data, session.amendments)]
    provision = pick(data, session.base_order)
    text = session.provisions[provision].text
    sponsors = (Sponsorship(pick(data, session.delegations)),)
    yield CorrectProposal(
        data.draw(
            st.sampled_from(
                (
                    replace(
                        row,
                        kind=AmendmentKind.EDIT,
                        provision=provision,
                        target=None,
                        text=None,
                        edits=data.draw(edits(text)),
                        sponsorships=sponsors,
                    ),
                    replace(
                        row,
                        kind=AmendmentKind.NEW_PROVISION,
                        target=None,
                        text="New words",
                        after=provision,
                        sponsorships=sponsors,
                    ),
                    replace(row, text="other words", sponsorships=sponsors),
                    replace(row, sponsorships=sponsors),
                )
            )
        )
    )


def from_tray(data: st.DataObject, session: Session) -> Iterator[Command]:
    item = pick(data, session.unread)
    who = pick(data, session.delegations)
    provision = pick(data, session.base_order)
    wanted = Amendment("", provision, edits=data.draw(edits(session.provisions[provision].text)))
    new = Amendment("", "", AmendmentKind.NEW_PROVISION, text="New", after=provision)
    yield TrayToProposal(item, (who,), data.draw(st.sampled_from((wanted, new))))
    yield TrayToNote(tuple(session.unread), who, elsewhere=provision)
    yield DismissFromTray((item,), provision)
    yield TrayToPosition(item, who, Stance.OPPOSE, elsewhere=provision)
    if session.amendments:
        yield TrayToPosition(item, who, Stance.SUPPORT, pick(data, session.amendments))
        yield TrayToNote((item,), who, pick(data, session.amendments))


def to_note(data: st.DataObject, session: Session) -> Iterator[Command]:
    yield ProposalToNote(pick(data, session.amendments))


EVERY = (small, merge, remove, join, split, correct, from_tray, to_note)
FEWER = one_in(3)
"""Whole sessions take long to draw, and each correction has a test of its own."""
SESSIONS = sessions(most_provisions=3, most_delegations=3, most_amendments=4)


@pytest.mark.parametrize("choose", EVERY, ids=lambda each: each.__name__)
@FEWER
@given(session=SESSIONS, data=st.data())
def test_a_correction_can_be_undone_and_leaves_a_sound_session(
    choose: Choose, session: Session, data: st.DataObject
) -> None:
    for command in choose(data, session):
        try:
            patch = command.plan(session)
        except KnownError:
            continue
        after = patched(session, patch)

        assert patched(after, patch.reverse) == session
        assert list(faults(after)) == list(faults(session)) == []
        compose(after)


@FEWER
@given(session=SESSIONS, data=st.data())
def test_splitting_what_was_joined_gives_the_texts_back(
    session: Session, data: st.DataObject
) -> None:
    [command] = join(data, session)
    assert isinstance(command, JoinProvisions)
    first, second = session.provisions[command.first], session.provisions[command.second]
    assume(first.text and second.text)
    second = replace(second, kind=first.kind)
    session = replace(session, provisions={**session.provisions, second.id: second})
    joined = patched(session, command.plan(session))
    both = joined.provisions[first.id].text
    assert "".join(both.split()) == "".join((first.text + second.text).split())

    after = patched(joined, SplitProvision(first.id, len(first.text), "9").plan(joined))

    texts = [after.provisions[each].text for each in after.base_order]
    assert texts == [session.provisions[each].text for each in session.base_order]


@FEWER
@given(session=SESSIONS, data=st.data())
def test_nothing_is_lost_by_joining_and_splitting(session: Session, data: st.DataObject) -> None:
    """Each proposal is there afterwards or in the tray."""
    [command] = data.draw(st.sampled_from((join, split)))(data, session)
    try:
        after = patched(session, command.plan(session))
    except KnownError:
        return

    gone = session.amendments.keys() - after.amendments.keys()
    assert len(after.unread) - len(session.unread) == len(gone)


@FEWER
@given(session=SESSIONS, data=st.data())
def test_a_removed_delegation_is_named_no_more(session: Session, data: st.DataObject) -> None:
    [command] = remove(data, session)
    assert isinstance(command, RemoveDelegation)
    gone = session.delegations[command.delegation]

    after = patched(session, command.plan(session))

    assert after.amendments.keys() == session.amendments.keys()
    for key, before in session.amendments.items():
        now = after.amendments[key]
        if before.sponsors == (gone.id,):
            assert now.sponsors == (gone.name or gone.code,)
            assert now.state is not AmendmentState.PROPOSED
        else:
            assert gone.id not in now.sponsors
            assert now.state is before.state
        assert gone.id not in {each.delegation for each in now.positions}


@FEWER
@given(session=SESSIONS, data=st.data())
def test_a_merged_delegation_lives_on_in_the_other(session: Session, data: st.DataObject) -> None:
    [command] = merge(data, session)
    assert isinstance(command, MergeDelegations)
    [gone] = (session.delegations[each] for each in command.merged)

    after = patched(session, command.plan(session))

    kept = after.delegations[command.kept]
    assert gone.code in kept.as_written
    assert set(gone.as_written) - {""} <= {*kept.as_written, kept.name}
    for key, before in session.amendments.items():
        if key in after.amendments and gone.id in before.sponsors:
            assert command.kept in after.amendments[key].sponsors
    assert gone.id not in after.delegations


def test_equal_proposals_of_merged_delegations_are_one() -> None:
    session = session_with(
        proposal("a1", "can", "consider", "examine"), proposal("a2", "egy", "consider", "examine")
    )

    after = patched(session, MergeDelegations("can", ("egy",)).plan(session))

    assert {each.id: each.sponsors for each in after.amendments.values()} == {"a1": ("can",)}


def test_a_proposal_that_was_none_becomes_a_note_of_its_sponsor() -> None:
    origin = Origin("paper.md", 3, "[add: soon]", 0.5)
    misread = replace(proposal("a1", "can", "shall", "sooner"), origin=origin)
    inner = Amendment(
        "a2",
        "p1",
        edits=(Edit(0, 4, "late"),),
        target="a1",
        sponsorships=(Sponsorship("egy"),),
    )
    session = session_with(misread, inner)

    after = patched(session, ProposalToNote("a1").plan(session))

    (note,) = after.notes.values()
    assert (note.text, note.delegation) == ("[add: soon]", misread.sponsors[0])
    assert note.anchor.provision == misread.provision
    assert not after.amendments
    assert [each.reason for each in after.unread.values()] == ["target_gone"]
    assert list(faults(after)) == []


def test_a_new_provision_before_the_first_that_was_none_becomes_a_note_on_the_first() -> None:
    misread = Amendment(
        "a1",
        "n1",
        AmendmentKind.NEW_PROVISION,
        text="Cover",
        after=START,
        sponsorships=(Sponsorship("can"),),
    )
    session = session_with(misread)
    session = replace(
        session,
        provisions={**session.provisions, "n1": Provision("n1", 0, "Cover", amendment="a1")},
    )

    after = patched(session, ProposalToNote("a1").plan(session))

    (note,) = after.notes.values()
    assert note.anchor.provision == "p1"


def test_an_edit_goes_along_with_its_words() -> None:
    session = session_with(proposal("a1", "can", "measures", "rules"))

    split_up = patched(session, SplitProvision("p1", BASE.index("consider"), "3 bis").plan(session))

    assert [split_up.provisions[each].text for each in split_up.base_order] == [
        "States shall",
        "consider the measures.",
        "Second.",
    ]
    assert split_up.amendments["a1"].edits == (Edit(13, 21, "rules"),)
    assert compose(split_up).paragraphs[1] == "consider the rules."


UNREAD = {
    "u1": Unread("u1", "[unclear]", "annotation_not_understood"),
    "u2": Unread("u2", "[too]", "annotation_not_understood", "p1"),
}


@pytest.mark.parametrize("command", [TrayToNote, DismissFromTray])
def test_a_note_of_words_that_name_no_provision_stands_where_it_is_said(
    command: type[TrayToNote] | type[DismissFromTray],
) -> None:
    session = replace(session_with(), unread=UNREAD)

    after = patched(session, command(("u1", "u2"), elsewhere="p2").plan(session))

    places = {each.text: each.anchor.provision for each in after.notes.values()}
    assert places == {"[unclear]": "p2", "[too]": "p1"}
    assert not after.unread


def test_a_position_of_words_that_name_no_provision_is_on_the_one_that_is_said() -> None:
    session = replace(session_with(), unread=UNREAD)
    command = TrayToPosition("u1", "can", Stance.OPPOSE, end=6, elsewhere="p2")

    after = patched(session, command.plan(session))

    assert after.provisions["p2"].positions == (
        BasePosition("can", 0, 6, Stance.OPPOSE, "[unclear]"),
    )


@pytest.mark.parametrize(
    "command",
    [
        TrayToNote(("u2", "u1")),
        DismissFromTray(("u1",), "gone"),
        TrayToPosition("u1", "can", Stance.OPPOSE),
    ],
    ids=lambda each: type(each).__name__,
)
def test_words_that_name_no_provision_stay_in_the_tray_if_none_is_said(command: Command) -> None:
    with pytest.raises(KnownError, match="tray_item_without_place"):
        command.plan(replace(session_with(), unread=UNREAD))


def test_a_provision_does_not_swallow_the_heading_after_it() -> None:
    session = session_with()
    heading = replace(session.provisions["p2"], label="", kind=ProvisionKind.HEADING)
    session = replace(session, provisions={**session.provisions, "p2": heading})

    with pytest.raises(KnownError) as refused:
        JoinProvisions("p1", "p2").plan(session)

    assert (refused.value.code, refused.value.facts) == ("other_follows", {"following": "Second."})


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (AddDelegation("can", "Again"), "code_taken"),
        (AddDelegation(" ", "Nobody"), "code_missing"),
        (AddDelegation("X", "X", DelegationKind.CHAIR), "one_chair"),
        (MergeDelegations("can", (CHAIR_ID,)), "cannot_merge"),
        (RemoveDelegation(CHAIR_ID), "chair_stays"),
        (JoinProvisions("p2", "p1"), "not_neighbours"),
        (SplitProvision("p1", 3), "cannot_split_here"),
        (SplitProvision("p1", 0), "cannot_split_here"),
        (Relabel("p9", "1"), "unknown_provision"),
        (DismissFromTray(("u1",)), "unknown_tray_item"),
        (CorrectProposal(Amendment("a9", "p1")), "unknown_proposal"),
        (CorrectProposal(Amendment("a1", "p1")), "sponsor_missing"),
        (
            CorrectProposal(Amendment("a1", "p1", sponsorships=(Sponsorship("can"),))),
            "changes_nothing",
        ),
        (
            CorrectProposal(
                Amendment("a1", "p1", edits=(Edit(0, 99, ""),), sponsorships=(Sponsorship("can"),))
            ),
            "edits_overlap",
        ),
    ],
)
def test_what_cannot_be_done_is_said(command: Command, code: str) -> None:
    with pytest.raises(KnownError) as refused:
        command.plan(session_with(proposal("a1", "can", "consider", "examine")))

    assert refused.value.code == code
