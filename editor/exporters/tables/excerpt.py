"""A long wording shortened to what it changes, with some words around it."""

from collections.abc import Iterator
from dataclasses import replace

from editor.exporters.compilation.paper import Look, PaperPiece
from editor.exporters.tables.comparison import Words

_AROUND = 50
"""Characters that stay beside a change; whole words."""
_SHORTEST_GAP = 60
"""Fewer characters than these are not left out."""
_LEFT_OUT = "…"


def excerpt(words: Words) -> Words:
    """The wording without the middle of its long unchanged stretches; a wording that changes
    nothing, or consists of what is new, as it is."""
    if all(_stays(each) for each in words):
        return words
    last = len(words) - 1
    shortened: list[PaperPiece] = []
    for index, piece in enumerate(words):
        is_outer = (index == 0, index == last)
        shortened.append(_shortened(piece, *is_outer) if _stays(piece) else piece)
    return tuple(shortened)


def _stays(piece: PaperPiece) -> bool:
    return piece.look is Look.BASE and not piece.struck


def _shortened(piece: PaperPiece, is_first: bool, is_last: bool) -> PaperPiece:
    """The ends of a stretch that touch a change."""
    text = piece.text
    start = 0 if is_first else _end_of_words(text, _AROUND)
    end = len(text) if is_last else len(text) - _end_of_words(text[::-1], _AROUND)
    if end - start < _SHORTEST_GAP:
        return piece
    return replace(piece, text="".join(_around(text, start, end)))


def _around(text: str, start: int, end: int) -> Iterator[str]:
    yield text[:start].rstrip()
    yield f" {_LEFT_OUT} " if start > 0 and end < len(text) else ""
    yield f" {_LEFT_OUT}" if end == len(text) else ""
    yield f"{_LEFT_OUT} " if start == 0 else ""
    yield text[end:].lstrip()


def _end_of_words(text: str, length: int) -> int:
    """Where the words that reach `length` end; the whole text if there is no space after."""
    found = text.find(" ", length)
    return len(text) if found < 0 else found
