"""Word files for tests, part by part."""

import io
import zipfile
from collections.abc import Mapping

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml" '
    'xmlns:w16du="http://schemas.microsoft.com/office/word/2023/wordml/word16du"'
)
_RELATIONSHIP = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_MICROSOFT = "http://schemas.microsoft.com/office/2011/relationships/"
_CONTENT_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)
BY_AUTHOR = 'w:id="1" w:author="Ana" w:date="2020-01-02T03:04:00Z"'
BY_OTHER = 'w:id="2" w:author="Ben" w:date="2020-02-02T03:04:00Z"'


def paragraph(content: str, properties: str = "") -> str:
    """A `w:p`."""
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{content}</w:p>"


def run(text: str, properties: str = "", tag: str = "t") -> str:
    """A `w:r` with one text."""
    look = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{look}<w:{tag} xml:space="preserve">{text}</w:{tag}></w:r>'


def inserted(content: str, by: str = BY_AUTHOR) -> str:
    return f"<w:ins {by}>{content}</w:ins>"


def deleted(content: str, by: str = BY_AUTHOR) -> str:
    return f"<w:del {by}>{content}</w:del>"


def part(tag: str, content: str) -> str:
    """A part whose root is `w:tag`."""
    return f"<w:{tag} {NAMESPACES}>{content}</w:{tag}>"


def word_parts(body: str, **parts: str) -> dict[str, str]:
    """The parts of a file with this body; `parts` are whole parts by the name of their kind
    (styles, numbering, footnotes, comments, commentsExtended, settings, header …)."""
    related = "".join(
        f'<Relationship Id="r{index}" Target="{kind}.xml" Type="'
        f'{_MICROSOFT if kind == "commentsExtended" else _RELATIONSHIP}{kind}"/>'
        for index, kind in enumerate(parts)
    )
    return {
        "[Content_Types].xml": _CONTENT_TYPES,
        "_rels/.rels": relationships(
            f'<Relationship Id="r1" Type="{_RELATIONSHIP}officeDocument" '
            'Target="word/document.xml"/>'
        ),
        "word/_rels/document.xml.rels": relationships(related),
        "word/document.xml": part("document", f"<w:body>{body}</w:body>"),
        **{f"word/{kind}.xml": content for kind, content in parts.items()},
    }


def relationships(content: str) -> str:
    return (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f"{content}</Relationships>"
    )


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """A zip file of these parts."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def word_file(body: str, **parts: str) -> bytes:
    """The bytes of a Word file with this body and these parts."""
    return zipped(word_parts(body, **parts))
