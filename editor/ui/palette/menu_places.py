"""Where actions are in a menu."""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu


def menu_places(menu: QMenu, above: tuple[str, ...] = ()) -> dict[QAction, tuple[str, ...]]:
    """The titles of the menus that lead to each action, the outermost first; `above` lead to
    `menu`."""
    places: dict[QAction, tuple[str, ...]] = {}
    for action in menu.actions():
        below = action.menu()
        if isinstance(below, QMenu):
            places.update(menu_places(below, (*above, below.title())))
        else:
            places[action] = above
    return places
