"""A bracket put in or taken away changes that mark, in every format, and nothing else."""

import pytest

from editor.errors import BugError
from editor.importers.house_styles.house_style import OPEN_BRACKETS, TRAILING_TAG
from editor.importers.house_styles.mark_corrections import MarkCorrection, Mending, corrected
from editor.importers.open_source import read_source
from editor.importers.plain_text import read_plain_text
from editor.importers.revisions import accept
from editor.importers.source import Revision, SourceDocument, SourceParagraph, SourceRun
from tests.importers.house_styles.marked_texts import base, session_in, wanted
from tests.importers.word_files import BY_AUTHOR, deleted, inserted, paragraph, run, word_file


def _put_in(line: int, offset: int, mark: str) -> MarkCorrection:
    return MarkCorrection(line, offset, mark, Mending.PUT_IN)


def _taken_away(line: int, offset: int, mark: str) -> MarkCorrection:
    return MarkCorrection(line, offset, mark, Mending.TAKEN_AWAY)


def _of(*runs: SourceRun) -> SourceDocument:
    return SourceDocument((SourceParagraph(runs, 7),))


def _runs(source: SourceDocument) -> list[tuple[str, bool, str]]:
    return [(each.text, each.bold, each.note) for each in source.paragraphs[0].runs]


def test_a_mark_that_was_put_in_is_read() -> None:
    text = "1. Parties should act.\n\n2. Parties should [promptly - Canada report.\n"
    source = read_plain_text(text)
    line = source.paragraphs[1].line
    at = source.paragraphs[1].text.index(" report")
    mended = corrected(source, [_put_in(line, at, "]")])
    assert mended.paragraphs[1].text == "2. Parties should [promptly - Canada] report."
    assert wanted(session_in(TRAILING_TAG, mended), "2") == [("CAN", "", "promptly")]
    assert source.paragraphs[1].text == "2. Parties should [promptly - Canada report."


def test_a_mark_that_was_taken_away_is_not_read() -> None:
    source = read_plain_text("1. Parties should [act.\n\n2. Parties [should] report.\n")
    mended = corrected(source, [_taken_away(1, source.paragraphs[0].text.index("["), "[")])
    assert base(session_in(OPEN_BRACKETS, mended))[0] == "1. Parties should act."


def test_each_correction_is_a_warning_with_the_words_around_it() -> None:
    source = read_plain_text("Parties should [act.\n")
    mended = corrected(source, [_put_in(1, 19, "]"), _taken_away(1, 15, "[")])
    assert mended.warnings == (
        ("bracket_put_in", 1, "Parties should [act]."),
        ("bracket_taken_away", 1, "Parties should [act]."),
    )
    assert mended.paragraphs[0].text == "Parties should act]."


def test_what_was_put_in_and_taken_away_leaves_the_words_as_they_were() -> None:
    source = _of(SourceRun("a 𝔸 "), SourceRun("bold", bold=True), SourceRun("", note="1"))
    for offset in range(len(source.paragraphs[0].text) + 1):
        for mark in "[](){}":
            back = corrected(
                source, [_put_in(7, offset, mark), _taken_away(7, offset, mark)]
            ).paragraphs[0]
            assert back.text == source.paragraphs[0].text
            assert [r for r in back.runs if r.note] == [SourceRun("", note="1")]
            assert "".join(r.text for r in back.runs if r.bold) == "bold"


@pytest.mark.parametrize(
    ("offset", "mark", "plain", "bold", "rest"),
    [
        (4, "[", "and ", "[bold", " rest"),
        (8, "]", "and ", "bold]", " rest"),
        (8, "[", "and ", "bold", "[ rest"),
        (4, "]", "and ]", "bold", " rest"),
        (6, "[", "and ", "bo[ld", " rest"),
        (13, "]", "and ", "bold", " rest]"),
    ],
)
def test_a_mark_looks_as_the_words_it_belongs_to(
    offset: int, mark: str, plain: str, bold: str, rest: str
) -> None:
    source = _of(
        SourceRun("and "), SourceRun("bold", bold=True), SourceRun("", note="1"), SourceRun(" rest")
    )
    assert _runs(corrected(source, [_put_in(7, offset, mark)])) == [
        (plain, False, ""),
        (bold, True, ""),
        ("", False, "1"),
        (rest, False, ""),
    ]


def test_a_mark_beside_tracked_or_struck_words_stands() -> None:
    gone = SourceRun("old", revision=Revision.DELETED, author="Ana")
    source = _of(SourceRun("the "), gone, SourceRun(" new", struck=True))
    mended = corrected(source, [_put_in(7, 7, "]"), _put_in(7, 4, "["), _put_in(7, 6, "]")])
    assert accept(mended).paragraphs[0].text == "the []] new"
    assert [each.struck for each in mended.paragraphs[0].runs if "]" in each.text] == [False, False]


def test_a_word_file_with_tracked_changes_is_mended() -> None:
    body = paragraph(
        run("Parties [should ")
        + deleted(run("not ", tag="delText"), BY_AUTHOR)
        + inserted(run("soon"), BY_AUTHOR)
        + run(" act.", "<w:i/>")
    )
    source = read_source(word_file(body), "paper.docx")
    line = source.paragraphs[0].line
    assert source.paragraphs[0].text == "Parties [should not soon act."
    mended = corrected(source, [_put_in(line, 24, "]")])
    assert accept(mended).paragraphs[0].text == "Parties [should soon] act."
    (mark,) = [each for each in mended.paragraphs[0].runs if "]" in each.text]
    assert mark.revision is Revision.NONE


@pytest.mark.parametrize(
    ("name", "text"),
    [("paper.md", "# Coasts\n\nParties *should [act*.\n"), ("paper.txt", "Parties should [act.\n")],
)  # fmt: skip
def test_other_formats_are_mended(name: str, text: str) -> None:
    source = read_source(text.encode(), name)
    last = source.paragraphs[-1]
    mended = corrected(source, [_put_in(last.line, last.text.index("."), "]")])
    assert mended.paragraphs[-1].text == "Parties should [act]."
    assert mended.paragraphs[:-1] == source.paragraphs[:-1]


def test_a_line_that_was_only_the_mark_goes_with_it() -> None:
    source = read_plain_text("Parties should act.\n\n]\n\nParties should report.\n")
    mended = corrected(source, [_taken_away(3, 0, "]")])
    assert [each.text for each in mended.paragraphs] == [
        "Parties should act.",
        "Parties should report.",
    ]


@pytest.mark.parametrize(
    "wrong",
    [
        _taken_away(1, 0, "["),
        _taken_away(9, 0, "["),
        _put_in(1, 99, "]"),
        _put_in(1, -1, "]"),
        _put_in(1, 0, "x"),
    ],
)
def test_a_correction_that_does_not_fit_is_a_bug(wrong: MarkCorrection) -> None:
    with pytest.raises(BugError):
        corrected(read_plain_text("Parties should [act.\n"), [wrong])
