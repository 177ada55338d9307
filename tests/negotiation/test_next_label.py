"""The label of what is added after a provision."""

from editor.negotiation.label import next_label


def test_it_is_the_first_that_is_free() -> None:
    assert next_label("11", {"11", "12"}) == "11 bis"
    assert next_label("11", {"11", "11 bis"}) == "11 ter"


def test_without_a_label_there_is_none() -> None:
    assert next_label("", set()) == ""
