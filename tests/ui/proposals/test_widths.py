"""The panel at every width: everything wraps, nothing is cut off, nothing scrolls sideways."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from editor.negotiation.amendment import Position, Sponsorship
from editor.negotiation.delegation import Delegation
from editor.negotiation.provision import ProvisionStatus, Stance
from editor.negotiation.session import Session
from editor.storage.session_file import SessionFile
from editor.ui.desk import Desk
from editor.ui.main_window import MainWindow
from editor.ui.proposals.proposals_panel import ProposalsPanel
from tests.ui.negotiations import small_negotiation

SAMPLE = Path(__file__).parents[3] / "sample_sessions" / "sample.rolling"
WIDTHS = (280, 300, 356, 420, 640)
CROWD = tuple(f"d{number}" for number in range(24))


def crowded_negotiation() -> Session:
    """Two dozen delegations sponsor `a1` and oppose `a2`; p1 is pending on all of them."""
    session = small_negotiation()
    delegations = dict(session.delegations)
    for number, key in enumerate(CROWD):
        delegations[key] = Delegation(key, f"X{number:02}", f"State {number}", colour=number)
    amendments = dict(session.amendments)
    voices = tuple(Sponsorship(each, 1) for each in CROWD)
    against = tuple(Position(each, Stance.OPPOSE) for each in CROWD)
    amendments["a1"] = replace(amendments["a1"], sponsorships=voices, positions=())
    amendments["a2"] = replace(amendments["a2"], positions=against)
    p1 = replace(
        session.provisions["p1"],
        label="Article 4.2 alt 2",
        status=ProvisionStatus.PENDING,
        pending_on=CROWD,
    )
    provisions = {**session.provisions, "p1": p1}
    return replace(session, delegations=delegations, amendments=amendments, provisions=provisions)


def at_width(window: MainWindow, width: int) -> ProposalsPanel:
    desk = window.session_side.desk
    others = [180, window.width() - 180 - width]
    desk.panels.setSizes([*others, width])
    settle()
    assert desk.side.width() == width
    return desk.proposals


def settle() -> None:
    """Let Qt lay out; heights that follow from widths take more than one round."""
    for _ in range(3):
        QApplication.processEvents()


def what_is_cut(panel: ProposalsPanel) -> Iterator[str]:
    inner = panel.cards.widget()
    assert inner is not None
    if inner.width() > panel.cards.viewport().width():
        yield "the cards are wider than the panel"
    for widget in panel.findChildren(QWidget):
        parent = widget.parentWidget()
        if not widget.isVisible() or parent is None or parent is panel.cards:
            continue
        name = f"{type(widget).__name__} {getattr(widget, 'text', str)()[:30]}"
        if parent.isAncestorOf(widget) and widget.geometry().right() >= parent.width():
            yield f"{name}: beyond the right edge"
        if widget.hasHeightForWidth() and widget.height() < widget.heightForWidth(widget.width()):
            yield f"{name}: too low"


@pytest.fixture
def small_screen(empty_window: MainWindow) -> MainWindow:
    empty_window.resize(1366, 768)
    return empty_window


@pytest.mark.parametrize("width", WIDTHS)
def test_every_provision_of_the_sample_fits(
    small_screen: MainWindow, tmp_path: Path, width: int
) -> None:
    path = Path(shutil.copy(SAMPLE, tmp_path / "sample.rolling"))
    small_screen.open(path)
    controller = small_screen.session_side.controller
    assert controller is not None
    panel = at_width(small_screen, width)
    session = controller.workspace.session

    for provision in session.base_order:
        controller.go_to(provision)
        settle()
        assert list(what_is_cut(panel)) == [], session.provisions[provision].label


@pytest.mark.parametrize("width", WIDTHS)
def test_many_names_wrap_and_all_are_there(
    small_screen: MainWindow, tmp_path: Path, width: int
) -> None:
    path = tmp_path / "crowd.rolling"
    SessionFile.create(path, crowded_negotiation(), "").close()
    small_screen.open(path)
    small_screen.actions_.all_on.trigger()
    controller = small_screen.session_side.controller
    assert controller is not None
    controller.go_to("p1")
    panel = at_width(small_screen, width)

    assert list(what_is_cut(panel)) == []
    for said in (pending_in(small_screen.session_side.desk), words_of_options(panel)):
        assert [
            each for each in (f"X{number:02}" for number in range(24)) if each not in said
        ] == []


def pending_in(desk: Desk) -> str:
    return next(
        each.text() for each in desk.proposals.findChildren(QLabel) if "X00, X01" in each.text()
    )


def words_of_options(panel: ProposalsPanel) -> str:
    return " ".join(panel.conflicts[0].words_shown(number) for number in range(2))


def test_the_status_keeps_clear_of_the_heading(window: MainWindow) -> None:
    panel = at_width(window, 356)
    title = next(each for each in panel.findChildren(QLabel, "panelTitle"))

    assert panel.status.geometry().top() - title.geometry().bottom() >= 4
