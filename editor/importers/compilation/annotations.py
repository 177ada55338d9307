"""The grammar of one annotation: clauses of a verb, quoted words and delegations.

`[add 'w': A, B, remove: C] ` is two clauses. A comma separates delegations and also starts a
new clause: it does the latter when a verb follows. Colons are written as `;` or `÷` here and
there, and quotation marks are mixed and left open.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from editor.importers.compilation.profile import ConventionProfile, Verb
from editor.importers.compilation.stream import Token, TokenKind
from editor.importers.labels import LABEL
from editor.negotiation.notation.signs import FIRST_NOTE, NOTE_SIGN, without_signs

Known = Callable[[str], bool]
"""Whether a written name is that of a delegation the program knows."""

_NOTES = re.compile(NOTE_SIGN)
_QUOTE_SLOT = re.compile("\U00100000(\\d+)\U00100001")
_CLAUSE_START = re.compile(r"^\s*|[,;.]\s*|\band\s+")
_WITH = re.compile(r"\b(?:with|by)\b[:\s]*$", re.IGNORECASE)
_BESIDE = re.compile(r"\b(?:before|after|following)\b", re.IGNORECASE)
_PROPOSAL = re.compile(r"\((\w{1,2})\)")
_SUGGESTS = re.compile(
    r"(?P<name>[^:]{2,60}?)\s+(?:suggests?|proposes?|recommends?|would\s+prefer)\s+"
    r"(?P<what>.+?):\s*(?P<text>\S.*)",
    re.DOTALL,
)
_AS_FROM = re.compile(r"\s+as\s+.*$", re.DOTALL)
_ARTICLE = re.compile(r"^(?:the\s+)?(?:delegations?\s+of\s+)?(?:the\s+)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Mention:
    """A delegation as written, with the keys of the notes on it."""

    written: str
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Clause:
    """One wish of an annotation. `old` and `new` are its quoted words (`old` also for words to
    retain, delete or remove); `also_new` an alternative wording of the same delegations."""

    verb: Verb
    words: str
    mentions: tuple[Mention, ...] = ()
    old: tuple[str, ...] = ()
    new: str | None = None
    also_new: str | None = None
    beside: tuple[str, str] | None = None
    """Of an addition: "before" or "after", and the quoted words it stands beside."""
    reason: str = ""
    labels: tuple[str, ...] = ()
    proposal: str = ""
    option: str = ""


def clauses_of(
    tokens: Sequence[Token], outside: Sequence[Token], profile: ConventionProfile, known: Known
) -> tuple[Clause, ...]:
    """The clauses of the bracket with the content `tokens`, whose attribution may go on
    `outside` of it. Empty if the content is no annotation of this profile."""
    keys: list[str] = []
    text = _written(tokens, keys)
    if outside:
        text = f"{text}{_written(outside, keys)}"
    return tuple(_Grammar(profile, known, keys).clauses(text.strip()))


def mentions_of(text: str, known: Known) -> tuple[Mention, ...]:
    """The delegations listed in `text`."""
    return tuple(_split_mentions(text, known, ()))


def _written(tokens: Sequence[Token], keys: list[str]) -> str:
    """The content as one string; each note is one private character."""
    pieces: list[str] = []
    for token in tokens:
        if token.spaced:
            pieces.append(" ")
        if token.kind is TokenKind.NOTE:
            pieces.append(chr(FIRST_NOTE + len(keys)))
            keys.append(token.text)
        else:
            pieces.append(without_signs(token.text))
    return "".join(pieces)


class _Grammar:
    def __init__(self, profile: ConventionProfile, known: Known, keys: Sequence[str]) -> None:
        self._profile = profile
        self._known = known
        self._keys = keys
        self._quotes: list[str] = []

    def clauses(self, text: str) -> Iterator[Clause]:
        option = self._profile.option.match(text)
        if option:
            text = text[option.end() :]
        prose = _SUGGESTS.fullmatch(text)
        if prose and self._profile.verb_at(text, 0) is None:
            yield Clause(
                Verb.SUGGESTS,
                prose["what"],
                self._mentions(prose["name"]),
                new=_NOTES.sub("", " ".join(prose["text"].split())),
                labels=tuple(re.findall(LABEL, prose["what"])),
            )
            return
        masked = self._mask_quotes(text)
        starts = list(self._verb_starts(masked))
        clauses = []
        for number, (start, verb, words) in enumerate(starts):
            end = starts[number + 1][0] if number + 1 < len(starts) else len(masked)
            rest = masked[start + len(words) : end]
            clause = self._clause(verb, words, rest.rstrip(" ,;"))
            if clause is None:
                return
            clauses.append(replace(clause, option=option.group(1)) if option else clause)
        if any(self._names_delegations(clause.reason) for clause in clauses):
            return
        yield from clauses
        if not starts and self._only_names(masked):
            yield Clause(Verb.TEXT_OF, "", self._mentions(masked))

    def _verb_starts(self, masked: str) -> Iterator[tuple[int, Verb, str]]:
        reached = 0
        for boundary in _CLAUSE_START.finditer(masked):
            start = boundary.end()
            if start < reached:
                continue
            found = self._profile.verb_at(masked, start)
            if found is None:
                if boundary.start() == 0 and start == 0:
                    return
                continue
            if boundary.group().startswith("and") and not self._is_after_names(masked[:start]):
                continue
            verb, match = found
            yield start, verb, match.group()
            reached = match.end()

    def _names_delegations(self, reason: str) -> bool:
        """Whether delegations stand where a reason should: a verb after them was not known, and
        who wants what cannot be told."""
        return any(self._known(each.strip(" .")) for each in re.split(r"[,:;÷]", reason))

    def _is_after_names(self, before: str) -> bool:
        return any(mark in before for mark in self._profile.separators)

    def _clause(self, verb: Verb, words: str, rest: str) -> Clause | None:
        head, names = self._split_names(rest)
        if verb is Verb.PROPOSED:
            return Clause(
                verb,
                words + rest,
                self._mentions(_AS_FROM.sub("", names or head)),
                labels=tuple(re.findall(rf"(?<!\w){LABEL}", rest)),
            )
        clause = Clause(
            verb,
            self._restored(words + head).strip(),
            self._mentions(names),
            labels=_labels(words + head) if verb is Verb.JOIN else (),
        )
        letter = _PROPOSAL.search(words + head)
        if verb in (Verb.JOIN, Verb.USE_PROPOSAL) and letter:
            clause = replace(clause, proposal=letter.group(1))
        return self._with_quotes(clause, words, head)

    def _with_quotes(self, clause: Clause, words: str, head: str) -> Clause | None:
        """The clause with its quoted words; None if it has more of them than it can use."""
        slots = list(_QUOTE_SLOT.finditer(head))
        quotes = [self._quotes[int(slot.group(1))] for slot in slots]
        reason = _QUOTE_SLOT.sub(" ", head).strip(" ,:;÷")
        if not slots:
            return replace(clause, reason=reason)
        match clause.verb:
            case Verb.ADD if len(quotes) > 1:
                between = head[slots[0].end() : slots[1].start()]
                side = _BESIDE.search(between)
                if side is None or len(quotes) > 2:
                    return None
                which = "before" if side.group().lower() == "before" else "after"
                return replace(clause, new=quotes[0], beside=(which, quotes[1]))
            case Verb.ADD | Verb.NEW_SENTENCE:
                return replace(clause, new=quotes[-1])
            case Verb.REPLACE:
                if len(quotes) > 1:
                    return replace(clause, old=tuple(quotes[:-1]), new=quotes[-1])
                before = words + head[: slots[0].start()]
                if _WITH.search(before):
                    return replace(clause, new=quotes[0])
                return replace(clause, old=(quotes[0],))
            case Verb.MODIFY | Verb.SPLIT_SENTENCE:
                return replace(clause, also_new=quotes[-1])
            case _:
                return replace(clause, old=tuple(quotes))

    def _split_names(self, rest: str) -> tuple[str, str]:
        """What stands before the last separator, and the delegations after it."""
        for position in range(len(rest) - 1, -1, -1):
            if rest[position] in self._profile.separators:
                names = rest[position + 1 :]
                if not _QUOTE_SLOT.search(names):
                    return rest[:position], names
                break
        tail = _QUOTE_SLOT.split(rest)[-1]
        if tail.strip() and self._only_names(tail):
            return rest[: len(rest) - len(tail)], tail
        return rest, ""

    def _only_names(self, text: str) -> bool:
        names = self._mentions(text)
        return bool(names) and all(self._known(each.written) for each in names)

    def _mentions(self, text: str) -> tuple[Mention, ...]:
        return tuple(_split_mentions(self._restored(text), self._known, self._keys))

    def _mask_quotes(self, text: str) -> str:
        """`text` with each quotation in it replaced by its number."""
        opening, closing = self._profile.opening_quotes, self._profile.closing_quotes
        pieces: list[str] = []
        position = 0
        while position < len(text):
            if text[position] in opening and _opens(text, position):
                end = self._quote_end(text, position + 1, closing)
                pieces.append(f"\U00100000{len(self._quotes)}\U00100001")
                quoted = _NOTES.sub("", text[position + 1 : end]).strip()
                self._quotes.append(quoted.rstrip("".join(closing)))
                position = end
                while position < len(text) and text[position] in closing:
                    position += 1
                continue
            pieces.append(text[position])
            position += 1
        return "".join(pieces)

    def _quote_end(self, text: str, start: int, closing: str) -> int:
        """Where the quotation ends: at its mark, or at the separator if the mark is missing."""
        separators = self._profile.separators
        for position in range(start, len(text)):
            if text[position] in closing and _closes(text, position):
                missing = re.search(rf"[{separators}]\s*([^{separators}]+)$", text[start:position])
                if missing and self._only_names(missing.group(1)):
                    return start + missing.start()
                return position
        for position in range(len(text) - 1, start, -1):
            if text[position] in separators:
                return position
        return len(text)

    def _restored(self, text: str) -> str:
        return _QUOTE_SLOT.sub(lambda slot: f"“{self._quotes[int(slot.group(1))]}”", text)


def _split_mentions(text: str, known: Known, keys: Sequence[str]) -> Iterator[Mention]:
    for piece in re.split(r"[,;]", text):
        yield from _mentions_of_piece(piece, known, keys)


def _mentions_of_piece(piece: str, known: Known, keys: Sequence[str]) -> Iterator[Mention]:
    """One delegation, or several joined by "and" if all of them are known."""
    written = _NOTES.sub("", piece).strip()
    if not known(written.strip(" .")) and " and " in written:
        parts = re.split(r"\s+and\s+", piece)
        if all(known(_NOTES.sub("", part).strip(" .")) for part in parts):
            for part in parts:
                yield from _mentions_of_piece(part, known, keys)
            return
    if written.strip("."):
        noted = tuple(keys[ord(mark) - FIRST_NOTE] for mark in _NOTES.findall(piece))
        yield Mention(" ".join(_ARTICLE.sub("", written).split()), noted)


def _opens(text: str, position: int) -> bool:
    before = text[position - 1] if position else " "
    after = text[position + 1 : position + 2]
    return not before.isalnum() and bool(after.strip())


def _closes(text: str, position: int) -> bool:
    after = text[position + 1] if position + 1 < len(text) else " "
    return not text[position - 1].isspace() and not after.isalnum()


def _labels(words: str) -> tuple[str, ...]:
    """The labels of the provisions to join, without those of the place of the proposal."""
    joined = re.split(r"\breplace\b|\bunder\b", words)[0]
    return tuple(re.findall(rf"(?<!\w){LABEL}", joined))
