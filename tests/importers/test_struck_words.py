"""Words struck by hand are not wanted, and what is left reads as if they had never stood there."""

import pytest

from editor.importers.source import SourceDocument, SourceNote, SourceParagraph, SourceRun
from editor.importers.struck_words import (
    struck_as_in_base,
    without_struck_runs,
    without_struck_words,
)


def _paragraph(marked: str, line: int = 1) -> SourceParagraph:
    """`~` stands before and after words that are struck."""
    parts = enumerate(marked.split("~"))
    return SourceParagraph(
        tuple(SourceRun(text, struck=n % 2 == 1) for n, text in parts if text), line
    )


def _marked(paragraph: SourceParagraph) -> str:
    return "".join(f"~{run.text}~" if run.struck else run.text for run in paragraph.runs)


@pytest.mark.parametrize(
    ("marked", "left"),
    [
        ("Boats shall ~leave~sail at noon.", "Boats shall sail at noon."),
        ("Boats shall ~leave~ sail at noon.", "Boats shall sail at noon."),
        ("Boats shall~ leave ~sail at noon.", "Boats shall sail at noon."),
        ("Boats shall ~leave ~sail at noon.", "Boats shall sail at noon."),
        ("Boats shall sail~ at noon~.", "Boats shall sail."),
        ("Boats shall sail ~at noon~.", "Boats shall sail."),
        ("Boats shall sail ~at noon~", "Boats shall sail"),
        ("~All the~ Boats sail.", "Boats sail."),
        ("Boat~s~ sails.", "Boat sails."),
        ("Boats (~and rafts~) sail~ at ~(noon).", "Boats () sail (noon)."),
        ("Boats ~big~ ~and small~ sail.", "Boats sail."),
        ("~Boats sail.~", ""),
        ("Boats sail.", "Boats sail."),
    ],
)
def test_words_close_up_over_what_is_struck(marked: str, left: str) -> None:
    assert without_struck_runs(_paragraph(marked)).text == left


def test_notes_and_comments_at_struck_words_stay() -> None:
    runs = (
        SourceRun("Boats "),
        SourceRun("sail", struck=True, comments=("1",)),
        SourceRun("", struck=True, note="2"),
        SourceRun(" row."),
    )
    left = without_struck_runs(SourceParagraph(runs, 1))
    assert left.text == "Boats row."
    assert [(each.comments, each.note) for each in left.runs if not each.text] == [
        (("1",), ""),
        ((), "2"),
    ]


def test_struck_words_are_remarked_once() -> None:
    notes = (SourceNote("1", "1", (_paragraph("A ~note~."),)),)
    paragraphs = (_paragraph("Boats."), _paragraph("~Big~ rafts.", 2), _paragraph("~Nets~.", 3))
    left = without_struck_words(SourceDocument(paragraphs, notes))
    assert [each.text for each in left.paragraphs] == ["Boats.", "rafts.", "."]
    assert left.warnings == (("struck_words_deleted", 2, "Big"),)
    plain = SourceDocument((_paragraph("Boats."),))
    assert without_struck_words(plain) is plain


def test_words_that_the_base_has_struck_too_are_words_of_the_base() -> None:
    base = SourceDocument((_paragraph("Boats ~and rafts~ shall sail at noon."),))
    theirs = SourceDocument(
        (
            _paragraph("Boats ~and rafts~ shall ~sail~ row at noon."),
            _paragraph("A fund ~and rafts~ is set up by the harbour office.", 2),
        )
    )
    kept = struck_as_in_base(theirs, base)
    assert [_marked(each) for each in kept.paragraphs] == [
        "Boats and rafts shall ~sail~ row at noon.",
        "A fund ~and rafts~ is set up by the harbour office.",
    ]
    assert struck_as_in_base(theirs, SourceDocument(())) == theirs
