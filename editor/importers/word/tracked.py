"""Tracked changes: who inserted, who deleted, and what several of them make together."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from lxml import etree

from editor.importers.source import Revision
from editor.importers.word.names import W16DU, W

INSERTIONS: Final = frozenset({W + "ins", W + "moveTo"})
DELETIONS: Final = frozenset({W + "del", W + "moveFrom"})
CELL_INSERTION: Final = W + "cellIns"
CELL_DELETION: Final = W + "cellDel"


@dataclass(frozen=True, slots=True)
class Change:
    """One tracked change, or what several say together; a deletion's own author and date are
    `deleted_by` and `deleted_on` only where it deletes an insertion."""

    revision: Revision = Revision.NONE
    author: str = ""
    date: str = ""
    deleted_by: str = ""
    deleted_on: str = ""
    move: str = ""


UNCHANGED: Final = Change()


def read_change(element: etree._Element, revision: Revision, move: str = "") -> Change:
    """The change that a mark states. `w16du:dateUtc` is preferred: `w:date` is local time
    that claims to be UTC."""
    date = element.get(W16DU + "dateUtc") or element.get(W + "date") or ""
    return Change(revision, element.get(W + "author", ""), date, move=move)


def marks_in(properties: etree._Element | None) -> list[Change]:
    """The changes that the properties of a paragraph mark, row or cell state."""
    if properties is None:
        return []
    changes = []
    for child in properties:
        if child.tag in INSERTIONS or child.tag == CELL_INSERTION:
            changes.append(read_change(child, Revision.INSERTED))
        elif child.tag in DELETIONS or child.tag == CELL_DELETION:
            changes.append(read_change(child, Revision.DELETED))
    return changes


def combined(changes: Iterable[Change]) -> Change:
    """What changes around the same words, outermost first, say together."""
    insertion = deletion = UNCHANGED
    for change in changes:
        if change.revision is not Revision.DELETED and change is not UNCHANGED:
            insertion = change
        if change.revision is Revision.DELETED:
            deletion = change
    if deletion is UNCHANGED:
        return insertion
    if insertion is UNCHANGED:
        return deletion
    return Change(
        Revision.INSERTED_THEN_DELETED,
        insertion.author,
        insertion.date,
        deletion.author,
        deletion.date,
        insertion.move or deletion.move,
    )
