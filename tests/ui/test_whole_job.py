"""The main job from end to end, with real mouse and key events only."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox, QToolButton
from pytestqt.qtbot import QtBot

from editor.exporters.dump import dump
from editor.importers.revisions import accept
from editor.importers.word.reader import read_word
from editor.negotiation.composition import Composition, compose
from editor.negotiation.conflict import ConflictKind
from editor.negotiation.delegation import CHAIR_ID
from editor.negotiation.session import Session
from editor.ui.desk import Desk
from editor.ui.desk_controller import DeskController
from editor.ui.dialogs.export_dialog import REDLINE, ExportDialog
from editor.ui.import_wizard.wizard import Step
from editor.ui.layers.layers_delegate import LayerParts, parts_of
from editor.ui.main_window import MainWindow
from editor.ui.page.spans import Look, View
from tests.ui.import_wizard.hands import drop, enter, on, wait, wizard_of
from tests.ui.whole_job import (
    answering,
    choose_in_menu,
    click,
    fill_in,
    press,
    recent_button,
    take_the_front,
    view_button,
    words_composed,
    words_shown,
)

SAMPLE = Path(__file__).parents[2] / "sample_sessions"
REAL = "compilation-trafficking-2020.md"
WORD = " promptly"
_MOST_STEPS = 40

_CONTROL = Qt.KeyboardModifier.ControlModifier
_ALT = Qt.KeyboardModifier.AltModifier


class Chair:
    """Somebody at the window. After each action, `look` holds the page against `compose`."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self.window = window
        self._qtbot = qtbot

    @property
    def desk(self) -> Desk:
        return self.window.session_side.desk

    @property
    def controller(self) -> DeskController:
        controller = self.window.session_side.controller
        assert controller is not None
        return controller

    @property
    def session(self) -> Session:
        return self.controller.workspace.session

    def composed(self) -> Composition:
        """Made anew from the session, not followed."""
        return compose(self.session)

    def look(self, then: View = View.REDLINE) -> list[str]:
        """The clean text, after the view that is shown, which had to follow what was done, and
        all four, each written anew, have been found right. `then` is the view it ends in."""
        composition = self.composed()
        page = self.desk.page
        assert words_shown(page) == words_composed(composition, page.view)
        seen = {}
        for view in (*(each for each in View if each is not then), then):
            click(view_button(self.window, view))
            assert page.view is view
            seen[view] = words_shown(page)
            assert seen[view] == words_composed(composition, view)
        lines = "\n".join(seen[View.CLEAN]).split("\n")
        assert "".join(lines) == "".join(composition.paragraphs)
        if not composition.joined_after:
            assert lines == list(composition.paragraphs)
        return seen[View.CLEAN]

    def picture(self) -> QImage:
        """The page as it is painted."""
        return self.desk.page.viewport().grab().toImage()

    def begin(self, source: Path, base: Path | None, target: Path) -> None:
        """Through the guided import; what it guesses is left as it is."""
        click(self.window.start_page.buttons["compilation"])
        wizard = wizard_of(self.window)
        self._qtbot.waitExposed(wizard)
        drop(wizard, [source])
        wait(wizard, self._qtbot)
        fill_in(wizard.target.line, str(target))
        enter(wizard, self._qtbot)
        assert on(wizard, Step.BASE)
        if base is not None:
            fill_in(wizard.base.base.line, str(base))
        enter(wizard, self._qtbot)
        assert on(wizard, Step.REVIEW)
        enter(wizard, self._qtbot)
        self._wait_for_the_session()
        self._put_the_report_away()
        self._take_the_desk()

    def reopen(self, path: Path) -> None:
        click(recent_button(self.window, path))
        self._wait_for_the_session()
        self._take_the_desk()

    def close(self) -> None:
        press(Qt.Key.Key_W, _CONTROL)
        assert self.window.start_page.isVisible()
        assert self.window.session_side.controller is None

    def click_layer(self, delegation: str) -> None:
        click(self.desk.layers.list.viewport(), self._parts(delegation).box.center())

    def click_all_on(self) -> None:
        buttons = self.desk.layers.findChildren(QToolButton, "pill")
        click(next(button for button in buttons if button.text() == "All on"))

    def click_eye(self, delegation: str) -> None:
        click(self.desk.layers.list.viewport(), self._parts(delegation).solo.center())

    def space_on_layer(self, delegation: str) -> None:
        """From the row in hand to another by arrow keys, then Space."""
        layers = self.desk.layers.list
        assert layers.hasFocus()
        wanted = self.desk.layers.model.index_of(delegation).row()
        while (here := layers.currentIndex().row()) != wanted:
            press(Qt.Key.Key_Down if here < wanted else Qt.Key.Key_Up)
            assert layers.currentIndex().row() != here
        press(Qt.Key.Key_Space)

    def flip_a_proposal(self) -> str:
        """Go on until a proposal is not in the text, and switch it; its id."""
        for _ in self.session.provisions:
            press(Qt.Key.Key_Right, _ALT)
            for card in self.desk.proposals.proposals:
                if card.isVisible() and card.switch.isVisible() and not card.switch.is_on:
                    self.desk.proposals.cards.ensureWidgetVisible(card.switch)
                    QTest.qWait(10)
                    click(card.switch)
                    return card.amendment
        raise AssertionError("all proposals are in the text")

    def rule_for_the_first(self) -> str:
        """Go to the next open conflict and choose the first proposal; the conflict's id."""
        press(Qt.Key.Key_F8)
        QTest.qWait(10)
        open_now = {each.id for each in self.composed().open_conflicts}
        cards = (card for card in self.desk.proposals.conflicts if card.isVisible())
        card = next(card for card in cards if card.conflict in open_now)
        conflict = card.conflict
        self.desk.proposals.cards.ensureWidgetVisible(card.option(0))
        QTest.qWait(10)
        open_still = self.picture()
        click(card.option(0))
        assert self.picture() != open_still
        return conflict

    def speak_as(self, delegation: str) -> None:
        code = self.session.delegations[delegation].code
        choose_in_menu(self.desk.top_bar.speaking, f"{code}   ")
        take_the_front(self.window)
        assert self.desk.top_bar.speaker == delegation

    def type_after_a_word(self, words: str) -> str:
        """Click behind a word of the provision in hand and type; the provision."""
        page = self.desk.page
        provision = page.provision_in_hand
        cursor = QTextCursor(page.document())
        cursor.setPosition(self._place_behind_a_word(provision))
        click(page.viewport(), page.cursorRect(cursor).center())
        assert page.textCursor().position() == cursor.position()
        assert page.hasFocus()
        QTest.keyClicks(page, words)
        return provision

    def undo_until(self, wanted: bytes) -> None:
        """Ctrl+Z until the session is as it was, each time with a look at the page."""
        for _ in range(_MOST_STEPS):
            press(Qt.Key.Key_Z, _CONTROL)
            self.look(then=View.BRACKETS)
            if dump(self.session) == wanted:
                return
        raise AssertionError(f"not as before after {_MOST_STEPS} steps back")

    def redo_all(self) -> None:
        """Ctrl+Y until nothing is left, each time with a look at the page."""
        for _ in range(_MOST_STEPS):
            press(Qt.Key.Key_Y, _CONTROL)
            self.look(then=View.CLEAN)
            if not self.window.actions_.redo.isEnabled():
                return
        raise AssertionError(f"something is left after {_MOST_STEPS} steps")

    def export_redline(self, path: Path) -> None:
        def answer(dialog: ExportDialog) -> None:
            click(dialog.choices["clean"])
            click(dialog.choices[REDLINE])
            fill_in(dialog.target.line, str(path))
            click(dialog.accept_button)

        def read(box: QMessageBox) -> None:
            assert str(path) in box.informativeText()
            QTest.keyClick(box, Qt.Key.Key_Return)

        with answering(QMessageBox, read), answering(ExportDialog, answer):
            click(self.desk.top_bar.export_button)
        take_the_front(self.window)

    def _wait_for_the_session(self) -> None:
        side = self.window.session_side
        self._qtbot.waitUntil(lambda: side.controller is not None, timeout=30_000)
        self._qtbot.waitUntil(lambda: not self.window.background.is_busy, timeout=5_000)

    def _take_the_desk(self) -> None:
        take_the_front(self.window)
        assert self.desk.page.hasFocus()

    def _put_the_report_away(self) -> None:
        questions = self.window.session_side.questions
        assert questions is not None
        report = questions.companions.report
        assert report.isVisible()
        QTest.keyClick(report, Qt.Key.Key_Escape)
        assert not report.isVisible()

    def _parts(self, delegation: str) -> LayerParts:
        layers = self.desk.layers.list
        index = self.desk.layers.model.index_of(delegation)
        layers.scrollTo(index)
        return parts_of(layers.visualRect(index))

    def _place_behind_a_word(self, provision: str) -> int:
        """The document position before the first space in base words that nobody touches."""
        page = self.desk.page.page
        assert page is not None
        entry = page.entries[page.block_of[provision]]
        begins = 0
        for span in entry.spans:
            space = span.text.find(" ", 1)
            if span.look is Look.PLAIN and not span.conflict and 0 < space < len(span.text) - 1:
                position = page.position_of(provision, begins + space)
                assert position is not None
                return position
            begins += len(span.text)
        raise AssertionError(f"no two words stand together in {provision}")


def rivals(session: Session) -> tuple[str, str]:
    """The first two delegations whose layers clash about words, but neither by itself."""
    index = compose(session).index

    def clash(*delegations: str) -> bool:
        on = {each: replace(session.delegations[each], layer_on=True) for each in delegations}
        tried = replace(session, delegations={**session.delegations, **on})
        found = compose(tried, index).open_conflicts
        return any(each.kind is ConflictKind.WORDS for each in found)

    offered = sorted(session.delegations, key=lambda each: session.rank_of[each])
    peaceful = [each for each in offered if each != CHAIR_ID and not clash(each)]
    return next(pair for pair in combinations(peaceful, 2) if clash(*pair))


@pytest.fixture(params=["sample", "real"])
def papers(request: pytest.FixtureRequest) -> tuple[Path, Path | None]:
    """A compilation, and its base text if there is one."""
    if request.param == "sample":
        return SAMPLE / "compilation.md", SAMPLE / "base.md"
    corpus: Path = request.getfixturevalue("corpus")
    return corpus / REAL, None


def test_from_a_compilation_to_a_compromise(
    papers: tuple[Path, Path | None], empty_window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    source, base = papers
    path = tmp_path / "talks.rolling"
    chair = Chair(empty_window, qtbot)
    take_the_front(empty_window)

    chair.begin(source, base, path)
    imported, base_text = dump(chair.session), chair.look()
    assert base_text == [chair.session.provisions[p].text for p in chair.session.base_order]

    first, second = rivals(chair.session)
    chair.click_layer(first)
    with_first = chair.look()
    assert chair.session.delegations[first].layer_on
    assert with_first != base_text

    chair.space_on_layer(second)
    with_both = chair.look()
    assert chair.session.delegations[second].layer_on
    assert with_both != with_first

    single = chair.flip_a_proposal()
    assert chair.session.decisions[single].included
    with_single = chair.look()
    assert with_single != with_both

    before = chair.picture()
    chair.click_eye(first)
    assert chair.desk.layers.solo == first
    assert chair.picture() != before
    assert chair.look() == with_single
    chair.click_eye(first)
    assert chair.desk.layers.solo == ""
    assert chair.picture() == before
    assert chair.look() == with_single

    conflict = chair.rule_for_the_first()
    assert conflict not in {each.id for each in chair.composed().open_conflicts}
    assert len(chair.session.rulings) == 1
    ruled = chair.look()

    speaker = next(d for d in chair.session.delegations if d not in (first, second, CHAIR_ID))
    known = set(chair.session.amendments)
    chair.speak_as(speaker)
    provision = chair.type_after_a_word(WORD)
    [typed] = set(chair.session.amendments) - known
    assert chair.session.amendments[typed].sponsors == (speaker,)
    assert WORD in chair.composed().provision(provision).text
    final = chair.look()
    assert final != ruled

    chair.click_all_on()
    everybody = chair.look()
    assert all(d.layer_on for d in chair.session.delegations.values())
    assert everybody != final

    composed = dump(chair.session)
    chair.undo_until(imported)
    assert chair.look() == base_text
    chair.redo_all()
    assert dump(chair.session) == composed
    assert chair.look() == everybody

    chair.close()
    chair.reopen(path)
    assert dump(chair.session) == composed
    assert chair.look() == everybody

    written = tmp_path / "redline.docx"
    chair.export_redline(written)
    assert dump(chair.session) == composed
    assert list(accepted_words(written, chair.composed())) == list(chair.composed().paragraphs)


def accepted_words(path: Path, composition: Composition) -> Iterator[str]:
    """The paragraphs of a redline with all changes accepted, without the printed labels."""
    document = accept(read_word(path.read_bytes(), path.name))
    provisions = composition.session.provisions
    begun: set[str] = set()
    places = [provision for provision, _ in composition.labelled_paragraphs]
    assert len(document.paragraphs) == len(places)
    for provision, paragraph in zip(places, document.paragraphs, strict=True):
        row = provisions[provision]
        label, tab, words = paragraph.text.partition("\t")
        if tab and provision not in begun and label.strip(".") == row.label.strip("."):
            yield words
        else:
            yield paragraph.text
        begun.add(provision)
