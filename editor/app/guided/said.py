"""What was said of an import under review, and which of it still holds once a file was read
again."""

import re
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from enum import Enum
from pathlib import Path
from typing import TypeVar, cast

from editor.app.guided.review_item import ReviewItem
from editor.importers.house_styles.mark_corrections import MarkCorrection
from editor.negotiation.amendment import Amendment, AmendmentKind
from editor.negotiation.commands.command import Command
from editor.negotiation.note import Note
from editor.negotiation.session import Session
from editor.negotiation.unread import Unread

_ID = re.compile(r"[a-z]\d+")
Row = TypeVar("Row")
Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Answer:
    """What was done about an item; without a command it is right as it is."""

    item: ReviewItem
    command: Command | None


@dataclass(frozen=True, slots=True)
class Repair:
    """A bracket of the file at `path` was mended; `earlier` is all that was said before."""

    item: ReviewItem
    path: Path
    correction: MarkCorrection
    earlier: "tuple[Said, ...]" = ()


Said = Answer | Repair


def corrections_of(said: Iterable[Said], path: Path) -> tuple[MarkCorrection, ...]:
    """The corrections of one file, in the order in which they were made."""
    return tuple(e.correction for e in said if isinstance(e, Repair) and e.path == path)


def repairs_of(said: Iterable[Said]) -> tuple[Said, ...]:
    """The repairs alone, as if nothing else had been said between them."""
    found: tuple[Said, ...] = ()
    for each in said:
        if isinstance(each, Repair):
            found = (*found, replace(each, earlier=found))
    return found


@dataclass(frozen=True, slots=True)
class Read:
    """What came of reading: the session, its provisions by file and line, what to look at."""

    session: Session
    lines: Mapping[tuple[str, int], str]
    items: tuple[ReviewItem, ...]


def still_said(said: Iterable[Said], before: Read, after: Read) -> tuple[Said, ...]:
    """What was said of `before`, as far as it holds `after` another reading: an item must be
    there again, the same words at the same place read as the same, and all that its answer names.
    """
    names = _same_rows(before, after)
    twins = dict(_same_items(before, after, names))
    found: list[Said] = []
    for each in said:
        if isinstance(each, Repair):
            found.append(each)
        elif each.item in twins:
            try:
                found.append(Answer(twins[each.item], _renamed(each.command, names)))
            except KeyError:
                continue
    return tuple(found)


def _same_items(
    before: Read, after: Read, names: Mapping[str, str]
) -> Iterator[tuple[ReviewItem, ReviewItem]]:
    keyed = [(_item_key(each), each) for each in before.items]
    for old, new in _pairs(keyed, [(_item_key(each), each) for each in after.items]):
        if old.row == new.row == "" or names.get(old.row) == new.row:
            yield old, new


def _item_key(item: ReviewItem) -> Hashable:
    return (item.kind, item.code, item.file, item.line, item.raw)


def _same_rows(before: Read, after: Read) -> dict[str, str]:
    """The ids of the later reading by those of the earlier one."""
    old, new = before.session, after.session
    found = {each.code: each.id for each in new.delegations.values()}
    names = {each.id: found[each.code] for each in old.delegations.values() if each.code in found}
    for place, key in before.lines.items():
        other = after.lines.get(place, "")
        if other and old.provisions[key].text == new.provisions[other].text:
            names[key] = other
    for one, two in _pairs(_keyed_unread(old), _keyed_unread(new)):
        names[one.id] = two.id
    for note, twin in _pairs(_keyed_notes(old), _keyed_notes(new)):
        names[note.id] = twin.id
    for a, b in _pairs(_keyed_proposals(old), _keyed_proposals(new)):
        names[a.id] = b.id
        if a.kind is AmendmentKind.NEW_PROVISION:
            names[a.provision] = b.provision
        if a.group:
            names[a.group] = b.group
    return names


def _keyed_unread(session: Session) -> Iterator[tuple[Hashable, Unread]]:
    for each in session.unread.values():
        yield (each.file, each.line, each.raw, each.reason), each


def _keyed_notes(session: Session) -> Iterator[tuple[Hashable, Note]]:
    for each in session.notes.values():
        yield each.text, each


def _keyed_proposals(session: Session) -> Iterator[tuple[Hashable, Amendment]]:
    """By where it was read, whose it is and what it wants; not by offsets, which a bracket before
    it shifts."""
    for row in session.amendments.values():
        place = row.origin and (row.origin.file, row.origin.line, row.origin.raw)
        whose = tuple(session.delegations[each].code for each in row.sponsors)
        edits = tuple((each.text, each.end - each.start) for each in row.edits)
        yield (place, whose, row.kind, row.text, edits), row


def _pairs(
    old: Iterable[tuple[Hashable, Row]], new: Iterable[tuple[Hashable, Row]]
) -> Iterator[tuple[Row, Row]]:
    """Rows of equal keys, in their order; none where there are not as many on both sides."""
    left: dict[Hashable, list[Row]] = defaultdict(list)
    right: dict[Hashable, list[Row]] = defaultdict(list)
    for key, row in old:
        left[key].append(row)
    for key, row in new:
        right[key].append(row)
    for key, rows in left.items():
        if len(rows) == len(right[key]):
            yield from zip(rows, right[key], strict=True)


def _renamed(value: Value, names: Mapping[str, str]) -> Value:
    """A command with the ids of the later reading. Raises KeyError for one that is not there."""
    found: object = value
    if isinstance(value, str) and not isinstance(value, Enum):
        found = names[value] if _ID.fullmatch(value) else value
    elif isinstance(value, tuple):
        found = tuple(_renamed(each, names) for each in value)
    elif is_dataclass(value) and not isinstance(value, type):
        own = {each.name: _renamed(getattr(value, each.name), names) for each in fields(value)}
        found = replace(value, **own)
    return cast(Value, found)
