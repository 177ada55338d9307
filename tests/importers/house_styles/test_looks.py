"""Colours and lines that stand for tracked changes."""

import pytest

from editor.importers.house_styles.looks import as_tracked, colour_name, looks_of
from editor.importers.names import load_names
from editor.importers.revisions import accept, reject
from editor.importers.source import SourceDocument, SourceParagraph, SourceRun

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
