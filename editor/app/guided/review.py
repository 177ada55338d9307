"""What is to be looked at before an import is taken over, and what is said of it."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from editor.app.guided.review_item import ItemKind, ReviewItem
from editor.app.guided.said import Answer, Read, Repair, Said
from editor.app.importing import Incoming
from editor.errors import KnownError
from editor.importers.house_styles.mark_corrections import MENDED
from editor.negotiation.amendment import Amendment, AmendmentState
from editor.negotiation.commands.bringing_in import BringIn
from editor.negotiation.commands.command import Command
from editor.negotiation.patch import Patch, combined, patched
from editor.negotiation.provision import Provision
from editor.negotiation.session import ImportReport, Session

_BRACKETS = frozenset({"bracket_not_closed", "stray_bracket", "bracket_over_paragraphs", *MENDED})
_END = 2**31
_NO_QUESTION = frozenset({"convention_profile"})
_OTHER_READING = "ambiguous"


class Review:
    """An import as it will be taken over. What is said of it is done to `session`, in memory,
    and can be taken back, the last first; a repair by reading again (`reading_again.repaired`)."""

    def __init__(self, before: Session, incoming: Incoming, said: Iterable[Said] = ()) -> None:
        """`said` is what was said of the same reading, or still holds of another."""
        self.before = before
        self.incoming = incoming
        self.items = tuple(_items(before, incoming))
        self._starts: dict[str, list[int]] = {}
        for file, line in sorted(incoming.lines):
            self._starts.setdefault(file, []).append(line)
        self._said: list[Said] = []
        self._patches: list[Patch] = []
        self._sessions = [incoming.session]
        for each in said:
            self._say_again(each)

    @property
    def session(self) -> Session:
        return self._sessions[-1]

    @property
    def said(self) -> tuple[Said, ...]:
        return tuple(self._said)

    @property
    def read(self) -> Read:
        """What came of reading, before anything was said."""
        return Read(self.incoming.session, self.incoming.lines, self.items)

    @property
    def asks(self) -> bool:
        """Whether there is anything but remarks."""
        return any(each.kind is not ItemKind.REMARK and not each.is_mended for each in self.items)

    @property
    def last_said(self) -> Said | None:
        return self._said[-1] if self._said else None

    def do(self, item: ReviewItem, command: Command) -> None:
        """Do what was said of an item. Raises KnownError if it may not be done."""
        patch = command.plan(self.session)
        self._sessions.append(patched(self.session, patch))
        self._patches.append(patch)
        self._said.append(Answer(item, command))

    def leave(self, item: ReviewItem) -> None:
        """A bracket is right as it is printed."""
        self._said.append(Answer(item, None))

    def take_back(self) -> ReviewItem | None:
        """Undo the answer that was given last; returns of which item it was."""
        match self.last_said:
            case Answer(item, command):
                self._said.pop()
                if command is not None:
                    self._sessions.pop()
                    self._patches.pop()
                return item
        return None

    def is_done(self, item: ReviewItem) -> bool:
        """Whether there is nothing left to say of an item: it is confirmed or corrected, became
        something else, is right as it is, or is gone with what it belonged to."""
        match item.kind:
            case ItemKind.GUESS:
                row = self.session.amendments.get(item.row)
                return row is None or not any(
                    (each.file, each.line, each.raw) == (item.file, item.line, item.raw)
                    for each in row.guesses
                )
            case ItemKind.LEFT:
                return item.row not in self.session.unread
            case ItemKind.BRACKET:
                return item.is_mended or Answer(item, None) in self._said
        return False

    def lines_of(self, item: ReviewItem) -> tuple[int, int]:
        """`[first, end)`: the lines of the paragraph that an item is in, as far as a reader told
        where paragraphs start; else its own line."""
        starts = self._starts.get(item.file, [])
        at = bisect_right(starts, item.line)
        if not at:
            return item.line, item.line + 1
        return starts[at - 1], starts[at] if at < len(starts) else _END

    def read_at(self, item: ReviewItem) -> tuple[Provision | None, tuple[Amendment, ...]]:
        """What the paragraph of an item was read as: base text, and the proposals made of it."""
        first, _ = self.lines_of(item)
        key = self.incoming.lines.get((item.file, first), "")
        found = [
            each
            for each in self.session.amendments.values()
            if each.origin and (each.origin.file, each.origin.line) == (item.file, first)
        ]
        return self.session.provisions.get(key), tuple(found)

    def item_of(self, repair: Repair) -> ReviewItem | None:
        """The item that tells of a repair."""
        mended = repair.correction
        return next(
            (
                each
                for each in reversed(self.items)
                if (each.file, each.line, each.code)
                == (repair.path.name, mended.line, mended.mending.value)
            ),
            None,
        )

    def whole(self) -> BringIn:
        """The import with all that was said of it, as one step."""
        arrived = self.incoming.as_one(self.before)
        return BringIn(combined(self.before, (arrived.patch, *self._patches)), arrived.file)

    def settled(self, path: Path) -> Incoming:
        """The import with all that was said of it, to be written as a new session at `path`."""
        steps = [*self.incoming.steps, *map(BringIn, self._patches)]
        return replace(self.incoming, path=path, session=self.session, steps=steps)

    def _say_again(self, said: Said) -> None:
        match said:
            case Answer(item, command) if command is not None:
                with suppress(KnownError):  # an answer that does not fit any more is asked again
                    self.do(item, command)
            case _:
                self._said.append(said)


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
    remarks = list(_remarks(before, incoming))
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


def _remarks(before: Session, incoming: Incoming) -> Iterator[ReviewItem]:
    after = incoming.session
    reports = [row for key, row in after.reports.items() if key not in before.reports]
    for report in reports:
        file = after.files.get(report.file)
        places = _places(incoming, report)
        for code, line, words in report.warnings:
            if code in _NO_QUESTION:
                continue
            kind = ItemKind.BRACKET if code in _BRACKETS else ItemKind.REMARK
            name = file.name if file else report.file
            place = places.get(line, "")
            if code in MENDED and not place:  # its line may be one inside the paragraph
                place = places.get(max((e for e in places if e < line), default=0), "")
            yield ReviewItem(kind, "", place, name, line, words, code)


def _places(incoming: Incoming, report: ImportReport) -> dict[int, str]:
    """The provisions at the lines of a file, as far as anything was read or left there."""
    session = incoming.session
    file = session.files.get(report.file)
    name = file.name if file else report.file
    found = {line: key for (paper, line), key in incoming.lines.items() if paper == name}
    found.update(
        (each.origin.line, each.provision)
        for each in session.amendments.values()
        if each.origin is not None and each.origin.file == name
    )
    found.update((e.line, e.provision) for e in session.unread.values() if e.file == report.file)
    return found
