import pytest

from editor.ui.page.typed_text import typed_text


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("", ""),
        ("\n", " "),
        ("a\x0b\x0cb\x85c", "a b c"),
        ("a  b", "a  b"),
        ("a\t\tb", "a b"),
        ("a \t \n\t \r\n b", "a b"),
        (" " * 200_000, " " * 200_000),
        ("\x1b", ""),
        ("a\u202ebc\u202c \u2067d\u2069", "abc\u202c \u2067d\u2069"),
        ("\ud83d!", "!"),
        ("\u3000\u2003\u00ad\ufeff", "\u3000\u2003\u00ad\ufeff"),
    ],
    ids=lambda text: ascii(text[:12]),
)
def test_text_becomes_one_line_of_characters(text: str, kept: str) -> None:
    assert typed_text(text) == kept
    assert typed_text(kept) == kept
