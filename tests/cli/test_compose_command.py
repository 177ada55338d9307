"""`rolling-text compose`: the compromise text, whoever is switched on."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from editor.negotiation.amendment import Amendment, AmendmentKind, Sponsorship
from editor.negotiation.ruling import Ruling, RulingKind
from editor.negotiation.session import Decision
from editor.resources import sample_path
from editor.text.edit import Edit
from tests.cli.conftest import RunCommand
from tests.cli.negotiation import CANADA, RULED, SESSION, session_file

BASE = ["1\tParties shall act.", "2\tParties report yearly.", "3\tNothing else."]


@pytest.fixture
def talks(tmp_path: Path) -> Path:
    return session_file(tmp_path / "talks.rolling")


@pytest.fixture
def ruled(tmp_path: Path) -> Path:
    return session_file(tmp_path / "ruled.rolling", replace(SESSION, rulings={"r1": RULED}))


def test_without_switches_it_is_what_the_chair_last_saw(good: RunCommand, talks: Path) -> None:
    assert good("compose", talks).lines == [
        "1\tParties should act.",
        "2\tParties report yearly.",
        "2 bis\tParties meet.",
        "3\tNothing else.",
    ]


def test_on_sets_aside_decisions_on_single_proposals(good: RunCommand, talks: Path) -> None:
    assert good("compose", talks, "--on", "CAN").lines[1] == "2\tParties report often."


@pytest.mark.parametrize("named", ["CAN,NOR", "Canada, Norway", "kanada,nor,", "can,nor"])
def test_on_takes_codes_names_and_aliases(good: RunCommand, talks: Path, named: str) -> None:
    assert good("compose", talks, "--on", named).out == good("compose", talks, "--all").out


def test_on_nobody(good: RunCommand, talks: Path) -> None:
    assert good("compose", talks, "--on", "").lines == BASE


def test_all_shows_the_conflict_in_brackets(good: RunCommand, talks: Path) -> None:
    lines = good("compose", talks, "--all").lines
    assert lines[0] == "1\tParties [should / may / shall] act."
    assert "3\tNothing else." not in lines


def test_none_is_the_base_whatever_was_ruled_or_typed_by_the_chair(
    good: RunCommand, tmp_path: Path
) -> None:
    by_chair = Amendment(
        "a9", "p2", edits=(Edit(15, 21, "often"),), sponsorships=(Sponsorship("chair", 1),)
    )
    chair = replace(SESSION.delegations["chair"], layer_on=True)
    session = replace(
        SESSION,
        amendments={**SESSION.amendments, "a9": by_chair},
        delegations={**SESSION.delegations, "chair": chair},
        rulings={"r1": RULED},
        decisions={each: Decision(each, True) for each in SESSION.amendments},
    )
    path = session_file(tmp_path / "typed.rolling", session)
    assert good("compose", path, "--none").lines == BASE
    assert good("compose", path, "--on", "").lines[1] == "2\tParties report often."


def test_a_ruling_stays_in_force_when_layers_are_switched(good: RunCommand, ruled: Path) -> None:
    assert good("compose", ruled, "--all").lines[0] == "1\tParties might act."


def test_the_redline_is_critic_markup_with_codes(good: RunCommand, talks: Path) -> None:
    lines = good("compose", talks, "--on", "NOR", "--view", "redline").lines
    assert lines[0] == "1\tParties {--shall--}{>>NOR<<}{++may++}{>>NOR<<} act."
    assert lines[2] == "3\t{--Nothing else.--}{>>NOR<<}"


def test_the_brackets_enclose_a_contested_provision(good: RunCommand, tmp_path: Path) -> None:
    inside = Amendment("a6", "p3", edits=(Edit(8, 12, "more"),), sponsorships=CANADA)
    session = replace(SESSION, amendments={**SESSION.amendments, "a6": inside})
    path = session_file(tmp_path / "contested.rolling", session)
    assert good("compose", path, "--all", "--view", "brackets").lines[-1] == "3\t[Nothing more.]"
    assert good("compose", path, "--all").lines[-1] == "3\tNothing more."


def test_an_unknown_delegation_is_said(run: RunCommand, talks: Path) -> None:
    ended = run("compose", talks, "--on", "CAN,Atlantis")
    assert (ended.status, ended.out) == (1, "")
    assert "no delegation Atlantis" in ended.err


@pytest.mark.parametrize(
    "switches", [["--all", "--none"], ["--on", "CAN", "--all"], ["--view", "purple"]]
)
def test_wrong_usage(run: RunCommand, talks: Path, switches: list[str]) -> None:
    assert run("compose", talks, *switches).status == 2


def test_composing_changes_nothing(good: RunCommand, talks: Path) -> None:
    before = talks.read_bytes()
    good("compose", talks, "--all", "--json")
    assert talks.read_bytes() == before
    assert list(talks.parent.iterdir()) == [talks]


# As JSON


def as_json(good: RunCommand, path: Path, *switches: str) -> Any:
    return json.loads(good("compose", path, *switches, "--json").out)


def provision(composed: Any, key: str) -> Any:
    return next(each for each in composed["provisions"] if each["id"] == key)


def test_provisions_come_in_composed_order_with_their_texts(good: RunCommand, talks: Path) -> None:
    composed = as_json(good, talks, "--all")
    assert composed["schema"] == 1
    assert [(p["id"], p["label"], p["text"]) for p in composed["provisions"]] == [
        ("p1", "1", "Parties [should / may / shall] act."),
        ("p2", "2", "Parties report often."),
        ("p4", "2 bis", "Parties meet."),
        ("p3", "3", ""),
    ]
    assert provision(composed, "p4")["proposed_by"] == "can"
    assert provision(composed, "p2")["runs"][1] == {
        "kind": "deleted", "text": "yearly", "start": 15, "end": 21, "amendments": ["a5"],
        "delegations": ["can"], "conflict": None, "options": [],
    }  # fmt: skip


def test_none_has_base_provisions_only(good: RunCommand, talks: Path) -> None:
    composed = as_json(good, talks, "--none")
    assert [p["id"] for p in composed["provisions"]] == ["p1", "p2", "p3"]
    assert {run["kind"] for p in composed["provisions"] for run in p["runs"]} == {"kept"}


def test_an_open_conflict_has_its_ranges_and_options(good: RunCommand, talks: Path) -> None:
    first = provision(as_json(good, talks, "--all"), "p1")
    (conflict,) = first["conflicts"]
    assert conflict["options"] == [
        {"amendments": ["a1"], "text": "should"},
        {"amendments": ["a2"], "text": "may"},
        {"amendments": [], "text": "shall"},
    ]
    assert (conflict["kind"], conflict["ranges"]) == ("overlap", [[8, 13]])
    assert (conflict["ruling"], conflict["in_force"], conflict["open"]) == (None, False, True)
    assert conflict["options_truncated"] is False
    (bracket,) = [run for run in first["runs"] if run["kind"] == "alternatives"]
    assert bracket["conflict"] == conflict["id"]
    assert [option["text"] for option in bracket["options"]] == ["should", "may", "shall"]


def test_a_settled_conflict_stays_listed_with_its_ruling(good: RunCommand, ruled: Path) -> None:
    composed = as_json(good, ruled, "--all")
    (conflict,) = provision(composed, "p1")["conflicts"]
    assert (conflict["ruling"], conflict["in_force"], conflict["open"]) == ("r1", True, False)
    assert [each["text"] for each in conflict["options"]] == ["should", "may", "shall"]
    assert composed["dormant_rulings"] == []
    assert as_json(good, ruled, "--on", "CAN")["dormant_rulings"] == ["r1"]


def test_the_options_of_a_contested_provision_are_whole_texts(
    good: RunCommand, tmp_path: Path
) -> None:
    inside = Amendment("a6", "p3", edits=(Edit(8, 12, "more"),), sponsorships=CANADA)
    kept = Ruling("r2", frozenset({"a4", "a6"}), RulingKind.BASE)
    session = replace(
        SESSION, amendments={**SESSION.amendments, "a6": inside}, rulings={"r2": kept}
    )
    path = session_file(tmp_path / "contested.rolling", session)
    (conflict,) = provision(as_json(good, path, "--all"), "p3")["conflicts"]
    assert conflict["kind"] == "contested"
    assert {each["text"] for each in conflict["options"]} == {"", "Nothing more.", "Nothing else."}


def test_moves_and_joins_say_where_from_and_into_what(good: RunCommand, tmp_path: Path) -> None:
    moved = Amendment("a7", "p3", AmendmentKind.MOVE, after="", sponsorships=CANADA)
    joined = Amendment("a8", "p1", AmendmentKind.JOIN, provisions=("p1", "p2"), sponsorships=CANADA)
    session = replace(SESSION, amendments={"a7": moved, "a8": joined}, decisions={})
    session = replace(
        session, provisions={k: v for k, v in SESSION.provisions.items() if k != "p4"}
    )
    path = session_file(tmp_path / "moved.rolling", session)
    composed = as_json(good, path, "--on", "CAN")
    assert [p["id"] for p in composed["provisions"]] == ["p3", "p1", "p2"]
    assert [p["moved_from"] for p in composed["provisions"]] == ["p2", None, None]
    assert [p["joined_into"] for p in composed["provisions"]] == [None, None, "p1"]


def test_what_sleeps_is_listed_with_its_target(good: RunCommand, tmp_path: Path) -> None:
    on_new = Amendment("a6", "p2", edits=(Edit(0, 5, "rarely"),), target="a5", sponsorships=CANADA)
    session = replace(SESSION, amendments={**SESSION.amendments, "a6": on_new})
    path = session_file(tmp_path / "asleep.rolling", session)
    (asleep,) = provision(as_json(good, path), "p2")["asleep"]
    assert (asleep["amendment"], asleep["target"]) == ("a6", "a5")


def test_order_questions_stand_at_their_point(good: RunCommand, tmp_path: Path) -> None:
    one = Amendment("a1", "p1", edits=(Edit(17, 17, " now"),), sponsorships=CANADA)
    two = Amendment(
        "a2", "p1", edits=(Edit(17, 17, " well"),), sponsorships=(Sponsorship("nor", 1),)
    )
    session = replace(SESSION, amendments={"a1": one, "a2": two}, decisions={})
    session = replace(
        session, provisions={k: v for k, v in SESSION.provisions.items() if k != "p4"}
    )
    path = session_file(tmp_path / "order.rolling", session)
    (question,) = provision(as_json(good, path, "--all"), "p1")["order_questions"]
    assert (question["at"], question["amendments"]) == (17, ["a1", "a2"])


def test_the_sample_composes_in_every_way(good: RunCommand) -> None:
    sample = sample_path("sample.rolling")
    plain = good("compose", sample).lines
    assert any("[" in line and " / " in line for line in plain)
    composed = as_json(good, sample)
    conflicts = [c for p in composed["provisions"] for c in p["conflicts"]]
    assert {c["open"] for c in conflicts} == {True, False}
    assert all(p["runs"] or not p["text"] for p in as_json(good, sample, "--all")["provisions"])
