"""From the bytes of a text file to its characters."""

import re

from editor.importers.file_faults import FileFault, refusal
from editor.text.unicode_form import in_form

MAXIMUM_TEXT_BYTES = 20 * 1024 * 1024

_MARKS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_SAMPLE = 4096
_FOREIGN_SHARE = 0.3
_LINE_END = re.compile("\r\n|\r")
_UNPRINTABLE = re.compile("[\x00-\x08\x0e-\x1f\x7f\ufffe\uffff]")


def decode_text(data: bytes, name: str) -> str:
    """The characters of a text file: composed (NFC), lines ended by `\\n`, without controls.

    UTF-8, UTF-16 and UTF-32 by their byte order mark; UTF-16 without one by its pattern of
    NULs; else UTF-8; else Windows-1252 if the result looks like a Western text.
    Raises KnownError (`file_too_large`, `file_is_binary`, `text_encoding_unknown`).
    """
    if len(data) > MAXIMUM_TEXT_BYTES:
        raise refusal(FileFault.TOO_LARGE, name, limit=MAXIMUM_TEXT_BYTES // (1024 * 1024))
    return normalise_text(_decode(data, name))


def normalise_text(text: str) -> str:
    """Composed (NFC), lines ended by `\\n`, a vertical tab as a space, no other controls."""
    lines = _LINE_END.sub("\n", text).replace("\v", " ")
    return in_form("NFC", _UNPRINTABLE.sub("", lines))


def _decode(data: bytes, name: str) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decode_as(data[len(mark) :], encoding, name)
    guessed = _utf16_by_nuls(data[:_SAMPLE])
    if guessed:
        return _decode_as(data, guessed, name)
    if b"\x00" in data:
        raise refusal(FileFault.BINARY, name)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _decode_western(data, name)


def _decode_as(data: bytes, encoding: str, name: str) -> str:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        raise refusal(FileFault.UNKNOWN_ENCODING, name) from None
    if "\x00" in text:
        raise refusal(FileFault.BINARY, name)
    return text


def _utf16_by_nuls(sample: bytes) -> str:
    """The byte order of UTF-16 text whose characters are mostly Latin; empty if it is not."""
    pairs = len(sample) // 2
    if not pairs:
        return ""
    first = sample[0 : 2 * pairs : 2].count(0)
    second = sample[1 : 2 * pairs : 2].count(0)
    if second > 0.6 * pairs and not first:
        return "utf-16-le"
    if first > 0.6 * pairs and not second:
        return "utf-16-be"
    return ""


def _decode_western(data: bytes, name: str) -> str:
    high = sum(byte >= 0x80 for byte in data)
    controls = sum(byte < 0x20 and byte not in b"\t\n\v\f\r" for byte in data)
    if controls:
        raise refusal(FileFault.BINARY, name)
    if high > _FOREIGN_SHARE * len(data):
        raise refusal(FileFault.UNKNOWN_ENCODING, name)
    return _decode_as(data, "cp1252", name)
