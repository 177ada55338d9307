"""Sentences as runs of words."""

import pytest

from editor.text.sentences import sentences


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("", []),
        ("one two", [("one", "two")]),
        ("one . two ; three", [("one", "."), ("two", ";"), ("three",)]),
        ("一 。 二 ！", [("一", "。"), ("二", "！")]),
    ],
)
def test_sentences(words: str, expected: list[tuple[str, ...]]) -> None:
    assert sentences(words.split()) == expected
