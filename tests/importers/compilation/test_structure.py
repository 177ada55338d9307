"""Splits that are told in prose."""

from editor.importers.compilation.structure import is_split, split_by_second_part
from editor.text.edit import Edit


def test_the_second_part_says_where_a_provision_is_split() -> None:
    base = "Boats should float. Ferries should sink slowly in deep water at night."
    second = "Parties see to it that ferries sink slowly in deep water at night."
    assert split_by_second_part(base, second) == (
        20,
        Edit(20, 34, "Parties see to it that ferries"),
    )


def test_another_text_is_no_second_part() -> None:
    assert split_by_second_part("Boats should float. Ferries sink.", "Rafts should drift.") is None


def test_words_for_a_split() -> None:
    assert is_split("to split this recommendation in two")
    assert not is_split("to shorten this recommendation")
