"""A paragraph with format marks, the delegations beside its marked words taken into the marks."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from editor.importers.house_styles.beside import Beside, Marked, Named, named_beside
from editor.importers.house_styles.house_style import Attribution, HouseStyle, Meaning
from editor.importers.house_styles.known_names import KnownNames
from editor.importers.house_styles.marks import (
    FORMAT_CLOSES,
    FORMAT_OPENS,
    NAMED,
    STRUCK_CLOSES,
    STRUCK_OPENS,
    paired,
)

REFERENCE = re.compile(r"\s*\d{0,3}\s*|\s*…\s*")
"""What a bracket holds that is no mark: the number of a note, or nothing."""
_FORMATS = {FORMAT_OPENS: "new", STRUCK_OPENS: "struck"}
_AROUND = {"new": (FORMAT_OPENS, FORMAT_CLOSES), "struck": (STRUCK_OPENS, STRUCK_CLOSES)}
_BRACKET = "bracket"


def with_names_in_marks(text: str, style: HouseStyle, known: KnownNames) -> str:
    """`text` with the names behind marked words inside their marks, each after `NAMED`; the
    brackets around them are gone. All of it stays as it is in a style without such names."""
    if style.attribution is not Attribution.BESIDE:
        return text
    plain, formats = _parted(text)
    marked = [*formats]
    if style.square is Meaning.DELETED:
        marked = sorted([*formats, *_brackets(plain, formats, known)], key=lambda each: each.start)
    found = named_beside(plain, marked, known)
    return _written(plain, found) if found.attributions else text


def _parted(text: str) -> tuple[str, list[Marked]]:
    """The text without format marks, and the words that they stand around."""
    pieces: list[str] = []
    marked: list[Marked] = []
    length = start = 0
    look = ""
    for character in text:
        if character in _FORMATS:
            look, start = _FORMATS[character], length
        elif character in (FORMAT_CLOSES, STRUCK_CLOSES):
            marked.append(Marked(start, length, look, look == "struck"))
        else:
            pieces.append(character)
            length += 1
    return "".join(pieces), marked


def _brackets(text: str, formats: Sequence[Marked], known: KnownNames) -> Iterator[Marked]:
    """Words in square brackets, which are deleted, where no format goes into the bracket."""
    end = 0
    following = iter([*formats, Marked(len(text), len(text), "", False)])
    before = next(following)
    for pair in paired(text, "[").pairs:
        while before.end <= pair.start and before.start < len(text):
            before = next(following)
        content = text[pair.start + 1 : pair.end]
        if pair.start < end or pair.end >= before.start or REFERENCE.fullmatch(content):
            continue
        if not known.listed(content):
            yield Marked(pair.start, pair.end + 1, _BRACKET, True)
            end = pair.end + 1


def _written(text: str, found: Beside) -> str:
    marks: list[tuple[int, int, str]] = [(start, end, "") for start, end in found.attributions]
    marks += [(e.words.start, e.words.end, _mark(text, e)) for e in found.marked]
    marks.sort()
    places = [(0, 0, ""), *marks, (len(text), len(text), "")]
    return "".join(text[before[1] : mark[0]] + mark[2] for before, mark in pairwise(places))


def _mark(text: str, named: Named) -> str:
    words = text[named.words.start : named.words.end]
    names = "".join(f"{NAMED}{each}" for each in named.names)
    if named.words.look == _BRACKET:
        return f"{words[:-1]}{names}{words[-1]}"
    opening, closing = _AROUND[named.words.look]
    return f"{opening}{words}{names}{closing}"
