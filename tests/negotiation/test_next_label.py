"""The label of what is added after a provision."""

from editor.negotiation.label import next_label


def test_it_is_the_first_that_is_free() -> None:
    assert next_label("11", {"11", "12"}) == "11 bis"
    assert next_label("11", {"11", "11 bis"}) == "11 ter"


def test_without_a_label_there_is_none() -> None:
    assert next_label("", set()) == ""


def test_after_a_numbered_one_the_numbers_go_on_as_they_are_written() -> None:
    assert next_label("3 bis", {"3", "3 bis"}) == "3 ter"
    assert next_label("3 bis", {"3", "3 bis", "3 ter"}) == "3 quater"
    assert next_label("9quater", {"9", "9bis", "9ter", "9quater"}) == "9quinquies"
    assert next_label("(a) bis", set()) == "(a) ter"
    assert next_label("Chapter", set()) == "Chapter bis"
    assert next_label("OP5 decies", set()) == ""
