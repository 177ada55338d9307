"""Word files, OpenDocument texts and spreadsheets whose parts are made to do harm."""

from collections.abc import Mapping

from tests.importers.hostile_archives import (
    MEGABYTE,
    with_body,
    with_document,
    with_parts,
)
from tests.importers.open_texts import change, open_text, tracked_changes
from tests.importers.word_files import (
    BY_AUTHOR,
    paragraph,
    part,
    relationships,
    run,
    word_file,
    word_parts,
    zipped,
)

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_ENTITIES = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
DOCTYPE = f'<!DOCTYPE d [<!ENTITY e0 "ha">{_ENTITIES}]>'
_OUTSIDE = '<!DOCTYPE d [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
_SHEET_SPACE = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'


def entities_in(name: str) -> bytes:
    """A billion laughs in one part of a Word file."""
    return with_parts(**{name: f"{DOCTYPE}<d>&e11;</d>"})


def outside_entity_in(name: str) -> bytes:
    return with_parts(**{name: f"{_OUTSIDE}<d>&e;</d>"})


def encoded(encoding: str) -> bytes:
    """A billion laughs in a main part written in another encoding."""
    content = f'<?xml version="1.0" encoding="{encoding}"?>{DOCTYPE}<d>&e11;</d>'
    return with_document(content.encode(encoding))


def doctype_after_spaces() -> bytes:
    return with_document(" " * MEGABYTE + f"{DOCTYPE}<d>&e11;</d>")


def disguised_encoding() -> bytes:
    """UTF-7 hides the angle brackets from whoever counts them."""
    return with_document('<?xml version="1.0" encoding="UTF-7"?>+ADw-d/+AD4-')


def million_empty_paragraphs() -> bytes:
    return with_body("<w:p/>" * 1_000_000)


def million_runs() -> bytes:
    runs = "".join(f"<w:r><w:t>{number * 7919}</w:t></w:r>" for number in range(1_000_000))
    return with_body(f"<w:p>{runs}</w:p>")


def runs_without_end() -> bytes:
    """A hundred thousand, all of one look: to be put together."""
    runs = "".join(run(f"{number * 7919} ") for number in range(100_000))
    return with_body(f"<w:p>{runs}</w:p>")


def joined_paragraphs() -> bytes:
    """Twenty thousand paragraphs whose marks are all deleted: to be one."""
    mark = f"<w:rPr><w:del {BY_AUTHOR}/></w:rPr>"
    return with_body(
        "".join(
            f"<w:p><w:pPr>{mark}</w:pPr>{run(str(number * 7919))}</w:p>" for number in range(20_000)
        )
    )


def million_cells() -> bytes:
    cells = (f'<w:tc><w:p w:id="{n * 7919}"/></w:tc>' for n in range(1_000_000))
    return with_body(f"<w:tbl><w:tr>{''.join(cells)}</w:tr></w:tbl>")


def wide_cells() -> bytes:
    """Cells of sixty columns each: a table of eight million cells."""
    cell = '<w:tc><w:tcPr><w:gridSpan w:val="60"/></w:tcPr></w:tc>'
    return with_body(f"<w:tbl>{f'<w:tr>{cell * 1_000}</w:tr>' * 140}</w:tbl>")


def nested_tables(depth: int) -> bytes:
    opening, closing = "<w:tbl><w:tr><w:tc>", "<w:p/></w:tc></w:tr></w:tbl>"
    return with_body(opening * depth + closing * depth)


def nested_controls(depth: int) -> bytes:
    return with_body("<w:sdt><w:sdtContent>" * depth + "</w:sdtContent></w:sdt>" * depth)


def huge_attribute() -> bytes:
    words = " ".join(str(number * 7919) for number in range(2_000_000))
    return with_body(f'<w:p><w:pPr><w:pStyle w:val="{words}"/></w:pPr></w:p>')


def many_attributes() -> bytes:
    attributes = " ".join(f'a{number}="{number}"' for number in range(300_000))
    return with_body(f"<w:p {attributes}/>")


def many_parts_of_elements() -> bytes:
    """Headers that are each within the limit of elements, all together not."""
    header = part("hdr", "<w:p/>" * 250_000)
    parts = {f"word/header{n}.xml": header for n in range(8)}
    related = "".join(
        f'<Relationship Id="r{n}" Type="{_OFFICE}header" Target="header{n}.xml"/>' for n in range(8)
    )
    return with_parts(**{"word/_rels/document.xml.rels": relationships(related), **parts})


def one_header_many_times() -> bytes:
    """Ten thousand relationships that lead to one header of some size."""
    related = "".join(
        f'<Relationship Id="r{n}" Type="{_OFFICE}header" Target="header.xml"/>'
        for n in range(10_000)
    )
    header = part("hdr", paragraph(run("Head.")) * 2_000)
    return with_parts(
        **{"word/_rels/document.xml.rels": relationships(related), "word/header.xml": header}
    )


def labels_without_end() -> bytes:
    """A number whose text is a megabyte, before each of five thousand paragraphs."""
    item = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>'
    numbering = part(
        "numbering",
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/>'
        f'<w:lvlText w:val="{"x" * MEGABYTE}%1"/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
    )
    return word_file(f"<w:p>{item}{run('a')}</w:p>" * 5_000, numbering=numbering)


def endless_styles() -> bytes:
    """Three thousand styles, each based on the one before, each used once."""
    count = 3_000
    styles = part(
        "styles",
        "".join(
            f'<w:style w:type="paragraph" w:styleId="s{n}"><w:basedOn w:val="s{n - 1}"/></w:style>'
            for n in range(count)
        ),
    )
    used = "".join(f'<w:p><w:pPr><w:pStyle w:val="s{n}"/></w:pPr></w:p>' for n in range(count))
    return word_file(used, styles=styles)


def comments_over_everything() -> bytes:
    """Five thousand comments, each on all of thirty thousand runs."""
    count = 5_000
    comments = part(
        "comments",
        "".join(f'<w:comment w:id="{n}">{paragraph(run("c"))}</w:comment>' for n in range(count)),
    )
    starts = "".join(f'<w:commentRangeStart w:id="{n}"/>' for n in range(count))
    ends = "".join(f'<w:commentRangeEnd w:id="{n}"/>' for n in range(count))
    words = "".join(run(f"{n} ", "<w:b/>" if n % 2 else "") for n in range(30_000))
    return word_file(f"<w:p>{starts}{words}{ends}</w:p>", comments=comments)


def note_within_itself() -> bytes:
    note = f'<w:footnote w:id="1"><w:p>{run("a")}<w:r><w:footnoteReference w:id="1"/></w:r></w:p>'
    return word_file(
        '<w:p><w:r><w:footnoteReference w:id="1"/></w:r></w:p>' * 1_000,
        footnotes=part("footnotes", f"{note}</w:footnote>"),
    )


def fields_without_end() -> bytes:
    begun = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    return with_body(f"<w:p>{begun * 100_000}{run('a')}</w:p>")


def tracked_ten_thousand_times() -> bytes:
    """Insertions and deletions, one within the other."""
    depth = 10_000
    return with_body(
        f"<w:p>{f'<w:ins {BY_AUTHOR}><w:del {BY_AUTHOR}>' * depth}"
        f"{run('a', tag='delText')}{'</w:del></w:ins>' * depth}</w:p>"
    )


def outside_targets() -> bytes:
    """Everything that a Word file can fetch from elsewhere."""
    kinds = (
        "image", "attachedTemplate", "hyperlink", "subDocument", "oleObject", "frame", "header",
        "footnotes", "comments", "styles", "numbering", "aFChunk", "video", "externalLink",
    )  # fmt: skip
    targets = ("http://192.0.2.1/x", "file:///etc/passwd", "//192.0.2.1/share/x", "../../x")
    related = "".join(
        f'<Relationship Id="r{number}{kind}" Type="{_OFFICE}{kind}" Target="{target}" '
        'TargetMode="External"/>'
        for kind in kinds
        for number, target in enumerate(targets)
    )
    body = (
        paragraph(run("Before."))
        + "".join(f'<w:subDoc r:id="r{n}subDocument"/>' for n in range(4))
        + '<w:altChunk r:id="r0aFChunk"/>'
        + paragraph(
            f'<w:hyperlink r:id="r1hyperlink">{run("Link.")}</w:hyperlink><w:r><w:object>'
            '<w:control r:id="r1oleObject"/></w:object></w:r>'
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
            + run(r'INCLUDETEXT "http://192.0.2.1/x" \* MERGEFORMAT', tag="instrText")
            + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        )
    )
    parts: Mapping[str, str] = word_parts(body)
    return zipped({**parts, "word/_rels/document.xml.rels": relationships(related)})


def open_text_with_entities(name: str) -> bytes:
    return open_text("<text:p>a</text:p>", **{name: f"{DOCTYPE}<d>&e11;</d>"})


def million_open_paragraphs() -> bytes:
    return open_text("<text:p/>" * 1_000_000)


def nested_open_lists(depth: int) -> bytes:
    opening, closing = "<text:list><text:list-item>", "</text:list-item></text:list>"
    return open_text(f"{opening * depth}<text:p>a</text:p>{closing * depth}")


def spaces_without_end() -> bytes:
    """Half a million times some hundred spaces."""
    spaces = "".join(f'<text:s text:c="{n * 7919 % 900 + 100}"/>' for n in range(500_000))
    return open_text(f"<text:p>{spaces}a</text:p>")


def deletion_many_times() -> bytes:
    """One deletion of a thousand paragraphs, at ten thousand places."""
    deletion = change("c", "deletion", "<text:p>gone</text:p>" * 1_000)
    places = '<text:p>a<text:change text:change-id="c"/></text:p>' * 10_000
    return open_text(tracked_changes(deletion) + places)


def deletion_within_itself() -> bytes:
    inside = '<text:p>gone<text:change text:change-id="c"/></text:p>'
    return open_text(
        tracked_changes(change("c", "deletion", inside))
        + '<text:p>a<text:change text:change-id="c"/></text:p>'
    )


def formula_many_times() -> bytes:
    """One formula of some size, at ten thousand places."""
    formula = f'<math xmlns="http://www.w3.org/1998/Math/MathML">{"<mi>x</mi>" * 20_000}</math>'
    place = '<draw:frame><draw:object xlink:href="./Object 1"/></draw:frame>'
    return open_text(f"<text:p>{place * 10_000}</text:p>", **{"Object 1__content.xml": formula})


def open_comments_over_everything() -> bytes:
    begun = "".join(
        f'<office:annotation office:name="a{n}"><text:p>c</text:p></office:annotation>'
        for n in range(5_000)
    )
    words = '<text:span text:style-name="B">a</text:span>b' * 20_000
    styles = (
        '<style:style style:name="B" style:family="text"><style:text-properties '
        'fo:font-weight="bold"/></style:style>'
    )
    return open_text(f"<text:p>{begun}{words}</text:p>", styles)


def encrypted_open_text() -> bytes:
    manifest = (
        '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        '<manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/>'
        "</manifest:file-entry></manifest:manifest>"
    )
    return open_text("<text:p>a</text:p>", **{"META-INF__manifest.xml": manifest})


def workbook(sheet: str | bytes, strings: str = "", styles: str = "", **parts: str) -> bytes:
    """An Excel file with one sheet, its parts as they are given."""
    root = relationships(
        f'<Relationship Id="r1" Type="{_OFFICE}officeDocument" Target="xl/workbook.xml"/>'
    )
    related = relationships(
        f'<Relationship Id="r1" Type="{_OFFICE}worksheet" Target="worksheets/sheet1.xml"/>'
        f'<Relationship Id="r2" Type="{_OFFICE}sharedStrings" Target="sharedStrings.xml"/>'
        f'<Relationship Id="r3" Type="{_OFFICE}styles" Target="styles.xml"/>'
    )
    main = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    types = "".join(
        f'<Override PartName="/xl/{name}.xml" ContentType="{main}.{kind}+xml"/>'
        for name, kind in (
            ("workbook", "sheet.main"), ("worksheets/sheet1", "worksheet"),
            ("sharedStrings", "sharedStrings"), ("styles", "styles"),
        )
    )  # fmt: skip
    book = (
        f'<workbook {_SHEET_SPACE} xmlns:r="{_OFFICE[:-1]}">'
        '<sheets><sheet name="A" sheetId="1" r:id="r1"/></sheets></workbook>'
    )
    whole: dict[str, str | bytes] = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/'
        f'content-types"><Default Extension="xml" ContentType="application/xml"/>{types}</Types>',
        "_rels/.rels": root,
        "xl/workbook.xml": book,
        "xl/_rels/workbook.xml.rels": related,
        "xl/worksheets/sheet1.xml": sheet,
        "xl/sharedStrings.xml": strings or f"<sst {_SHEET_SPACE}><si><t>a</t></si></sst>",
        "xl/styles.xml": styles or f"<styleSheet {_SHEET_SPACE}/>",
    }
    return zipped({**whole, **parts})


def worksheet(rows: str, before: str = "") -> str:
    return f"<worksheet {_SHEET_SPACE}>{before}<sheetData>{rows}</sheetData></worksheet>"


def sheet_with_entities(name: str) -> bytes:
    return workbook(worksheet(""), **{name: f"{DOCTYPE}<d>&e11;</d>"})


def sheet_with_hidden_entities() -> bytes:
    content = f'<?xml version="1.0" encoding="cp037"?>{DOCTYPE}<worksheet>&e11;</worksheet>'
    return workbook(content.encode("cp037"))


def million_sheet_cells() -> bytes:
    cells = (f"<c><v>{n * 7919}</v></c>" for n in range(1_000_000))
    return workbook(worksheet(f"<row>{''.join(cells)}</row>"))


def last_cell_of_a_sheet() -> bytes:
    """One cell in the last corner of a sheet, of seventeen thousand million."""
    return workbook(
        worksheet(
            '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>',
            '<dimension ref="A1:XFD1048576"/>',
        )
    )


def one_string_in_many_cells() -> bytes:
    """A megabyte of words that a hundred thousand cells hold."""
    cell = '<c t="s"><v>0</v></c>'
    row = f"<row>{cell * 100}</row>"
    words = f"<sst {_SHEET_SPACE}><si><t>{'word ' * 200_000}</t></si></sst>"
    return workbook(worksheet(row * 1_000), words)


def many_strings() -> bytes:
    words = "".join(f"<si><t>{n}</t></si>" for n in range(1_500_000))
    return workbook(worksheet(""), f"<sst {_SHEET_SPACE}>{words}</sst>")


def many_styles() -> bytes:
    looks = "".join(
        f'<xf numFmtId="{n}" fontId="0" fillId="0" borderId="0"/>' for n in range(600_000)
    )
    return workbook(
        worksheet(""), styles=f"<styleSheet {_SHEET_SPACE}><cellXfs>{looks}</cellXfs></styleSheet>"
    )


def odd_cells() -> bytes:
    """Dates beyond the calendar, strings that are not there, numbers that are none."""
    styles = (
        f'<styleSheet {_SHEET_SPACE}><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>'
        "</styleSheet>"
    )
    cells = "".join(
        f'<c r="{column}1" {look}><v>{value}</v></c>'
        for column, look, value in (
            ("A", 's="1"', "1e300"), ("B", 's="1"', "-99999999999"), ("C", 't="s"', "77"),
            ("D", 't="n"', "1e99999"), ("E", 't="b"', "x"), ("F", 't="d"', "yesterday"),
            ("G", 't="e"', "#REF!"), ("ZZZZ", "", "1"),
        )
    )  # fmt: skip
    return workbook(worksheet(f'<row r="1">{cells}</row>'), styles=styles)
