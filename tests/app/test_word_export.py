"""Exporting on the base document's own package, and what is said where that cannot be."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from editor.app.export_notices import NOTICES
from editor.app.exporting import Written
from editor.app.importing import Incoming, add_compilation, add_layer
from editor.app.own_package import base_file
from editor.app.word_export import word_export
from editor.exporters.manuscript import Form
from editor.exporters.word.onto_base.unusable import Reason
from editor.importers.revisions import reject
from editor.importers.word.reader import read_word
from editor.negotiation.commands.correcting_joins import JoinProvisions
from editor.negotiation.commands.correcting_splits import SplitProvision
from editor.negotiation.composition import compose
from editor.negotiation.patch import patched
from editor.negotiation.session import Session
from tests.exporters.word.onto_base.base_files import base_file as made_base
from tests.exporters.word.onto_base.sessions_on_base import parts_of, rewritten, session_from
from tests.importers.word_files import (
    BY_AUTHOR,
    deleted,
    inserted,
    paragraph,
    run,
    word_file,
    word_parts,
    zipped,
)

WORD_2010 = "http://schemas.microsoft.com/office/word/2010/wordml"
NOW = datetime(2024, 7, 1, tzinfo=UTC)
BASE = made_base(
    ["heading", "numbered", "numbered", "plain"],
    ["wetlands soon", "states should report", "states protect wetlands", "and each year"],
)


def export(session: Session, data: bytes | None, form: Form = Form.REDLINE) -> Written:
    return word_export(compose(session), form, NOW, lambda _digest: data, lambda _stage: None)


def is_on(data: bytes, export: Written) -> bool:
    return parts_of(export.data).get("customXml/item1.xml") == parts_of(data)["customXml/item1.xml"]


def texts(data: bytes) -> list[str]:
    paragraphs = reject(read_word(data, "x.docx")).paragraphs
    return [each.text.rpartition("\t")[2] for each in paragraphs if each.text.strip()]


@pytest.mark.parametrize("form", Form)
def test_a_session_with_a_word_base_is_written_on_it(form: Form) -> None:
    made = export(rewritten(session_from(BASE), 1, 2), BASE, form)
    assert made.notice is None
    assert is_on(BASE, made)


def test_a_text_corrected_after_reading_is_written_on_the_base_too() -> None:
    session = session_from(BASE)
    order = session.base_order
    session = patched(session, JoinProvisions(order[1], order[2]).plan(session))
    session = patched(session, SplitProvision(order[3], 3).plan(session))
    made = export(rewritten(session, 3, 1), BASE)
    assert made.notice is None
    assert is_on(BASE, made)
    assert texts(made.data) == [session.provisions[each].text for each in session.base_order]


def test_each_stage_is_told() -> None:
    told: list[str] = []
    session = rewritten(session_from(BASE), 1, 1)
    word_export(compose(session), Form.CLEAN, NOW, lambda _digest: BASE, told.append)
    assert told == ["reading_base", "writing", "checking"]


@pytest.mark.parametrize(
    ("data", "kept", "reason"),
    [
        (BASE, None, Reason.MISSING),
        (BASE, b"PK\x03\x04 cut short", Reason.UNREADABLE),
    ],
)
def test_where_the_base_cannot_be_used_the_own_layout_is_and_it_is_said(
    data: bytes, kept: bytes | None, reason: Reason
) -> None:
    made = export(session_from(data), kept)
    assert made.notice is reason
    assert texts(made.data) == texts(data)


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize(
    ("body", "can_be_used"),
    [
        (
            paragraph(run("States shall report.")).replace(
                "<w:p>", f'<w:p xmlns:w14="{WORD_2010}" w14:paraId="x1">'
            ),
            True,
        ),
        ("<w:p><w:t xml:space='preserve'>States shall report.</w:t></w:p>", False),
    ],
)
def test_a_base_with_odd_insides(body: str, can_be_used: bool, seed: int) -> None:
    data = word_file(body)
    made = export(rewritten(session_from(data), seed, 2), data)
    assert made.notice is (None if can_be_used else Reason.FAULTY)
    assert texts(made.data) == texts(data)


def test_tracked_changes_of_the_base_are_rejected_and_it_is_said() -> None:
    data = word_file(
        paragraph(run("States ") + deleted(run("should ", tag="delText")) + inserted(run("may ")))
        + paragraph(inserted(run("New.")), f"<w:rPr><w:ins {BY_AUTHOR}/></w:rPr>")
        + paragraph(run("Rest."), "<w:jc w:val='both'/>")
    )
    made = export(rewritten(session_from(data), 2, 1), data)
    assert made.notice is Reason.REJECTED
    assert texts(made.data) == ["States should ", "Rest."]
    assert b"Ana" not in parts_of(made.data)["word/document.xml"]


def test_a_strict_base_is_not_written_on() -> None:
    parts: dict[str, str | bytes] = dict(word_parts(paragraph(run("States report."))))
    parts["word/document.xml"] = str(parts["word/document.xml"]).replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    strict = zipped(parts)
    assert export(session_from(strict), strict).notice is Reason.STRICT


def test_every_reason_has_its_sentence() -> None:
    assert NOTICES.keys() == set(Reason)


def test_a_session_from_another_file_has_the_own_layout_and_nothing_is_said() -> None:
    session = session_from(BASE, "base.md")
    assert export(session, b"# Wetlands").notice is None


def test_the_base_beside_a_compilation_counts(tmp_path: Path) -> None:
    incoming = with_compilation(tmp_path, base=True)
    found = base_file(incoming.session)
    assert found is not None
    assert found.name == "base.docx"


def test_the_paper_of_a_delegation_is_never_the_base(tmp_path: Path) -> None:
    incoming = with_compilation(tmp_path, base=False)
    add_layer(incoming, "Norway", tmp_path / "base.docx")
    assert base_file(incoming.session) is None


def with_compilation(folder: Path, base: bool) -> Incoming:
    paper, document = folder / "compilation.md", folder / "base.docx"
    paper.write_text("1. States shall [add: soon: Norway] protect wetlands.", encoding="utf-8")
    document.write_bytes(word_file(paragraph(run("1. States shall protect wetlands."))))
    incoming = Incoming(folder / "new.rolling", Session())
    add_compilation(incoming, paper, document if base else None)
    return incoming
