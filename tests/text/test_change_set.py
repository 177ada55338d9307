"""The laws of change sets, as CodeMirror 6 states them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.text.change_set import ChangeSet, Side
from editor.text.edit import Edit

_TEXTS = st.text("abc 日", max_size=10)


@st.composite
def _changes(draw: st.DrawFn, length: int) -> ChangeSet:
    cuts = sorted(draw(st.lists(st.integers(0, length), max_size=6)))
    pairs = zip(cuts[::2], cuts[1::2], strict=False)
    return ChangeSet.of(length, [Edit(start, end, draw(_TEXTS)) for start, end in pairs])


@st.composite
def _text_and_two(draw: st.DrawFn) -> tuple[str, ChangeSet, ChangeSet]:
    text = draw(_TEXTS)
    first = draw(_changes(len(text)))
    return text, first, draw(_changes(first.new_length))


@given(_text_and_two())
def test_inverting_gives_the_text_back(case: tuple[str, ChangeSet, ChangeSet]) -> None:
    text, change, _ = case
    assert change.invert(text).apply(change.apply(text)) == text


@given(_text_and_two())
def test_composing_is_doing_one_after_the_other(case: tuple[str, ChangeSet, ChangeSet]) -> None:
    text, first, second = case
    assert first.compose(second).apply(text) == second.apply(first.apply(text))


@given(_text_and_two())
def test_positions_keep_their_order_and_their_neighbours(
    case: tuple[str, ChangeSet, ChangeSet],
) -> None:
    text, change, _ = case
    after = change.apply(text)
    mapped = [change.map_pos(position, Side.BEFORE) for position in range(len(text) + 1)]
    assert mapped == sorted(mapped)
    assert all(0 <= each <= len(after) for each in mapped)
    for position in range(len(text)):
        if not any(e.start <= position < e.end for e in change.edits):
            kept = change.map_pos(position, Side.AFTER)
            assert after[kept] == text[position]


def test_a_wrong_length_is_refused() -> None:
    with pytest.raises(ValueError, match="code points"):
        ChangeSet.of(3, []).apply("four")
    with pytest.raises(ValueError, match="overlap"):
        ChangeSet.of(3, [Edit(0, 2, ""), Edit(1, 3, "")])
