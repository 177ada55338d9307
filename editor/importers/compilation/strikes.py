"""Which strike marks to believe.

A conversion that loses the end of a strike lets it run on over annotations. What it covers
before the first annotation stands; what comes after counts only if the strike holds a single
annotation and ends on a word. A deletion that the file tracks ends where the file says.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from editor.importers.compilation.stream import Token, TokenKind
from editor.importers.source import Revision


def settled_strikes(
    stream: Sequence[Token], places: Sequence[int], words: Sequence[Token]
) -> list[Token]:
    """`words` (the tokens of `stream` at `places`) with the strikes that hold; the others are
    taken for plain text."""
    outside = set(places)
    trusted: set[int] = set()
    numbered = [(i, token) for i, token in enumerate(stream) if _has_run(token)]
    for _run, group in groupby(numbered, lambda each: each[1].run):
        trusted.update(_trusted([index for index, _token in group], outside, stream))
    return [
        replace(word, struck=word.struck and (place in trusted or _is_tracked(word)))
        for word, place in zip(words, places, strict=True)
    ]


def _has_run(token: Token) -> bool:
    return token.kind not in (TokenKind.NOTE, TokenKind.BREAK)


def _is_tracked(token: Token) -> bool:
    return token.revision is Revision.DELETED


def _trusted(run: Sequence[int], outside: set[int], stream: Sequence[Token]) -> list[int]:
    if not run or (run[0] not in outside and stream[run[0]].kind is not TokenKind.OPEN):
        return []
    head = list(run)
    inside = next((n for n, index in enumerate(run) if index not in outside), None)
    if inside is None:
        return head
    annotations = sum(stream[index].kind is TokenKind.OPEN for index in run if index not in outside)
    last = run[-1]
    if annotations == 1 and last in outside and stream[last].is_word:
        return head
    return list(run[:inside])
