"""Files say whether they are the document of the base text: in older sessions the first file, if
it is no compilation."""

import json

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

_FILES = sa.table("files", sa.column("id"), sa.column("is_base"))
_REPORTS = sa.table("reports", sa.column("file"))
_LOG = sa.table("log", sa.column("id"), sa.column("changes", sa.Text()))


def upgrade() -> None:
    column: sa.Column[bool] = sa.Column(
        "is_base", sa.Boolean(), nullable=False, server_default=sa.false()
    )
    op.add_column("files", column)
    with op.batch_alter_table("files") as files:
        files.alter_column("is_base", server_default=None)
    base = _base_file()
    if base is not None:
        connection = op.get_bind()
        connection.execute(_FILES.update().where(_FILES.c.id == base).values(is_base=sa.true()))
        _mark_in_log(connection, base)


def _base_file() -> str | None:
    connection = op.get_bind()
    files = sorted(connection.scalars(sa.select(_FILES.c.id)), key=lambda each: (len(each), each))
    reported = set(connection.scalars(sa.select(_REPORTS.c.file)))
    return files[0] if files and files[0] not in reported else None


def _mark_in_log(connection: sa.Connection, base: str) -> None:
    """In the log too, so that what is taken back and done again is the same row."""
    entries = connection.execute(sa.select(_LOG).where(_LOG.c.changes.contains('"files"'))).all()
    for entry in entries:
        changes = json.loads(entry.changes)
        for change in changes:
            if change["table"] == "files" and change["key"] == base:
                for row in (change["before"], change["after"]):
                    if row is not None:
                        row["is_base"] = True
        text = json.dumps(changes, ensure_ascii=False, separators=(",", ":"))
        connection.execute(_LOG.update().where(_LOG.c.id == entry.id).values(changes=text))
