"""Comments that stood in the base text are not what a delegation says."""

from editor.importers.source import SourceDocument
from editor.importers.tracked.base_comments import without_base_comments
from editor.importers.word.reader import read_word
from tests.importers.tracked.test_comments import around, remark
from tests.importers.word_files import deleted, inserted, paragraph, part, run, word_file

_VERB = remark("Check this verb.", "Secretariat")


def _paper(body: str, *remarks: str) -> SourceDocument:
    return read_word(word_file(body, comments=part("comments", "".join(remarks))), "paper.docx")


def _left(paper: SourceDocument, base: SourceDocument) -> list[tuple[str, str]]:
    return [(each.author, each.text) for each in without_base_comments(paper, base).comments]


_BASE = _paper(paragraph(run("Ports ") + around(run("keep")) + run(" watch.")), _VERB)


def test_whoever_changes_the_words_below_does_not_say_what_stood_beside_them() -> None:
    changed = around(deleted(run("keep", tag="delText")) + inserted(run("stand")))
    paper = _paper(paragraph(run("Ports ") + changed + run(" watch.")), _VERB)
    assert _left(paper, _BASE) == []


def test_other_words_another_author_and_another_place_are_something_new() -> None:
    body = paragraph(
        around(run("Ports "), 1) + around(around(run("keep"), 2), 3) + run(" watch.")
    )  # fmt: skip
    paper = _paper(
        body,
        remark("Check this verb.", "Secretariat", 1),
        remark("Check this verb.", "Norway", 2),
        remark("Drop this verb.", "Secretariat", 3),
    )
    assert _left(paper, _BASE) == [
        ("Secretariat", "Check this verb."),
        ("Norway", "Check this verb."),
        ("Secretariat", "Drop this verb."),
    ]


def test_what_is_said_once_more_is_said() -> None:
    body = paragraph(run("Ports ") + around(around(run("keep"), 1), 2) + run(" watch."))
    paper = _paper(
        body,
        remark("Check this verb.", "Secretariat", 1),
        remark("Check this verb.", "Secretariat", 2),
    )
    assert _left(paper, _BASE) == [("Secretariat", "Check this verb.")]


def test_comments_on_changes_in_the_document_of_the_base_text_count_not() -> None:
    body = paragraph(run("Ports ") + around(inserted(run("always "))) + run("keep watch."))
    paper = _paper(body, remark("Proposed by: Canada", "Chair"))
    assert _left(paper, paper) == [("Chair", "Proposed by: Canada")]
