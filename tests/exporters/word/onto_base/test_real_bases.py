"""Real documents as bases: every form is sound and says what the session says."""

import re
from pathlib import Path

import pytest
from lxml import etree

from editor.app.base_check import check_on_base
from editor.app.own_package import read_base, with_changes_rejected
from editor.exporters.manuscript import Form
from editor.exporters.word.onto_base.tie import is_tracked
from editor.exporters.word.onto_base.unusable import UnusableBaseError
from editor.importers.revisions import has_revisions
from editor.importers.word.reader import read_word
from editor.negotiation.composition import compose
from tests.exporters.word.onto_base.sessions_on_base import (
    canonical,
    parts_of,
    rewritten,
    session_from,
    written,
)

_FOLDERS = ("un", "wc", "rp")
_MAY_CHANGE = (
    "core.xml", "app.xml", "document.xml", ".rels", "[Content_Types].xml", "settings.xml",
    "footnotes.xml", "endnotes.xml", "numbering.xml", "comments.xml", "people.xml",
)  # fmt: skip

_MAY_NAME_USERS = ("core.xml", "app.xml", "settings.xml", "people.xml", ".rels")

_PEOPLE = "/word/people.xml"
"""Goes where nobody signs anything."""


def _bases(corpus: Path) -> list[Path]:
    return [
        each for folder in _FOLDERS for each in sorted((corpus / "docx" / folder).glob("*.docx"))
    ]


def test_real_bases_are_written_on(corpus: Path) -> None:
    for path in _bases(corpus):
        read = path.read_bytes()
        session = rewritten(session_from(read), 7, 2)
        data = _settled(read)
        composition = compose(session)
        before = parts_of(data)
        for form in Form:
            made = written(composition, form, data)
            check_on_base(made, data, composition, form)
            after = parts_of(made)
            for part in before:
                assert part.endswith(_MAY_CHANGE) or after[part] == before[part], (path, part)


def _settled(data: bytes) -> bytes:
    """Tracked changes of the base are rejected before anything is written on it."""
    base = read_base(data, "base.docx")
    return with_changes_rejected(base).data if is_tracked(base.root) else data


def test_with_nothing_included_a_real_base_is_as_it_was(corpus: Path) -> None:
    for path in _bases(corpus):
        data = path.read_bytes()
        try:
            after = parts_of(written(compose(session_from(data)), Form.CLEAN, data))
        except UnusableBaseError:
            continue
        before = parts_of(data)
        for part, content in before.items():
            if part.endswith("document.xml"):
                assert _without_sessions(after[part]) == _without_sessions(content), path
            elif part == "[Content_Types].xml":
                assert set(_types(content)) - set(_types(after[part])) <= {_PEOPLE}, path
            elif not part.endswith(_MAY_NAME_USERS):
                assert after[part] == content, (path, part)


def _types(content: bytes) -> list[str]:
    """What the parts of a package are said to be."""
    return [each.get("PartName", "") for each in etree.fromstring(content)]


def _without_sessions(content: bytes) -> bytes:
    """As it has to compare, but for the numbers of editing sessions."""
    return re.sub(rb' w:rsid\w*="[^"]*"', b"", canonical(content))


def test_no_visible_word_is_lost_on_reading(corpus: Path) -> None:
    """Every text of the body is in a provision, whatever its kind."""
    for path in _bases(corpus):
        data = path.read_bytes()
        source = read_word(data, path.name)
        if has_revisions(source):
            continue
        session = session_from(data)
        said = "".join(session.provisions[each].text for each in session.base_order)
        shown = "".join(each.text for each in source.paragraphs)
        assert "".join(said.split()) == "".join(shown.split()), path


@pytest.mark.parametrize("form", Form)
def test_equal_sessions_give_equal_bytes(corpus: Path, form: Form) -> None:
    data = (corpus / "docx" / "un" / "geneva-template.docx").read_bytes()
    composition = compose(rewritten(session_from(data), 3, 2))
    assert written(composition, form, data) == written(composition, form, data)
