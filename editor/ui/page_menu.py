"""The menu of the page: what can be done with the words there."""

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu

from editor.ui.actions import Actions
from editor.ui.page.page_view import PageView


def show_page_menu(page: PageView, actions: Actions, where: QPoint) -> None:
    """At a place of the page's viewport. Words selected stay selected if that is within them, else
    the caret goes there."""
    there, selected = page.cursorForPosition(where), page.textCursor()
    if not selected.selectionStart() <= there.position() <= selected.selectionEnd():
        page.setTextCursor(there)
    menu = QMenu(page)
    menu.setToolTipsVisible(True)
    menu.addActions([actions.record_position, actions.set_status])
    menu.addSeparator()
    menu.addActions([actions.relabel, actions.join_next, actions.split_here])
    menu.aboutToHide.connect(menu.deleteLater)
    menu.popup(page.viewport().mapToGlobal(where))
