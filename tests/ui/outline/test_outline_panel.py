from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from editor.ui.layers.layers_delegate import parts_of
from editor.ui.main_window import MainWindow
from editor.ui.outline.outline_delegate import OutlineDelegate
from editor.ui.outline.outline_model import OutlineModel
from editor.ui.outline.outline_panel import OutlinePanel
from editor.ui.outline.rows import Filter


def _panel(window: MainWindow) -> OutlinePanel:
    return window.session_side.desk.outline


def _labels(panel: OutlinePanel) -> list[str]:
    model = panel.model
    return [model.row(model.index(number)).label for number in range(model.rowCount())]


def test_a_click_goes_to_the_provision(window: MainWindow, qtbot: QtBot) -> None:
    panel = _panel(window)
    rect = panel.list.visualRect(panel.model.index_of("p3"))

    qtbot.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())

    assert window.session_side.desk.page.provision_in_hand == "p3"


def test_arrows_go_along(window: MainWindow, qtbot: QtBot) -> None:
    panel = _panel(window)
    window.activateWindow()
    panel.list.setFocus()
    qtbot.waitUntil(panel.list.hasFocus)
    panel.list.setCurrentIndex(panel.model.index_of("p2"))

    qtbot.keyClick(panel.list, Qt.Key.Key_Down)

    assert window.session_side.desk.page.provision_in_hand == "p3"


def test_filters_show_and_count(window: MainWindow) -> None:
    panel = _panel(window)
    window.actions_.all_on.trigger()

    assert panel.model.counts() == {
        Filter.ALL: 6,
        Filter.OPEN: 5,
        Filter.CONFLICTS: 1,
        Filter.AGREED: 1,
    }
    panel.set_filter(Filter.CONFLICTS)
    assert _labels(panel) == ["1"]
    panel.set_filter(Filter.AGREED)
    assert _labels(panel) == ["4"]


def test_the_conflict_filter_follows_the_switches(window: MainWindow) -> None:
    panel = _panel(window)
    panel.set_filter(Filter.CONFLICTS)
    assert _labels(panel) == []

    window.actions_.all_on.trigger()
    assert _labels(panel) == ["1"]
    window.actions_.undo.trigger()
    assert _labels(panel) == []


def test_a_proposed_provision_comes_and_goes(window: MainWindow) -> None:
    panel = _panel(window)

    window.actions_.all_on.trigger()
    assert "5 bis" in _labels(panel)
    window.actions_.all_off.trigger()
    assert "5 bis" not in _labels(panel)


def test_rows_are_said_in_words(window: MainWindow) -> None:
    panel = _panel(window)
    window.actions_.all_on.trigger()

    words = panel.model.data(panel.model.index_of("p1"), Qt.ItemDataRole.AccessibleTextRole)

    assert words == (
        "1 Parties should prevent the draining of wetlands. · 2 proposals · Not reached "
        "· in conflict"
    )


def test_a_switch_paints_the_rows_that_look_different_then(
    window: MainWindow, qtbot: QtBot
) -> None:
    panel = _panel(window)
    painted = _Watching(panel.model)
    panel.list.setItemDelegate(painted)
    qtbot.waitUntil(lambda: "p5" in painted.rows)
    qtbot.wait(50)
    painted.rows.clear()

    _click_box(window, qtbot, "can")
    qtbot.wait(50)
    assert painted.rows == []
    _click_box(window, qtbot, "egy")
    qtbot.waitUntil(lambda: bool(painted.rows))
    assert set(painted.rows) == {"p1"}


def _click_box(window: MainWindow, qtbot: QtBot, delegation: str) -> None:
    layers = window.session_side.desk.layers
    box = parts_of(layers.list.visualRect(layers.model.index_of(delegation))).box
    qtbot.mouseClick(layers.list.viewport(), Qt.MouseButton.LeftButton, pos=box.center())


class _Watching(OutlineDelegate):
    """Keeps the provisions whose rows were painted."""

    def __init__(self, model: OutlineModel) -> None:
        super().__init__(model)
        self.rows: list[str] = []

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        self.rows.append(self._model.row(index).provision)
        super().paint(painter, option, index)
