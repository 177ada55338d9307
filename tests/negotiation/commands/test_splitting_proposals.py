"""A proposal split into its changes: nothing that named it hangs in the air."""

from dataclasses import replace

import pytest

from editor.errors import KnownError
from editor.negotiation.amendment import Amendment, AmendmentKind, Sponsorship
from editor.negotiation.commands.splitting_proposals import SplitProposal
from editor.negotiation.composition import compose
from editor.negotiation.delegation import CHAIR, Delegation
from editor.negotiation.integrity import faults
from editor.negotiation.note import Note, NoteAnchor
from editor.negotiation.patch import patched
from editor.negotiation.provision import Provision
from editor.negotiation.session import Decision, Session
from editor.text.edit import Edit

VOICE = (Sponsorship("can", 1),)
WHOLE = Amendment(
    "a1",
    "p1",
    edits=(Edit(8, 13, "should ever"), Edit(17, 17, " – and report –")),
    sponsorships=VOICE,
)
SESSION = Session(
    delegations={
        "chair": CHAIR,
        "can": Delegation("can", "CAN", "Canada", layer_on=True),
        "nor": Delegation("nor", "NOR", "Norway", layer_on=True),
    },
    provisions={"p1": Provision("p1", 1, "Parties shall act now.")},
    amendments={"a1": WHOLE},
)


def split(session: Session) -> Session:
    patch = SplitProposal("a1").plan(session)
    after = patched(session, patch)
    assert list(faults(after)) == []
    assert patched(after, patch.reverse) == session
    return after


def with_amendments(*more: Amendment) -> Session:
    return replace(SESSION, amendments={**SESSION.amendments, **{each.id: each for each in more}})


def test_each_change_is_a_proposal_and_the_text_the_same() -> None:
    after = split(SESSION)
    assert [each.edits for each in after.amendments.values()] == [(e,) for e in WHOLE.edits]
    assert compose(after).paragraphs == compose(SESSION).paragraphs


def test_decisions_and_notes_stay() -> None:
    note = Note("n1", "Why.", delegation="can", anchor=NoteAnchor("p1", "a1"))
    session = replace(
        SESSION, decisions={"a1": Decision("a1", False)}, notes={"n1": note},
        amendments={"a1": replace(WHOLE, notes=("n1",))},
    )  # fmt: skip
    after = split(session)
    assert after.notes == session.notes
    assert [each.included for each in after.decisions.values()] == [False, False]


def test_an_amendment_goes_with_the_words_it_amends() -> None:
    first = Amendment("a2", "p1", edits=(Edit(7, 11, "now"),), target="a1", sponsorships=VOICE)
    second = Amendment("a3", "p1", edits=(Edit(18, 24, "write"),), target="a1", sponsorships=VOICE)
    session = with_amendments(first, second)
    after = split(session)
    assert after.amendments["a2"] == first
    moved = after.amendments["a3"]
    assert (moved.target, moved.edits) == ("a4", (Edit(7, 13, "write"),))
    assert compose(after).paragraphs == compose(session).paragraphs


def test_an_amendment_to_words_of_both_goes_to_the_tray() -> None:
    both = Amendment("a2", "p1", edits=(Edit(7, 17, "x"),), target="a1", sponsorships=VOICE)
    after = split(with_amendments(both))
    assert "a2" not in after.amendments
    assert [(each.reason, each.provision) for each in after.unread.values()] == [
        ("proposal_split", "p1")
    ]


def test_an_alternative_to_the_whole_is_one_to_each_part() -> None:
    rival = Amendment(
        "a2", "p1", AmendmentKind.DELETE_PROVISION, alternatives=("a1",), sponsorships=VOICE
    )
    session = with_amendments(rival)
    declared = replace(WHOLE, alternatives=("a2",))
    after = split(replace(session, amendments={**session.amendments, "a1": declared}))
    assert after.amendments["a2"].alternatives == ("a1", "a3")
    assert {after.amendments[key].alternatives for key in ("a1", "a3")} == {("a2",)}


@pytest.mark.parametrize("edit", WHOLE.edits)
def test_a_part_that_another_proposes_already_gains_a_sponsor(edit: Edit) -> None:
    norway = Amendment("a2", "p1", edits=(edit,), sponsorships=(Sponsorship("nor", 1),))
    after = split(with_amendments(norway))
    assert after.amendments["a2"].sponsors == ("nor", "can")
    assert len(after.amendments) == 2


def test_one_change_cannot_be_split() -> None:
    single = replace(WHOLE, edits=WHOLE.edits[:1])
    with pytest.raises(KnownError, match="cannot_split"):
        SplitProposal("a1").plan(replace(SESSION, amendments={"a1": single}))
