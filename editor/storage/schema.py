"""The schema: one table for each table of the session, the log, and the bytes of files.

It names nothing that belongs to SQLite alone. Column names are the field names of the rows.
JSON columns hold what is small and is only ever read together with its row. References are
promised by the engine, and verified by `check`, not by the database: a command may replace
rows in any order.
"""

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    ForeignKey,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
)

SCHEMA = MetaData()


def _key(name: str) -> Column[str]:
    return Column(name, Text, primary_key=True)


def _text(name: str) -> Column[str]:
    return Column(name, Text, nullable=False)


def _maybe_text(name: str) -> Column[str]:
    return Column(name, Text)


def _number(name: str) -> Column[int]:
    return Column(name, Integer, nullable=False)


def _maybe_number(name: str) -> Column[int]:
    return Column(name, Integer)


def _flag(name: str) -> Column[bool]:
    return Column(name, Boolean, nullable=False)


def _json(name: str) -> Column[object]:
    return Column(name, JSON(none_as_null=True), nullable=False)


def _maybe_json(name: str) -> Column[object]:
    return Column(name, JSON(none_as_null=True))


HEADINGS = Table(
    "headings",
    SCHEMA,
    _key("id"),
    _text("title"),
    _text("reading"),
    _text("symbol"),
    _text("date"),
)

DELEGATIONS = Table(
    "delegations",
    SCHEMA,
    _key("id"),
    _text("code"),
    _text("name"),
    _text("kind"),
    _json("as_written"),
    _json("members"),
    _maybe_number("rank"),
    _maybe_number("colour"),
    _flag("layer_on"),
)

PROVISIONS = Table(
    "provisions",
    SCHEMA,
    _key("id"),
    _number("ordinal"),
    _text("text"),
    _text("label"),
    _text("kind"),
    _number("level"),
    _text("section"),
    _text("status"),
    _json("pending_on"),
    _json("marks"),
    _json("positions"),
    _maybe_text("proposed_by"),
    _maybe_text("amendment"),
)

AMENDMENTS = Table(
    "amendments",
    SCHEMA,
    _key("id"),
    _text("provision"),
    _text("kind"),
    _json("edits"),
    _json("provisions"),
    _maybe_text("text"),
    _text("label"),
    _maybe_text("after"),
    _maybe_number("at"),
    _maybe_text("target"),
    _json("alternatives"),
    _text("group"),
    _number("ordinal"),
    _json("sponsorships"),
    _json("positions"),
    _text("state"),
    _json("notes"),
    _maybe_json("origin"),
    _flag("is_new"),
)

NOTES = Table(
    "notes",
    SCHEMA,
    _key("id"),
    _text("text"),
    _text("label"),
    _text("source_note"),
    _maybe_text("delegation"),
    _json("anchor"),
)

RULINGS = Table(
    "rulings",
    SCHEMA,
    _key("id"),
    _json("members"),
    _text("how"),
    _json("choice"),
    _text("text"),
    _text("note"),
    _text("time"),
)

UNREAD = Table(
    "unread",
    SCHEMA,
    _key("id"),
    _text("raw"),
    _text("reason"),
    _text("provision"),
    _number("line"),
    _text("file"),
)

DECISIONS = Table("decisions", SCHEMA, _key("amendment"), _flag("included"))

FILES = Table(
    "files", SCHEMA, _key("id"), _text("name"), _text("digest"), _text("time"), _flag("is_base")
)

REPORTS = Table(
    "reports",
    SCHEMA,
    _key("id"),
    _text("file"),
    _number("annotations"),
    _number("understood"),
    _number("guessed"),
    _json("warnings"),
)

LOG = Table(
    "log",
    SCHEMA,
    Column("id", Integer, primary_key=True),
    _text("command"),
    _json("detail"),
    _text("author"),
    _text("time"),
    _text("state"),
    Column("of", Integer, ForeignKey("log.id")),
    _maybe_json("changes"),
)
"""The audit trail. `of` is the entry that an undo or redo was about; those have no `changes`
of their own. `changes` are rows before and after, so each entry carries its inverse."""

KEPT_FILES = Table(
    "kept_files", SCHEMA, _key("digest"), Column("bytes", LargeBinary, nullable=False)
)

VERSION = Table("alembic_version", MetaData(), Column("version_num", Text, primary_key=True))
"""Alembic's own table, so that a new file can be stamped without importing Alembic."""
