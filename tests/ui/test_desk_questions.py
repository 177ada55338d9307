from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QToolTip
from pytestqt.qtbot import QtBot

from editor.app.guided.review import Review
from editor.app.importing import Incoming, add_layer
from editor.negotiation.provision import ProvisionStatus
from editor.storage.kept_files import digest_of
from editor.ui import desk_questions
from editor.ui.main_window import MainWindow
from tests.ui.in_window import session_of


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

    assert session_of(window).provisions["p1"].status is ProvisionStatus.AGREED_AD_REF
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

    assert session_of(window).provisions["p2"].pending_on == ("egy", "nor")


def test_choosing_the_status_it_has_keeps_who_it_is_pending_on(
    window: MainWindow, qtbot: QtBot
) -> None:
    assert window.session_side.controller is not None
    window.session_side.controller.go_to("p2")
    window.actions_.set_status.trigger()
    menu = _menu(qtbot)

    next(a for a in menu.actions() if a.isChecked()).trigger()
    menu.close()

    assert session_of(window).provisions["p2"].pending_on == ("egy",)


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

    assert session_of(window).title == "Shores"


def test_joining_and_splitting_are_undone(window: MainWindow) -> None:
    assert window.session_side.controller is not None
    window.session_side.controller.go_to("p3")
    before = session_of(window)

    window.actions_.join_next.trigger()
    joined = session_of(window).provisions["p3"].text
    assert joined == "Parties should train local staff. Parties should fund early warning."
    assert "p4" not in session_of(window).provisions

    window.actions_.undo.trigger()
    assert session_of(window).provisions == before.provisions


def test_a_provision_is_split_at_the_caret(window: MainWindow) -> None:
    assert window.session_side.controller is not None
    window.session_side.controller.go_to("p3")
    page = window.session_side.desk.page
    cursor = page.textCursor()
    cursor.setPosition(cursor.block().position() + len("Parties should "))
    page.setTextCursor(cursor)

    window.actions_.split_here.trigger()

    texts = [session_of(window).provisions[each].text for each in session_of(window).base_order]
    assert "train local staff." in texts


@pytest.fixture
def said_at_caret(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is said beside the caret."""
    said: list[str] = []
    monkeypatch.setattr(QToolTip, "showText", lambda _place, words, _page: said.append(words))
    return said


def test_only_what_stands_together_on_the_page_is_joined(
    window: MainWindow, said_at_caret: list[str]
) -> None:
    controller = window.session_side.controller
    assert controller is not None
    window.actions_.all_on.trigger()
    before = session_of(window).provisions

    for provision in ("h1", "p5", "pn1"):
        controller.go_to(provision)
        window.actions_.join_next.trigger()

    assert session_of(window).provisions == before
    assert said_at_caret == [
        "“1” stands right after it, and only provisions of the base text that follow each other "
        "can be joined.",
        "“5 bis” stands right after it, and only provisions of the base text that follow each "
        "other can be joined.",
        "This provision is proposed; only those of the base text can be joined or split.",
    ]


def test_the_last_provision_has_nothing_to_be_joined_with(
    window: MainWindow, said_at_caret: list[str]
) -> None:
    assert window.session_side.controller is not None
    window.session_side.controller.go_to("p5")

    window.actions_.join_next.trigger()

    assert said_at_caret == ["This is the last provision; nothing follows to be joined with it."]


def test_a_split_says_why_it_is_not_done(window: MainWindow, said_at_caret: list[str]) -> None:
    controller = window.session_side.controller
    assert controller is not None
    window.actions_.all_on.trigger()
    for provision in ("pn1", "p3"):
        controller.go_to(provision)
        window.actions_.split_here.trigger()

    assert said_at_caret == [
        "This provision is proposed; only those of the base text can be joined or split.",
        "The provision cannot be split here.",
    ]


def test_there_is_a_word_where_there_is_nowhere_to_go(
    window: MainWindow, said_at_caret: list[str]
) -> None:
    window.actions_.next_conflict.trigger()
    assert said_at_caret == ["Nothing is in conflict."]


def test_a_heading_has_no_status(window: MainWindow, said_at_caret: list[str]) -> None:
    controller = window.session_side.controller
    assert controller is not None
    status = window.session_side.desk.proposals.status
    assert status.isVisible()

    controller.go_to("h1")
    assert not status.isVisible()
    window.session_side.desk.proposals.take_focus()
    window.actions_.set_status.trigger()
    assert said_at_caret == ["Only provisions have a status, and this is none."]

    controller.go_to("p2")
    assert status.isVisible()


def _read_import(window: MainWindow, tmp_path: Path) -> tuple[Review, str]:
    """A paper that was read in the guided import and may be taken over; its digest."""
    paper = tmp_path / "paper.txt"
    paper.write_text("1. Parties should do something else.\n")
    session = session_of(window)
    incoming = Incoming(tmp_path / "coasts.rolling", session)
    add_layer(incoming, "NOR", paper)
    return Review(session, incoming), digest_of(paper.read_bytes())


def _take_over(window: MainWindow, review: Review) -> None:
    questions = window.session_side.questions
    assert questions is not None
    questions.wizard = SimpleNamespace(  # type: ignore[assignment]
        review=review, check=SimpleNamespace(open_items=()), deleteLater=lambda: None
    )
    questions._bring_in()
    questions.wizard = None
    questions._controller.workspace.flush()


def _kept(window: MainWindow, digest: str) -> bytes | None:
    assert window.session_side.controller is not None
    return window.session_side.controller.workspace.file.kept_file(digest)


def test_the_bytes_of_a_paper_are_kept_with_what_it_brings(
    window: MainWindow, tmp_path: Path
) -> None:
    review, digest = _read_import(window, tmp_path)
    _take_over(window, review)
    assert _kept(window, digest) == review.incoming.contents[0]


def test_an_import_that_is_cancelled_leaves_nothing_in_the_file(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    review, digest = _read_import(window, tmp_path)
    before = session_of(window)
    monkeypatch.setattr(desk_questions, "_LARGE", 0)
    monkeypatch.setattr(window.background, "run", lambda *_: None)
    _take_over(window, review)
    assert session_of(window) is before
    assert _kept(window, digest) is None
