"""Parsing one part of a Word file so that it cannot do harm."""

import re

from lxml import etree

from editor.importers.file_faults import FileFault, refusal
from editor.importers.word.names import STRICT_TO_TRANSITIONAL

MAXIMUM_ELEMENTS = 600_000

_BYTE_ORDER_MARKS = ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_UNMARKED = ((b"<\x00?\x00", "utf-16-le"), (b"\x00<\x00?", "utf-16-be"))
_BEGINNING = re.compile(rb"\s*<")
_DECLARATION = re.compile(rb"\s*<\?xml[^>]*\?>")
_ENCODING = re.compile(rb"""encoding\s*=\s*["']([^"']*)["']""")
_ENCODINGS = frozenset({b"utf-8", b"utf8", b"us-ascii", b"iso-8859-1", b"windows-1252"})
"""All write an ASCII character as its byte, so that tags can be counted before parsing."""


def refuse_doctype(data: bytes, part: str, name: str) -> None:
    """Raises KnownError `word_doctype` if an XML part declares a document type: Word never
    writes one, and entities come in by it."""
    for encoding in ("ascii", "utf-16-le", "utf-16-be"):
        if "<!DOCTYPE".encode(encoding) in data:
            raise refusal(FileFault.WORD_DOCTYPE, name, part=part)


def elements_in(data: bytes) -> int:
    """How many elements a part holds at most, without parsing it."""
    return data.count(b"<") - data.count(b"</")


def refuse_unsafe(data: bytes, part: str, name: str, limit: int) -> None:
    """For XML that somebody else's parser will read: raises KnownError as `parse_part` does for
    all but what is not well-formed. `limit` is how many elements it may have."""
    refuse_doctype(data, part, name)
    refuse_too_many(elements_in(_as_single_bytes(data, part, name)), part, name, limit)


def refuse_too_many(elements: int, part: str, name: str, limit: int = MAXIMUM_ELEMENTS) -> None:
    """Raises KnownError `word_too_many_elements` if there are more than `limit`."""
    if elements > limit:
        raise refusal(FileFault.WORD_TOO_MANY_ELEMENTS, name, part=part, limit=limit)


def parse_part(data: bytes, part: str, name: str) -> etree._Element:
    """The root element of a part, Strict namespaces mapped to the transitional ones.

    Raises KnownError (`word_doctype`, `word_too_many_elements`, `word_damaged`).
    """
    refuse_doctype(data, part, name)
    data = _as_single_bytes(data, part, name)
    refuse_too_many(elements_in(data), part, name)
    for strict, transitional in STRICT_TO_TRANSITIONAL.items():
        for quote in (b'"', b"'"):
            data = data.replace(quote + strict + quote, quote + transitional + quote)
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        raise refusal(FileFault.WORD_DAMAGED, name, part=part) from None


def _as_single_bytes(data: bytes, part: str, name: str) -> bytes:
    for mark, encoding in (*_BYTE_ORDER_MARKS, *_UNMARKED):
        if data.startswith(mark):
            return _recoded(data, encoding, part, name)
    bare = data.removeprefix(b"\xef\xbb\xbf")
    # A parser would take other bytes for an encoding that hides tags from whoever counts them.
    if not _BEGINNING.match(bare) or b"\x00" in bare:
        raise refusal(FileFault.WORD_DAMAGED, name, part=part)
    declaration = _DECLARATION.match(bare)
    encoding_name = _ENCODING.search(declaration.group()) if declaration else None
    if encoding_name and encoding_name.group(1).lower() not in _ENCODINGS:
        raise refusal(FileFault.WORD_DAMAGED, name, part=part)
    return data


def _recoded(data: bytes, encoding: str, part: str, name: str) -> bytes:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        raise refusal(FileFault.WORD_DAMAGED, name, part=part) from None
    return _DECLARATION.sub(b"", text.removeprefix("\ufeff").encode("utf-8"), count=1)
