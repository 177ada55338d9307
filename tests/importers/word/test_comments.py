"""Comments of a Word file and the words they are about."""

from editor.importers.source import SourceComment
from editor.importers.word.reader import read_word
from tests.importers.word_files import NAMESPACES, inserted, paragraph, part, run, word_file


def _comment(identifier: int, text: str, paragraph_id: str) -> str:
    return (
        f'<w:comment w:id="{identifier}" w:author="Ana" w:initials="A" w:date="2020-01-02">'
        f'<w:p><w:r><w:t>first</w:t></w:r></w:p><w:p w14:paraId="{paragraph_id}">'
        f"<w:r><w:annotationRef/></w:r>{run(text)}</w:p></w:comment>"
    )


def _start(identifier: int) -> str:
    return f'<w:commentRangeStart w:id="{identifier}"/>'


def _end(identifier: int) -> str:
    return f'<w:commentRangeEnd w:id="{identifier}"/>'


def _reference(identifier: int) -> str:
    return f'<w:r><w:commentReference w:id="{identifier}"/></w:r>'


def test_ranges_open_and_end_anywhere() -> None:
    comments = part("comments", "".join(_comment(n, f"c{n}", f"P{n}") for n in range(5)))
    body = (
        _start(0)
        + paragraph(run("a") + _start(1) + run("b") + _end(0) + _reference(0))
        + paragraph(inserted(run("c") + _end(1)) + _reference(1) + run("d") + _start(2))
        + paragraph(run("e") + _reference(3) + _start(4) + _end(4) + _reference(4) + _start(9))
    )
    document = read_word(word_file(body, comments=comments), "c.docx")
    assert [
        [(each.text, each.comments) for each in found.runs] for found in document.paragraphs
    ] == [
        [("a", ("0",)), ("b", ("0", "1"))],
        [("c", ("1",)), ("d", ())],
        # A range that never ends is on no words; so is a mark without a range.
        [("e", ()), ("", ("3",)), ("", ("4",))],
    ]


def test_who_says_what_and_who_answers() -> None:
    comments = part("comments", _comment(0, "c0", "P0") + _comment(1, "c1", "P1"))
    threads = (
        f"<w15:commentsEx {NAMESPACES}><w15:commentEx w15:paraId='P0'/>"
        "<w15:commentEx w15:paraId='P1' w15:paraIdParent='P0'/></w15:commentsEx>"
    )
    document = read_word(
        word_file(paragraph(run("a")), comments=comments, commentsExtended=threads), "c.docx"
    )
    assert document.comments == (
        SourceComment("0", "Ana", "2020-01-02", "first\nc0", "A"),
        SourceComment("1", "Ana", "2020-01-02", "first\nc1", "A", answers="0"),
    )
