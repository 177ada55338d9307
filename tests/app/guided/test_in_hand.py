"""What files are taken for, and what has to be asked of them."""

from pathlib import Path

import pytest

from editor.app.guided.building import build, measure
from editor.app.guided.in_hand import Fault, ImportInHand
from editor.app.guided.review import Review
from editor.app.guided.seen_file import look_at
from editor.app.import_kind import ImportKind
from editor.app.reader_process import read_here
from editor.app.settings import Settings
from editor.app.tasks import Report
from editor.negotiation.session import Session
from tests.importers.word_files import deleted, inserted, paragraph, run, word_file
from tests.ui.import_wizard.papers import COMPILATION, TAGGED, tracked_file, written
from tests.ui.negotiations import small_negotiation

_TEXT = "1. Parties should act.\n\n2. Parties should report.\n"
_TABLE = "Provision,Proposed wording,Delegation\n1,Parties must act.,Norway\n"


def _in_hand(session: Session, *files: Path) -> ImportInHand:
    found = ImportInHand(session, Settings())
    found.add([look_at(session, each, read_here) for each in files])
    return found


def _kinds(found: ImportInHand) -> dict[str, ImportKind]:
    return {each.path.name: each.kind for each in found.plans}


@pytest.mark.parametrize(
    ("name", "text", "kind", "kind_with_text"),
    [
        ("base.md", _TEXT, ImportKind.BASE, ImportKind.LAYER),
        ("critic.md", "Parties {++all ++}act.\n", ImportKind.BASE, ImportKind.TRACKED),
        ("comments.md", COMPILATION, ImportKind.COMPILATION, ImportKind.LAYER),
        ("tagged.txt", TAGGED, ImportKind.COMPILATION, ImportKind.LAYER),
        ("table.csv", _TABLE, ImportKind.TABLE, ImportKind.TABLE),
    ],
)
def test_the_kind_is_guessed_from_the_content(
    tmp_path: Path, name: str, text: str, kind: ImportKind, kind_with_text: ImportKind
) -> None:
    file = written(tmp_path / name, text)
    assert _kinds(_in_hand(Session(), file)) == {name: kind}
    assert _kinds(_in_hand(small_negotiation(), file)) == {name: kind_with_text}


def test_words_in_bold_do_not_make_a_compilation(tmp_path: Path) -> None:
    body = "".join(
        paragraph(run("Parties ") + run(f"should {n}", "<w:b/>") + run(" act.")) for n in range(5)
    )
    file = tmp_path / "bold.docx"
    file.write_bytes(word_file(body))
    assert _kinds(_in_hand(Session(), file)) == {"bold.docx": ImportKind.BASE}


def test_what_is_tracked_is_about_the_text_beside_it(tmp_path: Path) -> None:
    tracked = tracked_file(tmp_path / "a.docx", [("Canada", "p3", "train", "teach")])
    text = written(tmp_path / "b.txt", "General\n\nParties should act.\n")
    found = _in_hand(Session(), tracked, text)
    assert _kinds(found) == {"a.docx": ImportKind.TRACKED, "b.txt": ImportKind.BASE}
    assert found.fault is None
    found.remove(text)
    found.take_as(tracked, ImportKind.TRACKED)
    assert found.fault is Fault.NO_TEXT


def test_a_compilation_takes_the_base_beside_it(tmp_path: Path) -> None:
    base = written(tmp_path / "base.md", _TEXT)
    found = _in_hand(Session(), written(tmp_path / "comments.md", COMPILATION), base)
    assert not found.asks_base
    assert ([each.kind for each in found.plan.files], found.plan.base) == (
        [ImportKind.COMPILATION],
        base,
    )


def test_colours_are_asked_for_one_by_one(tmp_path: Path) -> None:
    red, blue = '<w:color w:val="FF0000"/>', '<w:color w:val="0000FF"/>'
    file = tmp_path / "coloured.docx"
    file.write_bytes(
        word_file(
            paragraph(run("Parties should") + run(" always (Norway)", red) + run(" act."))
            + paragraph(run("Parties should") + run(" often", blue) + run(" report."))
        )
    )
    found = _in_hand(Session(), file)
    plan = found.plan_of(file)
    assert plan.kind is ImportKind.COLOURS
    assert found.needed(plan) == {"red": "Norway", "blue": ""}
    assert found.asks_whose


def test_a_tracked_file_taken_for_a_whole_text_means_its_final_text(tmp_path: Path) -> None:
    file = tmp_path / "Norway.docx"
    file.write_bytes(
        word_file(
            paragraph(run("Parties should act") + deleted(run(" now", tag="delText")) + run("."))
            + paragraph(run("Parties should report") + inserted(run(" soon")) + run("."))
        )
    )
    base = written(tmp_path / "base.md", "Parties should act now.\n\nParties should report.\n")
    found = _in_hand(Session(), base, file)
    found.take_as(file, ImportKind.LAYER)
    report = Report(lambda _: None)
    assert measure(tmp_path, Session(), found.plan, found.seen, report) == {}
    incoming = build(tmp_path / "x.rolling", Session(), found.plan, found.seen, report)
    review = Review(Session(), incoming)
    assert not review.asks
    edits = [e.text for a in review.session.amendments.values() for e in a.edits]
    assert sorted(edits) == ["", " soon"]
