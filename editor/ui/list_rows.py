"""Showing other rows in a list that somebody works through."""

from PySide6.QtWidgets import QSizePolicy, QTreeWidget, QTreeWidgetItem


def choose_row(view: QTreeWidget, number: int) -> None:
    """Take the row with this number in hand, if there is one."""
    row = view.topLevelItem(number)
    if row is not None:
        view.setCurrentItem(row)


def take_what_is_left(view: QTreeWidget) -> None:
    """Be as high as there is room, not less than its minimum."""
    view.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)


def show_rows(view: QTreeWidget, rows: list[QTreeWidgetItem]) -> None:
    """Show `rows` instead of those before. The current row stays at its place, so that after
    one is done the next is in hand; at first it is the top one."""
    current = view.currentItem()
    number = 0 if current is None else view.indexOfTopLevelItem(current)
    view.clear()
    view.addTopLevelItems(rows)
    if rows:
        view.setCurrentItem(rows[min(number, len(rows) - 1)])
