"""Layout on demand: what is seen is exact, the rest estimated; points and places agree."""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QFontDatabase, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from editor.negotiation.amendment import Amendment, Sponsorship
from editor.negotiation.delegation import CHAIR, CHAIR_ID, Delegation
from editor.negotiation.provision import Provision, ProvisionStatus
from editor.negotiation.session import Session
from editor.resources import resource_path
from editor.text.edit import Edit
from editor.ui.page.decoration import Decoration
from editor.ui.page.page_view import PageView
from editor.ui.page.spans import View
from tests.ui.page.windows import close, open_page

WORDS = "States shall consider the measures of this convention and report about them. "
RIGHT_TO_LEFT = 1
ARABIC = "على الدول أن تنظر في التدابير وأن تقدم تقريرا عنها. " * 3


@pytest.fixture
def page(qapp: QApplication, tmp_path: Path) -> Iterator[PageView]:
    for font in sorted(resource_path("fonts").glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(font))
    texts = [WORDS * (1 + number % 5) for number in range(300)]
    texts[1], texts[2] = ARABIC, "各国应当考虑这些措施。" * 12
    provisions = {f"p{n}": Provision(f"p{n}", n, text, str(n)) for n, text in enumerate(texts)}
    opened = open_page(
        Session(delegations={CHAIR_ID: CHAIR}, provisions=provisions), tmp_path, View.CLEAN
    )
    yield opened
    close(opened)


def top_block(page: PageView) -> int:
    return page.cursorForPosition(QPoint(200, 2)).blockNumber()


@pytest.mark.parametrize("number", [0, 1, 2, 3, 4])
def test_a_click_finds_the_place_that_is_drawn_there(page: PageView, number: int) -> None:
    block = page.document().findBlockByNumber(number)
    layout = page.page.layout.ensure_laid_out(block) if page.page else block.layout()
    for offset in (0, 1, 7, 40, block.length() - 1):
        cursor = QTextCursor(block)
        cursor.setPosition(block.position() + offset)
        if layout.lineForTextPosition(offset).textStart() == offset != 0:
            continue  # the end of one line and the start of the next are one place
        rect = page.cursorRect(cursor)
        QTest.mouseClick(page.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
        slack = 1 if number == RIGHT_TO_LEFT else 0  # a caret stands on a letter's edge
        assert abs(page.textCursor().position() - cursor.position()) <= slack


def test_a_point_below_everything_is_in_the_last_block(page: PageView) -> None:
    assert page.page is not None
    layout = page.page.layout

    far = layout.hitTest(QPointF(300, 1e7), Qt.HitTestAccuracy.FuzzyHit)

    assert page.document().findBlock(far).blockNumber() == page.document().blockCount() - 1
    assert layout.hitTest(QPointF(300, 1e7), Qt.HitTestAccuracy.ExactHit) == -1


def test_only_what_is_seen_is_laid_out(page: PageView) -> None:
    laid_out = 0
    block = page.document().begin()
    while block.isValid():
        laid_out += block.layout().lineCount() > 0
        block = block.next()

    assert 3 < laid_out < 40


def test_far_jumps_and_the_way_back(page: PageView) -> None:
    page.show_provision("p250")
    QApplication.processEvents()
    assert page.provision_in_hand == "p250"
    assert page.viewport().rect().contains(page.cursorRect().center())

    page.show_provision("p0")
    QApplication.processEvents()
    assert page.verticalScrollBar().value() == 0


def test_scrolling_to_the_end_shows_the_end(page: PageView) -> None:
    bar = page.verticalScrollBar()
    for _ in range(3):
        bar.setValue(bar.maximum())
        QApplication.processEvents()

    rect = (
        page.page.layout.blockBoundingRect(page.document().lastBlock()) if page.page else QRectF()
    )
    assert rect.bottom() - bar.value() <= page.viewport().height()
    assert rect.bottom() - bar.value() > page.viewport().height() * 0.7


def test_what_changes_above_does_not_move_what_is_read(page: PageView) -> None:
    page.show_provision("p100")
    QApplication.processEvents()
    before = top_block(page)

    page.resize(page.width() - 160, page.height())
    QApplication.processEvents()

    assert top_block(page) == before


@pytest.mark.parametrize("percent", [50, 100, 200])
def test_zoom_keeps_the_top_line(page: PageView, percent: int) -> None:
    page.show_provision("p100")
    QApplication.processEvents()
    before = top_block(page)

    page.set_zoom(percent)
    QApplication.processEvents()

    assert top_block(page) == before


def test_up_and_down_go_line_by_line_and_over_blocks(page: PageView) -> None:
    page.show_provision("p3")
    for _ in range(6):
        QTest.keyClick(page, Qt.Key.Key_Down)
    down = page.textCursor().position()
    assert page.textCursor().blockNumber() > 3
    for _ in range(6):
        QTest.keyClick(page, Qt.Key.Key_Up)

    assert down > page.textCursor().position()
    assert page.textCursor().blockNumber() == 3


def test_a_selection_is_painted(page: PageView) -> None:
    page.show_provision("p3")
    block = page.document().findBlockByNumber(3)
    plain = page.viewport().grab().toImage()
    cursor = QTextCursor(block)
    cursor.setPosition(block.position() + 20, QTextCursor.MoveMode.KeepAnchor)

    page.setTextCursor(cursor)

    assert page.viewport().grab().toImage() != plain


def test_arabic_stands_on_the_right(page: PageView) -> None:
    assert page.page is not None
    layout = page.page.layout.ensure_laid_out(page.document().findBlockByNumber(1))
    line = layout.lineAt(layout.lineCount() - 1)

    assert line.naturalTextRect().left() > 20
    assert line.naturalTextRect().right() > line.width() - 1


@pytest.fixture
def tagged_page(qapp: QApplication, tmp_path: Path) -> Iterator[PageView]:
    opened = open_page(tagged(), tmp_path)
    yield opened
    close(opened)


def test_lines_stand_at_one_distance_with_tags_and_without(tagged_page: PageView) -> None:
    assert tagged_page.page is not None
    for number in range(2):
        block = tagged_page.document().findBlockByNumber(number)
        layout = tagged_page.page.layout.ensure_laid_out(block)
        lines = [layout.lineAt(index) for index in range(layout.lineCount())]
        baselines = [line.y() + line.ascent() for line in lines]
        steps = [low - high for high, low in pairwise(baselines)]
        pitch = tagged_page.page.layout.pitch(block)
        assert steps == pytest.approx([pitch] * (len(baselines) - 1), abs=0.05)
        assert len(baselines) > 3


def test_the_status_goes_below_where_there_is_no_room(tagged_page: PageView) -> None:
    """Whatever the width: it is inside the margins, and over no words."""
    assert tagged_page.page is not None
    decoration = Decoration(tagged_page.page)
    below = set()
    for width in range(520, 900, 13):
        tagged_page.resize(width, 600)
        QApplication.processEvents()
        for number in range(4):
            block = tagged_page.document().findBlockByNumber(number)
            rect = tagged_page.page.layout.blockBoundingRect(block)
            layout = block.layout()
            pill = decoration.pill(block, layout)
            assert pill is not None
            last = layout.lineAt(layout.lineCount() - 1)
            assert 0 <= pill.place.left() <= pill.place.right() <= last.width()
            assert pill.place.bottom() <= rect.height()
            assert not pill.place.intersects(last.naturalTextRect())
            below.add(pill.is_below)
    assert below == {True, False}


def tagged() -> Session:
    """Long provisions with a pending status: with tags, without, from right to left, short."""
    texts = {"p1": WORDS * 4, "p2": WORDS * 4, "p3": ARABIC, "p4": "Short."}
    at = WORDS.index(" the measures")
    wishes = [
        Amendment(
            f"a{number}",
            "p1",
            edits=(Edit(at + number * len(WORDS), at + number * len(WORDS), " all of"),),
            sponsorships=(Sponsorship("can"),),
        )
        for number in range(4)
    ]
    return Session(
        delegations={CHAIR_ID: CHAIR, "can": Delegation("can", "CAN", "Canada", layer_on=True)},
        provisions={
            key: Provision(key, number, text, str(number), status=ProvisionStatus.PENDING)
            for number, (key, text) in enumerate(texts.items())
        },
        amendments={each.id: each for each in wishes},
    )
