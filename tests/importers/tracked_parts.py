"""The parts of a Word file with everything that is read from one."""

from tests.importers.word_files import (
    deleted,
    inserted,
    paragraph,
    part,
    run,
    word_parts,
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
TRACKED_PARTS = word_parts(
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
