"""Splits and joins, said by breaks and edits."""

import pytest

from editor.text.edit import Edit
from editor.text.pairing import Break, Seam
from editor.text.reshaping import joined, split, split_edits


def test_break_stands_behind_the_dropped_space() -> None:
    found = split("One word. Two words.", 4, ["One word.", "Two words."], 7)
    assert found is not None
    assert (found.old, found.new, found.edits) == (4, range(7, 9), ())
    assert found.breaks == (Break(10, (Edit(9, 10, ""),)),)


def test_break_without_anything_dropped() -> None:
    found = split("甲同意，乙反对。", 0, ["甲同意，", "乙反对。"], 0)
    assert found is not None
    assert found.breaks == (Break(4, ()),)


def test_part_that_is_new_is_no_split() -> None:
    assert split("One word.", 0, ["One word.", "Two other words."], 0) is None
    assert split("One word two.", 0, ["One word", "Three more, and ever more, two."], 0) is None


def test_words_added_where_no_word_goes_cannot_be_said_by_a_break() -> None:
    """At the break they would open the second paragraph."""
    assert split("Old dams stay, new ones go", 0, ["Old dams stay, yes", "new ones go"], 0) is None


def test_text_with_a_paragraph_mark_of_its_own() -> None:
    assert split("one\u2029two three", 0, ["one\u2029two", "three"], 0) is None
    assert joined(["one\u2029two", "three"], 0, "one\u2029two three", 0) is None


def test_edits_of_a_split_do_not_meet_across_the_break() -> None:
    text = "Dams stay and weirs go"
    stop, opening = Edit(9, 13, "."), Edit(13, 13, "All")
    assert split_edits(text, 13, [opening, stop]) == (stop, opening)
    assert split_edits(text, 13, [opening, Edit(5, 13, "stay.")]) == (stop, opening)


def test_edit_across_the_break_is_refused() -> None:
    with pytest.raises(ValueError, match="leave the text"):
        split_edits("Dams stay and weirs go", 14, [Edit(10, 19, "x")])


def test_seam_takes_the_space() -> None:
    found = joined(["One word.", "Two words."], 2, "One word. Two words.", 5)
    assert found is not None
    assert (found.old, found.new, found.edits) == (range(2, 4), 5, ((), ()))
    assert found.seams == (Seam(2, (Edit(9, 9, " "),)),)


def test_seam_with_other_words_on_both_sides() -> None:
    found = joined(["Old dams stay.", "New dams go."], 0, "Old dams stay; and new dams go.", 0)
    assert found is not None
    assert found.seams == (Seam(0, (Edit(13, 14, "; and "),)),)
    assert found.edits == ((), (Edit(0, 3, "new"),))


def test_paragraphs_that_lost_their_words_are_not_joined() -> None:
    assert joined(["One word.", "Two words."], 0, "One word. Something else here.", 0) is None
