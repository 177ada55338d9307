from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QMenu
from pytestqt.qtbot import QtBot

from editor.negotiation.provision import ProvisionStatus
from editor.negotiation.session import Session
from editor.ui.main_window import MainWindow


def _session(window: MainWindow) -> Session:
    assert window.session_side.controller is not None
    return window.session_side.controller.workspace.session


def _menu(qtbot: QtBot) -> QMenu:
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def test_the_status_is_set_from_its_menu(window: MainWindow, qtbot: QtBot) -> None:
    assert window.session_side.controller is not None
    window.session_side.controller.go_to("p1")
    button = window.session_side.desk.proposals.status

    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    menu = _menu(qtbot)
    next(a for a in menu.actions() if a.text() == "Agreed ad ref").trigger()
    menu.close()

    assert _session(window).provisions["p1"].status is ProvisionStatus.AGREED_AD_REF
    assert button.text().startswith("Agreed ad ref")


def test_who_it_is_pending_on_is_ticked(window: MainWindow, qtbot: QtBot) -> None:
    assert window.session_side.controller is not None
    window.session_side.controller.go_to("p2")
    window.actions_.set_status.trigger()
    menu = _menu(qtbot)
    names = next(a for a in menu.actions() if a.text() == "Pending on").menu()
    assert isinstance(names, QMenu)

    next(a for a in names.actions() if a.text().startswith("NOR")).trigger()
    menu.close()

    assert _session(window).provisions["p2"].pending_on == ("egy", "nor")


def test_choosing_the_status_it_has_keeps_who_it_is_pending_on(
    window: MainWindow, qtbot: QtBot
) -> None:
    assert window.session_side.controller is not None
    window.session_side.controller.go_to("p2")
    window.actions_.set_status.trigger()
    menu = _menu(qtbot)

    next(a for a in menu.actions() if a.isChecked()).trigger()
    menu.close()

    assert _session(window).provisions["p2"].pending_on == ("egy",)


def test_a_layer_has_its_menu(window: MainWindow, qtbot: QtBot) -> None:
    assert window.session_side.questions is not None
    window.session_side.questions.show_layer_menu("can", QPoint(0, 0))
    menu = _menu(qtbot)

    assert "Change…" in [action.text() for action in menu.actions()]
    menu.close()


def test_the_title_is_changed(window: MainWindow, qtbot: QtBot) -> None:
    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QDialog)
        dialog.title.setText("Shores")  # type: ignore[attr-defined]
        dialog.accept()

    QTimer.singleShot(0, answer)
    window.actions_.entitle.trigger()

    assert _session(window).title == "Shores"


def test_joining_and_splitting_are_undone(window: MainWindow) -> None:
    assert window.session_side.controller is not None
    window.session_side.controller.go_to("p3")
    before = _session(window)

    window.actions_.join_next.trigger()
    joined = _session(window).provisions["p3"].text
    assert joined == "Parties should train local staff. Parties should fund early warning."
    assert "p4" not in _session(window).provisions

    window.actions_.undo.trigger()
    assert _session(window).provisions == before.provisions


def test_a_provision_is_split_at_the_caret(window: MainWindow) -> None:
    assert window.session_side.controller is not None
    window.session_side.controller.go_to("p3")
    page = window.session_side.desk.page
    cursor = page.textCursor()
    cursor.setPosition(cursor.block().position() + len("Parties should "))
    page.setTextCursor(cursor)

    window.actions_.split_here.trigger()

    texts = [_session(window).provisions[each].text for each in _session(window).base_order]
    assert "train local staff." in texts
