"""Colours and lines that stand for tracked changes."""

import pytest

from editor.importers.house_styles.known_names import names_known
from editor.importers.house_styles.looks import (
    as_tracked,
    colour_name,
    lines_of_legend,
    looks_of,
)
from editor.importers.names import load_names
from editor.importers.revisions import accept, reject
from editor.importers.source import Revision, SourceDocument, SourceParagraph, SourceRun

RED = SourceRun("slowly ", colour="FF0000", underlined=True)
BLUE = SourceRun("never ", colour="0000FF", struck=True)


def document(*paragraphs: tuple[SourceRun, ...]) -> SourceDocument:
    return SourceDocument(
        tuple(SourceParagraph(runs, line) for line, runs in enumerate(paragraphs, start=1))
    )


TEXT = document((SourceRun("Boats "), RED, BLUE, SourceRun("sail.")))


def test_each_colour_is_found_with_an_example() -> None:
    found = [(each.name, each.count, each.example) for each in looks_of(TEXT, load_names())]
    assert found == [("red", 1, "slowly"), ("blue", 1, "never")]


def test_a_legend_says_whose_a_colour_is() -> None:
    legend = (SourceRun("Red underlined = added by EU; blue: Norway"),)
    found = looks_of(document(legend, *(each.runs for each in TEXT.paragraphs)), load_names())
    assert [(each.guess, each.is_stated) for each in found] == [("EU", True), ("Norway", True)]


def test_a_name_beside_the_words_is_a_guess() -> None:
    runs = (SourceRun("Boats "), RED, SourceRun("[Kenya] sail."))
    (found,) = looks_of(document(runs), load_names())
    assert (found.guess, found.is_stated) == ("Kenya", False)


def test_a_name_beside_the_words_may_be_in_several_runs() -> None:
    runs = (RED, *(SourceRun(each) for each in " (European Union) sail."))
    (found,) = looks_of(document(runs), load_names())
    assert found.guess == "European Union"


def test_a_paragraph_in_very_many_coloured_runs() -> None:
    (found,) = looks_of(document((RED,) * 40_000), load_names())
    assert found.count == 40_000


def test_struck_words_are_deleted_and_all_others_inserted() -> None:
    tracked = as_tracked(TEXT, {"red": "EU", "blue": "Norway"})
    assert [each.text for each in reject(tracked).paragraphs] == ["Boats never sail."]
    assert [each.text for each in accept(tracked).paragraphs] == ["Boats slowly sail."]


@pytest.mark.parametrize(
    ("written", "name"),
    [("C00000", "dark red"), ("00B050", "green"), ("000000", ""), ("FFFFFF", ""), ("auto", "")],
)
def test_colours_by_name(written: str, name: str) -> None:
    assert colour_name(written) == name


STRUCK = SourceRun("Never", struck=True)
LINED = SourceRun("Always", underlined=True)
WHOSE = {"struck": "Norway", "underlined": "Norway"}


def beside(*runs: SourceRun | str) -> tuple[list[str], list[str], list[tuple[str, str]]]:
    """Before, after, and (words, author) of the changes of one paragraph."""
    given = tuple(SourceRun(each) if isinstance(each, str) else each for each in runs)
    tracked = as_tracked(document(given), WHOSE, names_known(load_names(), ()))
    changed = [
        (run.text.strip(), run.author)
        for each in tracked.paragraphs
        for run in each.runs
        if run.revision is not Revision.NONE and run.text.strip()
    ]
    before = [each.text for each in reject(tracked).paragraphs]
    return before, [each.text for each in accept(tracked).paragraphs], changed


def test_names_beside_the_words_count_before_those_of_the_look() -> None:
    before, after, changed = beside("We ", STRUCK, " [Kenya] ", LINED, " [EU] sail ", LINED, ".")
    assert before == ["We Never sail."]
    assert [each.split() for each in after] == [["We", "Always", "sail", "Always."]]
    assert changed == [("Never", "Kenya"), ("Always", "EU"), ("Always", "Norway")]


def test_struck_and_new_words_side_by_side_are_one_change_of_those_named() -> None:
    before, after, changed = beside("We ", STRUCK, " ", LINED, " [Kenya].")
    assert (before, after) == (["We Never."], ["We Always."])
    assert changed == [("Never", "Kenya"), ("Always", "Kenya")]


def test_new_words_take_the_space_behind_them() -> None:
    before, after, _changed = beside("We ", LINED, " (Kenya) sail.")
    assert (before, after) == (["We sail."], ["We Always sail."])


def test_several_names_are_cosponsors() -> None:
    runs = (SourceRun("We "), LINED, SourceRun(" [Kenya, EU] sail."))
    tracked = as_tracked(document(runs), WHOSE, names_known(load_names(), ()))
    ((key, author, text),) = ((e.key, e.author, e.text) for e in tracked.comments)
    assert (author, text) == ("Kenya", "Proposed by: Kenya, EU")
    assert {each.comments for each in tracked.paragraphs[0].runs if each.author} == {(key,)}


def test_a_whole_new_paragraph_has_its_name_at_the_end() -> None:
    before, after, changed = beside(LINED, " [Kenya]")
    assert (before, after) == ([], ["Always"])
    assert changed == [("Always", "Kenya")]


def test_notes_and_comments_in_an_attribution_are_kept() -> None:
    named = (SourceRun(" [Ken"), SourceRun("", note="n1"), SourceRun("ya] sail.", comments=("c1",)))
    runs = (SourceRun("We "), LINED, *named)
    tracked = as_tracked(document(runs), WHOSE, names_known(load_names(), ()))
    (paragraph,) = tracked.paragraphs
    assert paragraph.text == "We Always sail."
    assert {run.note for run in paragraph.runs} == {"", "n1"}
    assert {key for run in paragraph.runs for key in run.comments} == {"c1"}


def test_a_look_of_several_delegations_is_nobodys_where_nobody_is_named() -> None:
    text = document((LINED, SourceRun(" [Kenya] "), LINED, SourceRun(" [EU] sail "), LINED))
    (found,) = looks_of(text, load_names())
    assert found.guess == ""
    text = document((LINED, SourceRun(" [Kenya] "), LINED, SourceRun(" [EU] sail.")))
    (found,) = looks_of(text, load_names())
    assert (found.guess, found.is_stated) == ("Kenya", False)


def test_the_legend_is_no_change() -> None:
    legend = (SourceRun("Additions are "), SourceRun("underlined", underlined=True))
    text = document(legend, (SourceRun("We "), LINED, SourceRun(" sail.")))
    (found,) = looks_of(text, load_names())
    assert (found.count, found.line) == (1, 2)
    assert reject(as_tracked(text, WHOSE)).paragraphs[0].text == "Additions are underlined"


def test_the_lines_of_both_kinds_of_legend() -> None:
    lines = ("Red: Norway; blue: Kenya", "Struck words are deleted.", "1. We delete struck words.")
    assert lines_of_legend(document(*((SourceRun(each),) for each in lines))) == {1, 2}
