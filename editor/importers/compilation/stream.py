"""Neutral tokens of a source document: words and marks with what was done to them."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import count

from editor.importers.compilation.redlines import with_redlines
from editor.importers.source import Revision, SourceParagraph, SourceRun
from editor.text.tokens import tokens

_STRIKE = "~~"


class TokenKind(StrEnum):
    WORD = "word"
    MARK = "mark"
    NOTE = "note"
    OPEN = "open"
    CLOSE = "close"
    BREAK = "break"


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a mark without the space around it; `spaced` says there was space before it,
    and `gap` what a tracked change says about that space.

    A NOTE has the key of its note as `text`; a BREAK stands between two paragraphs. `run`
    tells stretches of one formatting apart. A token ends where strike or revision changes.
    """

    kind: TokenKind
    text: str
    spaced: bool = False
    struck: bool = False
    italic: bool = False
    line: int = 0
    run: int = 0
    revision: Revision = Revision.NONE
    gap: Revision = Revision.NONE

    @property
    def is_text(self) -> bool:
        return self.kind in (TokenKind.WORD, TokenKind.MARK)

    @property
    def is_word(self) -> bool:
        return self.kind is TokenKind.WORD


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line of its own: a paragraph, or a piece of one that a converter glued."""

    runs: tuple[SourceRun, ...]
    line: int
    heading: int = 0
    label: str = ""
    after_page_break: bool = False

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs if not is_note_number(run))

    @property
    def is_bold(self) -> bool:
        words = [run for run in self.runs if run.text.strip() and not is_note_number(run)]
        return bool(words) and all(run.bold for run in words)

    @property
    def is_italic(self) -> bool:
        words = [run for run in self.runs if run.text.strip() and not is_note_number(run)]
        return bool(words) and all(run.italic for run in words)

    @property
    def first_note(self) -> str:
        """The key of the note whose text this line is: the line starts with its raised number."""
        first = next((run for run in self.runs if run.text.strip()), None)
        return note_key(first) if first and not first.note and is_note_number(first) else ""


def lines_of(paragraphs: Iterable[SourceParagraph]) -> Iterator[Line]:
    """The paragraphs, cut where a line ends inside one and where emphasised runs touch
    (headings that lost their line ends)."""
    for paragraph in paragraphs:
        first = True
        for runs in _pieces(with_redlines(tuple(_with_bare_strikes(paragraph.runs)))):
            yield Line(
                runs,
                paragraph.line,
                paragraph.heading,
                paragraph.label if first else "",
                paragraph.after_page_break and first,
            )
            first = False


def is_note_number(run: SourceRun) -> bool:
    """Whether a run refers to a note: a true reference, or raised digits."""
    return bool(run.note) or (run.superscript and run.text.strip().isdecimal())


def note_key(run: SourceRun) -> str:
    return run.note or f"printed {run.text.strip()}"


def tokens_of(lines: Sequence[Line]) -> list[Token]:
    """The tokens of consecutive lines, with a BREAK between any two."""
    found: list[Token] = []
    runs = count(1)
    for number, line in enumerate(lines):
        if number:
            found.append(Token(TokenKind.BREAK, "\n", True, line=line.line))
        found.extend(_line_tokens(line, runs))
    return found


def text_of(stream: Iterable[Token]) -> str:
    """The words of a stretch as they are read, notes left out."""
    pieces: list[str] = []
    for token in stream:
        if token.kind is TokenKind.NOTE:
            continue
        if token.spaced and pieces:
            pieces.append(" ")
        pieces.append(" " if token.kind is TokenKind.BREAK else token.text)
    return re.sub(r"\s+", " ", "".join(pieces)).strip()


def _line_tokens(line: Line, runs: Iterator[int]) -> Iterator[Token]:
    spaced, gap = False, Revision.NONE
    for run, number in zip(line.runs, runs, strict=False):
        struck = run.struck or run.revision is Revision.DELETED
        if is_note_number(run):
            yield Token(TokenKind.NOTE, note_key(run), spaced, line=line.line)
            spaced = False
            continue
        for piece in tokens(run.text):
            if piece.isspace():
                # A space that was replaced by another was there before and is there after.
                gap = run.revision if gap is run.revision or not spaced else Revision.NONE
                spaced = True
                continue
            yield Token(
                _kind_of(piece),
                piece,
                spaced,
                struck,
                run.italic,
                line.line,
                number,
                run.revision,
                gap if spaced else Revision.NONE,
            )
            spaced = False


def _kind_of(piece: str) -> TokenKind:
    if piece == "[":
        return TokenKind.OPEN
    if piece == "]":
        return TokenKind.CLOSE
    return TokenKind.WORD if piece[0].isalnum() else TokenKind.MARK


def _pieces(runs: Sequence[SourceRun]) -> Iterator[tuple[SourceRun, ...]]:
    current: list[SourceRun] = []
    for run in _cut_at_line_ends(runs):
        if run is None:
            if current:
                yield tuple(current)
            current = []
            continue
        if current and _is_glued(current[-1], run):
            yield tuple(current)
            current = []
        current.append(run)
    if current:
        yield tuple(current)


def _with_bare_strikes(runs: Sequence[SourceRun]) -> Iterator[SourceRun]:
    """Strike marks that Markdown left as characters (it does not see them between a letter and
    a comma) taken for what they are; a mark without a partner is dropped."""
    left = sum(run.text.count(_STRIKE) for run in runs) // 2 * 2
    within = False
    for run in runs:
        if _STRIKE not in run.text:
            yield replace(run, struck=run.struck or within)
            continue
        for number, piece in enumerate(run.text.split(_STRIKE)):
            if number and left:
                within = not within
                left -= 1
            if piece:
                yield replace(run, text=piece, struck=run.struck or within)


def _cut_at_line_ends(runs: Sequence[SourceRun]) -> Iterator[SourceRun | None]:
    for run in runs:
        if "\n" not in run.text:
            yield run
            continue
        for number, piece in enumerate(run.text.split("\n")):
            if number:
                yield None
            if piece:
                yield replace(run, text=piece)


def _is_glued(before: SourceRun, after: SourceRun) -> bool:
    """Two emphasised runs, the first bold, touch without a space: two headings."""
    if is_note_number(before) or is_note_number(after):
        return False
    if not (before.bold and (after.bold or after.italic)):
        return False
    return before.text[-1:].strip() != "" and after.text[:1].isupper()
