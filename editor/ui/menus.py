"""The menu of the window: every action in its place."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from editor.ui.actions import Actions


class Menus:
    """`main` opens from the top bar; `recent` is filled in when it is about to be shown."""

    def __init__(self, actions: Actions, parent: QWidget) -> None:
        self.main = QMenu(parent)
        self.recent = QMenu(_tr("Recent"), self.main)
        a = actions
        file = self._sub(_tr("File"), a.new_session, a.open_session)
        file.addMenu(self.recent)
        file.addActions([a.open_sample, a.fresh_sample])
        file.addSeparator()
        file.addActions([a.import_file, a.show_report, a.export_file])
        file.addActions([a.print_view, a.save_copy, a.entitle])
        file.addSeparator()
        file.addActions([a.give_name, a.close_session, a.quit])
        edit = self._sub(_tr("Edit"), a.undo, a.redo)
        edit.addSeparator()
        edit.addActions([a.find, a.find_next, a.find_previous, a.go_to])
        edit.addSeparator()
        edit.addActions([a.speak_as, a.show_log])
        view = self._sub(_tr("View"), a.view_base, a.view_redline, a.view_brackets, a.view_clean)
        view.addSeparator()
        view.addActions([a.zoom_in, a.zoom_out, a.zoom_reset])
        appearance = view.addMenu(_tr("Appearance"))
        appearance.addActions([a.theme_system, a.theme_light, a.theme_dark])
        view.addSeparator()
        view.addActions([a.next_pane, a.previous_pane, a.show_trays])
        go = self._sub(_tr("Go"), a.next_proposal, a.previous_proposal)
        go.addActions([a.next_conflict, a.previous_conflict, a.next_open, a.previous_open])
        go.addActions([a.next_hint, a.previous_hint])
        text = self._sub(_tr("Provision"), a.set_status, a.record_position)
        text.addSeparator()
        text.addActions([a.move_up, a.move_down])
        text.addSeparator()
        text.addActions([a.relabel, a.join_next, a.split_here])
        layers = self._sub(_tr("Layers"), a.all_on, a.all_off)
        layers.addSeparator()
        layers.addAction(a.add_delegation)
        self._sub(_tr("Help"), a.show_palette, a.show_keys, a.about)

    def _sub(self, title: str, *actions: QAction) -> QMenu:
        menu = self.main.addMenu(title)
        menu.setToolTipsVisible(True)
        menu.addActions(list(actions))
        return menu


def _tr(text: str) -> str:
    return QCoreApplication.translate("menu", text)
