"""Tracked changes that LibreOffice would run together."""

from lxml import etree

from editor.exporters.word.apart import keep_apart
from tests.importers.word_files import part

_DATE = "2024-07-01T09:30:00Z"
_LATER = "2024-07-01T09:32:00Z"


def _run(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


def _change(kind: str, content: str = "", author: str = "Fiji") -> str:
    return f'<w:{kind} w:id="1" w:author="{author}" w:date="{_DATE}">{content}</w:{kind}>'


def _paragraph(content: str, mark: str = "") -> str:
    return f"<w:p><w:pPr><w:rPr>{mark}</w:rPr></w:pPr>{content}</w:p>"


def _dates(*paragraphs: str) -> list[list[str]]:
    root = etree.fromstring(part("body", "".join(paragraphs)))
    keep_apart(root)
    date = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}date"
    return [[d for e in each.iter() if (d := e.get(date))] for each in root]


def test_a_new_paragraph_after_new_words_at_the_end_is_dated_later() -> None:
    for kind in ("ins", "del"):
        ends = _paragraph(_run("a") + _change(kind, _run("b")))
        new = _paragraph(_change(kind, _run("c")), _change(kind))
        assert _dates(ends, new, new) == [[_DATE], [_LATER, _LATER], [_DATE, _DATE]]


def test_what_is_one_change_or_of_two_kinds_keeps_its_date() -> None:
    new = _paragraph(_change("ins", _run("c")), _change("ins"))
    for before in (
        _paragraph(_run("a") + _change("ins", _run("b")), _change("ins")),
        _paragraph(_run("a") + _change("ins", _run("b"), author="Peru")),
        _paragraph(_run("a") + _change("del", _run("b"))),
        _paragraph(_change("ins", _run("b")) + _run("a")),
        "<w:tbl/>",
    ):
        assert _dates(before, new)[-1] == [_DATE, _DATE]
