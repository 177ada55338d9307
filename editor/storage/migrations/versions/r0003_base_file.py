"""Files say whether they are the document of the base text. In older sessions that is found in the
log: of the files that came with the base text the first, or, where that is a compilation, the one
that was brought in beside it."""

import json
from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

_FILES = sa.table("files", sa.column("id"), sa.column("digest"), sa.column("is_base"))
_LOG = sa.table("log", sa.column("id"), sa.column("changes", sa.Text()))

Row = dict[str, Any]


def upgrade() -> None:
    column: sa.Column[bool] = sa.Column(
        "is_base", sa.Boolean(), nullable=False, server_default=sa.false()
    )
    op.add_column("files", column)
    with op.batch_alter_table("files") as files:
        files.alter_column("is_base", server_default=None)
    connection = op.get_bind()
    entries = connection.execute(sa.select(_LOG).where(_LOG.c.changes.contains('"files"'))).all()
    for entry in entries:
        changes = json.loads(entry.changes)
        base = _base_in(changes)
        if base is not None:
            base["is_base"] = True
            _mark(connection, entry.id, changes, base)


def _mark(connection: sa.Connection, entry: int, changes: list[Row], base: Row) -> None:
    """In the log too, so that what is taken back and done again is the same row."""
    text = json.dumps(changes, ensure_ascii=False, separators=(",", ":"))
    connection.execute(_LOG.update().where(_LOG.c.id == entry).values(changes=text))
    row = (_FILES.c.id == base["id"]) & (_FILES.c.digest == base["digest"])
    connection.execute(_FILES.update().where(row).values(is_base=sa.true()))


def _base_in(changes: list[Row]) -> Row | None:
    """The document of the base text, if these changes brought in one."""
    files = sorted(_new(changes, "files"), key=lambda each: (len(each["id"]), each["id"]))
    if not files or all(each["proposed_by"] for each in _new(changes, "provisions")):
        return None
    compilations = {each["file"] for each in _new(changes, "reports")}
    first, *others = files
    if first["id"] not in compilations:
        return first
    beside = others[0] if others else None
    speaks = beside is None or beside["name"] in _spoken_in(changes)
    return None if speaks or beside is None or beside["time"] != first["time"] else beside


def _spoken_in(changes: list[Row]) -> set[str]:
    """The names of the files that proposals come from."""
    return {
        voice["origin"]["file"]
        for each in _new(changes, "amendments")
        for voice in each["sponsorships"]
        if voice["origin"]
    }


def _new(changes: list[Row], table: str) -> Iterator[Row]:
    for change in changes:
        if change["table"] == table and change["before"] is None:
            yield change["after"]
