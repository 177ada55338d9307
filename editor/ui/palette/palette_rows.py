"""The rows of the palette, and which of them words mean."""

from collections.abc import Iterable
from typing import NamedTuple

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from editor.ui.palette.menu_places import menu_places

_BETWEEN_MENUS = " › "
_NOWHERE = 4


class PaletteRow(NamedTuple):
    """An action as it is read."""

    action: QAction
    name: str
    place: str
    key: str


def palette_rows(actions: Iterable[QAction], menu: QMenu) -> list[PaletteRow]:
    """A row for each action, in their order, with its place in the menu."""
    places = menu_places(menu)
    return [
        PaletteRow(
            action,
            action.text().rstrip("…"),
            _BETWEEN_MENUS.join(places.get(action, ())),
            action.shortcut().toString(QKeySequence.SequenceFormat.NativeText),
        )
        for action in actions
    ]


def rows_meant(words: str, rows: Iterable[PaletteRow]) -> list[PaletteRow]:
    """The rows in which each of the words is: first where a name begins with it, then where a
    word of the name does, then where it is in the name or elsewhere."""
    wanted = words.casefold().split()
    ranked = [([_rank(each, row) for each in wanted], row) for row in rows]
    found = [(sum(ranks), row) for ranks, row in ranked if _NOWHERE not in ranks]
    return [row for _, row in sorted(found, key=lambda each: each[0])]


def _rank(word: str, row: PaletteRow) -> int:
    name = row.name.casefold()
    if name.startswith(word):
        return 0
    if any(each.startswith(word) for each in name.split()):
        return 1
    if word in name:
        return 2
    beside = (row.place, row.key, row.action.statusTip())
    return 3 if any(word in each.casefold() for each in beside) else _NOWHERE
