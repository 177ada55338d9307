"""Word files as secretariats have them: styles, lists, tables, notes, links, fields, boxes."""

from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape

from hypothesis import strategies as st

from tests.importers.word_files import part, relationships, run, word_parts, zipped

_W14 = 'w14:paraId="{:08X}"'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.{}+xml"
_STYLES = part(
    "styles",
    "<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val='22'/></w:rPr></w:rPrDefault></w:docDefaults>"
    "<w:style w:type='paragraph' w:default='1' w:styleId='Normal'><w:name w:val='Normal'/>"
    "</w:style>"
    "<w:style w:type='paragraph' w:styleId='Title1'><w:name w:val='heading 1'/>"
    "<w:basedOn w:val='Normal'/><w:pPr><w:outlineLvl w:val='0'/></w:pPr>"
    "<w:rPr><w:b/></w:rPr></w:style>"
    "<w:style w:type='paragraph' w:styleId='Para'><w:name w:val='Para'/>"
    "<w:basedOn w:val='Normal'/><w:pPr><w:spacing w:after='120'/><w:ind w:left='567'/></w:pPr>"
    "</w:style>"
    "<w:style w:type='character' w:styleId='Link'><w:name w:val='Hyperlink'/>"
    "<w:rPr><w:u w:val='single'/></w:rPr></w:style>"
    "<w:style w:type='character' w:styleId='Raised'><w:name w:val='footnote reference'/>"
    "<w:rPr><w:vertAlign w:val='superscript'/></w:rPr></w:style>"
    "<w:style w:type='paragraph' w:styleId='Remark'><w:name w:val='annotation text'/></w:style>",
)
_LEVELS = "".join(
    f"<w:lvl w:ilvl='{level}'><w:start w:val='1'/><w:numFmt w:val='{style}'/>"
    f"<w:lvlText w:val='{text}'/>"
    f"<w:pPr><w:ind w:left='{567 * (level + 1)}' w:hanging='567'/></w:pPr></w:lvl>"
    for level, (style, text) in enumerate((("decimal", "%1."), ("lowerLetter", "(%2)")))
)
_NUMBERING = part(
    "numbering",
    f"<w:abstractNum w:abstractNumId='0'>{_LEVELS}</w:abstractNum>"
    "<w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num>",
)
_SETTINGS = part(
    "settings",
    "<w:zoom w:percent='100'/><w:removePersonalInformation/><w:defaultTabStop w:val='720'/>"
    "<w:footnotePr><w:footnote w:id='-1'/><w:footnote w:id='0'/></w:footnotePr>",
)
_COMMENTS = part(
    "comments",
    "<w:comment w:id='70' w:author='Chair' w:date='2020-01-02T03:04:00Z' w:initials='S'>"
    "<w:p><w:r><w:t xml:space='preserve'>Check this.</w:t></w:r></w:p></w:comment>",
)
_SECTION = (
    "<w:sectPr><w:headerReference w:type='default' r:id='h1'/>"
    "<w:footerReference w:type='default' r:id='f1'/><w:pgSz w:w='11906' w:h='16838'/>"
    "<w:pgMar w:top='1418' w:right='1134' w:bottom='1134' w:left='1134' w:header='709' "
    "w:footer='567' w:gutter='0'/></w:sectPr>"
)
_PICTURE = (
    "<w:r><w:drawing><wp:inline "
    "xmlns:wp='http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing'>"
    "<wp:extent cx='9525' cy='9525'/><wp:docPr id='1' name='Emblem'/></wp:inline></w:drawing></w:r>"
)
_PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c626001000000050001a5f645400000000049454e44ae426082"
)
PLAIN, BOLD, ITALIC = "", "<w:b/>", "<w:i/>"
KINDS = (
    "heading", "plain", "styled", "numbered", "lettered", "bold start", "note", "link", "field",
    "control", "table", "box", "picture", "section", "blank", "bookmark", "break", "Arabic",
    "Chinese",
)  # fmt: skip


def base_file(kinds: Sequence[str], words: Sequence[str]) -> bytes:
    """A file with one block of each kind, each saying its words (several, without tabs)."""
    notes = [f"Note on {text}." for kind, text in zip(kinds, words, strict=True) if kind == "note"]
    numbers = iter(range(1, len(kinds) + 1))
    blocks = [
        _block(kind, escape(text), index, numbers)
        for index, (kind, text) in enumerate(zip(kinds, words, strict=True))
    ]
    parts: dict[str, str | bytes] = dict(
        word_parts(
            "".join(blocks) + _SECTION,
            styles=_STYLES,
            numbering=_NUMBERING,
            settings=_SETTINGS,
            comments=_COMMENTS,
            footnotes=part("footnotes", _separators() + "".join(_notes(notes))),
        )
    )
    if "bookmark" not in kinds:
        del parts["word/comments.xml"]
    parts |= {
        "word/header1.xml": part("hdr", "<w:p><w:r><w:t>A/CONF.1/L.2</w:t></w:r></w:p>"),
        "word/footer1.xml": part(
            "ftr", "<w:p><w:fldSimple w:instr=' PAGE '><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p>"
        ),
        "word/media/image1.png": _PIXEL,
        "customXml/item1.xml": "<data>kept</data>",
        "docProps/core.xml": (
            '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
            'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">'
            "<dc:title>Text</dc:title><dc:creator>Ana Smith</dc:creator>"
            "<cp:lastModifiedBy>Ben Jones</cp:lastModifiedBy></cp:coreProperties>"
        ),
    }
    parts["_rels/.rels"] = relationships(
        f'<Relationship Id="r1" Type="{_OFFICE}officeDocument" Target="word/document.xml"/>'
        '<Relationship Id="r2" Type="http://schemas.openxmlformats.org/package/2006/relationships/'
        'metadata/core-properties" Target="docProps/core.xml"/>'
    )
    parts["word/_rels/document.xml.rels"] = relationships(_related(parts))
    parts["[Content_Types].xml"] = _content_types(parts)
    return zipped(parts)


def base_files() -> st.SearchStrategy[bytes]:
    """Files of up to eight blocks."""
    texts = st.lists(st.sampled_from(WORDS), min_size=2, max_size=5).map(" ".join)
    blocks = st.lists(st.tuples(st.sampled_from(KINDS), texts), min_size=1, max_size=8)
    return blocks.map(lambda found: base_file([k for k, _ in found], [t for _, t in found]))


WORDS = ("states", "should", "protect", "wetlands", "and", "report", "each", "year", "soon")


def _block(kind: str, text: str, index: int, numbers: Iterator[int]) -> str:
    first, _, rest = text.partition(" ")
    match kind:
        case "heading":
            return _paragraph(run(text), "<w:pStyle w:val='Title1'/>", index)
        case "styled":
            return _paragraph(run(text), "<w:pStyle w:val='Para'/><w:jc w:val='both'/>", index)
        case "numbered" | "lettered":
            level = int(kind == "lettered")
            number = f"<w:numPr><w:ilvl w:val='{level}'/><w:numId w:val='1'/></w:numPr>"
            return _paragraph(run(text), number, index)
        case "bold start":
            return _paragraph(run(f"{first} ", BOLD) + run(rest, ITALIC), "", index)
        case "note":
            reference = (
                "<w:r><w:rPr><w:rStyle w:val='Raised'/></w:rPr>"
                f"<w:footnoteReference w:id='{next(numbers)}'/></w:r>"
            )
            return _paragraph(run(first) + reference + run(f" {rest}"), "", index)
        case "link":
            link = run(rest, "<w:rStyle w:val='Link'/>")
            anchored = f"<w:hyperlink w:anchor='top'>{link}</w:hyperlink>"
            return _paragraph(run(f"{first} ") + anchored, "", index)
        case "field":
            return _paragraph(run(f"{first} ") + _field(rest), "", index)
        case "control":
            inner = f"<w:sdt><w:sdtPr/><w:sdtContent>{run(rest)}</w:sdtContent></w:sdt>"
            return _paragraph(run(f"{first} ") + inner, "", index)
        case "table":
            cells = "".join(
                f"<w:tc><w:tcPr/>{_paragraph(run(each), '', index * 10 + n)}</w:tc>"
                for n, each in enumerate((first, rest))
            )
            return f"<w:tbl><w:tblPr/><w:tblGrid/><w:tr>{cells}</w:tr></w:tbl>"
        case "box":
            return _paragraph(run(first) + _box(rest, index), "", index)
        case "picture":
            return _paragraph(run(first) + _PICTURE + run(f" {rest}"), "", index)
        case "section":
            return _paragraph(run(text), "<w:sectPr><w:type w:val='nextPage'/></w:sectPr>", index)
        case "blank":
            return _paragraph("", "", index)
        case "bookmark":
            mark = f"<w:bookmarkStart w:id='{900 + index}' w:name='b{index}'/>"
            end = f"<w:bookmarkEnd w:id='{900 + index}'/>"
            comment = _comment() if index == 0 else ""
            return _paragraph(run(f"{first} ") + mark + run(rest) + end + comment, "", index)
        case "break":
            return _paragraph(f"{run(first)}<w:r><w:br/></w:r>{run(rest)}", "", index)
        case "Arabic":
            words = run("تشجع الدول على الإبلاغ", "<w:rtl/>")
            return _paragraph(words, "<w:bidi/>", index)
        case "Chinese":
            return _paragraph(run("各国应考虑建立清单", "<w:rFonts w:hint='eastAsia'/>"), "", index)
    return _paragraph(run(text), "", index)


def _paragraph(content: str, properties: str, index: int) -> str:
    stated = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    return f"<w:p {_W14.format(index + 1)}>{stated}{content}</w:p>"


def _comment() -> str:
    return "<w:r><w:commentReference w:id='70'/></w:r>"


def _field(shown: str) -> str:
    def character(kind: str) -> str:
        return f"<w:r><w:fldChar w:fldCharType='{kind}'/></w:r>"

    instruction = "<w:r><w:instrText xml:space='preserve'> REF top </w:instrText></w:r>"
    return character("begin") + instruction + character("separate") + run(shown) + character("end")


def _box(text: str, index: int) -> str:
    content = f"<w:txbxContent>{_paragraph(run(text), '', 500 + index)}</w:txbxContent>"
    older = content.replace(_W14.format(501 + index), "")
    return (
        "<w:r><mc:AlternateContent><mc:Choice Requires='wps'>"
        f"<w:drawing>{content}</w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict>{older}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


def _separators() -> str:
    return "".join(
        f"<w:footnote w:type='{kind}' w:id='{id}'><w:p><w:r><w:{kind}/></w:r></w:p></w:footnote>"
        for id, kind in ((-1, "separator"), (0, "continuationSeparator"))
    )


def _notes(texts: Sequence[str]) -> list[str]:
    return [
        f"<w:footnote w:id='{id}'><w:p><w:r><w:footnoteRef/></w:r>"
        f"<w:r><w:t xml:space='preserve'> {escape(text)}</w:t></w:r></w:p></w:footnote>"
        for id, text in enumerate(texts, start=1)
    ]


def _related(parts: dict[str, str | bytes]) -> str:
    kinds = ("styles", "numbering", "settings", "comments", "footnotes")
    listed = [
        f'<Relationship Id="r{n}" Type="{_OFFICE}{kind}" Target="{kind}.xml"/>'
        for n, kind in enumerate(kinds)
        if f"word/{kind}.xml" in parts
    ]
    listed.append(f'<Relationship Id="h1" Type="{_OFFICE}header" Target="header1.xml"/>')
    listed.append(f'<Relationship Id="f1" Type="{_OFFICE}footer" Target="footer1.xml"/>')
    listed.append(f'<Relationship Id="m1" Type="{_OFFICE}image" Target="media/image1.png"/>')
    return "".join(listed)


def _content_types(parts: dict[str, str | bytes]) -> str:
    names = {"document": "document.main", "header1": "header", "footer1": "footer"}
    typed = "".join(
        f'<Override PartName="/{part}" ContentType="{_WORD_TYPE.format(names.get(kind, kind))}"/>'
        for part in parts
        if part.startswith("word/")
        and part.endswith(".xml")
        and (kind := part.removeprefix("word/").removesuffix(".xml"))
    )
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="png" ContentType="image/png"/>'
        '<Override PartName="/docProps/core.xml" '
        'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'
        f"{typed}</Types>"
    )
