"""A clumsy user: any key anywhere, and the page still reads like the composition."""

from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from editor.errors import KnownError
from editor.negotiation.amendment import START, Amendment, AmendmentKind, Sponsorship
from editor.negotiation.commands.switching import SwitchLayers
from editor.negotiation.composition import compose
from editor.negotiation.delegation import CHAIR, CHAIR_ID, Delegation
from editor.negotiation.integrity import faults
from editor.negotiation.provision import Provision
from editor.negotiation.session import Heading, Session
from editor.text.edit import Edit
from editor.ui.page.entries import entry_of
from editor.ui.page.page_view import PageView
from editor.ui.page.spans import View
from tests.ui.page.windows import close, open_page

_EVENTS = 60
_TEXTS = {
    "p1": "States shall consider the measures.",
    "p2": "They 👩‍👩‍👧 report in e\u0301t\u00e9, and often.",
    "p3": "تتبادل الدول البيانات في الوقت المناسب.",
    "p4": "缔约国应及时交流数据。",
    "p5": "The last one.",
}
_Key = Qt.Key
_Modifier = Qt.KeyboardModifier


def negotiation() -> Session:
    """Conflicts, a contested deletion, a split, a move and a new provision, a ruling."""

    def of(who: str, key: str, provision: str, *edits: Edit) -> Amendment:
        return Amendment(key, provision, edits=edits, sponsorships=(Sponsorship(who),))

    amendments = [
        of("can", "a1", "p1", Edit(13, 21, "examine")),
        of("egy", "a2", "p1", Edit(13, 21, "weigh")),
        of("can", "a3", "p1", Edit(25, 25, " urgent")),
        of("egy", "a4", "p2", Edit(5, 10, "")),
        of("can", "a5", "p2", Edit(7, 7, "!")),
        of("egy", "a6", "p4", Edit(4, 6, "定期")),
        of("can", "a7", "p3", Edit(0, 6, "تتقاسم")),
        Amendment(
            "a8", "p5", AmendmentKind.SPLIT, at=4, sponsorships=(Sponsorship("egy"),), edits=()
        ),
        Amendment(
            "n1",
            "n1p",
            AmendmentKind.NEW_PROVISION,
            text="A new one.",
            after="p1",
            sponsorships=(Sponsorship("can"),),
        ),
        Amendment("m1", "p4", AmendmentKind.MOVE, after=START, sponsorships=(Sponsorship("egy"),)),
    ]
    provisions = {
        key: Provision(key, number, text, str(number))
        for number, (key, text) in enumerate(_TEXTS.items(), start=1)
    }
    new = Provision("n1p", 0, "A new one.", "1 bis", proposed_by="can", amendment="n1")
    return Session(
        headings={"heading": Heading(title="Talks")},
        delegations={
            CHAIR_ID: CHAIR,
            "can": Delegation("can", "CAN", "Canada", layer_on=True),
            "egy": Delegation("egy", "EGY", "Egypt", layer_on=True),
        },
        provisions={**provisions, "n1p": new},
        amendments={each.id: each for each in amendments},
    )


class ClumsyUser:
    """Does one thing after another by chance."""

    def __init__(self, page: PageView, seed: int) -> None:
        self.page = page
        self.chance = Random(seed)
        self.refused: list[KnownError] = []
        page.refused.connect(self.refused.append)

    def act(self) -> str:
        """Do something; what it was."""
        acts: list[tuple[int, Callable[[], object]]] = [
            (8, self.type),
            (5, self.delete),
            (3, self.walk),
            (4, self.click),
            (3, self.select),
            (2, self.paste),
            (1, self.cut),
            (2, self.enter),
            (1, self.commit_by_input_method),
            (2, self.undo_or_redo),
            (1, self.switch_a_layer),
            (1, self.change_speaker),
            (1, self.change_view),
            (1, QApplication.processEvents),
        ]
        [chosen] = self.chance.choices([act for _, act in acts], [weight for weight, _ in acts])
        chosen()
        return chosen.__name__

    def type(self) -> None:
        QTest.keyClicks(self.page, self.chance.choice(("a", " ", "so ", "Z", ",", "x y", ".", "[")))

    def delete(self) -> None:
        key = self.chance.choice((_Key.Key_Backspace, _Key.Key_Delete))
        modifier = self.chance.choice((_Modifier.NoModifier,) * 3 + (_Modifier.ControlModifier,))
        for _ in range(self.chance.randint(1, 4)):
            QTest.keyClick(self.page, key, modifier)

    def walk(self) -> None:
        keys = (_Key.Key_Left, _Key.Key_Right, _Key.Key_Up, _Key.Key_Down, _Key.Key_Home)
        modifiers = (_Modifier.NoModifier, _Modifier.ControlModifier, _Modifier.ShiftModifier)
        key = self.chance.choice((*keys, _Key.Key_End))
        QTest.keyClick(self.page, key, self.chance.choice(modifiers))

    def click(self) -> None:
        view = self.page.viewport()
        where = QPoint(self.chance.randrange(view.width()), self.chance.randrange(view.height()))
        act = self.chance.choice((QTest.mouseClick, QTest.mouseClick, QTest.mouseDClick))
        act(view, Qt.MouseButton.LeftButton, _Modifier.NoModifier, where)

    def select(self) -> None:
        cursor = self.page.textCursor()
        last = self.page.document().characterCount() - 1
        cursor.setPosition(self.chance.randint(0, last))
        reach = self.chance.choice((3, 10, 60))
        end = min(last, max(0, cursor.position() + self.chance.randint(-reach, reach)))
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self.page.setTextCursor(cursor)

    def paste(self) -> None:
        words = self.chance.choice(("all ", "two\nlines", "e\u0301", "数据", "\u0301", " ", "\n"))
        QGuiApplication.clipboard().setText(words)
        QTest.keyClick(self.page, _Key.Key_V, _Modifier.ControlModifier)

    def cut(self) -> None:
        QTest.keyClick(self.page, _Key.Key_X, _Modifier.ControlModifier)

    def enter(self) -> None:
        QTest.keyClick(self.page, _Key.Key_Return)

    def commit_by_input_method(self) -> None:
        event = QInputMethodEvent("", [])
        event.setCommitString(self.chance.choice(("é", "数", "ي")))
        QApplication.sendEvent(self.page, event)

    def undo_or_redo(self) -> None:
        assert self.page.workspace is not None
        act = self.chance.choice((self.page.workspace.undo, self.page.workspace.redo))
        for _ in range(self.chance.randint(1, 3)):
            act()

    def switch_a_layer(self) -> None:
        assert self.page.workspace is not None
        who = self.chance.choice(("can", "egy", CHAIR_ID))
        on = self.page.workspace.session.delegations[who].layer_on
        self.page.workspace.execute(SwitchLayers((who,), not on))

    def change_speaker(self) -> None:
        self.page.set_speaker(self.chance.choice(("can", "egy", CHAIR_ID)))

    def change_view(self) -> None:
        self.page.set_view(self.chance.choice((View.REDLINE, View.CLEAN)))


@pytest.fixture
def opened(qtbot: QtBot, tmp_path: Path) -> Iterator[PageView]:
    page = open_page(negotiation(), tmp_path)
    yield page
    close(page)


def agrees(page: PageView) -> None:
    """The page reads like its session composed anew, the base is as it was, all holds together."""
    assert page.workspace is not None
    assert page.page is not None
    session = page.workspace.session
    fresh = compose(session)
    assert page.workspace.composition.paragraphs == fresh.paragraphs
    expected = [entry_of(fresh, place, page.view) for place in fresh.places]
    assert page.shown_text() == "\n".join(each.text for each in expected if not each.hidden)
    blocks = [
        page.document().findBlockByNumber(number) for number in range(page.document().blockCount())
    ]
    assert [block.text() for block in blocks] == [each.text for each in expected]
    assert [block.isVisible() for block in blocks] == [not each.hidden for each in expected]
    assert {key: session.provisions[key].text for key in _TEXTS} == _TEXTS
    assert list(faults(session)) == []


@pytest.mark.parametrize("seed", range(12))
def test_a_clumsy_user_never_parts_the_page_from_the_session(opened: PageView, seed: int) -> None:
    user = ClumsyUser(opened, seed)
    told: list[str] = []
    for _ in range(_EVENTS):
        told.append(user.act())
        agrees(opened)
    assert len(set(told)) > 8


@pytest.mark.endurance
@pytest.mark.parametrize("seed", range(100, 200))
def test_a_hundred_clumsy_users(opened: PageView, seed: int) -> None:
    user = ClumsyUser(opened, seed)
    for _ in range(3 * _EVENTS):
        user.act()
        agrees(opened)


@pytest.mark.parametrize("seed", range(8))
def test_a_letter_typed_comes_once_and_nothing_else_changes(opened: PageView, seed: int) -> None:
    """Whatever stands around the caret; or it is said why not."""
    user = ClumsyUser(opened, seed)
    user.change_speaker()
    for _ in range(_EVENTS):
        user.chance.choice((user.click, user.walk, user.change_view))()
        opened.setTextCursor(_without_selection(opened.textCursor()))
        before, said = _letters(opened), len(user.refused)

        QTest.keyClicks(opened, "q")

        typed = Counter() if len(user.refused) > said else Counter("q")
        assert _letters(opened) - before == typed
        assert before - _letters(opened) == Counter()
        agrees(opened)


def test_undoing_everything_gives_the_session_back(opened: PageView) -> None:
    workspace = opened.workspace
    assert workspace is not None
    start = workspace.session
    user = ClumsyUser(opened, seed=1)
    for _ in range(_EVENTS):
        user.act()
    end = workspace.session

    undone = 0
    while workspace.undo() is not None:
        undone += 1
    assert workspace.session == start
    agrees(opened)
    for _ in range(undone):
        workspace.redo()
    assert workspace.session == end
    agrees(opened)


def _without_selection(cursor: QTextCursor) -> QTextCursor:
    cursor.clearSelection()
    return cursor


def _letters(page: PageView) -> Counter[str]:
    assert page.workspace is not None
    return Counter("".join(page.workspace.composition.paragraphs))
