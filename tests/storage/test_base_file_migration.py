"""Sessions of the time before files said whether they are the document of the base text."""

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from editor.app.importing import Incoming, add_base_text, add_compilation, add_layer
from editor.app.own_package import base_file
from editor.storage.rescue import rescue
from editor.storage.session_file import SessionFile
from tests.importers.word_files import paragraph, run, word_file

Bring = Callable[[Incoming, Path, Path], None]


def base(incoming: Incoming, paper: Path, document: Path) -> None:
    add_base_text(incoming, document)


def pasted_and_layer(incoming: Incoming, paper: Path, document: Path) -> None:
    add_base_text(incoming, paper)
    add_layer(incoming, "Norway", document)


def beside(incoming: Incoming, paper: Path, document: Path) -> None:
    add_compilation(incoming, paper, document)


def compilation_and_layer(incoming: Incoming, paper: Path, document: Path) -> None:
    add_compilation(incoming, paper, None)
    add_layer(incoming, "Norway", document)


@pytest.mark.parametrize(
    ("bring", "name"),
    [
        (base, "document.docx"),
        (pasted_and_layer, "paper.md"),
        (beside, "document.docx"),
        (compilation_and_layer, None),
    ],
)
@pytest.mark.parametrize("is_undone", [False, True])
def test_the_document_of_the_base_is_found(
    bring: Bring, name: str | None, is_undone: bool, tmp_path: Path
) -> None:
    path = tmp_path / "old.rolling"
    brought_in(path, bring)
    if is_undone:
        with closing(SessionFile.open(path)) as file:
            file.undo()
    made_older(path)

    with closing(SessionFile.open(path)) as file:
        if is_undone:
            file.redo()
        found = base_file(file.session)

    assert (found.name if found else None) == name


def test_a_file_of_the_older_schema_is_rescued_without_a_fault(tmp_path: Path) -> None:
    path = tmp_path / "old.rolling"
    brought_in(path, base)
    made_older(path)

    report = rescue(path, tmp_path / "rescued.rolling")

    assert report.findings == ()
    assert [each.name for each in report.session.files.values()] == ["document.docx"]


def brought_in(path: Path, bring: Bring) -> None:
    paper, document = path.with_name("paper.md"), path.with_name("document.docx")
    paper.write_text("1. Boats shall [add: soon: Fiji] sail.\n\n2. Boats rest.\n", "utf-8")
    texts = ("1. Boats shall sail.", "2. Boats may rest.")
    document.write_bytes(word_file("".join(paragraph(run(each)) for each in texts)))
    incoming = Incoming.into(path)
    bring(incoming, paper, document)
    incoming.write()
    incoming.close()


def made_older(path: Path) -> None:
    """As revision 0002 wrote it."""
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("ALTER TABLE files DROP COLUMN is_base")
        connection.execute("UPDATE alembic_version SET version_num = '0002'")
        logged = connection.execute("SELECT id, changes FROM log WHERE changes NOT NULL").fetchall()
        for number, stored in logged:
            changes = json.loads(stored)
            for change in changes:
                for row in (change["before"], change["after"]):
                    if row is not None:
                        row.pop("is_base", None)
            row = (json.dumps(changes), number)
            connection.execute("UPDATE log SET changes = ? WHERE id = ?", row)
