"""Lists that somebody works through, row by row."""

from collections.abc import Sequence

from PySide6.QtWidgets import QSizePolicy, QTreeWidget, QTreeWidgetItem


def list_with(name: str, columns: Sequence[tuple[str, int]]) -> QTreeWidget:
    """An empty list with the titles of its columns and their widths in pixels; `name` is for
    screen readers."""
    view = QTreeWidget()
    view.setAccessibleName(name)
    view.setHeaderLabels([title for title, _ in columns])
    for number, (_, width) in enumerate(columns):
        view.setColumnWidth(number, width)
    view.setRootIsDecorated(False)
    view.setUniformRowHeights(True)
    view.setAllColumnsShowFocus(True)
    return view


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
