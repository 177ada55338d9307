from dataclasses import replace

import pytest

from editor.errors import KnownError
from editor.negotiation.amendment import UNDERSTOOD, Amendment, Origin, Sponsorship
from editor.negotiation.commands.confirming import ConfirmReading
from editor.negotiation.commands.correcting import CorrectProposal
from editor.negotiation.patch import patched
from editor.negotiation.provision import Provision
from editor.negotiation.session import Session
from editor.text.edit import Edit

SURE = Origin("paper.md", 3, "[add: Canada]", UNDERSTOOD)
GUESSED = Origin("paper.md", 7, "[?: Egypt]", 0.79)
AMENDMENT = Amendment(
    "a1",
    "p1",
    edits=(Edit(3, 3, " soon"),),
    sponsorships=(Sponsorship("chair", 1, SURE), Sponsorship("chair2", 1, GUESSED)),
    origin=SURE,
)
SESSION = Session(provisions={"p1": Provision("p1", 0, "Act.")}, amendments={"a1": AMENDMENT})


def test_what_any_sponsor_was_guessed_to_want_is_a_guess() -> None:
    assert AMENDMENT.guesses == (GUESSED,)
    assert replace(AMENDMENT, origin=GUESSED).guesses == (GUESSED,)
    assert Amendment("a2", "p1").guesses == ()


def test_confirming_takes_the_doubt_away_and_nothing_else() -> None:
    patch = ConfirmReading(("a1",)).plan(SESSION)
    after = patched(SESSION, patch).amendments["a1"]

    assert after.guesses == ()
    assert after.sponsorships[1].origin == replace(GUESSED, confidence=1.0)
    assert (after.edits, after.sponsors) == (AMENDMENT.edits, AMENDMENT.sponsors)
    assert patched(patched(SESSION, patch), patch.reverse) == SESSION
    assert not ConfirmReading(("a1",)).plan(patched(SESSION, patch))


def test_what_was_corrected_is_no_guess() -> None:
    session = replace(SESSION, amendments={"a1": replace(AMENDMENT, origin=GUESSED)})
    sponsor = replace(AMENDMENT.sponsorships[0], origin=GUESSED)
    corrected = replace(AMENDMENT, edits=(Edit(3, 3, " now"),), sponsorships=(sponsor,))
    after = patched(session, CorrectProposal(corrected).plan(session)).amendments["a1"]

    assert after.guesses == ()
    assert after.edits == (Edit(3, 3, " now"),)


def test_a_proposal_that_is_not_there_cannot_be_confirmed() -> None:
    with pytest.raises(KnownError, match="unknown_proposal"):
        ConfirmReading(("a9",)).plan(SESSION)
