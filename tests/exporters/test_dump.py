"""The JSON dump: shaped as promised, and lossless (law 12)."""

import json

import pytest
from hypothesis import given

from editor.exporters.dump import dump
from editor.importers.dump import restored
from editor.negotiation.amendment import Amendment, AmendmentKind, Origin, Sponsorship
from editor.negotiation.delegation import CHAIR, Delegation
from editor.negotiation.note import Note, NoteAnchor
from editor.negotiation.provision import Provision
from editor.negotiation.ruling import Ruling, RulingKind
from editor.negotiation.session import Decision, Heading, Session
from editor.text.edit import Edit
from tests.strategies import sessions

SESSION = Session(
    headings={"heading": Heading(title="Treaty on tea")},
    delegations={"chair": CHAIR, "d1": Delegation("d1", "CA", "Canada", as_written=("Canada",))},
    provisions={
        "p2": Provision("p2", 2, "Second.", "2"),
        "p1": Provision("p1", 1, "States drink tea.", "1"),
        "n1": Provision("n1", 0, "New.", "1 bis", proposed_by="d1", amendment="a10"),
    },
    amendments={
        "a10": Amendment(
            "a10",
            "n1",
            AmendmentKind.NEW_PROVISION,
            text="New.",
            after="p1",
            sponsorships=(Sponsorship("d1", 2),),
        ),
        "a2": Amendment(
            "a2",
            "p1",
            edits=(Edit(7, 12, "serve"),),
            sponsorships=(Sponsorship("d1", 1, Origin("paper.md", 3, "**serve**", 0.5)),),
        ),
    },
    notes={"n1": Note("n1", "Because.", delegation="d1", anchor=NoteAnchor("p1"))},
    rulings={"r1": Ruling("r1", frozenset({"a2", "a10"}), RulingKind.BASE)},
    decisions={"a2": Decision("a2", True)},
)


@pytest.mark.laws
@given(sessions())
def test_a_dump_gives_the_session_back(session: Session) -> None:
    assert restored(dump(session)) == session


@pytest.mark.laws
@given(sessions())
def test_the_dump_of_a_restored_dump_is_identical(session: Session) -> None:
    first = dump(session)
    assert dump(restored(first)) == first


def test_the_dump_has_the_promised_keys() -> None:
    shape = json.loads(dump(SESSION))
    assert list(shape) == [
        *("schema", "title", "reading", "symbol", "date"),
        *("delegations", "provisions", "amendments", "notes"),
        *("rulings", "unread", "report", "reports", "files"),
    ]
    promised = {
        "delegations": "id code name kind as_written members rank colour layer_on",
        "provisions": "id label kind section status pending_on marks proposed_by amendment text"
        " positions",
        "amendments": "id provision provisions kind edits text label after at target alternatives"
        " group ordinal sponsors positions state notes origin included",
        "notes": "id label source_note delegation anchor text",
        "rulings": "id members how choice text note time",
    }
    for table, keys in promised.items():
        for row in shape[table]:
            assert set(keys.split()) <= set(row), table
    assert set(shape["report"]) == {"annotations", "understood", "guessed", "warnings"}


def test_an_amendment_reads_as_promised() -> None:
    first = json.loads(dump(SESSION))["amendments"][0]
    assert first["id"] == "a2"
    assert first["edits"] == [{"start": 7, "end": 12, "text": "serve"}]
    assert first["sponsors"] == ["d1"]
    assert first["included"] is True
    assert first["sponsorships"][0]["origin"] == {
        "file": "paper.md",
        "line": 3,
        "raw": "**serve**",
        "confidence": 0.5,
    }


def test_proposed_provisions_stand_in_their_gap() -> None:
    shape = json.loads(dump(SESSION))
    assert [each["id"] for each in shape["provisions"]] == ["p1", "n1", "p2"]


def test_ids_are_in_the_order_of_their_numbers() -> None:
    shape = json.loads(dump(SESSION))
    assert [each["id"] for each in shape["amendments"]] == ["a2", "a10"]


def test_the_order_of_rows_in_memory_does_not_show() -> None:
    turned = Session(
        headings=SESSION.headings,
        delegations=dict(reversed(list(SESSION.delegations.items()))),
        provisions=dict(reversed(list(SESSION.provisions.items()))),
        amendments=dict(reversed(list(SESSION.amendments.items()))),
        notes=SESSION.notes,
        rulings=SESSION.rulings,
        decisions=SESSION.decisions,
    )
    assert dump(turned) == dump(SESSION)
