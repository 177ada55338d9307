"""The actions of the window: each has one name, one place, one shortcut and a tooltip."""

from collections.abc import Iterator, Mapping

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence

from editor.ui.action_texts import ACTION_TEXTS, ActionText


class Actions(QObject):
    """The actions as attributes, by the names in `ACTION_TEXTS`."""

    new_session: QAction
    open_session: QAction
    open_sample: QAction
    fresh_sample: QAction
    import_file: QAction
    export_file: QAction
    print_view: QAction
    save_copy: QAction
    entitle: QAction
    close_session: QAction
    quit: QAction
    undo: QAction
    redo: QAction
    find: QAction
    find_next: QAction
    find_previous: QAction
    go_to: QAction
    view_base: QAction
    view_redline: QAction
    view_brackets: QAction
    view_clean: QAction
    zoom_in: QAction
    zoom_out: QAction
    zoom_reset: QAction
    theme_system: QAction
    theme_light: QAction
    theme_dark: QAction
    next_pane: QAction
    previous_pane: QAction
    next_proposal: QAction
    previous_proposal: QAction
    next_conflict: QAction
    previous_conflict: QAction
    next_open: QAction
    previous_open: QAction
    next_hint: QAction
    previous_hint: QAction
    move_up: QAction
    move_down: QAction
    speak_as: QAction
    set_status: QAction
    record_position: QAction
    relabel: QAction
    join_next: QAction
    split_here: QAction
    all_on: QAction
    all_off: QAction
    add_delegation: QAction
    show_trays: QAction
    show_report: QAction
    show_log: QAction
    give_name: QAction
    show_palette: QAction
    show_keys: QAction
    about: QAction
    show_menu: QAction

    def __init__(self, keys: Mapping[str, str], parent: QObject | None = None) -> None:
        """`keys` are the shortcuts that the user changed, by the name of the action."""
        super().__init__(parent)
        self._keys = keys
        for each in ACTION_TEXTS:
            action = QAction(self)
            action.setObjectName(each.name)
            setattr(self, each.name, action)
        self._group(self.view_base, self.view_redline, self.view_brackets, self.view_clean)
        self._group(self.theme_system, self.theme_light, self.theme_dark)
        self.view_redline.setChecked(True)
        self.retranslate()

    def __iter__(self) -> Iterator[QAction]:
        return (getattr(self, each.name) for each in ACTION_TEXTS)

    def retranslate(self) -> None:
        """Say everything in the present language."""
        for each in ACTION_TEXTS:
            action: QAction = getattr(self, each.name)
            tip = QCoreApplication.translate("action", each.tip)
            keys = self._keys_of(each)
            action.setText(QCoreApplication.translate("action", each.text))
            action.setShortcuts(keys)
            action.setToolTip(f"{tip} ({keys[0].toString()})" if keys else tip)
            action.setStatusTip(tip)

    def use_keys(self, keys: Mapping[str, str]) -> None:
        """Use other keys from now on: those that the user changed, by the name of the action."""
        self._keys = keys
        self.retranslate()

    def usual_keys(self, action: QAction) -> list[QKeySequence]:
        """The keys of an action where the user changed nothing."""
        text = next(each for each in ACTION_TEXTS if each.name == action.objectName())
        return [QKeySequence(key) for key in text.keys]

    def of_a_session(self) -> Iterator[QAction]:
        """The actions that need an open session."""
        always = {
            self.new_session,
            self.open_session,
            self.open_sample,
            self.fresh_sample,
            self.quit,
            self.give_name,
            self.theme_system,
            self.theme_light,
            self.theme_dark,
            self.show_palette,
            self.show_keys,
            self.about,
            self.show_menu,
        }
        return (action for action in self if action not in always)

    def that_change(self) -> Iterator[QAction]:
        """The actions that change a session, and cannot where it is open for reading only."""
        yield from (self.import_file, self.entitle, self.undo, self.redo)
        yield from (self.move_up, self.move_down, self.set_status)
        yield self.record_position
        yield from (self.relabel, self.join_next, self.split_here)
        yield from (self.all_on, self.all_off, self.add_delegation)

    def _keys_of(self, text: ActionText) -> list[QKeySequence]:
        """Those of the user; else the usual ones that the user did not give to another action."""
        if text.name in self._keys:
            key = QKeySequence(self._keys[text.name])
            return [] if key.isEmpty() else [key]
        given = [QKeySequence(key) for key in self._keys.values()]
        return [key for key in map(QKeySequence, text.keys) if key not in given]

    def _group(self, *actions: QAction) -> None:
        group = QActionGroup(self)
        for action in actions:
            action.setCheckable(True)
            group.addAction(action)
