"""What a proposal leaves standing is language: nothing hangs, nothing stands twice."""

import pytest

from editor.negotiation.commands.switching import SwitchLayers
from editor.negotiation.composition import compose
from editor.negotiation.patch import patched
from editor.negotiation.session import Session
from tests.importers.compilation.papers import (
    amendment_of,
    paper,
    provision,
    session_of,
    wishes,
)


def _composed(session: Session, *codes: str) -> str:
    """The first provision with the layers of these delegations on."""
    ids = tuple(each.id for each in session.delegations.values() if each.code in codes)
    on = patched(session, SwitchLayers(ids, on=True).plan(session))
    return compose(on).provision(provision(on, "1").id).text


@pytest.mark.parametrize(
    ("text", "read"),
    [
        (
            "Ports should hold age- and needs-based and ~~family-friendly~~ [delete: Chile] "
            "courses for rowers.",
            "and family-friendly",
        ),
        (
            "Ports should hold child-centred, age- and needs-based or ~~family-friendly~~ "
            "[delete: Chile] courses for rowers.",
            "or family-friendly",
        ),
        (
            "Ports should hold a ~~needs-based~~ [delete: Chile] and family-friendly course.",
            "needs-based and",
        ),
        (
            "Ports should teach rowers and ~~well-paid~~ [delete: Chile] sailors.",
            "well-paid",
        ),
    ],
)
def test_a_deleted_member_of_a_pair_takes_its_conjunction(text: str, read: str) -> None:
    assert wishes(session_of(paper(text)), "1") == [("CHL", read, "")]


@pytest.mark.parametrize(
    "text",
    [
        "Ports should hold short and ~~cheap~~ [delete: Chile] courses.",
        "Ports should hold ~~short~~ [delete: Chile] and cheap courses.",
    ],
)
def test_a_conjunction_that_may_hang_makes_a_deletion_a_guess(text: str) -> None:
    session = session_of(paper(text))
    origin = amendment_of(session, "CHL").origin
    assert origin is not None
    assert origin.is_guess


def test_a_word_printed_on_both_sides_of_an_annotation_stands_once() -> None:
    session = session_of(
        paper(
            "Ports should warn masters and ~~give their crews the time~~ shelter boats, nets and "
            "traps to [modify as tracked: Peru] to ~~reach~~ regain [modify as tracked: Chile] "
            "the shore."
        )
    )
    assert wishes(session, "1") == [
        ("PER", "give their crews the time", "shelter boats, nets and traps"),
        ("CHL", "reach", "regain"),
    ]
    assert "the time to reach" in provision(session, "1").text
    assert [(each.reason, each.raw) for each in session.unread.values()] == [
        ("doubled_word", "to to")
    ]


def test_a_word_that_is_deleted_may_stand_beside_its_equal() -> None:
    session = session_of(paper("Ports should help boats to [delete ‘to’: Chile] to dock."))
    assert provision(session, "1").text == "Ports should help boats to to dock."


def test_a_struck_article_inside_a_fixed_phrase_is_shown_and_no_base_text() -> None:
    session = session_of(
        paper(
            "Ports should log, in ~~the~~ accordance with ~~their~~ harbour rules, customs and "
            "habits [add: Chile], each arrival.",
            "Ports should row in accordance with the tides.",
            "Ports should sail in accordance with the winds.",
        )
    )
    text = "Ports should log, in accordance with their harbour rules, each arrival."
    assert provision(session, "1").text == text
    assert [(each.reason, each.raw) for each in session.unread.values()] == [
        ("words_of_nobody", "the")
    ]


def test_a_struck_article_is_base_text_where_the_phrase_is_not_fixed() -> None:
    session = session_of(
        paper(
            "Ports should log, in ~~the~~ accordance with ~~their~~ harbour rules, customs and "
            "habits [add: Chile], each arrival."
        )
    )
    assert "in the accordance with their" in provision(session, "1").text


def test_an_insertion_after_deleted_words_that_end_alike_stands_without_them() -> None:
    session = session_of(
        paper(
            "Ports should keep a watch, ~~told of in harbour rules~~ [delete: Chile] ~~in line "
            "with their harbour rules~~ [add: Peru], as a service to all."
        )
    )
    assert _composed(session, "CHL") == "Ports should keep a watch, as a service to all."
    assert _composed(session, "CHL", "PER") == (
        "Ports should keep a watch, in line with their harbour rules, as a service to all."
    )


def test_new_words_that_hang_are_a_guess() -> None:
    session = session_of(
        paper("Ports ~~should consider~~ shall care for [modify as tracked: Chile] in boats.")
    )
    origin = amendment_of(session, "CHL").origin
    assert origin is not None
    assert origin.is_guess
