"""A few pictures: who and what can be seen without reading."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from editor.negotiation.amendment import Amendment, Sponsorship
from editor.negotiation.delegation import CHAIR, CHAIR_ID, Delegation
from editor.negotiation.provision import Provision, ProvisionStatus
from editor.negotiation.session import Session
from editor.text.edit import Edit
from editor.ui.colours import DARK, LIGHT, Theme, colour_of
from editor.ui.page.decoration import frames_around
from editor.ui.page.page_view import PageView
from editor.ui.page.spans import View
from tests.ui.page.windows import close, open_page

CANADA, EGYPT = Sponsorship("can"), Sponsorship("egy")


def wish(key: str, who: str, provision: str, new: str) -> Amendment:
    return Amendment(key, provision, edits=(Edit(7, 13, new),), sponsorships=(Sponsorship(who),))


@pytest.fixture(params=[LIGHT, DARK], ids=["light", "dark"])
def page(request: pytest.FixtureRequest, qapp: QApplication, tmp_path: Path) -> Iterator[PageView]:
    text = "States should consider measures."
    delegations = {
        "can": Delegation("can", "CAN", "Canada", colour=1, layer_on=True),
        "egy": Delegation("egy", "EGY", "Egypt", colour=2, layer_on=True),
    }
    session = Session(
        delegations={CHAIR_ID: CHAIR, **delegations},
        provisions={
            "p1": Provision("p1", 1, text, "1"),
            "p2": Provision("p2", 2, text, "2"),
            "p3": Provision("p3", 3, text, "3", status=ProvisionStatus.AGREED),
            "p4": Provision("p4", 4, text, "4"),
            "p5": Provision("p5", 5, text, "5"),
        },
        amendments={
            "a1": wish("a1", "can", "p1", "shall"),
            "a2": wish("a2", "can", "p2", "shall"),
            "a3": wish("a3", "egy", "p2", "must"),
            "a4": Amendment("a4", "p5", edits=(Edit(7, 14, ""),), sponsorships=(CANADA,)),
            "a5": Amendment("a5", "p5", edits=(Edit(14, 23, ""),), sponsorships=(EGYPT,)),
        },
    )
    opened = open_page(session, tmp_path)
    opened.set_theme(request.param)
    yield opened
    close(opened)


def picture_of(page: PageView, provision: str) -> tuple[QImage, QRect]:
    assert page.page is not None
    block = page.document().findBlockByNumber(page.page.block_of[provision])
    rect = page.page.layout.blockBoundingRect(block).toRect()
    rect.translate(0, -page.verticalScrollBar().value())
    rect.setLeft(0)
    rect.setRight(page.viewport().width())
    return page.viewport().grab().toImage(), rect


def has(colour: QColor, image: QImage, rect: QRect) -> bool:
    """Whether a colour is somewhere in the picture, as drawn without smoothing."""
    return any(
        image.pixelColor(QPoint(x, y)).rgb() == colour.rgb()
        for x in range(rect.left(), min(rect.right(), image.width() - 1))
        for y in range(rect.top(), min(rect.bottom(), image.height() - 1))
    )


def theme_of(page: PageView) -> Theme:
    assert page.page is not None
    return page.page.theme


def test_a_change_has_its_delegations_colour(page: PageView) -> None:
    theme = theme_of(page)
    image, rect = picture_of(page, "p1")

    assert has(colour_of(1, theme), image, rect)
    assert not has(colour_of(2, theme), image, rect)


def test_a_conflict_is_framed_and_a_plain_provision_is_not(page: PageView) -> None:
    theme = theme_of(page)
    image, framed = picture_of(page, "p2")
    _, plain = picture_of(page, "p4")

    assert has(QColor(theme.conflict_fill), image, framed)
    assert not has(QColor(theme.conflict_fill), image, plain)
    assert not has(colour_of(1, theme), image, plain)


def test_what_is_agreed_says_so(page: PageView) -> None:
    theme = theme_of(page)
    image, agreed = picture_of(page, "p3")
    _, plain = picture_of(page, "p4")

    assert has(QColor(theme.agreed), image, agreed)
    assert not has(QColor(theme.agreed), image, plain)


@pytest.mark.parametrize("view", [View.REDLINE, View.CLEAN])
def test_where_changes_meet_is_marked(page: PageView, view: View) -> None:
    """Canada and Egypt delete neighbouring words of p5."""
    page.set_view(view)
    QApplication.processEvents()
    mark = QColor(theme_of(page).pending)
    image, seam = picture_of(page, "p5")
    _, plain = picture_of(page, "p4")

    assert has(mark, image, seam)
    assert not has(mark, image, plain)


def test_the_clean_view_has_no_colours_of_delegations(page: PageView) -> None:
    page.set_view(View.CLEAN)
    QApplication.processEvents()
    theme = theme_of(page)
    image, rect = picture_of(page, "p1")

    assert not has(colour_of(1, theme), image, rect)


def test_the_provision_in_hand_is_lit(page: PageView) -> None:
    page.show_provision("p4")
    QTest.qWait(10)
    image, rect = picture_of(page, "p4")

    assert has(QColor(theme_of(page).lit), image, rect)


def test_solo_dims_the_others(page: PageView) -> None:
    theme = theme_of(page)
    page.set_solo("egy")
    QApplication.processEvents()
    image, rect = picture_of(page, "p1")

    assert not has(colour_of(1, theme), image, rect)


def test_the_frame_of_a_conflict_keeps_clear_of_its_brackets(page: PageView) -> None:
    assert page.page is not None
    block = page.document().findBlockByNumber(page.page.block_of["p2"])
    layout = page.page.layout.ensure_laid_out(block)
    start, end = block.text().index("["), block.text().index("]") + 1

    (frame,) = frames_around(layout, start, end)

    line = layout.lineAt(0)
    (glyphs,) = line.glyphRuns(start, 1)
    assert glyphs.boundingRect().left() - frame.left() >= 2
    (glyphs,) = line.glyphRuns(end - 1, 1)
    assert frame.right() - glyphs.boundingRect().right() >= 2
    (glyphs,) = line.glyphRuns(start - 2, 1)
    assert frame.left() - glyphs.boundingRect().right() >= 4
    (glyphs,) = line.glyphRuns(end + 1, 1)
    assert glyphs.boundingRect().left() - frame.right() >= 4
