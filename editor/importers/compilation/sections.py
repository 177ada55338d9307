"""The parts of a compilation: cover, headings, provisions, statements, and the notes between.

What page breaks and footnotes cut in two is joined: the rest of a provision first, then the
rest of a note.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from itertools import takewhile

from editor.importers.compilation.profile import ConventionProfile, Verb
from editor.importers.compilation.stream import (
    Line,
    Token,
    TokenKind,
    is_note_number,
    lines_of,
    text_of,
    tokens_of,
)
from editor.importers.labels import LABEL, leading_label
from editor.importers.source import SourceDocument, SourceRun

_ENDS = frozenset(".!?:;…")
_ASIDE = re.compile(r"[*†‡§]+\s")
_HEADED = re.compile(rf"(?P<noun>\D{{3,60}}?)\s(?P<label>{LABEL})\.?", re.IGNORECASE)
_ROMAN = re.compile(r"[IVXL]+\.\s")
_NUMBERED = "roman number"
_LONGEST_HEADING = 200


class PartKind(StrEnum):
    HEADING = "heading"
    FRONT_MATTER = "front_matter"
    PROVISION = "provision"
    STATEMENT = "statement"


@dataclass(slots=True)
class Part:
    """A part of the document in reading order. `heading` are the tokens beside the label of a
    provision (its origin, its notes); `section` is the index of the heading part above."""

    kind: PartKind
    line: int
    tokens: list[Token] = field(default_factory=list)
    label: str = ""
    heading: list[Token] = field(default_factory=list)
    level: int = 0
    section: int | None = None


@dataclass(frozen=True, slots=True)
class SourceNoteText:
    """A note as printed, in one piece: key of its references, printed number, words."""

    key: str
    label: str
    tokens: tuple[Token, ...]
    line: int


@dataclass(frozen=True, slots=True)
class Parts:
    parts: tuple[Part, ...]
    notes: tuple[SourceNoteText, ...]


def parts_of(source: SourceDocument, profile: ConventionProfile) -> Parts:
    """The parts and the notes of a document, every word of it in one of them."""
    lines = list(lines_of(source.paragraphs))
    walk = _Walk(profile, _heading_pattern(lines, profile))
    for line in lines:
        walk.take(line)
    true_notes = (
        SourceNoteText(
            note.key,
            note.label,
            tuple(tokens_of(list(lines_of(note.paragraphs)))),
            note.paragraphs[0].line if note.paragraphs else 0,
        )
        for note in source.notes
    )
    return Parts(tuple(walk.parts), (*true_notes, *walk.printed_notes()))


def _heading_pattern(lines: Sequence[Line], profile: ConventionProfile) -> re.Pattern[str] | None:
    """How provisions are headed here: as the profile says, else by the noun that stands before
    most numbers; None if numbers stand at the start of the paragraphs themselves."""
    if any(_headed(line, profile.provision_heading) for line in lines):
        return profile.provision_heading
    nouns = Counter(
        found.group("noun").strip().lower()
        for line in lines
        if (found := _HEADED.fullmatch(_before_bracket(line.text)))
    )
    for noun, number in nouns.most_common(1):
        if number >= 3:
            return re.compile(rf"{re.escape(noun)}\s+(?P<label>{LABEL})\.?", re.IGNORECASE)
    return None


def _before_bracket(text: str) -> str:
    return text.partition("[")[0].strip()


class _Walk:
    def __init__(self, profile: ConventionProfile, heading: re.Pattern[str] | None) -> None:
        self.parts: list[Part] = []
        self._profile = profile
        self._heading = heading
        self._notes: list[tuple[str, list[Token], int]] = []
        self._sections: list[int] = []
        self._in_statements = False
        self._seen_provision = False
        self._interrupted = False
        self._body: Part | None = None

    def take(self, line: Line) -> None:
        if not line.text.strip() and not line.runs:
            return
        self._interrupted = self._interrupted or line.after_page_break
        if line.first_note:
            self._start_note(line)
        elif label := self._provision_label(line):
            self._start_provision(line, label)
        elif self._is_heading(line):
            self._start_heading(line)
        elif _ASIDE.match(line.text):
            self._add(PartKind.FRONT_MATTER, line).tokens = tokens_of([line])
            self._interrupted = True
        else:
            self._take_paragraph(line)

    def printed_notes(self) -> Iterable[SourceNoteText]:
        for key, tokens, line in self._notes:
            yield SourceNoteText(key, key.removeprefix("printed "), tuple(tokens), line)

    def _start_note(self, line: Line) -> None:
        tokens = tokens_of([line])
        first = next(i for i, token in enumerate(tokens) if token.kind is TokenKind.NOTE)
        self._notes.append((line.first_note, tokens[first + 1 :], line.line))
        self._interrupted = True

    def _provision_label(self, line: Line) -> str:
        if self._in_statements:
            return ""
        text = line.text.strip()
        if self._heading is None:
            label = leading_label(text.lstrip("["))
            return label.printed if label and label.depth == 0 else ""
        found = _headed(line, self._heading)
        return " ".join(found.group("label").split()) if found else ""

    def _start_provision(self, line: Line, label: str) -> None:
        self._seen_provision = True
        part = self._add(PartKind.PROVISION, line)
        part.label = label
        tokens = tokens_of([line])
        if self._heading is None:
            part.tokens = tokens
        else:
            heading = _words_of_heading(tokens, line, self._heading)
            origin = heading + self._length_of_origin(tokens[heading:])
            part.heading = tokens[heading:origin]
            part.tokens = tokens[origin:]
        self._body = part
        self._interrupted = False

    def _length_of_origin(self, tokens: Sequence[Token]) -> int:
        """How many tokens after a heading say where the provision comes from, notes included.
        What follows on the same line is the provision itself."""
        depth = length = 0
        for index, token in enumerate(tokens):
            if token.kind is TokenKind.OPEN and not depth:
                found = self._profile.verb_at(text_of(tokens[index + 1 :]), 0)
                if found is None or found[0] is not Verb.PROPOSED:
                    return length
            if not depth and (token.is_text or token.kind is TokenKind.CLOSE):
                return length
            depth += (token.kind is TokenKind.OPEN) - (token.kind is TokenKind.CLOSE)
            length = index + 1
        return length

    def _is_heading(self, line: Line) -> bool:
        text = line.text.strip()
        if len(text) > _LONGEST_HEADING or "[" in text or not text:
            return False
        if line.heading:
            return True
        if not line.is_bold:
            return False
        return self._seen_provision or bool(self._profile.section_heading.match(text))

    def _start_heading(self, line: Line) -> None:
        level = self._level(line)
        while self._sections and self.parts[self._sections[-1]].level >= level:
            self._sections.pop()
        part = self._add(PartKind.HEADING, line)
        part.level = level
        part.tokens = tokens_of([line])
        self._sections.append(len(self.parts) - 1)
        if self._profile.statement_heading.search(line.text) and self._seen_provision:
            self._in_statements = True
        self._body = None
        self._interrupted = False

    def _level(self, line: Line) -> int:
        """That of the last heading with such a number (converters are careless with levels),
        else its own, else that of the last one of its shape, else one below the heading right
        before it."""
        shape = _shape(line.text)
        if line.heading and not shape.startswith(_NUMBERED):
            return line.heading
        for part in reversed(self.parts):
            if part.kind is PartKind.HEADING and _shape(text_of(part.tokens)) == shape:
                return part.level
        if line.heading:
            return line.heading
        before = self.parts[-1] if self.parts else None
        if before is not None and before.kind is PartKind.HEADING:
            return before.level + 1
        return self.parts[self._sections[-1]].level if self._sections else 1

    def _take_paragraph(self, line: Line) -> None:
        tokens = tokens_of([line])
        if self._continues_body(line):
            assert self._body is not None
            self._join(self._body.tokens, tokens)
        elif (note := self._open_note(line)) is not None:
            self._join(note, tokens)
        elif self._body is not None and self._body.kind is PartKind.PROVISION:
            if self._body.tokens:
                self._body.tokens.append(Token(TokenKind.BREAK, "\n", True, line=line.line))
            self._body.tokens.extend(_renumbered(self._body.tokens, tokens))
        else:
            kind = PartKind.STATEMENT if self._in_statements else PartKind.FRONT_MATTER
            self._body = self._add(kind, line)
            self._body.tokens = tokens
        self._interrupted = False

    def _continues_body(self, line: Line) -> bool:
        body = self._body
        if body is None or not _is_unfinished(body.tokens):
            return False
        if line.is_italic and self._open_note(line) is not None:
            return False
        if line.text.strip()[:1].islower():
            return True
        return self._interrupted and body.kind is PartKind.PROVISION

    def _open_note(self, line: Line) -> list[Token] | None:
        """The note that the line goes on with: the last one if it is unfinished; a line in
        italics may also belong to one before it."""
        if not line.text.strip()[:1].islower():
            return None
        candidates = self._notes[::-1] if line.is_italic else self._notes[-1:]
        return next((tokens for _, tokens, _ in candidates if _is_unfinished(tokens)), None)

    @staticmethod
    def _join(before: list[Token], after: list[Token]) -> None:
        head, *rest = _renumbered(before, after)
        before.extend([replace(head, spaced=True), *rest])

    def _add(self, kind: PartKind, line: Line) -> Part:
        section = self._sections[-1] if self._sections else None
        part = Part(kind, line.line, section=section)
        self.parts.append(part)
        return part


def _renumbered(before: Sequence[Token], after: Sequence[Token]) -> list[Token]:
    """`after` with numbers of runs that do not occur in `before`."""
    shift = max((token.run for token in before), default=0) + 1
    return [replace(token, run=token.run + shift) for token in after]


def _headed(line: Line, heading: re.Pattern[str]) -> re.Match[str] | None:
    """The heading of a provision that the line is, or that its first words are, set apart from
    the rest by bold or italics."""
    return heading.fullmatch(_before_bracket(line.text)) or heading.fullmatch(
        "".join(run.text for run in _emphasised(line)).strip()
    )


def _emphasised(line: Line) -> list[SourceRun]:
    return list(
        takewhile(lambda run: (run.bold or run.italic) and not is_note_number(run), line.runs)
    )


def _words_of_heading(tokens: Sequence[Token], line: Line, heading: re.Pattern[str]) -> int:
    """How many tokens of a heading line are noun and label: up to a bracket or a note, or as far
    as the words are set apart from others that follow."""
    is_alone = heading.fullmatch(_before_bracket(line.text)) is not None
    last_run = len(line.runs if is_alone else _emphasised(line))
    for index, token in enumerate(tokens):
        if token.kind in (TokenKind.OPEN, TokenKind.NOTE) or token.run > last_run:
            return index
    return len(tokens)


def _is_unfinished(tokens: Sequence[Token]) -> bool:
    """Whether the last words, annotations set aside, are not the end of a sentence, or stand in
    an annotation that is still open."""
    if _ends_in_bracket(tokens):
        return True
    depth = 0
    for token in reversed(tokens):
        if token.kind is TokenKind.CLOSE:
            depth += 1
        elif token.kind is TokenKind.OPEN:
            depth = max(0, depth - 1)
        elif token.kind is TokenKind.BREAK:
            return False
        elif not depth and token.is_text:
            return token.text not in _ENDS and token.text not in "”\"'’)"
    return False


def _ends_in_bracket(tokens: Sequence[Token]) -> bool:
    """Whether a bracket opened inside the last paragraph is not closed."""
    depth = 0
    for position in range(len(tokens) - 1, 0, -1):
        kind = tokens[position].kind
        if kind is TokenKind.BREAK:
            return False
        depth += (kind is TokenKind.CLOSE) - (kind is TokenKind.OPEN)
        if depth < 0:
            return tokens[position - 1].kind is not TokenKind.BREAK
    return False


def _shape(text: str) -> str:
    """The text with its numbers made equal; of a heading with a Roman number only that."""
    if _ROMAN.match(text.strip()):
        return _NUMBERED
    return re.sub(r"\d+", "0", text.strip().lower())
