"""Printed labels sort as they are counted."""

from itertools import pairwise

import pytest

from editor.negotiation.label import label_key


@pytest.mark.parametrize(
    "ordered",
    [
        ["1", "2", "10", "11", "11 bis", "11 ter", "11 quater", "12"],
        ["PP1", "PP2", "PP10"],
        ["(a)", "(b)", "(c)"],
        ["4.1", "4.2", "4.10", "5.1"],
        ["OP5", "OP5 alt 1", "OP5 alt 2", "OP6"],
        ["2", "2 bis", "2 BIS alt", "3"],
    ],
)
def test_in_the_order_of_counting(ordered: list[str]) -> None:
    ordered_keys = [label_key(each) for each in ordered]
    assert all(one < next_one for one, next_one in pairwise(ordered_keys))


def test_case_and_spaces_do_not_count() -> None:
    assert label_key("11 Bis") == label_key("11bis")


def test_no_label_comes_first() -> None:
    assert label_key("") < label_key("1")
