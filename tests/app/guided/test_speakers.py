"""Whom a typed name means, and whom a file is called after."""

import pytest

from editor.app.guided.speakers import Meaning, delegation_in_name, meant
from tests.ui.negotiations import small_negotiation


@pytest.mark.parametrize(
    ("written", "meaning", "name"),
    [
        ("", Meaning.NOTHING, ""),
        ("nor", Meaning.KNOWN, "Norway"),
        ("Norwegian Kingdom", Meaning.UNKNOWN, "Norwegian Kingdom"),
        ("Viet Nam", Meaning.IN_BOOK, "Viet Nam"),
        ("Vietnam", Meaning.IN_BOOK, "Viet Nam"),
        ("Switzerlamd", Meaning.RESEMBLES, "Switzerland"),
        ("Brazil, Chile", Meaning.SEVERAL, "Brazil, Chile"),
        ("Republic of Somewhere", Meaning.UNKNOWN, "Republic of Somewhere"),
    ],
)
def test_a_name_means(written: str, meaning: Meaning, name: str) -> None:
    found = meant(small_negotiation(), written)
    assert (found.meaning, found.name) == (meaning, name)


@pytest.mark.parametrize(
    ("stem", "code"),
    [
        ("Norway comments on CRP2", "NOR"),
        ("2024_EU_proposals", "EU"),
        ("Trinidad and Tobago", "TTO"),
        ("what we can do", ""),
        ("Brazil and Chile", ""),
        ("d7", ""),
        ("text", ""),
    ],
)
def test_a_file_is_called_after(stem: str, code: str) -> None:
    assert delegation_in_name(small_negotiation(), stem) == code
