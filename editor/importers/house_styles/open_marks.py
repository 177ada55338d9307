"""Brackets and options that nobody is named in, as things that the Chair can settle one by one.

The words stay in the base text, brackets and all: nobody may read them as agreed. What settles
them are proposals of an actor of their own, all of them deletions, so that those of nested
brackets fit together:

* a bracket alone: either its words stand (the marks go), or they fall;
* brackets that follow each other, or slashes in a bracket: one stands, the others fall;
* an option: either it stands (its label goes), or it falls, in all its paragraphs.

The two or more of each are declared alternatives: switching that actor on decides nothing. A
bracket around a whole set of options is part of the first and the last of them. A bracket over
several paragraphs that is none of this keeps its marks: to strike pages is no proposal. Nor is to
strike an option of pages, or one that has no other beside it.
"""

import itertools
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from editor.importers.house_styles.house_style import HouseStyle
from editor.importers.house_styles.marks import Pair, paired
from editor.text.edit import Edit

_NOTHING_SAID = re.compile(r"\W*\d{0,3}\W*")
_PUNCTUATION = ",.;:!?)]}"
_LETTERS = re.compile(r"[a-z]")
_MOST_PARAGRAPHS = 60
_LONGEST_TITLE = 120
_OUTSIDE = ("large roman", "number")
_LABEL = re.compile(r"\s*(?:\d+(?:\.\d+)*\s?(?:bis|ter|quater)?\.?|\(?[a-z]{1,4}[.)])\s")


@dataclass(frozen=True, slots=True)
class Choice:
    """One way to settle a mark: deletions by row. Choices of one `question` are alternatives;
    those of one `question` and `way` belong together."""

    question: int
    way: int
    row: int
    edits: tuple[Edit, ...]
    how: str
    is_sure: bool
    raw: str


@dataclass(frozen=True, slots=True)
class OpenMarks:
    """What was found: choices, numbers of brackets and options, brackets without a partner
    (row, offset), and rows at which a bracket over several paragraphs starts, or an option that
    cannot be settled."""

    choices: tuple[Choice, ...]
    brackets: int
    options: int
    alone: tuple[tuple[int, int], ...]
    crossing: tuple[int, ...]
    not_offered: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Option:
    """`[start, words)` is its label, `[words, end)` what it says."""

    start: int
    words: int
    end: int


def open_marks(rows: Sequence[str], provisions: Sequence[int], style: HouseStyle) -> OpenMarks:
    """The open marks of base texts. `provisions` numbers the provision of each row."""
    return _Search(rows, provisions, style).found()


class _Search:
    def __init__(self, rows: Sequence[str], provisions: Sequence[int], style: HouseStyle) -> None:
        self._rows = rows
        self._starts: list[int] = []
        length = 0
        for row in rows:
            self._starts.append(length)
            length += len(row) + 1
        self._text = "\n".join(rows)
        self._style = style
        pairing = paired(
            self._text, "[{", (self._row_at, lambda offset: provisions[self._row_at(offset)])
        )
        self._pairs = [
            each
            for each in pairing.pairs
            if not _NOTHING_SAID.fullmatch(self._text[each.start + 1 : each.end])
        ]
        self._partner = {each.start: each.end for each in pairing.pairs} | {
            each.end: each.start for each in pairing.pairs
        }
        self._alone = pairing.alone
        self._questions = 0
        self._wrappers: set[int] = set()
        self._not_offered: list[int] = []

    def found(self) -> OpenMarks:
        options = self._option_sets()
        choices = [each for group in options for each in self._settling_options(group)]
        crossing: list[int] = []
        chained: set[int] = set()
        by_start = {each.start: each for each in self._pairs}
        for pair in self._pairs:
            if pair.start in chained or pair.start in self._wrappers:
                continue
            if self._row_at(pair.start) != self._row_at(pair.end):
                crossing.append(self._row_at(pair.start))
                continue
            chain = self._chain(pair, by_start)
            chained.update(each.start for each in chain)
            choices.extend(self._settling_brackets(chain))
        return OpenMarks(
            tuple(choices),
            len(self._pairs),
            sum(map(len, options)),
            tuple(
                (self._row_at(each), each - self._starts[self._row_at(each)])
                for each in self._alone
            ),
            tuple(crossing),
            tuple(sorted(self._not_offered)),
        )

    def _row_at(self, offset: int) -> int:
        return bisect_right(self._starts, offset) - 1

    # Brackets

    def _chain(self, pair: Pair, by_start: dict[int, Pair]) -> list[Pair]:
        """The bracket and those that follow it with at most a space between."""
        chain = [pair]
        row = self._row_at(pair.start)
        while True:
            after = chain[-1].end + 1
            following = by_start.get(after) or (
                by_start.get(after + 1) if self._text[after : after + 1] == " " else None
            )
            if following is None or self._row_at(following.end) != row:
                return chain
            if following.start in self._wrappers:
                return chain
            chain.append(following)

    def _settling_brackets(self, chain: Sequence[Pair]) -> Iterator[Choice]:
        if len(chain) > 1:
            touching = all(b.start == a.end + 1 for a, b in itertools.pairwise(chain))
            parts = [(each.start + 1, each.end) for each in chain]
            yield from self._one_of(chain[0].start, chain[-1].end + 1, parts, touching)
            return
        pair = chain[0]
        parts = self._slashed(pair)
        if len(parts) > 1:
            yield from self._one_of(pair.start, pair.end + 1, parts, True)
            return
        question = self._question()
        raw = self._text[pair.start : pair.end + 1]
        marks = [(pair.start, pair.start + 1), (pair.end, pair.end + 1)]
        yield from self._choice(question, 0, marks, "stands", True, raw)
        yield from self._choice(
            question, 1, [self._with_space(pair.start, pair.end + 1)], "falls", True, raw
        )

    def _slashed(self, pair: Pair) -> list[tuple[int, int]]:
        depth, parts, start = 0, [], pair.start + 1
        separator = self._style.separator
        for offset in range(pair.start + 1, pair.end):
            depth += (self._text[offset] in "[{") - (self._text[offset] in "]}")
            is_behind = offset >= start
            if depth == 0 and is_behind and self._text.startswith(separator, offset):
                parts.append((start, offset))
                start = offset + len(separator)
        return [*parts, (start, pair.end)]

    def _one_of(
        self, start: int, end: int, parts: Sequence[tuple[int, int]], sure: bool
    ) -> Iterator[Choice]:
        question = self._question()
        raw = self._text[start:end]
        for way, (first, last) in enumerate(parts):
            around = [(start, first), (last, end)]
            yield from self._choice(question, way, around, "one of several", sure, raw)

    # Options

    def _option_sets(self) -> list[list[_Option]]:
        """Options that count up, by the kind of their numbers: letters and small roman numbers
        within numbers, large roman numbers around them."""
        sets: list[list[re.Match[str]]] = []
        open_sets: dict[str, list[re.Match[str]]] = {}
        for found in self._style.option.finditer(self._text):
            if not self._is_label(found):
                continue
            kind, number = _ordinal(found["ordinal"])
            current = open_sets.get(kind)
            if current is not None and _follows(found["ordinal"], number, _last(current)):
                current.append(found)
            else:
                open_sets[kind] = [found]
                sets.append(open_sets[kind])
            if kind == "number":
                open_sets = {each: open_sets[each] for each in _OUTSIDE if each in open_sets}
            elif kind == "large roman":
                open_sets = {kind: open_sets[kind]}
        self._not_offered += [self._row_at(each[0].start()) for each in sets if len(each) == 1]
        return [self._options(each) for each in sets if len(each) > 1]

    def _is_label(self, found: re.Match[str]) -> bool:
        """Whether the words stand where a label may: first in a paragraph, or after a mark."""
        row = self._row_at(found.start())
        before = self._text[self._starts[row] : found.start()].rstrip()
        return not before or before[-1] in "[]{;.:," or bool(_LABEL.fullmatch(f"{before} "))

    def _options(self, labels: Sequence[re.Match[str]]) -> list[_Option]:
        starts = [each.start() for each in labels]
        wrapper = self._wrapper(labels[0], labels[-1].end())
        end = self._end_of_last(labels[-1], wrapper)
        if wrapper is not None:
            starts[0] = wrapper.start
            self._wrappers.add(wrapper.start)
        ends = [*starts[1:], end]
        return [
            _Option(start, max(label.end(), start), max(stop, label.end()))
            for start, label, stop in zip(starts, labels, ends, strict=True)
        ]

    def _wrapper(self, first: re.Match[str], reach: int) -> Pair | None:
        """The bracket right before the first label that closes behind the last."""
        before = first.start() - 1
        if before >= 0 and self._text[before] == "[" and self._partner.get(before, 0) >= reach:
            return Pair(before, self._partner[before])
        return None

    def _end_of_last(self, label: re.Match[str], wrapper: Pair | None) -> int:
        """Behind its bracket; else where its paragraph ends, or, of a label alone in its
        paragraph, before the next line that looks like a title."""
        if wrapper is not None:
            return wrapper.end + 1
        row = self._row_at(label.start())
        row_end = self._starts[row] + len(self._rows[row])
        if not label["alone"]:
            return row_end
        last = row
        while (
            last + 1 < len(self._rows)
            and last - row < _MOST_PARAGRAPHS
            and not _is_title(self._rows[last + 1])
            and not self._style.option.match(self._rows[last + 1])
        ):
            last += 1
        return self._starts[last] + len(self._rows[last])

    def _settling_options(self, options: Sequence[_Option]) -> Iterator[Choice]:
        for number, option in enumerate(options):
            first, last = (
                self._row_at(option.start),
                self._row_at(max(option.end - 1, option.start)),
            )
            if last - first > _MOST_PARAGRAPHS:
                self._not_offered.append(first)
                continue
            question = self._question()
            raw = self._text[option.start : option.words].strip()
            label = [(option.start, option.words)]
            if number == len(options) - 1 and option.end - 1 in self._partner:
                opening = self._partner[option.end - 1]
                if opening in self._wrappers and opening <= options[0].start:
                    label.append((option.end - 1, option.end))
            yield from self._choice(question, 0, label, "option stands", False, raw)
            falls = self._own(option, options[0].start)
            yield from self._choice(question, 1, falls, "option falls", False, raw)

    def _own(self, option: _Option, wrapper: int) -> list[tuple[int, int]]:
        """All of an option but brackets whose partner stands outside the option."""
        pieces, start = [], option.start
        for offset in range(option.start, option.end):
            partner = self._partner.get(offset)
            foreign = partner is not None and not option.start <= partner < option.end
            if foreign and wrapper not in (offset, partner):
                pieces.append((start, offset))
                start = offset + 1
        return [*pieces, (start, option.end)]

    # Both

    def _question(self) -> int:
        self._questions += 1
        return self._questions

    def _with_space(self, start: int, end: int) -> tuple[int, int]:
        """A deletion with one of the spaces around it, where both would be left."""
        before = self._text[start - 1 : start] if start else "\n"
        after = self._text[end : end + 1] or "\n"
        if after == " " and before in " \n([":
            return start, end + 1
        if before == " " and (after in _PUNCTUATION or after == "\n"):
            return start - 1, end
        return start, end

    def _choice(
        self,
        question: int,
        way: int,
        pieces: Sequence[tuple[int, int]],
        how: str,
        is_sure: bool,
        raw: str,
    ) -> Iterator[Choice]:
        by_row: dict[int, list[Edit]] = {}
        for start, end in pieces:
            for row in range(self._row_at(start), self._row_at(max(end - 1, start)) + 1):
                at = self._starts[row]
                first, last = max(start - at, 0), min(end - at, len(self._rows[row]))
                if first < last:
                    by_row.setdefault(row, []).append(Edit(first, last, ""))
        for row, edits in by_row.items():
            yield Choice(question, way, row, tuple(edits), how, is_sure, raw)


def _ordinal(written: str) -> tuple[str, int]:
    """The kind and the value of a number: 2 bis counts as 2."""
    bare = written.strip("() ")
    digits = re.match(r"\d+", bare)
    if digits:
        return "number", int(digits.group())
    if re.fullmatch(r"[IVX]+|[ivx]+", bare):
        size = "large" if bare.isupper() else "small"
        kind = "bracketed roman" if written.startswith("(") else f"{size} roman"
        return kind, _roman(bare.lower())
    return "letter", ord(bare[0].lower()) - ord("a") + 1


def _follows(written: str, number: int, last: int) -> bool:
    """Whether a number comes after `last` in one set: the next one, or 2 bis after 2."""
    return number == last + 1 or (number == last and written[-1:].isalpha())


def _last(labels: Sequence[re.Match[str]]) -> int:
    return _ordinal(labels[-1]["ordinal"])[1]


def _roman(written: str) -> int:
    values = [{"i": 1, "v": 5, "x": 10}[each] for each in written]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-value if value < after else value for value, after in pairs)


def _is_title(row: str) -> bool:
    text = row.strip()
    if len(text) > _LONGEST_TITLE or text[-1:] in ".;:,]":
        return False
    return _LETTERS.search(text) is not None and not text[:1].islower() and text[:1] not in "[("
