"""Every fault that the lint knows, planted in a sound file."""

import re
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from editor.exporters.manuscript import Form
from editor.exporters.word.lint import lint
from editor.negotiation.amendment import Amendment, AmendmentKind
from editor.negotiation.note import Note
from editor.negotiation.provision import Mark, MarkKind, Provision
from tests.exporters.small_sessions import NAMES, by, change, replacing, session
from tests.exporters.word.reading import written

DOCUMENT, NOTES, COMMENTS = "word/document.xml", "word/footnotes.xml", "word/comments.xml"
SETTINGS, CORE = "word/settings.xml", "docProps/core.xml"
TYPES = "[Content_Types].xml"
RELATIONSHIPS = "word/_rels/document.xml.rels"
AUTHORS = {*NAMES.values(), "Chair"}


@pytest.fixture(scope="module")
def sound() -> bytes:
    row = Provision("p1", 1, "States should act.", "1", marks=(Mark(MarkKind.NOTE, 6, 6, "n"),))
    gone = by("EGY JPN", Amendment("b", "p2", AmendmentKind.DELETE_PROVISION))
    words = change("a", "p1", "CAN", replacing(row.text, "should", "shall"))
    one = session([row, "Rest.", "Three."], [words, gone], [Note("n", "A note.", "1")])
    data = written(one, Form.REDLINE)
    assert lint(data, AUTHORS) == []
    return data


def edited(data: bytes, part: str, pattern: str, new: str) -> bytes:
    """The package with the first match of `pattern` in one part replaced."""
    written = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(written, "w", ZIP_DEFLATED) as archive:
        for name in old.namelist():
            text = old.read(name).decode()
            if name == part:
                text, count = re.subn(pattern, new, text, count=1, flags=re.DOTALL)
                assert count == 1, "the fault could not be planted"
            archive.writestr(name, text)
    return written.getvalue()


ROW = (
    r"<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:trPr>"
    r'<w:ins w:id="900" w:author="Canada" w:date="2024-07-01T09:30:00Z"/></w:trPr>'
    r'<w:tc><w:p><w:r><w:t xml:space="preserve">x</w:t></w:r></w:p></w:tc></w:tr></w:tbl>\g<0>'
)
BAD_CELL = r"<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc><w:p/><w:tbl/></w:tc></w:tr></w:tbl>\g<0>"
MARK = '<w:rPr><w:del w:id="901" w:author="Egypt" w:date="2024-07-01T09:30:00Z"/></w:rPr></w:pPr>'
LAST = r"</w:pPr>(?=(?:(?!</w:pPr>).)*<w:sectPr)"
REVISION = 'w:id="99" w:author="Chair" w:date="2024-07-01T09:30:00Z"'
COMMENT_REVISED = rf"<w:ins {REVISION}><w:r><w:t \1</w:r></w:ins>"
MOVE = r'<w:moveFromRangeStart w:id="77" w:name="m"/>\g<0>'
SCRUBBING = "<w:removePersonalInformation/><w:trackRevisions/>"
LOCKED = '<w:trackRevisions/><w:documentProtection w:edit="readOnly"/>'
MACROS = "ms-word.document.macroEnabled"
PARA_ID = (
    '<w:p xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'w14:paraId="80000000"><w:pPr>'
)


@pytest.mark.parametrize(
    ("code", "part", "pattern", "new"),
    [
        ("text_in_deletion", DOCUMENT, r"<w:delText ([^>]*>[^<]*)</w:delText>", r"<w:t \1</w:t>"),
        ("deleted_text_outside", DOCUMENT, r"<w:t (.*?)</w:t>", r"<w:delText \1</w:delText>"),
        ("space_not_preserved", DOCUMENT, r' xml:space="preserve"', ""),
        ("text_outside_run", DOCUMENT, r"<w:r>(<w:t [^>]*>[^<]*</w:t>)</w:r>", r"\1"),
        ("properties_out_of_order", DOCUMENT, r'(<w:pStyle [^>]*>)(<w:tabs>.*?</w:tabs>)', r"\2\1"),
        ("cell_without_last_paragraph", DOCUMENT, r"<w:p><w:pPr>", BAD_CELL),
        ("row_mark_without_content", DOCUMENT, r"<w:p><w:pPr>", ROW),
        ("bad_author", DOCUMENT, r'w:author="Canada"', 'w:author=" "'),
        ("bad_author", DOCUMENT, r'w:author="Canada"', f'w:author="{"x" * 256}"'),
        ("unknown_author", DOCUMENT, r'w:author="Canada"', 'w:author="Author"'),
        ("bad_date", DOCUMENT, r'w:date="[^"]*"', 'w:date="yesterday"'),
        ("bad_initials", COMMENTS, r'w:initials="[^"]*"', 'w:initials="ABCDEFGHIJ"'),
        ("nested_revisions", DOCUMENT, r"(<w:ins [^>]*>)(.*?</w:ins>)", r"\1\1\2</w:ins>"),
        ("nested_revisions", DOCUMENT, r"(<w:del [^>]*>)(<w:r>.*?</w:del>)", r"\1\1\2</w:del>"),
        ("revision_in_comment", COMMENTS, r"<w:r><w:t (.*?)</w:r>", COMMENT_REVISED),
        ("empty_or_full_revision", DOCUMENT, r"(<w:ins [^>]*>)<w:r>.*?</w:r>(</w:ins>)", r"\1\2"),
        ("unpaired_move", DOCUMENT, r"<w:p><w:pPr>", MOVE),
        ("mark_on_last_paragraph", DOCUMENT, LAST, MARK),
        ("mark_on_last_paragraph", NOTES, r"</w:pPr>(?!.*</w:pPr>)", MARK),
        ("deleted_paragraph_without_mark", DOCUMENT, r"<w:rPr><w:del [^>]*/></w:rPr>", ""),
        ("repeated_id", DOCUMENT, r'(<w:del w:id=)("\d+")(.*?<w:ins w:id=)"\d+"', r"\1\2\3\2"),
        ("repeated_id", NOTES, r'w:id="1"', 'w:id="0"'),
        ("bad_paragraph_id", DOCUMENT, r"<w:p><w:pPr>", PARA_ID),
        ("comment_marks_differ", DOCUMENT, r"<w:commentRangeStart [^>]*/>", ""),
        ("note_references_differ", DOCUMENT, r"<w:footnoteReference [^>]*/>", ""),
        ("unknown_style", DOCUMENT, r'w:val="Provision"', 'w:val="Nowhere"'),
        ("missing_separators", NOTES, r' w:type="separator"', ""),
        ("separators_not_listed", SETTINGS, r'<w:footnote w:id="-1"/>', ""),
        ("unwanted_setting", SETTINGS, r"<w:trackRevisions/>", SCRUBBING),
        ("not_tracking", SETTINGS, r"<w:trackRevisions/>", ""),
        ("frame_in_redline", DOCUMENT, r"(<w:pStyle [^>]*/>)", r'\1<w:framePr w:w="100"/>'),
        ("bad_relationship", RELATIONSHIPS, r'Target="styles.xml"', 'Target="other.xml"'),
        ("unwanted_setting", SETTINGS, r"<w:trackRevisions/>", LOCKED),
        ("not_a_document", TYPES, r"document\.main", "template.main"),
        ("not_a_document", TYPES, r"openxmlformats-officedocument.\w+.document", MACROS),
        ("part_without_type", TYPES, r"/word/styles.xml", "/x"),
        ("name_in_properties", CORE, r"<dc:title>", "<dc:creator>Ann</dc:creator><dc:title>"),
    ],
)  # fmt: skip
def test_a_planted_fault_is_found(
    sound: bytes, code: str, part: str, pattern: str, new: str
) -> None:
    faults = lint(edited(sound, part, pattern, new), AUTHORS)
    assert code in {fault.code for fault in faults}


def test_what_is_no_package_is_damaged(sound: bytes) -> None:
    assert [each.code for each in lint(b"nothing", AUTHORS)] == ["damaged"]
    broken = edited(sound, DOCUMENT, "</w:body>", "")
    assert [each.code for each in lint(broken, AUTHORS)] == ["damaged"]
