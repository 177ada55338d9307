"""`[words - US; G77 delete]`."""

from editor.importers.house_styles.house_style import TRAILING_TAG
from editor.negotiation.amendment import AmendmentKind
from tests.importers.house_styles.marked_texts import base, remarks, said, session_in, wanted


def test_tagged_words_are_the_proposal_of_the_first_and_opposed_by_who_deletes() -> None:
    session = session_in(TRAILING_TAG, "1. Boats shall [always - US; G77 delete] carry a light.")
    assert base(session) == ["1. Boats shall carry a light."]
    assert wanted(session) == [("USA", "", "always")]
    assert said(session) == [("G77", "oppose")]


def test_words_that_all_who_are_named_delete_are_words_of_the_text() -> None:
    session = session_in(TRAILING_TAG, "1. Boats shall [quickly - US, Canada delete] stop.")
    assert base(session) == ["1. Boats shall quickly stop."]
    assert wanted(session) == [("CAN USA", "quickly", "")]


def test_retained_words_are_text_and_the_other_alternative_would_replace_them() -> None:
    session = session_in(TRAILING_TAG, "1. A boat is [slow - EU, G77 retain / fast - US] today.")
    assert base(session) == ["1. A boat is slow today."]
    assert wanted(session) == [("USA", "slow", "fast")]
    (row,) = session.provisions.values()
    found = [(session.delegations[p.delegation].code, p.stance.value) for p in row.positions]
    assert found == [("EU", "support"), ("G77", "support")]
    assert {row.text[p.start : p.end] for p in row.positions} == {"slow"}


def test_alternatives_that_are_all_proposed_are_declared_alternatives() -> None:
    session = session_in(TRAILING_TAG, "1. A boat is [slow - EU / fast - US] today.")
    assert base(session) == ["1. A boat is today."]
    assert wanted(session) == [("EU", "", "slow"), ("USA", "", "fast")]
    assert all(each.alternatives for each in session.amendments.values())


def test_words_that_begin_with_a_comma_stand_right_behind_the_word_before() -> None:
    text = "1. Boats sail [, where there is wind. -G77; US, Canada delete.]"
    session = session_in(TRAILING_TAG, text)
    assert base(session) == ["1. Boats sail"]
    assert wanted(session) == [("G77", "", ", where there is wind.")]
    assert said(session) == [("USA", "oppose"), ("CAN", "oppose")]


def test_a_tag_within_tagged_words_amends_them() -> None:
    session = session_in(TRAILING_TAG, "1. Boats [in [very - EU] bad weather - US] stay home.")
    assert base(session) == ["1. Boats stay home."]
    assert wanted(session) == [("USA", "", "in bad weather"), ("EU", "", "very")]


def test_a_paragraph_all_of_tagged_words_is_a_new_provision() -> None:
    session = session_in(TRAILING_TAG, "1. Boats sail.\n\n[2. Boats rest. - Norway]")
    assert base(session) == ["1. Boats sail."]
    (new,) = session.amendments.values()
    assert (new.kind, new.text) == (AmendmentKind.NEW_PROVISION, "2. Boats rest.")


def test_one_bracket_over_paragraphs_proposes_each_of_them() -> None:
    text = "1. Boats sail.\n\n[2. Boats rest.\n\n3. Boats sink. - Norway]"
    session = session_in(TRAILING_TAG, text)
    assert base(session) == ["1. Boats sail."]
    assert [each.text for each in session.amendments.values()] == [
        "2. Boats rest.",
        "3. Boats sink.",
    ]


def test_a_status_of_its_own_line_is_that_of_the_provision_before() -> None:
    session = session_in(TRAILING_TAG, "1. Boats sail.\n\n[Agreed ad ref]\n\n2. Boats rest.")
    rows = [each.status.value for each in session.provisions.values()]
    assert rows == ["agreed_ad_ref", "not_reached"]


def test_a_tagged_bracket_that_never_closes_is_closed_at_the_end_and_reported() -> None:
    session = session_in(TRAILING_TAG, "1. Boats sail [in the morning - US")
    assert base(session) == ["1. Boats sail"]
    assert wanted(session) == [("USA", "", "in the morning")]
    assert remarks(session) == [("bracket_not_closed", 1)]


def test_a_dash_before_other_words_is_no_tag() -> None:
    session = session_in(TRAILING_TAG, "1. Boats [of wood - or of steel] sail.")
    assert base(session) == ["1. Boats [of wood - or of steel] sail."]


def test_brackets_without_words_are_nothing() -> None:
    session = session_in(TRAILING_TAG, "1. Boats sail.\n\n[[]-US / ")
    assert base(session)[0] == "1. Boats sail."
