"""Runs of a Word file: every word, with its look and its tracked change."""

import pytest

from editor.importers.source import Revision, SourceDocument, SourceParagraph
from editor.importers.word.reader import read_word
from tests.importers.word_files import (
    BY_AUTHOR,
    BY_OTHER,
    deleted,
    inserted,
    paragraph,
    part,
    relationships,
    run,
    word_file,
    word_parts,
    zipped,
)


def _read(body: str, **parts: str) -> SourceDocument:
    return read_word(word_file(body, **parts), "test.docx")


def _only(body: str, **parts: str) -> SourceParagraph:
    (only,) = _read(body, **parts).paragraphs
    return only


def _marked(found: SourceParagraph) -> list[tuple[str, str]]:
    return [(each.text, each.revision.value) for each in found.runs]


def test_look_of_runs() -> None:
    found = _only(
        paragraph(
            run("a", "<w:b/>")
            + run("b", '<w:i/><w:b w:val="0"/>')
            + run("c", "<w:dstrike/>")
            + run("d", '<w:u w:val="single"/><w:color w:val="ff0000"/>')
            + run("e", '<w:vertAlign w:val="superscript"/><w:highlight w:val="yellow"/>')
            + run("f", '<w:u w:val="none"/><w:color w:val="auto"/>')
            + run("g")
        )
    )
    bold, italic, struck, red, raised, plain = found.runs
    assert bold.bold
    assert italic.italic
    assert not italic.bold
    assert struck.struck
    assert (red.underlined, red.colour) == (True, "FF0000")
    assert (raised.superscript, raised.highlight) == (True, "yellow")
    assert plain.text == "fg"


def test_look_through_styles() -> None:
    styles = part(
        "styles",
        '<w:docDefaults><w:rPrDefault><w:rPr><w:color w:val="00ff00"/></w:rPr></w:rPrDefault>'
        "</w:docDefaults>"
        '<w:style w:type="paragraph" w:styleId="P"><w:name w:val="Para"/><w:basedOn w:val="Q"/>'
        "</w:style>"
        '<w:style w:type="paragraph" w:styleId="Q"><w:name w:val="Parent"/>'
        "<w:rPr><w:b/><w:i/></w:rPr></w:style>"
        '<w:style w:type="character" w:styleId="C"><w:name w:val="Char"/>'
        "<w:rPr><w:b/><w:strike/></w:rPr></w:style>"
        '<w:style w:type="character" w:styleId="Loop"><w:basedOn w:val="Loop"/></w:style>',
    )
    found = _only(
        paragraph(
            run("a")
            + run("b", '<w:rStyle w:val="C"/>')
            + run("c", '<w:rStyle w:val="C"/><w:b/>')
            + run("d", '<w:rStyle w:val="Loop"/><w:i w:val="false"/>'),
            '<w:pStyle w:val="P"/>',
        ),
        styles=styles,
    )
    assert found.style == "Para"
    assert [(each.bold, each.italic, each.struck, each.colour) for each in found.runs] == [
        (True, True, False, "00FF00"),
        # A toggle in both styles is off again.
        (False, True, True, "00FF00"),
        (True, True, True, "00FF00"),
        (True, False, False, "00FF00"),
    ]


def test_tracked_runs_with_author_and_date() -> None:
    local = BY_AUTHOR.replace("03:04", "05:04") + ' w16du:dateUtc="2020-01-02T03:04:00Z"'
    change = inserted(run("b"), local) + deleted(run("c", tag="delText"), BY_OTHER)
    found = _only(paragraph(run("a") + change + run("d")))
    assert _marked(found) == [("a", ""), ("b", "inserted"), ("c", "deleted"), ("d", "")]
    assert [(each.author, each.date) for each in found.runs[1:3]] == [
        ("Ana", "2020-01-02T03:04:00Z"),
        ("Ben", "2020-02-02T03:04:00Z"),
    ]


def test_deletion_of_an_insertion() -> None:
    found = _only(paragraph(inserted(run("a") + deleted(run("b", tag="delText"), BY_OTHER))))
    assert _marked(found) == [("a", "inserted"), ("b", "inserted_then_deleted")]
    assert (found.runs[1].author, found.runs[1].deleted_by) == ("Ana", "Ben")


def test_moves_share_their_name() -> None:
    body = paragraph(
        '<w:moveFromRangeStart w:id="5" w:name="move1" w:author="Ana"/>'
        f'<w:moveFrom w:id="6" w:author="Ana">{run("a")}</w:moveFrom><w:moveFromRangeEnd w:id="5"/>'
        '<w:moveToRangeStart w:id="7" w:name="move1" w:author="Ana"/>'
        f'<w:moveTo w:id="8" w:author="Ana">{run("a")}</w:moveTo><w:moveToRangeEnd w:id="7"/>'
    )
    assert [(each.revision.value, each.move) for each in _only(body).runs] == [
        ("deleted", "move1"),
        ("inserted", "move1"),
    ]


@pytest.mark.parametrize(
    "wrapped",
    [
        '<w:hyperlink r:id="r9">{}</w:hyperlink>',
        "<w:sdt><w:sdtPr><w:alias w:val='x'/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>",
        '<w:smartTag w:element="x"><w:smartTagPr/>{}</w:smartTag>',
        '<w:customXml w:element="x">{}</w:customXml>',
        '<w:fldSimple w:instr="PAGE">{}</w:fldSimple>',
        '<w:bdo w:val="rtl">{}</w:bdo>',
        "<w:ruby><w:rt><w:r><w:t>no</w:t></w:r></w:rt><w:rubyBase>{}</w:rubyBase></w:ruby>",
    ],
)
def test_inside_containers(wrapped: str) -> None:
    inside = wrapped.format(run("a") + inserted(run("b")) + deleted(run("c", tag="delText")))
    assert _marked(_only(paragraph(inside))) == [("a", ""), ("b", "inserted"), ("c", "deleted")]


def _field(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def test_fields_show_their_result() -> None:
    body = paragraph(
        run("see ")
        + _field("begin")
        + run(" REF ", tag="instrText")
        + _field("begin")
        + run("PAGE", tag="instrText")
        + _field("separate")
        + run("7")
        + _field("end")
        + _field("separate")
        + run("Article 4")
        + _field("end")
        + run(".")
    )
    assert _only(body).text == "see Article 4."


def test_unfinished_field_hides_no_more_than_its_paragraph() -> None:
    unfinished = _field("begin") + run("lost", tag="instrText")
    body = paragraph(run("a") + unfinished) + paragraph(run("b"))
    assert [each.text for each in _read(body).paragraphs] == ["a", "b"]


def test_characters_of_their_own() -> None:
    found = _only(
        paragraph(
            "<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:noBreakHyphen/><w:t>c</w:t><w:softHyphen/>"
            '<w:t>d</w:t><w:br/><w:t>e</w:t><w:cr/><w:sym w:font="Symbol" w:char="F061"/>'
            '<w:sym w:font="Wingdings" w:char="F0FC"/></w:r>',
            '<w:tabs><w:tab w:val="left" w:pos="720"/></w:tabs>',
        )
    )
    assert found.text == "a\tb\u2011c\u00add\ne\nα✓"


def test_spaces_count_only_when_preserved() -> None:
    body = paragraph(
        "<w:r><w:t> a </w:t></w:r><w:r><w:t xml:space='preserve'> b\n c </w:t></w:r>"
        "<w:r><w:t>e\u0301</w:t></w:r>"
    )
    assert _only(body).text == "a b  c é"


def test_hidden_text_is_reported() -> None:
    document = _read(paragraph(run("a") + run("secret", "<w:vanish/>")))
    assert document.paragraphs[0].text == "a"
    assert document.warnings == (("hidden_text_left_out", 1, "secret"),)


def test_formulas_give_their_text() -> None:
    body = paragraph(
        "<m:oMath><m:r><m:rPr/><m:t>x</m:t></m:r><m:sSup><m:ctrlPr><w:ins w:id='1'/></m:ctrlPr>"
        "<m:e><m:r><m:t>y</m:t></m:r></m:e></m:sSup></m:oMath>"
    )
    assert _only(body).text == "xy"


def _text_box(content: str) -> str:
    inside = f"<w:txbxContent>{content}</w:txbxContent>"
    return (
        "<w:r><mc:AlternateContent>"
        f"<mc:Choice Requires='wps'><w:drawing>{inside}</w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict>{inside}</w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )


def test_text_box_is_read_once_after_its_paragraph() -> None:
    box = _text_box(paragraph(run("box", "<w:b/>")))
    document = _read(paragraph(run("a") + box + run("b")) + paragraph(run("c")))
    assert [(each.text, each.in_text_box) for each in document.paragraphs] == [
        ("ab", False),
        ("box", True),
        ("c", False),
    ]
    outer, inner, following = document.paragraphs
    assert outer.flow == following.flow != inner.flow
    assert not outer.runs[0].bold


def test_inserted_text_box_is_inserted_with_its_words() -> None:
    _outer, inner = _read(paragraph(inserted(_text_box(paragraph(run("box")))))).paragraphs
    assert inner.runs[0].revision is Revision.INSERTED
    assert inner.mark_revision is Revision.INSERTED


def test_tables() -> None:
    row = "<w:tr>{}<w:tc>{}</w:tc><w:tc><w:tcPr>{}</w:tcPr>{}</w:tc></w:tr>"
    body = (
        paragraph(run("before"))
        + "<w:tbl>"
        + row.format("", paragraph(run("a")), "", paragraph(run("b")) + paragraph(run("c")))
        + row.format(
            '<w:trPr><w:ins w:id="1" w:author="Ana" w:date="2020-01-02T03:04:00Z"/></w:trPr>',
            paragraph(run("d")),
            '<w:cellDel w:id="2" w:author="Ben"/>',
            paragraph(run("e")),
        )
        + "</w:tbl>"
        + paragraph(run("after"))
    )
    found = _read(body).paragraphs
    assert [(each.text, each.in_table) for each in found] == [
        ("before", False),
        ("a", True),
        ("b", True),
        ("c", True),
        ("d", True),
        ("e", True),
        ("after", False),
    ]
    before, first, second, third, fourth, fifth, after = found
    assert second.flow == third.flow
    assert len({each.flow for each in (before, first, second, fourth, fifth, after)}) == 6
    assert fourth.block_revision is Revision.INSERTED
    assert (fourth.block_author, fourth.block_date) == ("Ana", "2020-01-02T03:04:00Z")
    assert fifth.block_revision is Revision.INSERTED_THEN_DELETED
    assert after.block_revision is Revision.NONE


def test_paragraph_marks() -> None:
    document = _read(
        paragraph(run("a"), '<w:rPr><w:ins w:id="1" w:author="Ana" w:date="D"/><w:b/></w:rPr>')
        + paragraph(run("b"), '<w:rPr><w:moveFrom w:id="2" w:author="Ben"/></w:rPr>')
        + paragraph(run("c"), '<w:rPr><w:ins w:id="3"/><w:del w:id="4"/></w:rPr>')
    )
    assert [(each.mark_revision.value, each.mark_author) for each in document.paragraphs] == [
        ("inserted", "Ana"),
        ("deleted", "Ben"),
        ("inserted_then_deleted", ""),
    ]


def test_page_breaks() -> None:
    page = '<w:r><w:br w:type="page"/></w:r>'
    document = _read(
        paragraph(run("a") + page)
        + paragraph(run("b"))
        + paragraph(page + run("c"))
        + paragraph(run("d") + page + run("e"))
        + paragraph(run("f"), "<w:pageBreakBefore/>")
        + paragraph(run("g"), '<w:sectPr><w:type w:val="continuous"/></w:sectPr>')
        + paragraph(run("h"), "<w:sectPr/>")
        + paragraph(run("i"))
    )
    assert [(each.text, each.after_page_break) for each in document.paragraphs] == [
        ("a", False),
        ("b", True),
        ("c", True),
        ("d\ne", False),
        ("f", True),
        ("g", False),
        ("h", False),
        ("i", True),
    ]


def test_strict_file() -> None:
    body = paragraph(run("a") + inserted(run("b")))
    strict = part("document", f"<w:body>{body}</w:body>").replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    parts = word_parts("")
    parts["word/document.xml"] = strict
    parts["_rels/.rels"] = relationships(
        '<Relationship Id="r1" Target="/word/document.xml" '
        'Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument"/>'
    )
    (found,) = read_word(zipped(parts), "strict.docx").paragraphs
    assert _marked(found) == [("a", ""), ("b", "inserted")]


def test_embedded_documents_are_reported() -> None:
    document = _read(paragraph(run("a")) + '<w:altChunk r:id="r1"/>')
    assert document.warnings == (("embedded_document_left_out", 1, "altChunk"),)
