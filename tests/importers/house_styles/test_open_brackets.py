"""Brackets and options that nobody is named in."""

from editor.importers.house_styles.house_style import OPEN_BRACKETS
from editor.negotiation.amendment import Amendment, AmendmentKind
from editor.negotiation.session import Session
from editor.text.edit import apply_edits
from tests.importers.house_styles.marked_texts import base, remarks, session_in


def outcomes(session: Session) -> list[list[str]]:
    """What the text of each row reads after each of its proposals alone."""
    return [
        [_after(session, each) for each in session.amendments.values() if each.provision == row.id]
        for row in session.provisions.values()
    ]


def _after(session: Session, amendment: Amendment) -> str:
    if amendment.kind is AmendmentKind.DELETE_PROVISION:
        return ""
    return apply_edits(session.provisions[amendment.provision].text, amendment.edits)


def test_the_words_stay_in_the_base_in_their_brackets() -> None:
    text = "1. Boats [shall][should] carry [a light]."
    assert base(session_in(OPEN_BRACKETS, text)) == [text]


def test_of_brackets_in_a_row_one_stands() -> None:
    session = session_in(OPEN_BRACKETS, "1. Boats [shall][should][may] sail.")
    assert outcomes(session) == [
        ["1. Boats shall sail.", "1. Boats should sail.", "1. Boats may sail."]
    ]
    assert all(len(each.alternatives) == 2 for each in session.amendments.values())


def test_slashes_in_a_bracket_are_alternatives() -> None:
    session = session_in(OPEN_BRACKETS, "1. A [slow / fast] boat.")
    assert outcomes(session) == [["1. A slow boat.", "1. A fast boat."]]


def test_a_bracket_alone_stands_or_falls() -> None:
    session = session_in(OPEN_BRACKETS, "1. A boat [of wood] sails[, at night].")
    assert outcomes(session) == [
        [
            "1. A boat of wood sails[, at night].",
            "1. A boat sails[, at night].",
            "1. A boat [of wood] sails, at night.",
            "1. A boat [of wood] sails.",
        ]
    ]


def test_nested_brackets_are_settled_one_by_one() -> None:
    session = session_in(OPEN_BRACKETS, "1. A boat [of [old] wood] sails.")
    assert outcomes(session) == [
        [
            "1. A boat of [old] wood sails.",
            "1. A boat sails.",
            "1. A boat [of old wood] sails.",
            "1. A boat [of wood] sails.",
        ]
    ]


def test_an_option_stands_or_falls_with_the_brackets_around_them_all() -> None:
    text = "5. [Option 1: Boats sail;\n\nOption 2: Boats rest;\n\nOption 3: Boats sink.]"
    session = session_in(OPEN_BRACKETS, text)
    assert base(session) == text.split("\n\n")
    assert outcomes(session) == [
        ["5. Boats sail;", "5. "],
        ["Boats rest;", ""],
        ["Boats sink.", ""],
    ]


def test_an_option_of_several_paragraphs_falls_as_one_group() -> None:
    text = (
        "Option 1\n\n1. Boats sail;\n\nOption 2\n\n1. Boats rest;\n\n2. Boats sink.\n\n"
        "The common part\n\n3. End."
    )
    session = session_in(OPEN_BRACKETS, text)
    groups: dict[str, list[str]] = {}
    for each in session.amendments.values():
        if each.group:
            assert all(session.amendments[other].group == "" for other in each.alternatives)
            groups.setdefault(each.group, []).append(session.provisions[each.provision].text)
    assert list(groups.values()) == [
        ["Option 2\u20031. Boats rest;", "2. Boats sink."],
    ]
    assert outcomes(session)[0] == ["1. Boats sail;", ""]
    assert outcomes(session)[1] == ["1. Boats rest;", ""]


def test_brackets_without_a_partner_are_listed_and_spoil_their_own_paragraph_only() -> None:
    text = "1. A boat [of wood sails.\n\n2. A [slow] boat] rests.\n\n3. A [fast] boat."
    session = session_in(OPEN_BRACKETS, text)
    assert base(session) == text.split("\n\n")
    assert outcomes(session)[1:] == [
        ["2. A slow boat] rests.", "2. A boat] rests."],
        ["3. A fast boat.", "3. A boat."],
    ]
    assert remarks(session) == [("bracket_over_paragraphs", 1)]


def test_a_bracket_that_never_closes_is_listed() -> None:
    session = session_in(OPEN_BRACKETS, "1. A boat [of wood sails.\n\n2. A boat rests.")
    assert remarks(session) == [("bracket_not_closed", 1)]


def test_options_in_roman_numbers_hold_options_in_numbers() -> None:
    text = (
        "Option I:\n\n1. [Option 1: Boats sail;\n\nOption 2: Boats rest.]\n\n"
        "Option II:\n\n2. [Option 1: Boats sink;\n\nOption 2: Boats swim.]"
    )
    session = session_in(OPEN_BRACKETS, text)
    raw = [each.origin.raw for each in session.amendments.values() if each.origin]
    assert [sum(each.startswith(f"Option {n}") for each in raw) > 0 for n in ("I:", "II:")] == [
        True,
        True,
    ]
    assert remarks(session) == []


def test_small_roman_numbers_begin_again_in_each_numbered_option() -> None:
    text = (
        "Option 1:\n\nOption (i): Boats sail;\n\nOption (ii): Boats rest.\n\n"
        "Option 2:\n\nOption (i): Boats sink;\n\nOption (ii): Boats swim."
    )
    assert remarks(session_in(OPEN_BRACKETS, text)) == []


def test_an_option_that_is_not_offered_is_listed() -> None:
    """One alone, and one over more paragraphs than anybody would strike at once."""
    assert remarks(session_in(OPEN_BRACKETS, "1. Option 1: Boats sail.")) == [
        ("option_not_offered", 1)
    ]
    many = "\n\n".join(f"{n}. Boats sail." for n in range(1, 80))
    text = f"Option 1: Boats rest.\n\n{many}\n\nOption 2: Boats sink."
    assert remarks(session_in(OPEN_BRACKETS, text)) == [("option_not_offered", 1)]


def test_an_option_may_say_in_parentheses_what_it_is() -> None:
    session = session_in(
        OPEN_BRACKETS,
        "Option 1 (opening words): Boats sail.\n\nOption 2 (opening words): Boats rest.",
    )
    assert outcomes(session) == [["Boats sail.", ""], ["Boats rest.", ""]]


def test_bars_that_share_a_space_are_one() -> None:
    session = session_in(OPEN_BRACKETS, "1. Boats [sail / / sink].")
    assert outcomes(session) == [["1. Boats sail.", "1. Boats / sink."]]
