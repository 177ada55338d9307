from pathlib import Path

from PySide6.QtCore import QMimeData, QModelIndex, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from pytestqt.qtbot import QtBot

from editor.negotiation.commands.delegations import AddDelegation, RemoveDelegation
from editor.negotiation.commands.switching import Decide
from editor.ui.layers.layers_delegate import LayerParts, parts_of
from editor.ui.layers.layers_panel import LayersPanel
from editor.ui.main_window import MainWindow
from tests.ui.in_window import session_of

_State = Qt.CheckState


def _panel(window: MainWindow) -> LayersPanel:
    return window.session_side.desk.layers


def _parts(panel: LayersPanel, index: QModelIndex) -> LayerParts:
    panel.list.scrollTo(index)
    return parts_of(panel.list.visualRect(index))


def _click(qtbot: QtBot, panel: LayersPanel, where: QPoint) -> None:
    qtbot.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=where)


def _header(panel: LayersPanel, title: str) -> QModelIndex:
    model = panel.model
    rows = (model.index(number) for number in range(model.rowCount()))
    return next(i for i in rows if model.row(i).is_header and model.title(model.row(i)) == title)


def test_a_click_on_the_box_switches_the_layer(window: MainWindow, qtbot: QtBot) -> None:
    panel = _panel(window)
    index = panel.model.index_of("can")

    _click(qtbot, panel, _parts(panel, index).box.center())

    assert session_of(window).delegations["can"].layer_on
    assert panel.model.data(panel.model.index_of("can"), Qt.ItemDataRole.CheckStateRole) is (
        _State.Checked
    )


def test_space_switches_the_layer_in_hand(window: MainWindow, qtbot: QtBot) -> None:
    panel = _panel(window)
    panel.list.setCurrentIndex(panel.model.index_of("egy"))

    qtbot.keyClick(panel.list, Qt.Key.Key_Space)
    assert session_of(window).delegations["egy"].layer_on
    qtbot.keyClick(panel.list, Qt.Key.Key_Space)
    assert not session_of(window).delegations["egy"].layer_on


def test_a_group_header_switches_its_members(window: MainWindow, qtbot: QtBot) -> None:
    panel = _panel(window)
    header = _header(panel, "Island States")

    _click(qtbot, panel, _parts(panel, header).box.center())

    delegations = session_of(window).delegations
    assert delegations["sids"].layer_on
    assert delegations["fji"].layer_on
    assert not delegations["can"].layer_on


def test_a_decision_against_the_layer_makes_the_box_partial(window: MainWindow) -> None:
    panel = _panel(window)
    assert window.session_side.controller is not None

    window.session_side.controller.execute(Decide(("a1",), True))

    row = panel.model.row(panel.model.index_of("can"))
    assert panel.model.state(row) is _State.PartiallyChecked


def test_solo_lets_one_delegation_stand_out(window: MainWindow, qtbot: QtBot) -> None:
    panel = _panel(window)
    index = panel.model.index_of("nor")
    with qtbot.waitSignal(panel.solo_changed) as heard:
        _click(qtbot, panel, _parts(panel, index).solo.center())
    assert heard.args == ["nor"]

    panel.list.setCurrentIndex(index)
    with qtbot.waitSignal(panel.solo_changed) as heard:
        qtbot.keyClick(panel.list, Qt.Key.Key_S)
    assert heard.args == [""]


def test_a_header_folds_its_rows(window: MainWindow, qtbot: QtBot) -> None:
    panel = _panel(window)
    before = panel.model.rowCount()
    header = _header(panel, "States")
    rect = panel.list.visualRect(header)

    _click(qtbot, panel, QPoint(rect.center().x(), rect.center().y()))

    assert panel.model.rowCount() == before - 3
    assert not panel.model.index_of("can").isValid()


def test_a_dropped_file_asks_to_import_that_layer(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    panel = _panel(window)
    window.session_side.questions.release()  # type: ignore[union-attr]
    file = tmp_path / "norway.md"
    where = _parts(panel, panel.model.index_of("nor")).words.center()
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(file))])
    event = QDropEvent(
        QPointF(where),
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    with qtbot.waitSignal(panel.import_asked) as heard:
        panel.list.dropEvent(event)

    assert heard.args == ["nor", [file]]
    window.session_side.questions = None


def test_rows_are_said_in_words(window: MainWindow) -> None:
    panel = _panel(window)

    words = panel.model.data(panel.model.index_of("can"), Qt.ItemDataRole.AccessibleTextRole)

    assert words == "CAN Canada: off; 3 proposals, supports 0, opposes 0"


def test_the_same_delegation_stays_in_hand_when_another_joins(window: MainWindow) -> None:
    panel = _panel(window)
    assert window.session_side.controller is not None
    panel.list.setCurrentIndex(panel.model.index_of("nor"))

    window.session_side.controller.execute(AddDelegation("BEN", "Benin"))

    assert panel.model.row(panel.list.currentIndex()).delegation == "nor"


def test_solo_ends_with_its_delegation(window: MainWindow, qtbot: QtBot) -> None:
    panel, page = _panel(window), window.session_side.desk.page.page
    assert window.session_side.controller is not None
    assert page is not None
    panel.toggle_solo("nor")
    assert page.solo == "nor"

    window.session_side.controller.execute(RemoveDelegation("nor"))

    assert panel.solo == page.solo == ""
