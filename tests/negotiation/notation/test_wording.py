"""A change of words, said and read again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, composite

from editor.negotiation.notation.quotation import Quotation
from editor.negotiation.notation.wording import Wording, edit_of, without_context, wording_of
from editor.text.edit import Edit
from editor.text.tokens import token_boundaries
from tests.strategies import TEXTS


@composite
def changes(draw: DrawFn) -> tuple[str, Edit]:
    text = draw(TEXTS | st.text(alphabet="ab ,.()“", max_size=9))
    places = sorted(token_boundaries(text))
    start, end = sorted((draw(st.sampled_from(places)), draw(st.sampled_from(places))))
    return text, Edit(start, end, draw(TEXTS | st.text(alphabet="ab ,.(”", max_size=6)))


@given(changes())
def test_every_edit_comes_back(change: tuple[str, Edit]) -> None:
    text, edit = change
    assert edit_of(text, wording_of(text, edit)) == edit


@pytest.mark.parametrize(
    ("text", "edit", "old", "new"),
    [
        ("and equality", Edit(3, 3, " gender"), None, "gender"),
        ("Equality", Edit(0, 0, "Gender "), None, "Gender"),
        ("a b", Edit(1, 1, ","), None, ","),
        ("and gender equality", Edit(3, 10, ""), "gender", None),
        ("and, at times, equal", Edit(3, 14, ""), ", at times,", None),
        ("may act", Edit(0, 3, "shall"), "may", "shall"),
    ],
)
def test_spaces_are_left_to_the_text(
    text: str, edit: Edit, old: str | None, new: str | None
) -> None:
    wording = wording_of(text, edit)
    assert wording.old == (Quotation(old) if old else None)
    assert wording.new == (Quotation(new) if new else None)


def test_words_without_spaces_between_them_are_quoted_exactly() -> None:
    assert wording_of("各国应", Edit(1, 1, "好")).new == Quotation("好", is_exact=True)


def test_words_that_are_not_there_are_refused() -> None:
    with pytest.raises(ValueError, match="does not end at 3"):
        edit_of("and so", Wording(3, Quotation("but"), None))


def test_context_is_taken_off() -> None:
    assert without_context("men and girls", Edit(0, 13, "men and all girls")) == Edit(8, 8, "all ")
