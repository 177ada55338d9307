"""Names of delegations in words, however they are spelled."""

import pytest

from editor.app.mentions import mentions_in
from editor.importers.names import load_names
from editor.negotiation.delegation import CHAIR, Delegation
from editor.negotiation.session import Session

_DELEGATIONS = (
    CHAIR,
    Delegation("d1", "NZL", "New Zealand"),
    Delegation("d2", "CIV", "Cote d'Ivoire"),
    Delegation("d3", "USA", "United States of America"),
    Delegation("d4", "TUR", "Türkiye"),
    Delegation("d6", "ARE", "United Arab Emirates"),
    Delegation("d7", "CAN", "Canada"),
    Delegation("d5", "FERRY", "Friends of the Ferry", as_written=("Ferry’s friends",)),
)
_SESSION = Session(delegations={each.id: each for each in _DELEGATIONS})


@pytest.mark.parametrize(
    "words",
    [
        "Statement of New\u00a0Zealand",
        "NEW  ZEALAND",
        "New-Zealand’s wish",
        "a wish of Côte d’Ivoire’s",
        "The United\nStates have the floor",
        "as the US said",
        "as the U.S. said",
        "TALKS/USA",
        "Turkey",
        "CAN/2",
        "türkiye and canada",
        "the Ferry's friends",
        "friends of the ferry, and others",
        "EL/Nueva Zelanda/3",
    ],
)
def test_a_delegation_is_named(words: str) -> None:
    assert mentions_in(_SESSION, load_names())(words)


@pytest.mark.parametrize(
    "words",
    [
        "",
        "Let us meet",
        "What Parties are to do, and what they can take",
        "Parties Can, Parties Are",
        "We eat turkey",
        "New friends, old Zealand",
        "Usage",
        "The Chair’s text",
        "Statement of Norway",
    ],
)
def test_nobody_is_named(words: str) -> None:
    assert not mentions_in(_SESSION, load_names())(words)
    assert not mentions_in(Session(), load_names())(words)
