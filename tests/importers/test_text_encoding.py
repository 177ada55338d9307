"""Characters from bytes, in the encodings that delegations' files have."""

import codecs

import pytest

from editor.errors import KnownError
from editor.importers.text_encoding import MAXIMUM_TEXT_BYTES, decode_text

_SAMPLE = "Préambule – “États” 1"


@pytest.mark.parametrize(
    "data",
    [
        _SAMPLE.encode("utf-8"),
        codecs.BOM_UTF8 + _SAMPLE.encode("utf-8"),
        codecs.BOM_UTF16_LE + _SAMPLE.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + _SAMPLE.encode("utf-16-be"),
        codecs.BOM_UTF32_LE + _SAMPLE.encode("utf-32-le"),
        _SAMPLE.encode("utf-16-le"),
        _SAMPLE.encode("utf-16-be"),
        _SAMPLE.encode("cp1252"),
    ],
    ids=["utf8", "utf8-bom", "utf16le-bom", "utf16be-bom", "utf32", "utf16le", "utf16be", "cp1252"],
)
def test_encodings(data: bytes) -> None:
    assert decode_text(data, "x.txt") == _SAMPLE


def test_other_scripts() -> None:
    text = "قرار 谈判 переговоры"
    assert decode_text(text.encode("utf-8"), "") == text
    assert decode_text(text.encode("utf-16"), "") == text


def test_line_ends_and_composition() -> None:
    assert decode_text(b"a\r\nb\rc\nd\xc2\x85e", "") == "a\nb\nc\nd\x85e"
    assert decode_text("e\u0301".encode(), "") == "é"
    assert decode_text(b"a\x01\x7fb\x0bc\x0cd\te", "") == "ab c\x0cd\te"


def test_empty() -> None:
    assert decode_text(b"", "") == ""
    assert decode_text(codecs.BOM_UTF8, "") == ""


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"abc\x00\x00\x00def\x00", "file_is_binary"),
        (bytes(range(256)) * 4, "file_is_binary"),
        (b"caf\xe9 \x02\x03", "file_is_binary"),
        ("договор сторон".encode("cp1251"), "text_encoding_unknown"),
        ("谈判文本".encode("gb18030"), "text_encoding_unknown"),
        (b"mostly latin \x81 but not", "text_encoding_unknown"),
        (codecs.BOM_UTF16_LE + b"a", "text_encoding_unknown"),
        (b"a" * (MAXIMUM_TEXT_BYTES + 1), "file_too_large"),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, code: str) -> None:
    with pytest.raises(KnownError) as caught:
        decode_text(data, "statement.txt")
    assert caught.value.code == code
    assert caught.value.facts["name"] == "statement.txt"
