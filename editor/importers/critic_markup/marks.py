"""The signs of CriticMarkup in a text, and the marks that they make in pairs.

`{++new++}`, `{--old--}`, `{~~old~>new~~}`, `{==meant==}`, `{>>comment<<}`. A mark may cross
paragraphs and other marks, but does not stand within one of its own kind; a comment holds no
marks. A backslash before `{`, `}` or a backslash makes it an ordinary character.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum


class MarkKind(StrEnum):
    """The kinds of marks, by what opens them."""

    INSERTION = "{++"
    DELETION = "{--"
    SUBSTITUTION = "{~~"
    HIGHLIGHT = "{=="


@dataclass(frozen=True, slots=True)
class Mark:
    """`[start, end)` of the text with its signs; the new words of a substitution stand behind
    the sign at `arrow`."""

    kind: MarkKind
    start: int
    end: int
    arrow: int = -1

    @property
    def is_change(self) -> bool:
        return self.kind is not MarkKind.HIGHLIGHT


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment: `[start, end)` of the text with its signs, and what it says."""

    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class Marks:
    """What was found, each in order. `escapes` are where backslashes stand, `alone` signs
    without a partner, which are plain words."""

    marks: tuple[Mark, ...]
    remarks: tuple[Remark, ...]
    escapes: tuple[int, ...]
    alone: tuple[tuple[int, str], ...]


SIGN_LENGTH = 3
ARROW = "~>"
_OPENS, _CLOSES = "{>>", "<<}"
_KIND_CLOSED_BY = {
    "++}": MarkKind.INSERTION,
    "--}": MarkKind.DELETION,
    "~~}": MarkKind.SUBSTITUTION,
    "==}": MarkKind.HIGHLIGHT,
}
_SIGN = re.compile(r"\\[\\{}]|\{(?:\+\+|--|~~|==|>>)|(?:\+\+|--|~~|==|<<)\}|~>")
_ESCAPED = re.compile(r"\\([\\{}])")

_Sign = tuple[int, str]


def found_marks(text: str) -> Marks:
    """The marks of a text."""
    signs = [(each.start(), each.group()) for each in _SIGN.finditer(text)]
    remarks = _remarks(text, signs)
    search = _Search()
    ends = {each.start: each.end for each in remarks}
    end = 0
    for at, sign in signs:
        if at < end:
            continue
        end = ends.get(at, end)
        if at not in ends:
            search.take(at, sign)
    return search.found(remarks)


def _remarks(text: str, signs: Sequence[_Sign]) -> tuple[Remark, ...]:
    found: list[Remark] = []
    begun = -1
    for at, sign in signs:
        if sign == _OPENS:
            begun = at
        elif sign == _CLOSES and begun >= 0:
            words = _ESCAPED.sub(r"\1", text[begun + SIGN_LENGTH : at]).strip()
            found.append(Remark(begun, at + SIGN_LENGTH, words))
            begun = -1
    return tuple(found)


@dataclass
class _Search:
    marks: list[Mark] = field(default_factory=list)
    escapes: list[int] = field(default_factory=list)
    alone: list[_Sign] = field(default_factory=list)
    open_ones: dict[MarkKind, int] = field(default_factory=dict)
    arrow: int = -1

    def take(self, at: int, sign: str) -> None:
        """The next sign that is in no comment."""
        if sign[0] == "\\":
            self.escapes.append(at)
        elif sign == ARROW:
            if MarkKind.SUBSTITUTION in self.open_ones and self.arrow < 0:
                self.arrow = at
        elif sign in _KIND_CLOSED_BY:
            self._close(at, sign)
        elif sign in (_OPENS, _CLOSES):
            self.alone.append((at, sign))
        else:
            self._open(at, MarkKind(sign))

    def found(self, remarks: tuple[Remark, ...]) -> Marks:
        for kind in tuple(self.open_ones):
            self._leave(kind)
        marks = sorted(self.marks, key=lambda each: each.start)
        return Marks(tuple(marks), remarks, tuple(self.escapes), tuple(sorted(self.alone)))

    def _open(self, at: int, kind: MarkKind) -> None:
        self._leave(kind)
        self.open_ones[kind] = at
        if kind is MarkKind.SUBSTITUTION:
            self.arrow = -1

    def _close(self, at: int, sign: str) -> None:
        kind = _KIND_CLOSED_BY[sign]
        is_substitution = kind is MarkKind.SUBSTITUTION
        if kind not in self.open_ones or (is_substitution and self.arrow < 0):
            self._leave(kind)
            self.alone.append((at, sign))
            return
        arrow = self.arrow if is_substitution else -1
        self.marks.append(Mark(kind, self.open_ones.pop(kind), at + SIGN_LENGTH, arrow))

    def _leave(self, kind: MarkKind) -> None:
        """What was opened and is not closed is no mark."""
        if kind in self.open_ones:
            self.alone.append((self.open_ones.pop(kind), kind.value))
