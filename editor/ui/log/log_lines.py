"""The entries of a log as lines to be read. Pure: no widget."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from editor.app.log_detail import detail_in
from editor.storage.log import REDO, UNDO, LogEntry, LogState
from editor.ui.log.log_words import action_words

_MOST_CODES = 12


class LogLine(NamedTuple):
    """`provisions` are ids, for going there; `is_undone` whether it is taken back."""

    time: str
    author: str
    labels: str
    codes: str
    words: str
    provisions: tuple[str, ...]
    is_undone: bool

    @property
    def cells(self) -> tuple[str, str, str, str, str]:
        return self.time, self.author, self.labels, self.codes, self.words


class LogLines:
    """Lines are written when somebody looks at them; number 0 is the latest. What is undone as
    one, as the letters of a word are, is one line: as it was when it was complete."""

    def __init__(self, entries: Sequence[LogEntry]) -> None:
        self._by_id = {each.id: each for each in entries}
        self._entries = list(self._complete(entries))
        self._written: dict[int, LogLine] = {}

    def __len__(self) -> int:
        return len(self._entries)

    @property
    def written(self) -> int:
        """How many lines were written so far."""
        return len(self._written)

    def line(self, number: int) -> LogLine:
        if number not in self._written:
            self._written[number] = self._write(self._entries[-1 - number])
        return self._written[number]

    def matching(self, words: str) -> list[int]:
        """The numbers of the lines that hold all of `words`, whatever their case."""
        wanted = words.casefold().split()
        if not wanted:
            return list(range(len(self)))
        return [number for number in range(len(self)) if self._holds(number, wanted)]

    def _complete(self, entries: Sequence[LogEntry]) -> Iterator[LogEntry]:
        """One entry of each run: the last, or the first where a run is taken back."""
        for number, entry in enumerate(entries):
            if entry.command == UNDO:
                neighbour = entries[number - 1] if number else None
            else:
                neighbour = entries[number + 1] if number + 1 < len(entries) else None
            if neighbour is None or not self._are_one(entry, neighbour):
                yield entry

    def _are_one(self, entry: LogEntry, other: LogEntry) -> bool:
        run = self._about(entry).run
        return bool(run) and _move(entry) == _move(other) and self._about(other).run == run

    def _about(self, entry: LogEntry) -> LogEntry:
        """The entry that an undo or a redo was about, else itself."""
        return self._by_id.get(entry.of or 0, entry)

    def _holds(self, number: int, wanted: list[str]) -> bool:
        said = " ".join(self.line(number).cells).casefold()
        return all(each in said for each in wanted)

    def _write(self, entry: LogEntry) -> LogLine:
        about = self._about(entry)
        detail = detail_in(about.detail)
        words = action_words(about.command, detail)
        is_undone = entry.state in (LogState.UNDONE, LogState.ABANDONED)
        if entry.command == UNDO:
            words = _tr("Undone: {what}").format(what=words)
        elif entry.command == REDO:
            words = _tr("Done again: {what}").format(what=words)
        elif is_undone:
            words = _tr("{what} (undone)").format(what=words)
        return LogLine(
            _local(entry.time),
            entry.author,
            ", ".join(detail.at.values()),
            _codes(detail.whose),
            words,
            tuple(detail.at),
            is_undone,
        )


def _move(entry: LogEntry) -> tuple[str, LogState]:
    """An undo, a redo, or "" for something new; and whether it stands."""
    return "" if entry.of is None else entry.command, entry.state


def _codes(codes: Sequence[str]) -> str:
    if len(codes) <= _MOST_CODES:
        return ", ".join(codes)
    shown = ", ".join(codes[:_MOST_CODES])
    return _tr("{codes} and {n} more").format(codes=shown, n=len(codes) - _MOST_CODES)


def _local(time: str) -> str:
    """`2026-03-09 22:40:05`, by the clock of this machine; as it is if it is no time."""
    try:
        here = datetime.fromisoformat(time).astimezone().replace(tzinfo=None)
        return here.isoformat(" ", "seconds")
    except ValueError:
        return time


def _tr(text: str) -> str:
    return QCoreApplication.translate("log", text)
