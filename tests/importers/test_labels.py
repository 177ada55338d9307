"""Printed labels at the start of a paragraph."""

import pytest

from editor.importers.labels import bare_label, is_letter_before_roman, leading_label


@pytest.mark.parametrize(
    ("text", "printed", "depth"),
    [
        ("1. Parties shall meet.", "1", 0),
        ("11 bis. Parties shall meet.", "11 bis", 0),
        ("11bis Parties shall meet.", "11bis", 0),
        ("2.bis Parties shall meet.", "2.bis", 0),
        ("PP3 Recalling the report,", "PP3", 0),
        ("OP5 alt 2 Decides to meet;", "OP5 alt 2", 0),
        ("Article 4.2 The Conference decides.", "Article 4.2", 0),
        ("Article 4 bis", "Article 4 bis", 0),
        ("(a) to meet;", "(a)", 1),
        ("(iv) to part;", "(iv)", 2),
        ("a) to meet;", "a", 1),
    ],
)
def test_labels_are_read_as_printed(text: str, printed: str, depth: int) -> None:
    label = leading_label(text)
    assert label is not None
    assert (label.printed, label.depth) == (printed, depth)
    assert text[label.words_start :] in ("", text.split(" ", printed.count(" ") + 1)[-1])


@pytest.mark.parametrize(
    "text", ["12 States met.", "In 2020 we met.", "A. Introduction", "(see below) it is", "", "  "]
)
def test_numbers_and_initials_of_sentences_are_no_labels(text: str) -> None:
    assert leading_label(text) is None


def test_a_roman_numeral_after_its_neighbour_in_the_alphabet_is_a_letter() -> None:
    assert is_letter_before_roman("(i)", "(h)")
    assert not is_letter_before_roman("(i)", "(b)")


def test_labels_of_two_documents_compare_without_spaces_and_points() -> None:
    assert bare_label("26 bis.") == bare_label("26bis")
