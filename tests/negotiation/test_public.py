"""What everybody may see, and what nobody else may."""

from dataclasses import replace

from editor.negotiation.amendment import Amendment, AmendmentKind, Position, Sponsorship
from editor.negotiation.delegation import CHAIR_ID
from editor.negotiation.note import Note, NoteAnchor
from editor.negotiation.provision import BasePosition, Stance
from editor.negotiation.public import public_session
from editor.negotiation.session import Session
from editor.text.edit import Edit
from tests.exporters.small_sessions import change, replacing, session

TEXT = "States should act soon."


def with_a_draft(*others: Amendment, **changed: object) -> Session:
    draft = Amendment(
        "draft",
        "p1",
        edits=(replacing(TEXT, "act", "move"),),
        sponsorships=(Sponsorship(CHAIR_ID),),
    )
    return session([TEXT], [replace(draft, **changed), *others])  # type: ignore[arg-type]


def test_a_draft_of_the_chair_stays_with_the_chair() -> None:
    assert not public_session(with_a_draft()).amendments


def test_what_a_delegation_has_spoken_to_is_known() -> None:
    said = Position("CAN", Stance.SUPPORT)
    hidden = replace(said, private=True)
    assert "draft" in public_session(with_a_draft(positions=(said,))).amendments
    assert "draft" not in public_session(with_a_draft(positions=(hidden,))).amendments


def test_what_a_delegation_amends_is_known() -> None:
    amending = replace(change("a", "p1", "CAN", Edit(0, 4, "run")), target="draft")
    assert set(public_session(with_a_draft(amending)).amendments) == {"draft", "a"}


def test_what_amends_a_bridging_text_falls_away_with_it() -> None:
    amending = replace(change("a", "p1", "CAN", Edit(0, 4, "run")), target="r1")
    assert not public_session(session([TEXT], [amending])).amendments


def test_the_chair_is_not_named_beside_others() -> None:
    shared = change("a", "p1", "CAN", replacing(TEXT, "act", "move"))
    shared = replace(shared, sponsorships=(Sponsorship(CHAIR_ID), *shared.sponsorships))
    (found,) = public_session(session([TEXT], [shared])).amendments.values()
    assert found.sponsors == ("CAN",)


def test_positions_of_the_chair_and_private_ones_are_left_out() -> None:
    told = Position("EGY", Stance.OPPOSE, "why")
    kept = (told, replace(told, delegation="FJI", private=True), Position(CHAIR_ID, Stance.OPPOSE))
    wish = replace(change("a", "p1", "CAN", replacing(TEXT, "act", "move")), positions=kept)
    (found,) = public_session(session([TEXT], [wish])).amendments.values()
    assert found.positions == (told,)


def test_the_provision_that_only_the_chair_proposes_is_left_out_with_its_notes() -> None:
    new = Amendment(
        "n",
        "q",
        AmendmentKind.NEW_PROVISION,
        text="Secret.",
        after="p1",
        sponsorships=(Sponsorship(CHAIR_ID),),
    )
    notes = [
        Note("n1", "on it", anchor=NoteAnchor("q")),
        Note("n2", "of it", anchor=NoteAnchor("p1", "n")),
        Note("n3", "the Chair's", delegation=CHAIR_ID, anchor=NoteAnchor("p1")),
        Note("n4", "a reason", delegation="CAN", anchor=NoteAnchor("p1")),
    ]
    found = public_session(session([TEXT], [new], notes))
    assert set(found.provisions) == {"p1"}
    assert set(found.notes) == {"n4"}


def test_base_positions_that_are_private_or_the_chairs_are_left_out() -> None:
    plain = session([TEXT])
    said = (
        BasePosition(CHAIR_ID, 0, 6, Stance.SUPPORT),
        BasePosition("EGY", 0, 6, Stance.OPPOSE, private=True),
        BasePosition("CAN", 0, 6, Stance.SUPPORT),
    )
    row = replace(plain.provisions["p1"], positions=said, pending_on=(CHAIR_ID, "CAN"))
    found = public_session(replace(plain, provisions={"p1": row})).provisions["p1"]
    assert found.positions == said[2:]
    assert found.pending_on == ("CAN",)
