"""`(words - Jordan)`, `[words - India]`; `[US/J: words]`; bold and capitals."""

from editor.importers.house_styles.house_style import (
    BOLD_ADDED,
    CAPITALS_ADDED,
    LEADING_TAG,
    PARENTHESIS,
)
from editor.importers.markdown import read_markdown
from tests.importers.house_styles.marked_texts import base, session_in, wanted


def test_round_brackets_add_and_square_ones_delete() -> None:
    text = "1. A [big – Egypt] boat (of wood - Jordan, EU) needs [two – India] sails (at least)."
    session = session_in(PARENTHESIS, text)
    assert base(session) == ["1. A big boat needs two sails (at least)."]
    assert wanted(session) == [
        ("EGY", "big", ""),
        ("EU JOR", "", "of wood"),
        ("IND", "two", ""),
    ]


def test_a_deletion_beside_an_addition_of_the_same_is_a_replacement() -> None:
    session = session_in(PARENTHESIS, "1. A [big – Egypt] (small - Egypt) boat.")
    assert base(session) == ["1. A big boat."]
    assert wanted(session) == [("EGY", "big", "small")]


def test_numbers_in_brackets_are_references() -> None:
    session = session_in(PARENTHESIS, "1. A boat[1] sails (as of old).[2]")
    assert base(session) == ["1. A boat[1] sails (as of old).[2]"]
    assert session.amendments == {}


def test_leading_tags_one_after_the_other_are_alternatives() -> None:
    session = session_in(LEADING_TAG, "1. Boats shall [US/J: not] [EU: never] sink {CH/J: twice}.")
    assert base(session) == ["1. Boats shall sink."]
    assert wanted(session) == [
        ("JPN USA", "", "not"),
        ("EU", "", "never"),
        ("CHE JPN", "", "twice"),
    ]
    first, second, third = session.amendments.values()
    assert (first.alternatives, second.alternatives) == ((second.id,), (first.id,))
    assert third.alternatives == ()


def test_spaces_may_stand_around_the_signs_between_leading_tags() -> None:
    session = session_in(LEADING_TAG, "1. Boats shall [New Zealand , US / J : not] sink.")
    assert wanted(session) == [("JPN NZL USA", "", "not")]


def test_a_long_list_in_brackets_without_a_colon_is_no_leading_tag() -> None:
    listed = "Boats" + " , Sails / Oars" * 500
    session = session_in(LEADING_TAG, f"1. All of [{listed}] and [US: some] shall float.")
    assert base(session) == [f"1. All of [{listed}] and shall float."]


def test_bold_words_are_added_and_words_in_brackets_deleted() -> None:
    session = session_in(BOLD_ADDED, read_markdown("1\\. A [big] **small** boat sails **far**.\n"))
    assert base(session) == ["1. A big boat sails."]
    assert [each[1:] for each in wanted(session)] == [("big", "small"), ("", "far")]


def test_capitals_are_added_and_abbreviations_are_not() -> None:
    text = (
        "1. Boats of the EU sail FAST AND FAR in [DELETE: cold] winds.\n\n2. fast boats sink far."
    )
    session = session_in(CAPITALS_ADDED, text)
    assert base(session)[0] == "1. Boats of the EU sail in cold winds."
    assert [each[1:] for each in wanted(session)] == [("", "FAST AND FAR"), ("cold", "")]
