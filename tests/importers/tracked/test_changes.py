"""Each change of a document, with author and date."""

from editor.importers.source import Revision
from editor.importers.tracked.changes import ChangedThing, TrackedChange, tracked_changes
from editor.importers.word.reader import read_word
from tests.importers.word_files import (
    BY_AUTHOR,
    BY_OTHER,
    deleted,
    inserted,
    paragraph,
    run,
    word_file,
)

_ANA, _BEN = ("Ana", "2020-01-02T03:04:00Z"), ("Ben", "2020-02-02T03:04:00Z")


def _found(body: str) -> tuple[TrackedChange, ...]:
    return tracked_changes(read_word(word_file(body), "file.docx"))


def test_insertions_deletions_and_what_is_both() -> None:
    again = deleted(run("second", tag="delText"), BY_OTHER)
    body = paragraph(
        run("kept ") + inserted(run("first ") + again) + deleted(run("gone", tag="delText"))
    )
    new, old = Revision.INSERTED, Revision.DELETED
    assert _found(body) == (
        TrackedChange(new, ChangedThing.WORDS, *_ANA, 1, "first second"),
        TrackedChange(old, ChangedThing.WORDS, *_BEN, 1, "second", inside="Ana"),
        TrackedChange(old, ChangedThing.WORDS, *_ANA, 1, "gone"),
    )


def test_marks_and_rows_and_moves() -> None:
    mark = f"<w:rPr><w:del {BY_OTHER}/></w:rPr>"
    row = f"<w:tbl><w:tr><w:trPr><w:ins {BY_AUTHOR}/></w:trPr><w:tc><w:p/></w:tc></w:tr></w:tbl>"
    move = (
        '<w:moveFromRangeStart w:id="7" w:name="move1"/>'
        + paragraph(f"<w:moveFrom {BY_AUTHOR}>{run('away')}</w:moveFrom>")
        + '<w:moveFromRangeEnd w:id="7"/>'
    )
    found = _found(paragraph(run("a"), mark) + row + move)
    assert found == (
        TrackedChange(Revision.DELETED, ChangedThing.MARK, *_BEN, 1),
        TrackedChange(Revision.INSERTED, ChangedThing.ROW, *_ANA, 2),
        TrackedChange(Revision.DELETED, ChangedThing.WORDS, *_ANA, 3, "away", move="move1"),
    )


def test_the_time_in_utc_is_preferred() -> None:
    by = (
        'w:id="1" w:author="Ana" w:date="2020-01-02T05:00:00Z" w16du:dateUtc="2020-01-02T03:00:00Z"'
    )
    (found,) = _found(paragraph(inserted(run("new"), by)))
    assert found.date == "2020-01-02T03:00:00Z"
