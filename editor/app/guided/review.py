"""What is to be looked at before an import is taken over, and what is said of it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from editor.app.importing import Incoming
from editor.negotiation.amendment import Amendment, AmendmentState
from editor.negotiation.commands.bringing_in import BringIn
from editor.negotiation.commands.command import Command
from editor.negotiation.patch import Patch, combined, patched
from editor.negotiation.session import ImportReport, Session


class ItemKind(StrEnum):
    GUESS = "guess"
    """A proposal that was not read but guessed."""
    LEFT = "left"
    """Words that were not understood."""
    BRACKET = "bracket"
    """A bracket without its partner; the words are as printed."""
    REMARK = "remark"


@dataclass(frozen=True, slots=True)
class ReviewItem:
    """`row` is the id of a proposal or of an unread item; `code` the reason or the remark;
    `raw` the words of the source at `line` of `file`. `confidence` is of a guess."""

    kind: ItemKind
    row: str
    provision: str
    file: str
    line: int
    raw: str
    code: str = ""
    confidence: float = 1.0
    others: tuple[str, ...] = ()
    """What a guess may mean too, in words."""


_BRACKETS = frozenset({"bracket_not_closed", "stray_bracket", "bracket_over_paragraphs"})
_NO_QUESTION = frozenset({"convention_profile"})
_OTHER_READING = "ambiguous"


class Review:
    """An import as it will be taken over. What is said of it is done to `session`, in memory,
    and can be taken back, the last first."""

    def __init__(self, before: Session, incoming: Incoming) -> None:
        self.before = before
        self.incoming = incoming
        self.items = tuple(_items(before, incoming))
        self._steps: list[tuple[int, Patch]] = []
        self._sessions = [incoming.session]

    @property
    def session(self) -> Session:
        return self._sessions[-1]

    @property
    def asks(self) -> bool:
        """Whether there is anything but remarks."""
        return any(each.kind is not ItemKind.REMARK for each in self.items)

    @property
    def can_take_back(self) -> bool:
        return bool(self._steps)

    def do(self, item: ReviewItem, command: Command) -> None:
        """Do what was said of an item. Raises KnownError if it may not be done."""
        patch = command.plan(self.session)
        self._sessions.append(patched(self.session, patch))
        self._steps.append((self.items.index(item), patch))

    def take_back(self) -> ReviewItem | None:
        """Undo what was said last; returns of which item it was."""
        if not self._steps:
            return None
        number, _ = self._steps.pop()
        self._sessions.pop()
        return self.items[number]

    def is_done(self, item: ReviewItem) -> bool:
        """Whether there is nothing left to say of an item: it is confirmed or corrected, became
        something else, or is gone with what it belonged to."""
        match item.kind:
            case ItemKind.GUESS:
                row = self.session.amendments.get(item.row)
                return row is None or not any(
                    (each.file, each.line, each.raw) == (item.file, item.line, item.raw)
                    for each in row.guesses
                )
            case ItemKind.LEFT:
                return item.row not in self.session.unread
        return False

    def whole(self) -> BringIn:
        """The import with all that was said of it, as one step."""
        arrived = self.incoming.as_one(self.before)
        said = [patch for _, patch in self._steps]
        return BringIn(combined(self.before, (arrived.patch, *said)), arrived.file)

    def settled(self, path: Path) -> Incoming:
        """The import with all that was said of it, to be written as a new session at `path`."""
        steps = [*self.incoming.steps, *(BringIn(patch) for _, patch in self._steps)]
        return replace(self.incoming, path=path, session=self.session, steps=steps)


@dataclass(frozen=True, slots=True)
class Arrived:
    """What an import brings: proposals, how many each delegation (by id) makes that it did not
    make before, and how many of before are superseded."""

    proposals: int
    by_delegation: Mapping[str, int]
    superseded: int


def arrived(before: Session, after: Session) -> Arrived:
    """What came into `before` with `after`."""
    counted: dict[str, int] = {}
    proposals = superseded = 0
    for key, row in after.amendments.items():
        old = before.amendments.get(key)
        if row.state is AmendmentState.PROPOSED:
            new = [each for each in row.sponsors if old is None or each not in old.sponsors]
            proposals += bool(new)
            for each in new:
                counted[each] = counted.get(each, 0) + 1
        elif old is not None and row.state is not old.state:
            superseded += 1
    return Arrived(proposals, counted, superseded)


def _items(before: Session, incoming: Incoming) -> Iterator[ReviewItem]:
    after = incoming.session
    remarks = list(_remarks(before, after))
    others: dict[tuple[str, int], list[str]] = {}
    for each in remarks:
        if each.code == _OTHER_READING:
            others.setdefault((each.file, each.line), []).append(each.raw)
    guesses = [
        replace(each, others=tuple(others.get((each.file, each.line), ())))
        for each in _guesses(before, after)
    ]
    told = {(each.file, each.line) for each in guesses}
    remarks = [e for e in remarks if e.code != _OTHER_READING or (e.file, e.line) not in told]
    found = [*guesses, *_left(before, after), *remarks]
    kinds = list(ItemKind)
    yield from sorted(found, key=lambda each: (kinds.index(each.kind), each.file, each.line))


def _guesses(before: Session, after: Session) -> Iterator[ReviewItem]:
    for key, row in after.amendments.items():
        old = before.amendments.get(key)
        known = old.guesses if isinstance(old, Amendment) else ()
        for each in row.guesses:
            if each not in known:
                yield ReviewItem(
                    ItemKind.GUESS,
                    key,
                    row.provision,
                    each.file,
                    each.line,
                    each.raw,
                    confidence=each.confidence,
                )


def _left(before: Session, after: Session) -> Iterator[ReviewItem]:
    for key, row in after.unread.items():
        if key not in before.unread:
            file = after.files.get(row.file)
            name = file.name if file else row.file
            yield ReviewItem(ItemKind.LEFT, key, row.provision, name, row.line, row.raw, row.reason)


def _remarks(before: Session, after: Session) -> Iterator[ReviewItem]:
    reports = [row for key, row in after.reports.items() if key not in before.reports]
    for report in reports:
        file = after.files.get(report.file)
        places = _places(after, report)
        for code, line, words in report.warnings:
            if code in _NO_QUESTION:
                continue
            kind = ItemKind.BRACKET if code in _BRACKETS else ItemKind.REMARK
            name = file.name if file else report.file
            yield ReviewItem(kind, "", places.get(line, ""), name, line, words, code)


def _places(session: Session, report: ImportReport) -> dict[int, str]:
    """The provisions at the lines of a file, as far as anything was read or left there."""
    file = session.files.get(report.file)
    name = file.name if file else report.file
    found = {
        each.origin.line: each.provision
        for each in session.amendments.values()
        if each.origin is not None and each.origin.file == name
    }
    found.update((e.line, e.provision) for e in session.unread.values() if e.file == report.file)
    return found
