"""Words that name several delegations, split into one designation for each."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from editor.importers.names.designation import Designation
from editor.importers.names.name import Name

_ON_BEHALF_OF = re.compile(
    r"(?:^|[\s,(]+)(?P<also>also\s+)?(?:speaking\s+)?(?:on\s+behalf|in\s+the\s+name)\s+of\b[\s:]*",
    re.IGNORECASE,
)
_JOINING_WORD = r"(?:as\s+well\s+as|(?:together|along)\s+with|joined\s+by|and|with|plus)"
_SEPARATOR = re.compile(
    rf"\s*(?P<mark>[,;/|])\s*(?:{_JOINING_WORD}\s+)?|\s+(?:{_JOINING_WORD}|&|\+)\s+",
    re.IGNORECASE,
)
_LEADING_WORD = re.compile(rf"^{_JOINING_WORD}\s+", re.IGNORECASE)
_MARKS = (",", ";", "/", "|")
_EDGES = " \t\n\r\u00a0,;:/|"


@dataclass(frozen=True, slots=True)
class Recognition:
    """Who one designation means: `find` by the spellings of the book, `guess` by likeness too."""

    find: Callable[[str], Name | None]
    guess: Callable[[str], Designation]


@dataclass(frozen=True, slots=True)
class _Piece:
    """Words between two separators: where they stand, and whether a mark such as "," follows."""

    start: int
    end: int
    before_mark: bool


def designations(written: str, recognition: Recognition) -> tuple[Designation, ...]:
    """The designations in `written`, in its order; empty if it has no word."""
    spoken = _ON_BEHALF_OF.search(written)
    if spoken is None or recognition.find(written) is not None:
        return tuple(_listed(written, recognition))
    end = _closing_bracket(written, spoken.end()) if "(" in spoken[0] else len(written)
    groups = tuple(_listed(written[spoken.end() : end], recognition))
    before = tuple(_listed(written[: spoken.start()], recognition))
    others, speaker = _speaker(written[: spoken.start()], before)
    if spoken["also"] or not groups:
        others = before
    return (
        *others,
        *(replace(group, spoken_by=speaker) for group in groups),
        *designations(written[end + 1 :], recognition),
    )


def _closing_bracket(text: str, start: int) -> int:
    """Where the bracket that is open at `start` closes; the end of `text` if it never does."""
    depth = 1
    for position in range(start, len(text)):
        depth += {"(": 1, ")": -1}.get(text[position], 0)
        if depth == 0:
            return position
    return len(text)


def _speaker(text: str, listed: tuple[Designation, ...]) -> tuple[tuple[Designation, ...], str]:
    """Who stands before the speaker, and the speaker: "A, B on behalf of G" has B speak, not A.

    "A and B on behalf of G" has both speak.
    """
    text = text.strip(_EDGES)
    if len(listed) > 1:
        last = listed[-1].written
        before = text[: text.rindex(last)]
        if before.rstrip().endswith(_MARKS):
            return listed[:-1], last
    return (), text


def _listed(written: str, recognition: Recognition) -> Iterator[Designation]:
    text = _LEADING_WORD.sub("", written.strip(_EDGES))
    pieces = _pieces(text)
    rest = 0
    while rest < len(pieces):
        last = _last_of_known_name(text, pieces, rest, recognition)
        if last is None:
            last = _last_of_unknown_name(text, pieces, rest, recognition)
        yield recognition.guess(_words(text, pieces[rest], pieces[last]))
        rest = last + 1


def _pieces(text: str) -> list[_Piece]:
    """The words between the separators that stand outside brackets."""
    pieces: list[_Piece] = []
    start = 0
    for separator in _SEPARATOR.finditer(text):
        before = text[: separator.start()]
        if before.count("(") <= before.count(")"):
            pieces.append(_Piece(start, separator.start(), separator["mark"] is not None))
            start = separator.end()
    pieces.append(_Piece(start, len(text), False))
    return [piece for piece in pieces if text[piece.start : piece.end].strip(_EDGES)]


def _last_of_known_name(
    text: str, pieces: list[_Piece], first: int, recognition: Recognition
) -> int | None:
    """The last piece of the longest name of the book that begins with `first`.

    A name of two pieces with a letter wrong counts if its second piece alone means nobody.
    """
    for last in range(len(pieces) - 1, first, -1):
        if recognition.find(_words(text, pieces[first], pieces[last])) is not None:
            return last
    following = first + 1
    if following < len(pieces) and not pieces[first].before_mark:
        pair = recognition.guess(_words(text, pieces[first], pieces[following]))
        alone = recognition.guess(_words(text, pieces[following], pieces[following]))
        if pair.name is not None and alone.name is None:
            return following
    known = recognition.guess(_words(text, pieces[first], pieces[first])).name is not None
    return first if known else None


def _last_of_unknown_name(
    text: str, pieces: list[_Piece], first: int, recognition: Recognition
) -> int:
    """The last piece of the unknown name that begins with `first`.

    "Peace and Security" may be one body: unknown words joined by "and" stay together, except at
    the end of a list, "A, B and C".
    """
    last = first
    if any(piece.before_mark for piece in pieces[:first]):
        return last
    while (
        last + 1 < len(pieces)
        and not pieces[last].before_mark
        and _last_of_known_name(text, pieces, last + 1, recognition) is None
    ):
        last += 1
    return last


def _words(text: str, first: _Piece, last: _Piece) -> str:
    return text[first.start : last.end].strip(_EDGES)
