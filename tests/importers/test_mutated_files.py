"""Files damaged at random: read or refused with a reason, never a crash."""

import random

import pytest
from lxml import etree

from editor.errors import KnownError
from editor.importers.open_source import read_source
from editor.importers.revisions import accept, has_revisions, reject
from tests.importers.word_files import (
    deleted,
    inserted,
    paragraph,
    part,
    run,
    word_parts,
    zipped,
)

_ITEM = '<w:pStyle w:val="A"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
_CHANGED_MARK = '<w:rPr><w:ins w:id="4" w:author="Ana"/><w:del w:id="5" w:author="Ben"/></w:rPr>'
_BODY = (
    paragraph(run("one", "<w:b/>") + inserted(run("two") + deleted(run("three"))), _ITEM)
    + paragraph(
        '<w:commentRangeStart w:id="0"/><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        + run("PAGE", tag="instrText")
        + '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        + run("4", '<w:rStyle w:val="C"/>')
        + '<w:r><w:fldChar w:fldCharType="end"/><w:footnoteReference w:id="1"/></w:r>'
        + '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>',
        _ITEM + _CHANGED_MARK,
    )
    + '<w:tbl><w:tr><w:trPr><w:ins w:id="6"/></w:trPr><w:tc><w:tcPr/>'
    + paragraph(
        run("cell")
        + '<w:r><w:tab/><w:br w:type="page"/><w:sym w:font="Symbol" w:char="F0B7"/></w:r>'
    )
    + "</w:tc></w:tr></w:tbl>"
    + paragraph(
        '<w:moveFromRangeStart w:id="7" w:name="m"/><w:moveFrom w:id="8">'
        + run("moved")
        + '</w:moveFrom><w:moveFromRangeEnd w:id="7"/><w:r><mc:AlternateContent><mc:Choice>'
        + f"<w:txbxContent>{paragraph(run('box'))}</w:txbxContent></mc:Choice><mc:Fallback/>"
        + "</mc:AlternateContent></w:r>"
    )
)
_PARTS = word_parts(
    _BODY,
    styles=part(
        "styles",
        '<w:style w:type="paragraph" w:styleId="A"><w:basedOn w:val="B"/><w:pPr><w:outlineLvl '
        'w:val="1"/></w:pPr></w:style><w:style w:styleId="B"><w:name w:val="b"/></w:style>'
        '<w:style w:styleId="C"><w:rPr><w:vanish/><w:color w:val="FF0000"/></w:rPr></w:style>',
    ),
    numbering=part(
        "numbering",
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
        '<w:numFmt w:val="lowerRoman"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">'
        '<w:startOverride w:val="3"/></w:lvlOverride></w:num>',
    ),
    footnotes=part("footnotes", f'<w:footnote w:id="1">{paragraph(run("note"))}</w:footnote>'),
    comments=part("comments", f'<w:comment w:id="0">{paragraph(run("why"))}</w:comment>'),
    settings=part("settings", '<w:footnotePr><w:numStart w:val="2"/></w:footnotePr>'),
)
_VALUES = ("", "-1", "0", "99999999999", "x", "%1%9", "true", "A", "F0B7")


def _mutated_tree(content: str, chance: random.Random) -> bytes:
    root = etree.fromstring(content)
    for _ in range(chance.randint(1, 12)):
        elements = list(root.iter(etree.Element))
        element, other = chance.choice(elements), chance.choice(elements)
        parent = element.getparent()
        attributes = [str(name) for name in element.attrib]
        match chance.randrange(4):
            case 0 if parent is not None:
                parent.remove(element)
            case 1 if other not in element.iter():
                other.insert(chance.randint(0, len(other)), element)
            case 2 if attributes:
                element.set(chance.choice(attributes), chance.choice(_VALUES))
            case 3 if attributes:
                del element.attrib[chance.choice(attributes)]
    return etree.tostring(root)


def _mutated_bytes(data: bytes, chance: random.Random) -> bytes:
    mutated = bytearray(data)
    for _ in range(chance.randint(1, 12)):
        start = chance.randrange(len(mutated))
        if chance.random() < 0.8:
            mutated[start] = chance.randrange(256)
        else:
            del mutated[start : start + chance.randint(1, 40)]
    return bytes(mutated)


def _survive(seed: int) -> None:
    chance = random.Random(seed)
    parts: dict[str, str | bytes] = {**_PARTS}
    for name, content in _PARTS.items():
        if name.startswith("word/") and chance.random() < 0.5:
            parts[name] = _mutated_tree(content, chance)
    data = zipped(parts)
    if chance.random() < 0.3:
        data = _mutated_bytes(data, chance)
    try:
        document = read_source(data, "mutated.docx")
    except KnownError:
        return
    assert not has_revisions(accept(document))
    assert not has_revisions(reject(document))


def test_unharmed_file_is_read() -> None:
    document = read_source(zipped(_PARTS), "whole.docx")
    assert [(each.label, each.text) for each in document.paragraphs] == [
        ("iii.", "onetwothree"),
        ("", ""),
        ("", "cell\t\n•"),
        ("", "moved"),
        ("", "box"),
    ]


def test_mutated_files() -> None:
    for seed in range(200):
        _survive(seed)


@pytest.mark.endurance
def test_many_mutated_files() -> None:
    for seed in range(200, 2200):
        _survive(seed)
