"""Everything that a closed reading leaves in the tray says why, in words."""

import pytest

from editor.negotiation.adoption.reasons import Reason, Remainder
from editor.ui.trays.unread_words import unread_words


@pytest.mark.parametrize("reason", [*Reason, *Remainder])
def test_it_says_why(reason: str) -> None:
    assert unread_words(reason) != str(reason).replace("_", " ").capitalize()
