"""Files of delegations brought into a session that has its text."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from editor.app.guided.review_item import ItemKind
from editor.app.tracked_layers import OtherBase
from editor.negotiation.amendment import AmendmentState
from editor.negotiation.session import Session
from editor.ui.import_wizard.wizard import ImportWizard, Step
from editor.ui.main_window import MainWindow
from tests.ui.import_wizard.hands import (
    drop,
    enter,
    key,
    on,
    open_import,
    rows,
    wait,
    wizard_of,
    workspace_of,
)
from tests.ui.import_wizard.papers import tracked_file, written
from tests.ui.negotiations import TEXTS
from tests.ui.whole_job import click


def _codes(session: Session, words: str) -> list[str]:
    """Who proposes these words now."""
    found = [
        each
        for each in session.amendments.values()
        if each.state is AmendmentState.PROPOSED
        and any(words == e.text.strip() for e in each.edits)
    ]
    return sorted(session.delegations[d].code for each in found for d in each.sponsors)


def test_several_files_become_several_layers_in_one_step(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    workspace = workspace_of(window)
    before = workspace.session
    canada = tracked_file(tmp_path / "one.docx", [("Canada", "p3", "train", "teach")])
    egypt = tracked_file(tmp_path / "two.docx", [("Egypt", "p4", "fund", "pay for")])
    norway = written(
        tmp_path / "Norway.txt",
        "\n".join(["General", *TEXTS.values()]).replace("every year", "often"),
    )

    wizard = open_import(window, qtbot, canada, egypt, norway)
    assert [row[:2] for row in rows(wizard.what.files)] == [
        ["one.docx", "Tracked changes"],
        ["two.docx", "Tracked changes"],
        ["Norway.txt", "A delegation’s whole text"],
    ]
    assert wizard.what.example.text() == "Canada, line 4: deletes “train”"
    enter(wizard, qtbot)
    assert on(wizard, Step.WHOSE)  # the name of a file is a guess
    assert wizard.whose.fields[norway, ""].written == "NOR"
    enter(wizard, qtbot)
    assert on(wizard, Step.REVIEW)
    assert workspace.session == before
    assert "3 proposals (CAN 1, EGY 1, NOR 1)" in wizard.check.said.text()
    enter(wizard, qtbot)

    assert not wizard.isVisible()
    session = workspace.session
    assert (_codes(session, "teach"), _codes(session, "pay for")) == (["CAN"], ["EGY"])
    assert _codes(session, "often") == ["NOR"]
    assert len(session.files) == 3
    window.actions_.undo.trigger()
    assert workspace.session == before
    assert not workspace.can_undo


def test_a_file_on_a_row_is_two_presses(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    file = tracked_file(tmp_path / "file.docx", [("Jean Roy", "p3", "train", "teach")])
    layers = window.session_side.desk.layers
    place = layers.list.visualRect(layers.model.index_of("nor")).center()

    drop(layers.list, [file], QPointF(place))
    wizard = wizard_of(window)
    wait(wizard, qtbot)
    assert rows(wizard.what.files) == [["file.docx", "Tracked changes", "NOR"]]
    enter(wizard, qtbot)
    assert on(wizard, Step.REVIEW)
    enter(wizard, qtbot)

    assert _codes(workspace_of(window).session, "teach") == ["NOR"]


def test_each_author_is_asked_for_and_remembered(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    file = tracked_file(
        tmp_path / "joint.docx",
        [
            ("Maria Keller", "p1", "wetlands", "all wetlands"),
            ("Norvay", "p3", "local", "young"),
            ("Egypt", "p4", "early", "timely"),
        ],
    )
    wizard = open_import(window, qtbot, file)
    assert rows(wizard.what.files)[0][2] == "Egypt → EGY, Maria Keller → ?, Norvay → NOR"
    enter(wizard, qtbot)
    fields = wizard.whose.fields
    assert fields[file, "Norvay"].hint.text() == "Guessed: Norway"
    assert not wizard.foot.next.isEnabled()
    nobody = fields[file, "Maria Keller"]
    assert nobody.choice.hasFocus()

    QTest.keyClicks(nobody.choice, "Republic of Somewhere")
    assert not wizard.foot.next.isEnabled()
    assert nobody.agree.isVisible()
    key(nobody.choice, Qt.Key.Key_Tab)
    assert nobody.agree.hasFocus()
    key(nobody.agree, Qt.Key.Key_Space)
    enter(wizard, qtbot)
    enter(wizard, qtbot)

    session = workspace_of(window).session
    new = next(each for each in session.delegations.values() if each.name.endswith("Somewhere"))
    assert _codes(session, "all") == [new.code]
    assert _codes(session, "young") == ["NOR"]
    again = tracked_file(
        tmp_path / "again.docx",
        [("Maria Keller", "p5", "every", "each"), ("Norvay", "p5", "year", "term")],
    )
    wizard = open_import(window, qtbot, again)
    enter(wizard, qtbot)
    assert on(wizard, Step.REVIEW)  # nothing has to be asked any more


def test_all_changes_of_a_file_can_be_of_one_delegation(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    file = tracked_file(
        tmp_path / "joint.docx",
        [("Ana", "p1", "wetlands", "all wetlands"), ("Ben", "p3", "local", "young")],
    )
    wizard = open_import(window, qtbot, file)
    enter(wizard, qtbot)
    box = wizard.whose.each_author[file]
    key(box, Qt.Key.Key_Space)
    field = wizard.whose.fields[file, ""]
    QTest.keyClicks(field.choice, "Fiji")
    enter(wizard, qtbot)
    enter(wizard, qtbot)

    session = workspace_of(window).session
    assert (_codes(session, "all"), _codes(session, "young")) == (["FJI"], ["FJI"])


def _older(window: MainWindow, qtbot: QtBot, folder: Path) -> tuple[ImportWizard, Path]:
    """A file on an older text, on the page that says so."""
    texts = dict(TEXTS)
    texts["p2"] = "Parties should share tide data in time."
    file = tracked_file(
        folder / "old.docx",
        [("Fiji", "p1", "draining", "drying"), ("Fiji", "p2", "tide", "tidal")],
        texts,
    )
    wizard = open_import(window, qtbot, file)
    enter(wizard, qtbot)
    assert on(wizard, Step.BASE)
    return wizard, file


def test_another_base_is_shown_word_by_word(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    wizard, _ = _older(window, qtbot, tmp_path)
    page = wizard.base
    assert rows(page.rows) == [
        ["2", "tidal", "tide", "an edit without tracking"],
        ["2", "good", "—", "an edit without tracking"],
        ["2", "—", "tide → tidal", "The words around the change differ from the base text"],
    ]
    assert page.ours.toPlainText() == "… Parties should share tidal"
    assert page.theirs.toPlainText() == "… Parties should share tide"
    assert "1 proposal; " in page.ways[OtherBase.CARRY].text()
    assert "1 change" in page.ways[OtherBase.CARRY].text()
    assert not wizard.foot.next.isEnabled()  # nothing is left but this file, and it is left out


def test_what_fits_is_carried_over(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    wizard, _ = _older(window, qtbot, tmp_path)
    key(wizard.base.ways[OtherBase.REFUSE], Qt.Key.Key_Down)
    key(wizard.base.ways[OtherBase.COMPARE], Qt.Key.Key_Down)
    assert wizard.base.ways[OtherBase.CARRY].isChecked()
    enter(wizard, qtbot)
    left = [each.kind for each in wizard.check.review.items]  # type: ignore[union-attr]
    assert left == [ItemKind.LEFT] * 3
    enter(wizard, qtbot)

    session = workspace_of(window).session
    assert _codes(session, "drying") == ["FJI"]
    assert [each.raw for each in session.unread.values()][-3:] == [
        "tide → tidal",
        "… Parties should share tidal → … Parties should share tide",
        "… share tidal data in good → … share tidal data in",
    ]


def test_another_base_is_compared(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    wizard, _ = _older(window, qtbot, tmp_path)
    click(wizard.base.ways[OtherBase.COMPARE])
    enter(wizard, qtbot)
    enter(wizard, qtbot)

    session = workspace_of(window).session
    assert _codes(session, "drying") == ["FJI"]
    of_fiji = [
        each
        for each in session.amendments.values()
        if each.provision == "p2" and "fji" in each.sponsors and each.state == "proposed"
    ]
    assert len(of_fiji) == 1  # “in good time” became “in time”, which nobody tracked


def test_a_file_on_another_base_is_left_out(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    good = tracked_file(tmp_path / "good.docx", [("Canada", "p3", "train", "teach")])
    texts = {**TEXTS, "p2": "Parties should share tide data."}
    old = tracked_file(tmp_path / "old.docx", [("Fiji", "p1", "draining", "drying")], texts)
    wizard = open_import(window, qtbot, good, old)
    enter(wizard, qtbot)
    assert on(wizard, Step.BASE)
    enter(wizard, qtbot)
    enter(wizard, qtbot)

    session = workspace_of(window).session
    assert _codes(session, "teach") == ["CAN"]
    assert _codes(session, "drying") == []
    assert [each.name for each in session.files.values()] == ["good.docx"]


def test_a_table_says_whose_its_rows_are(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    table = "Provision,Proposed wording,Delegation\n3,Parties should teach local staff.,Norway\n"
    wizard = open_import(window, qtbot, written(tmp_path / "table.csv", table))
    assert rows(wizard.what.files) == [["table.csv", "A table of proposals", "as the table says"]]
    enter(wizard, qtbot)
    assert on(wizard, Step.REVIEW)
    enter(wizard, qtbot)

    assert _codes(workspace_of(window).session, "teach") == ["NOR"]


def test_cancelling_leaves_nothing(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    workspace = workspace_of(window)
    before, entries = workspace.session, len(workspace.history())
    file = tracked_file(tmp_path / "file.docx", [("Canada", "p3", "train", "teach")])
    wizard = open_import(window, qtbot, file)
    enter(wizard, qtbot)
    assert on(wizard, Step.REVIEW)
    key(wizard, Qt.Key.Key_Escape)

    assert not wizard.isVisible()
    assert workspace.session == before
    assert len(workspace.history()) == entries


def test_reading_can_be_stopped(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    file = written(tmp_path / "Norway.txt", "\n".join(TEXTS.values()))
    QTest.keyClick(window, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    wizard = wizard_of(window)
    drop(wizard, [file])
    assert wizard.foot.cancel.text() == "Stop"
    assert wizard.foot.bar.isVisible()
    click(wizard.foot.cancel)

    assert wizard.isVisible()
    assert not wizard.work.is_busy
    assert rows(wizard.what.files) == []
    qtbot.wait(50)
    key(wizard, Qt.Key.Key_Escape)
    assert not wizard.isVisible()


def test_what_cannot_be_read_says_why_and_is_left(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    picture = tmp_path / "picture.png"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(40))
    wizard = open_import(window, qtbot, picture)
    assert "is a picture" in rows(wizard.what.files)[0][1]
    assert not wizard.foot.next.isEnabled()

    drop(wizard, [tracked_file(tmp_path / "file.docx", [("Canada", "p3", "train", "teach")])])
    wait(wizard, qtbot)
    assert wizard.foot.next.isEnabled()


@pytest.mark.parametrize("size", [(683, 384), (960, 540), (1366, 768)])
def test_the_buttons_are_there_on_every_screen(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, size: tuple[int, int]
) -> None:
    wizard, _ = _older(window, qtbot, tmp_path)
    wizard.resize(*size)
    qtbot.wait(20)

    assert (wizard.width(), wizard.height()) == size
    for button in (wizard.foot.cancel, wizard.foot.back, wizard.foot.next):
        corner = button.mapTo(wizard, button.rect().bottomRight())
        assert wizard.rect().contains(corner)
