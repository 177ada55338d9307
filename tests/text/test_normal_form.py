"""The normal form: equal texts, equal edits, and nothing else."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from editor.text.edit import Edit, apply_edits
from editor.text.normal_form import normal_edit, normal_form
from editor.text.tokens import token_boundaries, tokens

_PIECES = st.sampled_from(
    ["a", "b", "the", " ", " ", ",", ".", "'", "é", "é", "日", "👩‍👩‍👧", "\u0301"]
)
_TEXTS = st.lists(_PIECES, max_size=8).map("".join)


@st.composite
def _text_and_edit(draw: st.DrawFn) -> tuple[str, Edit]:
    text = draw(_TEXTS)
    start = draw(st.integers(0, len(text)))
    end = draw(st.integers(start, len(text)))
    return text, Edit(start, end, draw(_TEXTS))


@st.composite
def _text_and_edits(draw: st.DrawFn) -> tuple[str, list[Edit]]:
    text = draw(_TEXTS)
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=6, unique=True)))
    pairs = zip(cuts[::2], cuts[1::2], strict=False)
    return text, [Edit(start, end, draw(_TEXTS)) for start, end in pairs]


@given(_text_and_edit())
def test_the_normal_form_gives_the_same_text(case: tuple[str, Edit]) -> None:
    text, edit = case
    assert apply_edits(text, [normal_edit(text, edit)]) == apply_edits(text, [edit])


@given(_text_and_edit(), st.data())
def test_same_text_means_same_normal_form(case: tuple[str, Edit], data: st.DataObject) -> None:
    text, edit = case
    result = apply_edits(text, [edit])
    others = [
        Edit(start, end, result[start : len(result) - (len(text) - end)])
        for start in range(len(text) + 1)
        for end in range(start, len(text) + 1)
        if result.startswith(text[:start])
        and result.endswith(text[end:])
        and len(result) >= start + len(text) - end
    ]
    other = data.draw(st.sampled_from(others))
    assert normal_edit(text, other) == normal_edit(text, edit)


@given(_text_and_edit())
def test_edits_lie_on_token_boundaries_of_both_texts(case: tuple[str, Edit]) -> None:
    text, edit = case
    normal = normal_edit(text, edit)
    after = apply_edits(text, [normal])
    assert {normal.start, normal.end} <= token_boundaries(text)
    assert {normal.start, normal.start + len(normal.text)} <= token_boundaries(after)


@given(_text_and_edits())
def test_a_set_gives_the_same_text_and_never_touches_itself(case: tuple[str, list[Edit]]) -> None:
    text, edits = case
    normal = normal_form(text, edits)
    assert apply_edits(text, normal) == apply_edits(text, edits)
    assert all(a.end < b.start for a, b in pairwise(normal))
    assert normal_form(text, normal) == normal


@given(st.text())
def test_tokens_are_the_text(text: str) -> None:
    assert "".join(tokens(text)) == text


def test_an_insertion_that_touches_a_letter_replaces_the_word() -> None:
    assert normal_edit("we cooperate", Edit(12, 12, "d")) == Edit(3, 12, "cooperated")


def test_an_insertion_slides_to_the_left() -> None:
    assert normal_edit("victims of crime", Edit(8, 8, "and survivors ")) == Edit(
        7, 7, " and survivors"
    )


def test_repeated_words_meet() -> None:
    text = "the right of the right"
    assert normal_edit(text, Edit(0, 10, "")) == normal_edit(text, Edit(0, 10, ""))
    assert normal_edit("very very good", Edit(0, 5, "")) == normal_edit(
        "very very good", Edit(5, 10, "")
    )
