"""Going through the log: the session that it tells of, and where it does not hold together."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields
from typing import Any

from editor.negotiation.patch import Patch, RowChange
from editor.negotiation.session import Row, Session
from editor.storage.log import UNDO, LogEntry, LogState

Tables = dict[str, dict[str, Row]]


@dataclass
class Replay:
    """A session that is led through the log. `misfits` are changes that found another row than
    they expected, with the number of their entry."""

    tables: Tables = field(default_factory=lambda: {each.name: {} for each in fields(Session)})
    misfits: list[tuple[int, RowChange]] = field(default_factory=list)

    @classmethod
    def of(cls, session: Session) -> "Replay":
        return cls({each.name: dict(getattr(session, each.name)) for each in fields(Session)})

    @property
    def session(self) -> Session:
        tables: dict[str, Any] = {name: dict(rows) for name, rows in self.tables.items()}
        return Session(**tables)

    def go(self, number: int, patch: Patch) -> None:
        """Apply `patch`, that of the entry `number`."""
        for change in patch.changes:
            rows = self.tables[change.table]
            if rows.get(change.key) != change.before:
                self.misfits.append((number, change))
            if change.after is None:
                rows.pop(change.key, None)
            else:
                rows[change.key] = change.after


def replayed(entries: Iterable[LogEntry], patches: Mapping[int, Patch]) -> Replay:
    """From nothing through all that was done, undone and done again. An entry whose patch is
    not among `patches` is passed over."""
    replay = Replay()
    for entry in entries:
        patch = patches.get(entry.id if entry.of is None else entry.of)
        if patch is not None:
            replay.go(entry.id, patch.reverse if entry.command == UNDO and entry.of else patch)
    return replay


def there_and_back(
    session: Session, entries: Iterable[LogEntry], patches: Mapping[int, Patch]
) -> Replay:
    """`session` after undoing all that can be undone and doing it all again."""
    replay = Replay.of(session)
    done = [each.id for each in entries if each.state is LogState.DONE and each.id in patches]
    for number in reversed(done):
        replay.go(number, patches[number].reverse)
    for number in done:
        replay.go(number, patches[number])
    return replay


def disagreements(one: Session, other: Session) -> Iterator[tuple[str, str]]:
    """Table and key of each row that is not the same in both."""
    for each in fields(Session):
        mine, theirs = getattr(one, each.name), getattr(other, each.name)
        for key in mine.keys() | theirs.keys():
            if mine.get(key) != theirs.get(key):
                yield each.name, key
