"""Brackets that close too early, twice, or never."""

import pytest

from editor.importers.compilation.brackets import Printed, printed_of
from editor.importers.compilation.profile import VERB_LIST
from editor.importers.compilation.stream import lines_of, text_of, tokens_of
from editor.importers.markdown import read_markdown
from editor.importers.names import load_names
from editor.negotiation.provision import ProvisionStatus


def _printed(text: str) -> Printed:
    names = load_names()
    tokens = tokens_of(list(lines_of(read_markdown(text).paragraphs)))
    return printed_of(tokens, VERB_LIST, lambda written: names.find(written) is not None)


def _names(printed: Printed) -> list[list[str]]:
    return [
        [mention.written for clause in each.clauses for mention in clause.mentions]
        for each in printed.annotations
    ]


@pytest.mark.parametrize(
    ("text", "words", "names"),
    [
        (
            "Row [delete ‘fast’]: Chile, Rep. of Korea, retain: Peru] home.",
            "Row home.",
            [["Chile", "Rep. of Korea", "Peru"]],
        ),
        ("Row [replace with ‘sail’]: Chile, case by case.", "Row, case by case.", [["Chile"]]),
        ("Row [replace with ‘sail’]: Chile.", "Row.", [["Chile"]]),
        ("Row [replace with ‘sail’]: Chile across the lake.", "Row across the lake.", [["Chile"]]),
        ("Row [delete ‘row’]: Chile], then sail.", "Row, then sail.", [["Chile"]]),
        ("Row [add: Chile [delete: Peru] home.", "Row home.", [["Chile"], ["Peru"]]),
        ("[Row home [add: Chile].", "Row home.", [["Chile"]]),
        ("[Row home [add: Chile].]", "Row home.", [["Chile"]]),
        ("Row [and sail] home.", "Row [and sail] home.", []),
        ("Row home] now [add: Chile].", "Row home now.", [["Chile"]]),
    ],
)
def test_words_and_annotations_are_told_apart(
    text: str, words: str, names: list[list[str]]
) -> None:
    printed = _printed(text)
    assert text_of(printed.tokens) == words
    assert _names(printed) == names


@pytest.mark.parametrize(
    ("text", "status", "whom"),
    [
        ("[pending]", ProvisionStatus.PENDING, []),
        ("[pending on Chile]", ProvisionStatus.PENDING, ["Chile"]),
        ("[agreed]", ProvisionStatus.AGREED, []),
        ("[Agreed as amended<sup>4</sup>]", ProvisionStatus.AGREED_AS_AMENDED, []),
        (
            "[agreed in informals, pending Chile and Peru]",
            ProvisionStatus.AGREED_IN_INFORMALS,
            ["Chile", "Peru"],
        ),
    ],
)
def test_a_bracket_of_its_own_is_a_status(
    text: str, status: ProvisionStatus, whom: list[str]
) -> None:
    printed = _printed(f"Row home.\n\n{text}")
    assert printed.status is status
    assert [each.written for each in printed.pending_on] == whom
    assert printed.annotations == []


def test_an_annotation_without_delegations_is_left_unread() -> None:
    printed = _printed("Row [add: ] home.")
    assert [raw for raw, _reason, _line in printed.unread] == ["[add: ]"]


def test_a_bracket_that_closes_without_opening_is_told() -> None:
    assert [code for code, _line, _detail in _printed("Row home] now.").warnings] == [
        "stray_bracket"
    ]


@pytest.mark.parametrize(
    ("text", "words", "bracketed"),
    [
        ("[Row home [add: Chile].]", "Row home.", True),
        ("[Row home [add: Chile].", "Row home.", True),
        ("[Row home [add: Chile]].", "Row home.", True),
        ("[Row home] by boat [add: Chile].", "[Row home] by boat.", False),
        ("Row [home [add: Chile].", "Row home.", False),
    ],
)
def test_a_bracket_around_the_whole_is_no_part_of_it(
    text: str, words: str, bracketed: bool
) -> None:
    printed = _printed(text)
    assert text_of(printed.tokens) == words
    assert printed.bracketed is bracketed


@pytest.mark.parametrize(
    "annotation",
    [
        "[shelve until recommendation 3: Chile, Peru]",
        "[Chile: shelve this]",
        "[add ‘row’ and ‘sail’: Chile]",
    ],
)
def test_an_annotation_with_a_strange_verb_is_never_base_text(annotation: str) -> None:
    printed = _printed(f"Row home {annotation}.")
    assert text_of(printed.tokens) == "Row home."
    assert [raw for raw, _reason, _line in printed.unread] == [annotation]


def test_delegations_after_a_verb_that_is_not_known_are_not_guessed_at() -> None:
    printed = _printed("Row home [remove: Chile, Peru, cherish: Kenya].")
    assert printed.annotations == []
    assert [raw for raw, _reason, _line in printed.unread] == [
        "[remove: Chile, Peru, cherish: Kenya]"
    ]
