"""What a file is, by its bytes; its name decides only between kinds of text."""

from enum import StrEnum

from editor.errors import KnownError
from editor.importers.archive import Archive
from editor.importers.file_faults import FileFault, refusal


class FileKind(StrEnum):
    """The kinds that can be read."""

    WORD = "word"
    OPEN_DOCUMENT = "open_document"
    MARKDOWN = "markdown"
    PLAIN_TEXT = "plain_text"


_MARKDOWN_ENDINGS = (".md", ".markdown", ".mkd", ".mdown")
_ARCHIVE_ENDINGS = (".docx", ".docm", ".dotx", ".dotm", ".odt", ".ott")
_IMAGES = (
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"\xff\xd8\xff", "jpeg"),
    (b"GIF87a", "gif"),
    (b"GIF89a", "gif"),
    (b"II*\x00", "tiff"),
    (b"MM\x00*", "tiff"),
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_OLE_KINDS = (("Workbook", "xls"), ("PowerPoint Document", "ppt"))
_ARCHIVE_KINDS = (("xl/workbook.xml", "xlsx"), ("ppt/presentation.xml", "pptx"))
_OPEN_DOCUMENTS = frozenset(
    {
        b"application/vnd.oasis.opendocument.text",
        b"application/vnd.oasis.opendocument.text-template",
    }
)
_MEDIA_TYPES = {
    b"application/vnd.oasis.opendocument.spreadsheet": "ods",
    b"application/vnd.oasis.opendocument.presentation": "odp",
    b"application/epub+zip": "epub",
}


def recognise(data: bytes, name: str) -> FileKind:
    """The kind of the file called `name`; raises KnownError for any that cannot be read."""
    if data.startswith(_ZIP):
        return _recognise_archive(data, name)
    if data.startswith(_OLE):
        raise _ole_refusal(data, name)
    _refuse_foreign(data, name)
    if name.lower().endswith(_ARCHIVE_ENDINGS):
        raise refusal(FileFault.ARCHIVE_DAMAGED, name, part="")
    if name.lower().endswith(_MARKDOWN_ENDINGS):
        return FileKind.MARKDOWN
    return FileKind.PLAIN_TEXT


def _refuse_foreign(data: bytes, name: str) -> None:
    for signature, kind in _IMAGES:
        if data.startswith(signature):
            raise refusal(FileFault.IMAGE, name, kind=kind)
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        raise refusal(FileFault.IMAGE, name, kind="webp")
    if data[:2] == b"BM" and data[6:10] == bytes(4):
        raise refusal(FileFault.IMAGE, name, kind="bmp")
    start = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith(b"%pdf-"):
        raise refusal(FileFault.PDF, name)
    if start.startswith(b"{\\rtf"):
        raise refusal(FileFault.RICH_TEXT, name)
    if start.startswith((b"<!doctype html", b"<html")):
        raise refusal(FileFault.HTML, name)


def _recognise_archive(data: bytes, name: str) -> FileKind:
    archive = Archive(data, name)
    if "mimetype" in archive.part_names:
        media_type = archive.read("mimetype").strip()
        if media_type in _OPEN_DOCUMENTS:
            return FileKind.OPEN_DOCUMENT
        kind = _MEDIA_TYPES.get(media_type, "zip")
        raise refusal(FileFault.OTHER_ARCHIVE, name, kind=kind)
    for part, kind in _ARCHIVE_KINDS:
        if part in archive.part_names:
            raise refusal(FileFault.OTHER_ARCHIVE, name, kind=kind)
    if "[Content_Types].xml" not in archive.part_names:
        raise refusal(FileFault.OTHER_ARCHIVE, name, kind="zip")
    return FileKind.WORD


def _ole_refusal(data: bytes, name: str) -> KnownError:
    """The streams of an OLE container are named in UTF-16 in its directory."""
    if _stream_name("EncryptedPackage") in data:
        return refusal(FileFault.ENCRYPTED, name)
    if _stream_name("WordDocument") in data:
        return refusal(FileFault.OLD_WORD, name)
    for stream, kind in _OLE_KINDS:
        if _stream_name(stream) in data:
            return refusal(FileFault.OLD_OFFICE, name, kind=kind)
    return refusal(FileFault.OLD_OFFICE, name, kind="ole")


def _stream_name(name: str) -> bytes:
    return name.encode("utf-16-le")
