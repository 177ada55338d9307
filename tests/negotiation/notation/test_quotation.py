"""Quoted words come back as they are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.negotiation.notation.quotation import Quotation, exact, quotation_at

ANY = st.text(alphabet="ab “”«»\\[]:;,'{F}\U000f0001\U0010fffd", max_size=8)


@given(ANY)
def test_what_is_quoted_comes_back(text: str) -> None:
    written = exact(text).written
    assert quotation_at(f"add {written}: A", 4) == (exact(text), 4 + len(written))


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("gender", "“gender”"),
        ("the “last mile”", "“the “last mile””"),
        (" gender", "« gender»"),
        ("a » b", "“a » b”"),
        ("half ”", "«half ”»"),
        ("", "«»"),
        (" » ", "« \\» »"),
        ("a\U000f0001", "«a\\{F0001}»"),
        ("\\{F0001}\U000f0001", "«\\\\{F0001}\\{F0001}»"),
    ],
)
def test_how_words_are_quoted(text: str, written: str) -> None:
    assert exact(text).written == written


def test_an_open_quotation_is_none() -> None:
    assert quotation_at("“open", 0) is None
    assert quotation_at("«open", 0) is None
    assert quotation_at("plain", 0) is None
    assert quotation_at("“a”", 0) == (Quotation("a"), 3)
