"""What is agreed is locked: nobody types into it before it is reopened."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from editor.negotiation.commands.status import SetStatus
from editor.negotiation.provision import AGREED_STATUSES, ProvisionStatus
from editor.ui.page.decoration import Decoration
from editor.ui.page.page_view import PageView
from tests.ui.negotiations import TEXTS, small_negotiation
from tests.ui.page.windows import close, composed_text, open_page


@pytest.fixture
def page(qapp: QApplication, tmp_path: Path) -> Iterator[PageView]:
    opened = open_page(small_negotiation(), tmp_path)
    opened.show_provision("p4")
    yield opened
    close(opened)


def set_status(page: PageView, status: ProvisionStatus) -> None:
    assert page.workspace is not None
    page.workspace.execute(SetStatus(("p4",), status))


@pytest.mark.parametrize("status", sorted(AGREED_STATUSES))
@pytest.mark.parametrize(
    "key", [Qt.Key.Key_X, Qt.Key.Key_Delete, Qt.Key.Key_Return], ids=["type", "delete", "break"]
)
def test_a_key_changes_nothing_and_says_how_to_reopen(
    page: PageView, status: ProvisionStatus, key: Qt.Key
) -> None:
    set_status(page, status)
    before, said = composed_text(page), []
    page.refused.connect(lambda error: said.append(error.code))

    QTest.keyClick(page, key)

    assert said == ["provision_agreed"]
    assert composed_text(page) == before


def test_what_reaches_into_agreed_text_is_left_whole(page: PageView) -> None:
    """From p3, which is not agreed, into p4: neither is cut, but both can be copied."""
    before = composed_text(page)
    page.show_provision("p3")
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Right):
        QTest.keyClick(page, key, Qt.KeyboardModifier.ShiftModifier)
    assert page.textCursor().hasSelection()

    page.cut()
    QTest.keyClick(page, Qt.Key.Key_X)
    assert composed_text(page) == before

    page.copy()
    assert QGuiApplication.clipboard().text().startswith(TEXTS["p3"])


def test_reopened_it_can_be_typed_into(page: PageView) -> None:
    set_status(page, ProvisionStatus.REOPENED)

    QTest.keyClicks(page, "All ")

    assert "All Parties should fund early warning." in composed_text(page)


def test_the_lock_stands_beside_the_status(page: PageView) -> None:
    assert page.page is not None
    block = page.textCursor().block()
    locked = Decoration(page.page).pill(block, block.layout())
    set_status(page, ProvisionStatus.REOPENED)
    open_again = Decoration(page.page).pill(block, block.layout())

    assert locked is not None
    assert locked.is_locked
    assert open_again is not None
    assert not open_again.is_locked
