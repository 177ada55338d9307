"""Tracked documents and comments as their expected readings in pandoc's native form have them."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pypandoc
import pytest

from editor.importers.revisions import accept, reject
from editor.importers.source import SourceDocument, SourceParagraph
from editor.importers.word.reader import read_word

_SPACES = ("Space", "SoftBreak", "LineBreak")
_KINDS = {"inserted": "insertion", "deleted": "deletion"}

Piece = tuple[str, str, str, str]
"""What it is, who did it and when, and its words."""


def _reading(native: Path) -> Any:
    return json.loads(pypandoc.convert_file(str(native), "json", format="native"))["blocks"]


def _document(native: Path) -> SourceDocument:
    stem = native.stem.removesuffix("_no_comments")
    for ending in ("_accept", "_reject", "_all"):
        stem = stem.removesuffix(ending)
    path = native.with_name(f"{stem}.docx")
    return read_word(path.read_bytes(), path.name)


def _expected(inlines: list[Any], around: Piece = ("", "", "", "")) -> Iterator[Piece]:
    for each in inlines:
        if each["t"] == "Span":
            (_, classes, attributes), inner = each["c"]
            told = dict(attributes)
            kind = classes[0]
            inside = (kind, told.get("author", ""), told.get("date", ""), "")
            if kind == "comment-end":
                continue
            if not inner:
                yield inside
            yield from _expected(inner, inside)
        else:
            yield (*around[:3], " " if each["t"] in _SPACES else each["c"])


def _found(paragraph: SourceParagraph) -> Iterator[Piece]:
    for run in paragraph.runs:
        kind = _KINDS.get(run.revision.value, "")
        yield kind, run.author, run.date, run.text
    if paragraph.mark_revision:
        kind = f"paragraph-{_KINDS[paragraph.mark_revision.value]}"
        yield kind, paragraph.mark_author, paragraph.mark_date, ""


def _joined(pieces: Iterable[Piece]) -> list[Piece]:
    """Neighbours of one kind as one, in single spaces: pandoc has those at the ends of a piece
    outside it."""
    found: list[Piece] = []
    for kind, author, date, text in pieces:
        before = ""
        if found and found[-1][:3] == (kind, author, date) and text:
            before = found.pop()[3]
        found.append((kind, author, date, before + text))
    plain = [(*each[:3], " ".join(each[3].split())) for each in found]
    return [each for each in plain if each[3] or each[0].startswith("paragraph")]


def _corpus_files(corpus: Path, ending: str) -> list[Path]:
    found = sorted((corpus / "docx" / "pandoc").glob(f"*{ending}.native"))
    assert found
    return found


def test_every_change_has_its_author_and_date(corpus: Path) -> None:
    files = _corpus_files(corpus, "_all")
    assert len(files) >= 3
    for native in files:
        expected = [_joined(_expected(each["c"])) for each in _reading(native)]
        found = [_joined(_found(each)) for each in _document(native).paragraphs]
        assert found == expected, native.name


@pytest.mark.parametrize(("settle", "ending"), [(accept, "_accept"), (reject, "_reject")])
def test_settled_texts(corpus: Path, settle: Any, ending: str) -> None:
    files = _corpus_files(corpus, ending)
    assert len(files) >= 3
    for native in files:
        expected = ["".join(p[3] for p in _expected(each["c"])) for each in _reading(native)]
        found = [each.text.strip() for each in settle(_document(native)).paragraphs]
        if native.name.startswith("paragraph"):
            # Where it joins two paragraphs, pandoc puts a space that Word does not.
            expected = ["".join(each.split()) for each in expected]
            found = ["".join(each.split()) for each in found]
        assert found == expected, native.name


def test_comments_and_what_they_are_about(corpus: Path) -> None:
    (native,) = _corpus_files(corpus, "comments")[:1]
    said = list(_expected([each for block in _reading(native) for each in block["c"]]))
    expected = [each for each in said if each[0] == "comment-start"]
    document = _document(native)
    found = [("comment-start", c.author, c.date, c.text) for c in document.comments]
    assert _lumped(found) == _lumped(expected)
    carried = {key for each in document.paragraphs for run in each.runs for key in run.comments}
    assert carried == {each.key for each in document.comments}


def test_text_without_its_comments(corpus: Path) -> None:
    (native,) = _corpus_files(corpus, "_no_comments")
    expected = ["".join(p[3] for p in _expected(each["c"])) for each in _reading(native)]
    assert [each.text for each in _document(native).paragraphs] == expected


def _lumped(comments: list[Piece]) -> dict[tuple[str, str], list[str]]:
    """Words by author and moment: pandoc runs the paragraphs of a comment together."""
    found: dict[tuple[str, str], list[str]] = {}
    for _kind, author, date, text in comments:
        found.setdefault((author, date), []).extend("".join(text.split()))
    return found
