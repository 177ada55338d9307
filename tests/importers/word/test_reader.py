"""A whole Word file: also one that another library has made."""

import io

import docx
import pytest

from editor.errors import KnownError
from editor.importers.word.reader import read_word
from tests.importers.word_files import paragraph, part, run, word_file, word_parts, zipped


def test_file_of_another_library() -> None:
    made = docx.Document()
    made.add_heading("Draft resolution", 0)
    made.add_heading("Preamble", 1)
    words = made.add_paragraph("The States, ", style="List Number")
    words.add_run("recalling").italic = True
    made.add_paragraph("first", style="List Bullet")
    made.add_table(1, 2).cell(0, 1).text = "cell"
    made.sections[0].header.paragraphs[0].text = "A/1"
    buffer = io.BytesIO()
    made.save(buffer)
    document = read_word(buffer.getvalue(), "made.docx")
    assert [
        (each.text, each.style, each.heading, each.label, each.in_table)
        for each in document.paragraphs
    ] == [
        ("Draft resolution", "Title", 0, "", False),
        ("Preamble", "heading 1", 1, "", False),
        ("The States, recalling", "List Number", 0, "1.", False),
        ("first", "List Bullet", 0, "•", False),
        ("", "Normal", 0, "", True),
        ("cell", "Normal", 0, "", True),
    ]
    assert document.paragraphs[2].runs[1].italic
    assert document.title == "Draft resolution"
    assert [each.text for each in document.margins] == ["A/1"]


def test_headers_and_footers_once_each() -> None:
    header = part("hdr", paragraph(run("A/1")))
    parts = word_parts(paragraph(run("a")), header=header, footer=part("ftr", paragraph("")))
    parts["word/_rels/document.xml.rels"] = parts["word/_rels/document.xml.rels"].replace(
        "</Relationships>",
        '<Relationship Id="again" Target="header.xml" Type="http://schemas.openxmlformats.org/'
        'officeDocument/2006/relationships/header"/></Relationships>',
    )
    assert [each.text for each in read_word(zipped(parts), "h.docx").margins] == ["A/1"]


def test_file_without_styles_or_words() -> None:
    assert read_word(word_file(""), "e.docx").paragraphs == ()


@pytest.mark.parametrize(
    "broken",
    [
        {"word/document.xml": "<w:document"},
        {"word/document.xml": part("document", "")},
        {"_rels/.rels": "<Relationships/>"},
        {"word/_rels/document.xml.rels": "no XML"},
    ],
    ids=["not well-formed", "no body", "no main part", "broken relationships"],
)
def test_damaged_file(broken: dict[str, str]) -> None:
    with pytest.raises(KnownError) as caught:
        read_word(zipped(word_parts(paragraph(run("a"))) | broken), "d.docx")
    assert caught.value.code == "word_damaged"
    assert caught.value.facts["name"] == "d.docx"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-8-sig"])
def test_parts_in_other_encodings(encoding: str) -> None:
    parts: dict[str, str | bytes] = {**word_parts("")}
    content = part("document", f"<w:body>{paragraph(run('Präambel'))}</w:body>")
    declaration = '<?xml version="1.0" encoding="UTF-16"?>' if "16" in encoding else ""
    parts["word/document.xml"] = (declaration + content).encode(encoding)
    assert read_word(zipped(parts), "e.docx").paragraphs[0].text == "Präambel"


def test_external_parts_are_never_followed() -> None:
    parts = word_parts(paragraph(run("a")), header=part("hdr", paragraph(run("A/1"))))
    rels = "word/_rels/document.xml.rels"
    parts[rels] = parts[rels].replace("<Relationship ", '<Relationship TargetMode="External" ')
    assert read_word(zipped(parts), "x.docx").margins == ()
