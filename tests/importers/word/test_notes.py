"""Footnotes and endnotes of a Word file."""

from editor.importers.revisions import accept, reject
from editor.importers.source import SourceDocument
from editor.importers.word.reader import read_word
from tests.importers.word_files import deleted, inserted, paragraph, part, run, word_file

_NUMBER = "<w:r><w:footnoteRef/></w:r>"


def _reference(identifier: int, kind: str = "footnote", more: str = "") -> str:
    return f'<w:r><w:{kind}Reference w:id="{identifier}"{more}/></w:r>'


def _note(identifier: int, content: str, kind: str = "footnote") -> str:
    return f'<w:{kind} w:id="{identifier}">{content}</w:{kind}>'


def _labels(document: SourceDocument) -> list[tuple[str, str]]:
    return [
        (note.label, "|".join(each.text for each in note.paragraphs)) for note in document.notes
    ]


def test_notes_in_the_order_of_their_references() -> None:
    notes = (
        '<w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote>'
        + _note(1, paragraph(_NUMBER + run(" one")) + paragraph(run("more")))
        + _note(2, paragraph(run("(") + _NUMBER + run(")\ttwo")))
        + _note(3, paragraph(run("unused")))
    )
    body = paragraph(run("a") + _reference(2) + run("b") + _reference(1) + _reference(9))
    document = read_word(word_file(body, footnotes=part("footnotes", notes)), "n.docx")
    assert [(each.text, each.note) for each in document.paragraphs[0].runs] == [
        ("a", ""),
        ("", "footnote 2"),
        ("b", ""),
        ("", "footnote 1"),
        ("", "footnote 9"),
    ]
    assert document.paragraphs[0].runs[1].superscript
    assert _labels(document) == [("1", "two"), ("2", "one|more")]
    assert [note.key for note in document.notes] == ["footnote 2", "footnote 1"]


def test_endnotes_custom_marks_and_settings() -> None:
    body = paragraph(
        _reference(1)
        + _reference(1, "endnote")
        + '<w:r><w:footnoteReference w:id="2" w:customMarkFollows="1"/><w:t>*</w:t></w:r>'
        + _reference(3)
        + run("a")
    )
    document = read_word(
        word_file(
            body,
            footnotes=part(
                "footnotes", "".join(_note(n, paragraph(run(f"f{n}"))) for n in (1, 2, 3))
            ),
            endnotes=part("endnotes", _note(1, paragraph(run("e1")), "endnote")),
            settings=part(
                "settings",
                '<w:footnotePr><w:numFmt w:val="upperLetter"/><w:numStart w:val="3"/>'
                "</w:footnotePr>",
            ),
        ),
        "n.docx",
    )
    assert document.paragraphs[0].text == "a"
    assert _labels(document) == [("C", "f1"), ("i", "e1"), ("*", "f2"), ("D", "f3")]


def test_tracked_notes() -> None:
    notes = (
        _note(1, paragraph(run("one") + inserted(run(" new")) + deleted(run(" old"))))
        + _note(2, paragraph(inserted(run("two"))))
        + _note(3, paragraph(deleted(run("three"))))
        + _note(4, paragraph(run("four")))
    )
    body = paragraph(
        _reference(1) + inserted(_reference(2)) + deleted(_reference(3)) + _reference(4)
    )
    document = read_word(word_file(body, footnotes=part("footnotes", notes)), "n.docx")
    assert _labels(accept(document)) == [("1", "one new"), ("2", "two"), ("3", "four")]
    assert _labels(reject(document)) == [("1", "one old"), ("2", "three"), ("3", "four")]
