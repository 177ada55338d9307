"""A real compilation, read as its readers read it. The sentences stay with their owners: here
are only labels, statuses, names, and digests of words."""

import json
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from pathlib import Path
from time import process_time
from typing import Any

import pytest

from editor.importers.compilation.build import compilation_patch
from editor.importers.compilation.read import read_compilation
from editor.importers.names import load_names
from editor.importers.open_source import read_source
from editor.negotiation.amendment import Amendment
from editor.negotiation.entering import inserted_text
from editor.negotiation.patch import patched
from editor.negotiation.provision import Stance
from editor.negotiation.session import Session
from tests.importers.compilation.accounting import kept_words, printed_words
from tests.importers.compilation.papers import FILE

_PAPER = "compilation-trafficking-2020.md"
_TABLE = Path(__file__).with_name("compilation_2020.json")
_HEADING_WORDS = {"Draft", "recommendation"}


@cache
def _session(folder: Path) -> Session:
    reading = read_compilation(read_source(folder / _PAPER), load_names())
    return patched(Session(), compilation_patch(Session(), reading, FILE))


@cache
def _table() -> Any:
    return json.loads(_TABLE.read_text("utf-8"))


def _digest(text: str) -> str:
    return sha256(" ".join(text.split()).encode()).hexdigest()[:12]


def _names(session: Session, delegations: Iterator[str]) -> list[str]:
    return sorted(session.delegations[each].code for each in delegations)


def described(session: Session) -> Any:
    """The session as it stands in the table."""
    return [
        {
            "label": row.label,
            "status": row.status.value,
            "section": _digest(session.provisions[row.section].text),
            "proposed_by": [session.delegations[row.proposed_by].code] if row.proposed_by else [],
            "text": _digest(row.text),
            "proposals": [
                _described(session, each)
                for each in session.amendments.values()
                if each.provision == row.id
            ],
            "positions": [
                [session.delegations[each.delegation].code, each.stance.value, each.start, each.end]
                for each in row.positions
            ],
        }
        for row in session.provisions.values()
        if row.label
    ]


def _described(session: Session, amendment: Amendment) -> Any:
    target = session.amendments.get(amendment.target or "")
    ground = session.provisions[amendment.provision].text
    if target is not None:
        ground = inserted_text(target)
    opposed = (e.delegation for e in amendment.positions if e.stance is Stance.OPPOSE)
    return {
        "kind": amendment.kind.value + ("" if target is None else " of an amendment"),
        "sponsors": _names(session, iter(amendment.sponsors)),
        "opponents": _names(session, opposed),
        "words": [
            [_digest(ground[each.start : each.end]), _digest(each.text)] for each in amendment.edits
        ],
        "text": None if amendment.text is None else _digest(amendment.text),
        "alternatives": len(amendment.alternatives),
    }


def described_notes(session: Session) -> Any:
    return [
        [
            note.label,
            session.delegations[note.delegation].code if note.delegation else "",
            session.provisions[note.anchor.provision].label,
            "status" if note.anchor.on_status else "proposal" * bool(note.anchor.amendment),
            _digest(note.text),
        ]
        for note in session.notes.values()
    ]


def test_thirty_one_provisions_with_status_section_and_origin(corpus: Path) -> None:
    read = described(_session(corpus))
    assert len(read) == 31
    for row, told in zip(read, _table()["provisions"], strict=True):
        assert {**row, "proposals": [], "positions": []} == {
            **told,
            "proposals": [],
            "positions": [],
        }


@pytest.mark.parametrize("index", range(31))
def test_proposals_and_positions_of_a_provision(corpus: Path, index: int) -> None:
    read, told = described(_session(corpus))[index], _table()["provisions"][index]
    assert read["proposals"] == told["proposals"]
    assert read["positions"] == told["positions"]


def test_every_bracket_is_accounted_for(corpus: Path) -> None:
    session = _session(corpus)
    (report,) = session.reports.values()
    statuses = sum(row["status"] != "not_reached" for row in _table()["provisions"])
    assert report.annotations + statuses == 156
    assert report.understood + report.guessed == report.annotations
    assert report.guessed <= 0.4 * report.annotations


def test_thirty_six_notes_with_delegations_and_places(corpus: Path) -> None:
    session = _session(corpus)
    assert len({note.source_note for note in session.notes.values()}) == 36
    assert described_notes(session) == _table()["notes"]


def test_no_word_is_lost(corpus: Path) -> None:
    source = read_source(corpus / _PAPER)
    lost = set(printed_words(source)) - set(kept_words(_session(corpus)))
    assert lost <= _HEADING_WORDS


def test_it_takes_less_than_two_seconds(corpus: Path) -> None:
    started = process_time()
    source = read_source(corpus / _PAPER)
    compilation_patch(Session(), read_compilation(source, load_names()), FILE)
    assert process_time() - started < 2
