"""An accent is one with its letter, in whatever run it stands."""

import unicodedata

import pytest

from editor.importers.base_text import base_text_patch
from editor.importers.composed_runs import composed_runs
from editor.importers.revisions import accept, reject
from editor.importers.runs import joined_runs
from editor.importers.source import Revision, SourceDocument, SourceNote, SourceParagraph, SourceRun
from editor.negotiation.patch import patched
from editor.negotiation.provision import MarkKind
from editor.negotiation.session import ImportedFile, Session


def test_an_accent_goes_to_the_run_of_its_letter() -> None:
    runs = composed_runs([SourceRun("Cafe"), SourceRun("\u0301 owners meet.", italic=True)])
    assert [(each.text, each.italic) for each in runs] == [
        ("Café", False),
        (" owners meet.", True),
    ]


def test_a_run_that_was_only_an_accent_goes_unless_somebody_comments_on_it() -> None:
    runs = [SourceRun("Cafe"), SourceRun("\u0301", bold=True), SourceRun("\u0323", comments=("1",))]
    found = composed_runs(runs)
    assert [(each.text, each.comments) for each in found] == [("Cafẹ́", ()), ("", ("1",))]


@pytest.mark.parametrize(
    "pieces",
    [
        ["e", "\u0323", "\u0301x"],
        ["\u1112", "\u1161", "\u11ab"],
        ["\u1112\u1161", "\u11ab"],
        ["\u09c7", "\u09be"],
        ["\u0301a", "", "\u0344\u0301 b"],
        ["\u0915\u093c", "\u0958"],
        ["q\u0323", "\u0301", "\u1161"],
    ],
)
def test_the_whole_text_is_composed(pieces: list[str]) -> None:
    found = composed_runs(SourceRun(each, bold=bool(n % 2)) for n, each in enumerate(pieces))
    assert "".join(each.text for each in found) == unicodedata.normalize("NFC", "".join(pieces))


def test_an_accent_of_a_tracked_change_waits_for_what_becomes_of_it() -> None:
    runs = (SourceRun("Cafe"), SourceRun("\u0301", revision=Revision.INSERTED, author="Fiji"))
    document = SourceDocument((SourceParagraph(joined_runs(runs), 1),))
    assert [each.text for each in document.paragraphs[0].runs] == ["Cafe", "\u0301"]
    assert accept(document).paragraphs[0].text == "Café"
    assert reject(document).paragraphs[0].text == "Cafe"


def test_anchors_and_looks_stay_at_their_words() -> None:
    runs = (
        SourceRun("Cafe"),
        SourceRun("", note="1"),
        SourceRun("\u0301 owners ", italic=True),
        SourceRun("meet.", bold=True),
    )
    notes = (SourceNote("1", "1", ()),)
    source = SourceDocument((SourceParagraph(runs, 1),), notes)
    session = patched(Session(), base_text_patch(Session(), source, ImportedFile("f1", "a", "")))
    [row] = session.provisions.values()
    assert row.text == "Café owners meet."
    assert [(each.kind, row.text[each.start : each.end]) for each in row.marks] == [
        (MarkKind.NOTE, ""),
        (MarkKind.ITALIC, " owners "),
        (MarkKind.BOLD, "meet."),
    ]
    assert row.marks[0].start == 4


def test_very_many_accents() -> None:
    found = composed_runs(SourceRun("\u0301", bold=bool(n % 2)) for n in range(100_000))
    assert sum(len(each.text) for each in found) == 100_000
