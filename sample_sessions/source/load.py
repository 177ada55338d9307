"""Reads the source files beside this module."""

import tomllib
from pathlib import Path
from typing import Any

from sample_sessions.source.markup import parts_of, unfolded
from sample_sessions.source.model import (
    BasePosition,
    Change,
    Note,
    Paragraph,
    Provision,
    Section,
    Source,
)

_FOLDER = Path(__file__).parent
_SECTIONS = ("general.toml", "restoration.toml", "warning.toml")


def load_source() -> Source:
    front = _table("front.toml")
    return Source(
        title=front["title"],
        front=_paragraphs(front),
        footer=(front["footer"]["key"], front["footer"]["text"]),
        sections=tuple(_section(_table(name)) for name in _SECTIONS),
        statements=_paragraphs(_table("statements.toml")),
        names=tuple(
            (kind, name, tuple(written))
            for kind, table in _table("names.toml").items()
            for name, written in table.items()
        ),
    )


def _table(name: str) -> dict[str, Any]:
    return tomllib.loads((_FOLDER / name).read_text(encoding="utf-8"))


def _paragraphs(table: dict[str, Any]) -> tuple[Paragraph, ...]:
    return tuple(
        Paragraph(unfolded(block["text"]), block.get("glue", "\n\n")) for block in table["block"]
    )


def _section(table: dict[str, Any]) -> Section:
    section = table["section"]
    headings = section["headings"]
    glues = section.get("heading_glue", ["\n\n"] * len(headings))
    return Section(
        section["title"],
        tuple(Paragraph(text, glue) for text, glue in zip(headings, glues, strict=True)),
        tuple(_provision(each) for each in table["provision"]),
    )


def _provision(table: dict[str, Any]) -> Provision:
    fields = dict(table)
    parts, marked = parts_of(unfolded(fields.pop("text")))
    declared = tuple(_change(each) for each in fields.pop("change", ()))
    positions = tuple(BasePosition(**each) for each in fields.pop("position", ()))
    notes = tuple(_note(each) for each in fields.pop("note", ()))
    return Provision(
        parts=parts, changes=marked + declared, positions=positions, notes=notes, **fields
    )


def _change(table: dict[str, Any]) -> Change:
    fields: dict[str, Any] = {
        key: unfolded(each) if isinstance(each, str) else each for key, each in table.items()
    }
    fields["provisions"] = tuple(fields.get("provisions", ()))
    return Change(**fields)


def _note(table: dict[str, Any]) -> Note:
    fields = dict(table)
    fields["text"] = unfolded(fields.get("text", ""))
    fields["reasons"] = tuple((by, unfolded(text)) for by, text in fields.get("reasons", ()))
    return Note(**fields)
