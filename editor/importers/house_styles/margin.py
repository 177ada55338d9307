"""Comments beside the marks of a text: where delegations stand on the words there."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from editor.importers.compilation.annotations import Mention
from editor.importers.compilation.reading import ReadBasePosition, ReadProvision
from editor.importers.house_styles.known_names import KnownNames
from editor.importers.house_styles.marks import paired
from editor.importers.source import SourceComment, SourceDocument, SourceParagraph
from editor.importers.tracked.comment_words import Said, ends_of_statements, possible_stances
from editor.importers.tracked.stance import stance_on_base
from editor.negotiation.provision import ProvisionKind


@dataclass(frozen=True, slots=True)
class Commented:
    """The rows of a text with the stances that comments say, and the comments or the parts of
    them that say none."""

    rows: tuple[ReadProvision, ...]
    left: tuple[SourceComment, ...]


def with_stances(
    source: SourceDocument, rows: Sequence[ReadProvision], known: KnownNames
) -> Commented:
    """`CAN, UK: retain` is a stance on the words of the innermost bracket that the comment is in,
    on, or right behind; else on the words that it is on."""
    places = _Places(source, rows)
    positions: dict[int, list[ReadBasePosition]] = {}
    left: list[SourceComment] = []
    for comment in source.comments:
        place = places.of(comment)
        statements = list(_statements(comment.text, known))
        unsaid: list[str] = []
        for statement in statements:
            stances = _stances(statement, comment.author, known) if place else []
            if place and stances:
                own = positions.setdefault(place.row, [])
                own += (_position(rows[place.row].text, place, *each) for each in stances)
            else:
                unsaid.append(statement)
        if unsaid:
            is_whole = len(unsaid) == len(statements)
            left.append(comment if is_whole else replace(comment, text="\n".join(unsaid)))
    return Commented(
        tuple(
            replace(row, positions=(*row.positions, *positions.get(number, ())))
            for number, row in enumerate(rows)
        ),
        tuple(left),
    )


def _statements(text: str, known: KnownNames) -> Iterator[str]:
    """A new one starts where somebody else is said to take a stance."""
    begun = 0
    for end, start in ends_of_statements(text):
        if _names_speaker(text[start:], known):
            yield text[begun:end].strip()
            begun = start
    yield text[begun:].strip()


def _names_speaker(text: str, known: KnownNames) -> bool:
    return any(each.names and known.listed(each.names) for each in possible_stances(text))


def _stances(text: str, author: str, known: KnownNames) -> list[tuple[str, Said]]:
    """The delegations, as written, that take a stance in a statement, with what is said."""
    for said in possible_stances(text):
        names = known.listed(said.names or author)
        if names and (said.names or len(names) == 1):
            return [(each.written, said) for each in names]
    return []


@dataclass(frozen=True, slots=True)
class _Place:
    """Words `[start, end)` of a row."""

    row: int
    start: int
    end: int


def _position(text: str, place: _Place, who: str, said: Said) -> ReadBasePosition:
    start, end = place.start, place.end
    at = text.find(said.quoted, start, end) if said.quoted else -1
    if at >= 0:
        start, end = at, at + len(said.quoted)
    return ReadBasePosition(Mention(who), stance_on_base(said), start, end, said.note)


class _Places:
    """Where the comments of a document stand in the rows that its text became."""

    def __init__(self, source: SourceDocument, rows: Sequence[ReadProvision]) -> None:
        self._rows = rows
        self._numbers = [
            number
            for number, row in enumerate(rows)
            if row.kind is ProvisionKind.PROVISION and row.amendment is None
        ]
        self._lines = [rows[number].line for number in self._numbers]
        self._found: dict[str, _Place | None] = {}
        for paragraph in source.paragraphs:
            for key, (start, end) in _spans(paragraph).items():
                self._found.setdefault(key, self._place(paragraph, start, end))

    def of(self, comment: SourceComment) -> _Place | None:
        """None for a comment on words that are in no row."""
        return self._found.get(comment.key) or self._found.get(comment.answers)

    def _place(self, paragraph: SourceParagraph, start: int, end: int) -> _Place | None:
        text = paragraph.text
        first, last = _meant(text, start, end)
        words = _in_single_spaces(text[first:last])
        at = bisect_right(self._lines, paragraph.line) - 1
        if at < 0:
            return None
        number = self._numbers[at]
        row = self._rows[number]
        if row.line != paragraph.line and _in_single_spaces(text) not in row.text:
            return None
        before = len(_occurrences(_in_single_spaces(text[:first]), words))
        places = _occurrences(row.text, words)[before:]
        if not places:
            return None
        sign = int(words.startswith("[") and words.endswith("]"))
        return _Place(number, places[0] + sign, places[0] + len(words) - sign)


def _spans(paragraph: SourceParagraph) -> dict[str, tuple[int, int]]:
    """What each comment covers of a paragraph, by key."""
    found: dict[str, tuple[int, int]] = {}
    position = 0
    for run in paragraph.runs:
        end = position + len(run.text)
        for key in run.comments:
            found[key] = (found.get(key, (position, end))[0], end)
        position = end
    return found


def _meant(text: str, start: int, end: int) -> tuple[int, int]:
    """The bracket that a comment on `[start, end)` is about, or else these words."""
    pairs = [(pair.start, pair.end + 1) for pair in paired(text, "[").pairs]
    around = [each for each in pairs if each[0] <= start and end <= each[1]]
    if around:
        return max(around)
    within = [each for each in pairs if each[0] < end and start < each[1]]
    if len(within) == 1:
        return within[0]
    return start, end


def _in_single_spaces(text: str) -> str:
    return " ".join(text.split())


def _occurrences(text: str, words: str) -> list[int]:
    return [each.start() for each in re.finditer(re.escape(words), text)] if words else []
