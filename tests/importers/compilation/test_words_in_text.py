"""Words found in a text that spells them a little differently."""

import pytest

from editor.importers.compilation.words_in_text import place_of_words


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("populations who row", "population", "populations"),
        ("the Far Islands", "far islands", "Far Islands"),
        ("row, sail", "row , sail", "row, sail"),
        ("row", "sail", None),
        ("row", "", None),
    ],
)
def test_place_of_words(text: str, words: str, found: str | None) -> None:
    place = place_of_words(text, words)
    assert (text[slice(*place)] if place else None) == found
