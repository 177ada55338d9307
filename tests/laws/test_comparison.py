"""Comparison of clean texts: what is said to have happened gives back the new text exactly."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy, composite

from editor.text.alignment import align
from editor.text.diff import kept_length, most_kept, word_edits
from editor.text.edit import apply_edits
from editor.text.normal_form import normal_edit
from editor.text.pairing import Changed, Moved
from editor.text.tokens import token_boundaries
from tests.text.rebuilding import amended, rebuild

_SAMPLE = (
    "States shall Parties take adopt measures the of and to climate finance water . , ; - ' the. "
    "é e\u0301 中 文 👩\u200d👧 \u200d \r \n \u2029 A b x1 _ ไทย"
)
_WORDS = _SAMPLE.split(" ")

_texts = st.one_of(
    st.text(),
    st.lists(st.sampled_from(_WORDS), max_size=14).map(" ".join),
    st.lists(st.sampled_from([*_WORDS, " "]), max_size=14).map("".join),
)


@given(_texts, _texts)
def test_word_edits_give_the_new_text(old: str, new: str) -> None:
    edits = word_edits(old, new)
    assert amended(old, edits) == new
    assert apply_edits(old, edits) == new


@given(_texts, _texts)
def test_word_edits_are_in_normal_form_and_never_meet(old: str, new: str) -> None:
    edits = word_edits(old, new)
    assert all(left.end < right.start for left, right in pairwise(edits))
    assert all(normal_edit(old, edit) == edit for edit in edits)


@given(_texts, _texts)
def test_word_edits_never_cut_a_word(old: str, new: str) -> None:
    for edit in word_edits(old, new):
        assert {edit.start, edit.end} <= token_boundaries(old)
        for place in (edit.start, edit.end):
            around = old[place - 1 : place + 1] if place else ""
            assert not (len(around) == 2 and around.isascii() and around.isalpha())


@given(_texts, _texts)
def test_no_comparison_keeps_more_than_the_bound(old: str, new: str) -> None:
    assert kept_length(old, word_edits(old, new)) <= most_kept(old, new)


_paragraphs = st.one_of(
    st.text(max_size=6),
    st.lists(st.sampled_from(_WORDS), max_size=12).map(" ".join),
    st.sampled_from(["", " ", "Reserved", "To be completed."]),
)


@composite
def _versions(draw: DrawFn) -> tuple[list[str], list[str]]:
    """A text and what editing hands made of it: words in and out, paragraphs added, dropped,
    moved, split, joined."""
    old = draw(st.lists(_paragraphs, max_size=8))
    new = list(old)
    for _ in range(draw(st.integers(0, 5))):
        at = draw(st.integers(0, len(new)))
        hand = draw(st.sampled_from(["add", "drop", "move", "split", "join", "amend"]))
        if hand == "add" or at == len(new):
            new.insert(at, draw(_paragraphs))
            continue
        words = new[at].split(" ")
        cut = draw(st.integers(0, len(words)))
        match hand:
            case "drop":
                del new[at]
            case "move":
                moved = new.pop(at)
                new.insert(draw(st.integers(0, len(new))), moved)
            case "split":
                opening = draw(st.sampled_from(["", "And ", "中"]))
                new[at : at + 1] = [" ".join(words[:cut]), opening + " ".join(words[cut:])]
            case "join":
                new[at : at + 2] = [draw(st.sampled_from([" ", "", "; "])).join(new[at : at + 2])]
            case "amend":
                words[cut:cut] = draw(_few_words())
                new[at] = " ".join(words)
    return old, new


def _few_words() -> SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(_WORDS), min_size=1, max_size=3)


@given(_versions())
def test_alignment_gives_the_new_text(versions: tuple[list[str], list[str]]) -> None:
    old, new = versions
    assert rebuild(old, align(old, new)) == new


@given(_versions())
def test_alignment_edits_stand_each_for_itself(versions: tuple[list[str], list[str]]) -> None:
    """Each hunk becomes a proposal of its own: alone it must mean what it means among all."""
    old, new = versions
    for pairing in align(old, new):
        if isinstance(pairing, Changed | Moved):
            text = old[pairing.old]
            assert all(normal_edit(text, edit) == edit for edit in pairing.edits)


@given(st.lists(_paragraphs, max_size=8))
def test_alignment_with_itself_keeps_everything(texts: list[str]) -> None:
    assert [type(each).__name__ for each in align(texts, texts)] == ["Kept"] * len(texts)
