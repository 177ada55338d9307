"""The brackets of a provision: annotations, statuses, and brackets that mean "not agreed".

Brackets are matched one provision at a time, and never trusted to balance.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from editor.importers.compilation.annotations import Clause, Known, Mention, clauses_of, mentions_of
from editor.importers.compilation.profile import ConventionProfile
from editor.importers.compilation.stream import Token, TokenKind, text_of
from editor.importers.compilation.strikes import settled_strikes
from editor.importers.source import Revision
from editor.negotiation.provision import ProvisionStatus

_LONGEST_NAME = 8


@dataclass(frozen=True, slots=True)
class Annotation:
    """A bracket that says who wants what. `at` counts the text tokens before it; `paragraph`
    the breaks."""

    at: int
    paragraph: int
    clauses: tuple[Clause, ...]
    raw: str
    line: int
    serial: int = 0


@dataclass(slots=True)
class Printed:
    """A provision as printed, the annotations taken out: the words (`paragraphs` are the
    indices at which one starts) and what was found between them."""

    tokens: list[Token] = field(default_factory=list)
    paragraphs: list[int] = field(default_factory=lambda: [0])
    annotations: list[Annotation] = field(default_factory=list)
    unread: list[tuple[str, str, int]] = field(default_factory=list)
    """(raw, reason, line)"""
    status: ProvisionStatus | None = None
    pending_on: tuple[Mention, ...] = ()
    status_notes: tuple[str, ...] = ()
    status_line: int = 0
    notes: list[tuple[int, str]] = field(default_factory=list)
    """Notes on plain words: (number of text tokens before, key)."""
    bracketed: bool = False
    warnings: list[tuple[str, int, str]] = field(default_factory=list)


def printed_of(stream: Sequence[Token], profile: ConventionProfile, known: Known) -> Printed:
    """The words, annotations and status of one provision."""
    walk = _Walk(stream, profile, known)
    walk.run()
    return walk.printed


class _Walk:
    def __init__(self, stream: Sequence[Token], profile: ConventionProfile, known: Known) -> None:
        self.printed = Printed()
        self._stream = stream
        self._profile = profile
        self._known = known
        self._position = 0
        self._open = 0
        self._kept_open = 0
        self._places: list[int] = []
        """Index in the stream of each printed word."""
        self._after_space = False
        self._after_annotation = False

    def run(self) -> None:
        while self._position < len(self._stream):
            self._step()
        self.printed.tokens = settled_strikes(self._stream, self._places, self.printed.tokens)

    def _step(self) -> None:
        token = self._stream[self._position]
        match token.kind:
            case TokenKind.OPEN:
                self._take_bracket()
            case TokenKind.CLOSE:
                self._take_close(token)
            case TokenKind.BREAK:
                self._take_break()
            case TokenKind.NOTE:
                self.printed.notes.append((len(self.printed.tokens), token.text))
                self._position += 1
            case _:
                self._print(token)
                self._position += 1

    def _print(self, token: Token) -> None:
        self._places.append(self._position)
        # The space before an annotation is no less the text's than the one after it.
        gap = Revision.NONE if self._after_space or self._after_annotation else token.gap
        spaced = token.spaced or self._after_space
        self.printed.tokens.append(replace(token, spaced=spaced, gap=gap))
        self._after_space = self._after_annotation = False

    def _take_break(self) -> None:
        if self.printed.paragraphs[-1] != len(self.printed.tokens):
            self.printed.paragraphs.append(len(self.printed.tokens))
        self._position += 1

    def _take_close(self, token: Token) -> None:
        if self._kept_open:
            self._kept_open -= 1
            self._print(_as_mark(token))
        elif self._open:
            self._open -= 1
        else:
            self._warn("stray_bracket", token.line, self._context())
        self._position += 1

    def _take_bracket(self) -> None:
        start = self._position
        end, closed = self._content_end(start + 1)
        content = self._stream[start + 1 : end]
        if self._take_status(content, end, closed):
            return
        after = end + 1 if closed else end
        outside_end, stray_close = self._outside(content, after)
        clauses = clauses_of(content, self._stream[after:outside_end], self._profile, self._known)
        if any(clause.mentions for clause in clauses):
            self._take_annotation(clauses, start, outside_end + stray_close, closed)
        elif self._looks_like_annotation(content):
            raw = text_of(self._stream[start:after])
            self.printed.unread.append((raw, "annotation_not_understood", content[0].line))
            self._position = after
        else:
            self._take_text_bracket(start, end, closed)

    def _take_status(self, content: Sequence[Token], end: int, closed: bool) -> bool:
        found = self._profile.status_of(text_of(content))
        if found is None or not closed:
            return False
        status, pending_on = found
        self.printed.status = status
        self.printed.pending_on = mentions_of(pending_on, self._known)
        self.printed.status_line = content[0].line
        self.printed.status_notes = tuple(t.text for t in content if t.kind is TokenKind.NOTE)
        self._position = end + 1
        return True

    def _take_annotation(
        self, clauses: tuple[Clause, ...], start: int, end: int, closed: bool
    ) -> None:
        line = self._stream[start].line
        raw = text_of(self._stream[start:end])
        if not closed:
            self._warn("bracket_not_closed", line, raw)
        self.printed.annotations.append(
            Annotation(
                len(self.printed.tokens),
                len(self.printed.paragraphs) - 1,
                clauses,
                raw,
                line,
                len(self.printed.annotations),
            )
        )
        self._position = end
        self._after_annotation = True

    def _take_text_bracket(self, start: int, end: int, closed: bool) -> None:
        """A bracket around words: not agreed. Around a whole provision it is no part of it."""
        token = self._stream[start]
        if len(self.printed.tokens) == self.printed.paragraphs[-1] and self._holds_all(start):
            self.printed.bracketed = True
            self._open += 1
        elif closed:
            self._kept_open += 1
            self._print(_as_mark(token))
        else:
            self._after_space = token.spaced
            self._warn("bracket_not_closed", token.line, self._context())
        self._position += 1

    def _holds_all(self, start: int) -> bool:
        """Whether no words follow, in its paragraph, the bracket that closes the one at `start`;
        or none closes it."""
        probe = _Walk(self._stream[start + 1 :], self._profile, self._known)
        while not probe._is_at_foreign_close():
            probe._step()
        rest = probe._stream[probe._position :]
        return not any(token.is_word for token in _outside_brackets(rest))

    def _is_at_foreign_close(self) -> bool:
        if self._position >= len(self._stream):
            return True
        closes = self._stream[self._position].kind is TokenKind.CLOSE
        return closes and not self._open and not self._kept_open

    def _content_end(self, start: int) -> tuple[int, bool]:
        """Where the bracket opened before `start` ends, and whether a bracket closes it there.

        One that holds delegations already and meets another annotation was never closed.
        """
        depth = 0
        prose = False
        for position in range(start, len(self._stream)):
            token = self._stream[position]
            if token.kind is TokenKind.CLOSE:
                if not depth:
                    return position, True
                depth -= 1
            elif token.kind is TokenKind.OPEN:
                if self._is_complete(self._stream[start:position]):
                    return position, False
                depth += 1
            elif token.kind is TokenKind.BREAK:
                content = self._stream[start:position]
                prose = prose or text_of(content).endswith(tuple(self._profile.separators))
                if not prose:
                    return (position, False) if self._is_complete(content) else self._last(start)
        return len(self._stream), False

    def _last(self, start: int) -> tuple[int, bool]:
        """A bracket over several paragraphs ends at the last closing bracket that is its own."""
        depth = 0
        for position in range(start, len(self._stream)):
            kind = self._stream[position].kind
            depth += (kind is TokenKind.OPEN) - (kind is TokenKind.CLOSE)
            if depth < 0:
                return position, True
        return len(self._stream), False

    def _is_complete(self, content: Sequence[Token]) -> bool:
        clauses = clauses_of(content, (), self._profile, self._known)
        return bool(clauses) and any(clause.mentions for clause in clauses)

    def _looks_like_annotation(self, content: Sequence[Token]) -> bool:
        """Whether a verb or delegations stand on one side of a separator."""
        text = text_of(content)
        pieces = re.split(f"[{re.escape(self._profile.separators)}]", text)
        if len(pieces) < 2:
            return False
        if self._profile.verb_at(text, 0) is not None:
            return True
        if any(token.kind is TokenKind.OPEN for token in content):
            return False
        return self._known(pieces[0].strip()) or all(
            self._known(each.strip(" .")) for each in pieces[-1].split(",")
        )

    def _outside(self, content: Sequence[Token], start: int) -> tuple[int, int]:
        """How far the attribution goes on after the bracket, and whether a second closing
        bracket ends it: `[delete 'w']: A, B, retain: C]`."""
        stream = self._stream
        if start >= len(stream) or stream[start].text not in self._profile.separators:
            return start, 0
        if self._profile.verb_at(text_of(content), 0) is None:
            return start, 0
        reached = start
        piece = start + 1
        while piece < len(stream):
            end = self._piece_end(piece)
            if not self._is_attribution(stream[piece:end]):
                reached = self._end_of_name(piece, end) or reached
                break
            reached = end
            if end >= len(stream) or stream[end].text not in (",", ";"):
                break
            piece = end + 1
        closes = reached < len(stream) and stream[reached].kind is TokenKind.CLOSE
        return reached, int(closes and reached > start)

    def _end_of_name(self, start: int, end: int) -> int:
        """Where a delegation's name ends that runs on into the text; 0 if there is none."""
        for stop in range(min(end, start + _LONGEST_NAME), start, -1):
            name = text_of(self._stream[start:stop])
            if name.count("(") == name.count(")") and self._known(name):
                return stop
        return 0

    def _piece_end(self, start: int) -> int:
        """The end of one delegation or clause: a comma, a bracket, or the end of the sentence
        (but not the full stop of an abbreviated name)."""
        stream = self._stream
        for position in range(start, len(stream)):
            token = stream[position]
            if token.kind in (TokenKind.OPEN, TokenKind.CLOSE, TokenKind.BREAK):
                return position
            if token.text in (",", ";"):
                return position
            if token.text == "." and not self._is_abbreviation(start, position):
                return position
        return len(stream)

    def _is_abbreviation(self, start: int, position: int) -> bool:
        """Whether the full stop at `position` belongs to a name: the list goes on after it, or
        the name does."""
        after = self._stream[position + 1 : position + 2]
        if not after:
            return False
        if after[0].text in (",", ";") or after[0].kind is TokenKind.CLOSE:
            return True
        if not after[0].is_word:
            return False
        return any(
            self._known(text_of(self._stream[start:stop]))
            for stop in range(position + 2, min(len(self._stream), position + _LONGEST_NAME) + 1)
        )

    def _is_attribution(self, piece: Sequence[Token]) -> bool:
        text = text_of(piece)
        if self._known(text) or self._known(text.rstrip(".")):
            return True
        return self._profile.verb_at(text, 0) is not None and any(
            mark in text for mark in self._profile.separators
        )

    def _warn(self, code: str, line: int, detail: str) -> None:
        self.printed.warnings.append((code, line, detail))

    def _context(self) -> str:
        return text_of(self.printed.tokens[-6:])


def _outside_brackets(stream: Iterable[Token]) -> Iterator[Token]:
    """The tokens up to the next paragraph that stand in no bracket of their own."""
    depth = 0
    for token in stream:
        if token.kind is TokenKind.BREAK:
            return
        depth = max(0, depth + (token.kind is TokenKind.OPEN) - (token.kind is TokenKind.CLOSE))
        if not depth:
            yield token


def _as_mark(token: Token) -> Token:
    return replace(token, kind=TokenKind.MARK, italic=False, run=0)
