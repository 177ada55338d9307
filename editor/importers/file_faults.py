"""Why a file is refused: one code for each reason, worded by the interface."""

from enum import StrEnum

from editor.errors import KnownError


class FileFault(StrEnum):
    """Codes of the `KnownError`s that readers raise. Facts: `name` always, others as noted."""

    MISSING = "file_missing"
    DIRECTORY = "file_is_directory"
    UNREADABLE = "file_unreadable"
    """`reason`: what the system said."""
    TOO_LARGE = "file_too_large"
    """`limit` in megabytes."""

    PDF = "file_is_pdf"
    IMAGE = "file_is_image"
    """`kind`: png, jpeg, gif, tiff, bmp or webp."""
    RICH_TEXT = "file_is_rich_text"
    HTML = "file_is_html"
    OLD_WORD = "file_is_old_word"
    OLD_OFFICE = "file_is_old_office"
    """An OLE container that is not a Word document. `kind`."""
    ENCRYPTED = "file_is_encrypted"
    OTHER_ARCHIVE = "file_is_other_archive"
    """A zip file that is neither a text document nor, where a table is wanted, a spreadsheet.
    `kind`: xlsx, pptx, ods, odp, epub or zip."""
    BINARY = "file_is_binary"
    UNKNOWN_ENCODING = "text_encoding_unknown"
    TEXT_TOO_LONG = "text_too_long"
    """`limit` in millions of characters."""
    NESTED_TOO_DEEPLY = "text_nested_too_deeply"
    """`line`, `limit`."""

    ARCHIVE_DAMAGED = "archive_damaged"
    """Cut short, or not what its contents list says. `part` where one is to blame."""
    ARCHIVE_TOO_MANY_PARTS = "archive_too_many_parts"
    """`limit`."""
    ARCHIVE_TOO_LARGE = "archive_too_large"
    """Unpacked. `limit` in megabytes."""
    ARCHIVE_PART_TOO_LARGE = "archive_part_too_large"
    """`part`, `limit` in megabytes."""
    ARCHIVE_PACKED_TOO_TIGHTLY = "archive_packed_too_tightly"
    """`part`, `limit`: how many times larger a part may be than its packed form."""
    ARCHIVE_PART_ENCRYPTED = "archive_part_encrypted"
    """`part`."""
    ARCHIVE_PART_REPEATED = "archive_part_repeated"
    """`part`."""
    ARCHIVE_PART_NAME_UNSAFE = "archive_part_name_unsafe"
    """`part`."""

    WORD_DAMAGED = "word_damaged"
    """A part that must be there is missing or is not well-formed. `part`."""
    WORD_DOCTYPE = "word_doctype"
    """`part`."""
    WORD_TOO_MANY_ELEMENTS = "word_too_many_elements"
    """`part`, `limit`."""
    """`part`, `limit`."""

    TABLE_DAMAGED = "table_damaged"
    TABLE_TOO_LARGE = "table_too_large"
    """`limit` in cells."""


def refusal(fault: FileFault, name: str, **facts: object) -> KnownError:
    """The error to raise for the file called `name`."""
    return KnownError(fault.value, name=name, **facts)
