"""What of a base file is not handed out: macros, its being a template, traces of its users."""

import re

import pytest
from lxml import etree

from editor.app.base_check import check_on_base
from editor.exporters.manuscript import Form
from editor.exporters.word.onto_base.package import ChangedPackage
from editor.importers.word.reader import read_word
from editor.negotiation.composition import Composition, compose
from tests.exporters.word.onto_base.base_files import base_file
from tests.exporters.word.onto_base.sessions_on_base import (
    canonical,
    parts_of,
    rewritten,
    session_from,
    written,
)
from tests.importers.word_files import part, relationships, zipped

_TYPES, _SETTINGS, _DOCUMENT = "[Content_Types].xml", "word/settings.xml", "word/document.xml"
_RELATED = "word/_rels/document.xml.rels"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_MACROS = "http://schemas.microsoft.com/office/2006/relationships/"
_PLAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_TEMPLATE = _PLAIN.replace("document.main", "template.main")
_WITH_MACROS = "application/vnd.ms-word.document.macroEnabled.main+xml"


def _base(**changes: tuple[str, str]) -> dict[str, bytes]:
    """The parts of a sound base, in some of which (types, related, document) something is
    exchanged."""
    parts = parts_of(base_file(["heading", "numbered", "link"], ["General", "All act.", "See it."]))
    names = {"types": _TYPES, "related": _RELATED, "document": _DOCUMENT}
    for key, (old, new) in changes.items():
        text = parts[names[key]].decode()
        assert old in text
        parts[names[key]] = text.replace(old, new).encode()
    return parts


def _exported(data: bytes, form: Form = Form.REDLINE) -> dict[str, bytes]:
    composition = _composition(data)
    made = written(composition, form, data)
    check_on_base(made, data, composition, form)
    return parts_of(made)


def _composition(data: bytes) -> Composition:
    return compose(rewritten(session_from(data), 3, 2))


def _with_macros() -> bytes:
    listed = f'<Relationship Id="v1" Type="{_MACROS}vbaProject" Target="vbaProject.bin"/>'
    parts = _base(related=("</Relationships>", f"{listed}</Relationships>"))
    types = parts[_TYPES].decode().replace(_PLAIN, _WITH_MACROS)
    parts[_TYPES] = types.replace(
        "</Types>",
        '<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/>'
        '<Override PartName="/word/vbaData.xml" '
        'ContentType="application/vnd.ms-word.vbaData+xml"/></Types>',
    ).encode()
    parts["word/vbaProject.bin"] = b"macros"
    parts["word/vbaData.xml"] = b"<data/>"
    parts["word/_rels/vbaProject.bin.rels"] = relationships(
        f'<Relationship Id="d1" Type="{_MACROS}wordVbaData" Target="vbaData.xml"/>'
    ).encode()
    return zipped(parts)


@pytest.mark.parametrize("form", Form)
def test_what_is_written_on_a_file_with_macros_is_a_document_without_them(form: Form) -> None:
    parts = _exported(_with_macros(), form)
    assert not [each for each in parts if "vba" in each]
    assert b"vba" not in b"".join(parts[each] for each in (_TYPES, _RELATED))
    assert _PLAIN.encode() in parts[_TYPES]
    assert b"macroEnabled" not in parts[_TYPES]


def test_what_is_written_on_a_template_is_a_document() -> None:
    parts = _exported(zipped(_base(types=(_PLAIN, _TEMPLATE))))
    assert parts[_TYPES].decode().count(_PLAIN) == 1
    assert b"template.main" not in parts[_TYPES]


def _locked_settings() -> str:
    return part(
        "settings",
        "<w:writeProtection w:recommended='1'/><w:zoom w:percent='100'/>"
        "<w:attachedTemplate r:id='t1'/><w:mailMerge><w:dataSource r:id='m1'/></w:mailMerge>"
        "<w:documentProtection w:edit='readOnly' w:enforcement='1'/>"
        "<w:defaultTabStop w:val='720'/>"
        "<w:footnotePr><w:footnote w:id='-1'/><w:footnote w:id='0'/></w:footnotePr>"
        "<w:rsids><w:rsidRoot w:val='00AA0001'/><w:rsid w:val='00AA0001'/></w:rsids>",
    )


@pytest.mark.parametrize("form", Form)
def test_settings_name_no_template_no_session_and_no_lock(form: Form) -> None:
    outside = 'Target="file:///C:/Users/ann.smith/{}" TargetMode="External"/>'
    parts = _base()
    parts[_SETTINGS] = _locked_settings().encode()
    parts["word/_rels/settings.xml.rels"] = relationships(
        f'<Relationship Id="t1" Type="{_OFFICE}attachedTemplate" {outside.format("T.dotm")}'
        f'<Relationship Id="m1" Type="{_OFFICE}mailMergeSource" {outside.format("list.xlsx")}'
    ).encode()
    made = _exported(zipped(parts), form)
    left = re.findall(rb"<w:(\w+)", made[_SETTINGS].partition(b"<w:settings")[2])
    assert [each.decode() for each in left if each != b"trackRevisions"] == [
        "zoom", "defaultTabStop", "footnotePr", "footnote", "footnote"
    ]  # fmt: skip
    assert b"smith" not in b"".join(made.values()).lower()
    assert b"<Relationship " not in made["word/_rels/settings.xml.rels"]


def test_numbers_of_editing_sessions_go_and_nothing_else_does() -> None:
    plain = _base()
    marked = _base(document=("<w:p ", "<w:p w:rsidR='00AA0001' w:rsidRDefault='00AA0001' "))
    made = written(compose(session_from(zipped(marked))), Form.CLEAN, zipped(marked))
    assert canonical(parts_of(made)[_DOCUMENT]) == canonical(plain[_DOCUMENT])


def test_properties_that_no_relationship_leads_to_name_nobody_either() -> None:
    parts = _base()
    parts["_rels/.rels"] = re.sub(rb'<Relationship Id="r2".*?/>', b"", parts["_rels/.rels"])
    assert b"Smith" in parts["docProps/core.xml"]
    assert b"Smith" not in _exported(zipped(parts))["docProps/core.xml"]


@pytest.mark.parametrize(
    ("target", "kept"),
    [
        ("file:///C:/Users/ann.smith/Annex%201.docx#part", "Annex%201.docx#part"),
        (r"C:\Users\ann.smith\annex.docx", "annex.docx"),
        (r"\\server\ann.smith\annex.docx", "annex.docx"),
        ("file:///C:/Users/Smith/", "#"),
        ("https://example.org/a.docx", "https://example.org/a.docx"),
        ("annex/one.docx", "annex/one.docx"),
    ],
)
def test_a_link_to_a_disk_names_the_file_only(target: str, kept: str) -> None:
    listed = (
        f'<Relationship Id="x1" Type="{_OFFICE}hyperlink" Target="{target}" TargetMode="External"/>'
    )
    data = zipped(
        _base(
            related=("</Relationships>", f"{listed}</Relationships>"),
            document=("w:anchor='top'", "r:id='x1'"),
        )
    )
    made = written(_composition(data), Form.REDLINE, data)
    assert f'Target="{kept}"'.encode() in parts_of(made)[_RELATED]
    assert "it." in [each.text for each in read_word(made, "redline.docx").paragraphs][-1]


def test_a_field_that_leads_to_a_disk_names_the_file_only() -> None:
    parts = parts_of(base_file(["field"], ["See annex one."]))
    path = rb' HYPERLINK "file:///C:\\Users\\ann.smith\\annex.docx" '
    parts[_DOCUMENT] = parts[_DOCUMENT].replace(b" REF top ", path)
    assert b' HYPERLINK "annex.docx" ' in _exported(zipped(parts))[_DOCUMENT]


def _people(*authors: str) -> str:
    return (
        '<w15:people xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml">'
        + "".join(
            f'<w15:person w15:author="{each}"><w15:presenceInfo w15:providerId="AD" '
            f'w15:userId="S::smith@example.org::1f2e"/></w15:person>'
            for each in authors
        )
        + "</w15:people>"
    )


def _with_people(*authors: str) -> bytes:
    kind = "http://schemas.microsoft.com/office/2011/relationships/people"
    parts = parts_of(base_file(["bookmark", "plain"], ["All act now.", "They report."]))
    listed = f'<Relationship Id="p1" Type="{kind}" Target="people.xml"/></Relationships>'
    parts[_RELATED] = parts[_RELATED].replace(b"</Relationships>", listed.encode())
    named = (
        '<Override PartName="/word/people.xml" ContentType="application/vnd.openxmlformats-'
        'officedocument.wordprocessingml.people+xml"/></Types>'
    )
    parts[_TYPES] = parts[_TYPES].replace(b"</Types>", named.encode())
    parts["word/people.xml"] = _people(*authors).encode()
    return zipped(parts)


@pytest.mark.parametrize("form", Form)
def test_nobody_is_listed_with_an_account_or_without_signing(form: Form) -> None:
    made = _exported(_with_people("Chair", "Ann Smith"), form)
    assert b"smith" not in b"".join(made.values()).lower()
    assert b'author="Chair"' in made["word/people.xml"]
    assert b'providerId="None"' in made["word/people.xml"]


def test_a_list_of_people_of_whom_nobody_signs_goes() -> None:
    made = _exported(_with_people("Ann Smith"), Form.CLEAN)
    assert "word/people.xml" not in made
    assert b"people" not in made[_RELATED] + made[_TYPES]


@pytest.mark.parametrize(
    ("called", "kept"),
    [
        (r"C:\Users\ann.smith\Emblem of all.png", "Emblem of all.png"),
        ("file:///home/ann.smith/emblem.png", "emblem.png"),
        (r"\\server\ann.smith\emblem", "emblem"),
        ("The emblem: a wreath / a globe", "The emblem: a wreath / a globe"),
    ],
)
def test_a_picture_is_not_called_after_a_disk(called: str, kept: str) -> None:
    parts = parts_of(base_file(["picture", "plain"], ["All act.", "They report."]))
    picture = f'name="Emblem" descr="{called}" title="{called}"'.encode()
    parts[_DOCUMENT] = parts[_DOCUMENT].replace(b"name='Emblem'", picture)
    header = parts["word/header1.xml"].decode()
    drawn = parts[_DOCUMENT].partition(b"<w:drawing>")[2].partition(b"</w:drawing>")[0].decode()
    drawn = f"<w:r><w:drawing>{drawn}</w:drawing></w:r></w:p>"
    parts["word/header1.xml"] = header.replace("</w:p>", drawn).encode()
    made = _exported(zipped(parts))
    for story in (_DOCUMENT, "word/header1.xml"):
        assert made[story].decode().count(f'"{kept}"') == 2
        assert b"smith" not in made[story]


def test_the_type_of_an_ending_goes_with_the_last_part_that_has_it() -> None:
    parts = _base(types=("</Types>", '<Default Extension="bin" ContentType="a/b"/></Types>'))
    data = zipped({**parts, "word/data.bin": b"data"})
    package = ChangedPackage(data, _DOCUMENT, etree.fromstring(parts[_DOCUMENT]))

    package.remove("word/data.bin")

    left = parts_of(package.written())
    assert "word/data.bin" not in left
    assert b'Extension="bin"' not in left[_TYPES]
