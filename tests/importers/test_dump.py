"""Restoring dumps: those of other programs too, and each fault named with its place."""

import json
from typing import Any

import pytest

from editor.errors import KnownError
from editor.importers.dump import restored
from editor.negotiation.amendment import Amendment, Sponsorship
from editor.negotiation.delegation import CHAIR, Delegation
from editor.negotiation.provision import Provision
from editor.negotiation.session import Decision, ImportReport
from editor.negotiation.unread import Unread
from editor.text.edit import Edit


def written(**tables: Any) -> bytes:
    return json.dumps({"schema": 1} | tables).encode()


def small(**amendment: Any) -> bytes:
    """A dump with one delegation, two provisions and one amendment of the second."""
    return written(
        delegations=[{"id": "d1", "code": "CA", "name": "Canada"}],
        provisions=[{"id": "p1", "text": "Short."}, {"id": "p2", "text": "States shall act."}],
        amendments=[{"id": "a1", "provision": "p2", "sponsors": ["d1"]} | amendment],
    )


def fault_of(content: bytes) -> tuple[str, object, object]:
    with pytest.raises(KnownError) as caught:
        restored(content)
    return caught.value.code, caught.value.facts.get("path"), caught.value.facts.get("fault")


def test_keys_that_only_the_way_back_needs_may_be_missing() -> None:
    session = restored(
        small(edits=[{"start": 7, "end": 12, "text": "should"}], ordinal=4, included=False)
    )
    assert session.provisions == {
        "p1": Provision("p1", 0, "Short."),
        "p2": Provision("p2", 1, "States shall act."),
    }
    assert session.delegations == {"chair": CHAIR, "d1": Delegation("d1", "CA", "Canada")}
    assert session.amendments == {
        "a1": Amendment(
            "a1",
            "p2",
            edits=(Edit(7, 12, "should"),),
            ordinal=4,
            sponsorships=(Sponsorship("d1", 4),),
        )
    }
    assert session.decisions == {"a1": Decision("a1", False)}


def test_the_emptiest_dump_has_a_chair() -> None:
    assert restored(written()).delegations == {"chair": CHAIR}


def test_rows_without_ids_get_some() -> None:
    unread = [{"raw": "?", "line": 3}, {"id": "u1", "raw": "!"}]
    session = restored(written(unread=unread, report={"annotations": 3, "understood": 2}))
    assert set(session.unread) == {"u1", "u2"}
    assert session.unread["u2"] == Unread("u2", "?", "", line=3)
    assert session.reports == {"r1": ImportReport("r1", annotations=3, understood=2)}


def test_a_byte_order_mark_is_read_over() -> None:
    assert restored(b"\xef\xbb\xbf" + written(title="Tea")).title == "Tea"


@pytest.mark.parametrize(
    ("content", "path", "fault"),
    [
        (b"", "$", "not_json"),
        (b"{", "$", "not_json"),
        (b'{"schema": 1, "title": "\xff"}', "$", "not_json"),
        (b"[]", "$", "shape"),
        (b"{}", "$", "shape"),
        (written(title=3), "$.title", "shape"),
        (written(provisions=[{"id": "p1"}]), "$.provisions[0]", "shape"),
        (small(kind="poem"), "$.amendments[0].kind", "shape"),
        (
            small(edits=[{"start": "0", "end": 1, "text": ""}]),
            "$.amendments[0].edits[0].start",
            "shape",
        ),
        (small(ordinal=2**40), "$.amendments[0].ordinal", "shape"),
        (small(provision="p9"), "$.amendments[0].provision", "unknown_provision"),
        (small(sponsors=["d9"]), "$.amendments[0].sponsors[0]", "unknown_delegation"),
        (small(target="a9"), "$.amendments[0].target", "unknown_amendment"),
        (small(target="a1"), "$.amendments[0].target", "circular_target"),
        (small(notes=["n1"]), "$.amendments[0].notes[0]", "unknown_note"),
        (small(alternatives=["a1", "a7"]), "$.amendments[0].alternatives[1]", "unknown_amendment"),
        (small(kind="move", after="p7"), "$.amendments[0].after", "unknown_provision"),
        (small(kind="replace_provision"), "$.amendments[0].text", "missing_field"),
        (small(kind="split"), "$.amendments[0].at", "missing_field"),
        (small(kind="split", at=99), "$.amendments[0].at", "outside_text"),
        (
            small(edits=[{"start": 7, "end": 18, "text": ""}]),
            "$.amendments[0].edits[0]",
            "outside_text",
        ),
        (
            small(edits=[{"start": 5, "end": 9, "text": ""}, {"start": 0, "end": 6, "text": "x"}]),
            "$.amendments[0].edits[0]",
            "overlapping_edits",
        ),
        (
            small(sponsorships=[{"delegation": "chair"}]),
            "$.amendments[0].sponsors",
            "sponsors_disagree",
        ),
        (
            written(provisions=[{"id": "p1", "text": ""}, {"id": "p1", "text": ""}]),
            "$.provisions[1].id",
            "duplicate_id",
        ),
        (
            written(delegations=[{"id": "chair", "kind": "state"}]),
            "$.delegations[0]",
            "no_chair",
        ),
    ],
)
def test_a_fault_is_named_with_its_place(content: bytes, path: str, fault: str) -> None:
    assert fault_of(content) == ("bad_dump", path, fault)


@pytest.mark.parametrize("schema", [0, 2])
def test_a_dump_of_another_version_is_refused(schema: int) -> None:
    with pytest.raises(KnownError) as caught:
        restored(json.dumps({"schema": schema, "provisions": "a new idea"}).encode())
    assert (caught.value.code, caught.value.facts) == ("newer_dump", {"schema": schema})
