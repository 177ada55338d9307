"""The grammar of one annotation."""

import pytest

from editor.importers.compilation.annotations import Clause, clauses_of
from editor.importers.compilation.profile import VERB_LIST, Verb
from editor.importers.compilation.stream import lines_of, tokens_of
from editor.importers.markdown import read_markdown
from editor.importers.names import load_names


def _clauses(text: str) -> tuple[Clause, ...]:
    names = load_names()
    tokens = tokens_of(list(lines_of(read_markdown(text).paragraphs)))
    return clauses_of(tokens, (), VERB_LIST, lambda written: names.find(written) is not None)


def _names(clause: Clause) -> list[str]:
    return [each.written for each in clause.mentions]


@pytest.mark.parametrize("text", ["add: Chile, Peru", "add; Chile, Peru", "add ÷ Chile and Peru"])
def test_names_follow_a_separator(text: str) -> None:
    (clause,) = _clauses(text)
    assert (clause.verb, _names(clause)) == (Verb.ADD, ["Chile", "Peru"])


def test_a_comma_before_a_verb_starts_a_clause() -> None:
    first, second = _clauses("add ‘free’: Chile, Peru, remove: Japan, Kenya")
    assert (first.verb, first.new, _names(first)) == (Verb.ADD, "free", ["Chile", "Peru"])
    assert (second.verb, _names(second)) == (Verb.DELETE, ["Japan", "Kenya"])


def test_a_name_with_a_conjunction_stays_whole() -> None:
    (clause,) = _clauses("delete: Trinidad and Tobago, Chile")
    assert _names(clause) == ["Trinidad and Tobago", "Chile"]


@pytest.mark.parametrize(
    "text",
    [
        "replace ‘boats’ with ‘ferries’: Chile",
        'replace "boats" with “ferries”: Chile',
        "replace “boats“ with 'ferries': Chile",
    ],
)
def test_quotation_marks_may_be_mixed(text: str) -> None:
    (clause,) = _clauses(text)
    assert (clause.old, clause.new, _names(clause)) == (("boats",), "ferries", ["Chile"])


def test_a_quotation_without_end_ends_at_the_delegations() -> None:
    (clause,) = _clauses("replace with: “free ferries: Chile")
    assert (clause.new, _names(clause)) == ("free ferries", ["Chile"])


def test_a_quotation_between_verb_and_delegation() -> None:
    (clause,) = _clauses("retain: “should“: Chile")
    assert (clause.verb, clause.old, _names(clause)) == (Verb.RETAIN, ("should",), ["Chile"])


def test_several_quoted_words_to_retain() -> None:
    _first, second = _clauses("add: Chile, retain “the” and “ferry”: Peru")
    assert (second.old, _names(second)) == (("the", "ferry"), ["Peru"])


def test_an_apostrophe_ends_no_quotation() -> None:
    (clause,) = _clauses("add ‘the ferrymen’s pay’: Chile")
    assert clause.new == "the ferrymen’s pay"


def test_notes_stay_with_the_delegation_they_are_on() -> None:
    (clause,) = _clauses("add: Chile, Peru<sup>7</sup>")
    assert [each.notes for each in clause.mentions] == [(), ("printed 7",)]


def test_an_option_marks_all_its_clauses() -> None:
    clauses = _clauses("option 2: delete the recommendation: Chile, retain: Peru")
    assert [(each.verb, each.option) for each in clauses] == [
        (Verb.DELETE_PROVISION, "2"),
        (Verb.RETAIN, "2"),
    ]


def test_a_join_names_provisions_and_the_proposal() -> None:
    (clause,) = _clauses(
        "combine recommendations 2, 3 bis and 5 and replace with proposal (b) under "
        "recommendation 3: Chile"
    )
    assert (clause.verb, clause.labels, clause.proposal) == (Verb.JOIN, ("2", "3 bis", "5"), "b")


def test_one_delegation_may_give_two_wordings() -> None:
    (clause,) = _clauses("modify as tracked or with “free ferries”: Chile")
    assert (clause.verb, clause.also_new) == (Verb.MODIFY, "free ferries")


def test_a_reason_may_stand_between_verb_and_delegation() -> None:
    (clause,) = _clauses("add to follow the wording of the treaty: Chile")
    assert (clause.verb, clause.reason) == (Verb.ADD, "to follow the wording of the treaty")


def test_an_origin_may_say_where_the_text_comes_from() -> None:
    (clause,) = _clauses("Proposed by Chile as separated from draft recommendation 4")
    assert (clause.verb, _names(clause), clause.labels) == (Verb.PROPOSED, ["Chile"], ("4",))


def test_a_suggestion_in_prose_has_a_text() -> None:
    (clause,) = _clauses("Chile suggests to split this after “pier”. It would read: Ferries float.")
    assert (clause.verb, clause.new, _names(clause)) == (
        Verb.SUGGESTS,
        "Ferries float.",
        ["Chile"],
    )


def test_delegations_alone_say_whose_text_it_is() -> None:
    (clause,) = _clauses("Chile, Peru")
    assert (clause.verb, _names(clause)) == (Verb.TEXT_OF, ["Chile", "Peru"])


def test_other_words_are_no_annotation() -> None:
    assert _clauses("and on the lakes") == ()


def test_an_unknown_delegation_is_kept() -> None:
    (clause,) = _clauses("add: Friends of the Ferry")
    assert _names(clause) == ["Friends of the Ferry"]
