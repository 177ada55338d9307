"""Layer switches for one reading, by whatever a delegation is called."""

from dataclasses import replace

import pytest

from editor.app.switching import Switches, find_delegation, named_delegation, switched
from editor.errors import KnownError
from editor.negotiation.delegation import CHAIR, Delegation
from editor.negotiation.session import Decision, Session
from tests.cli.negotiation import RULED, SESSION

TYPED = replace(
    SESSION,
    delegations={
        **SESSION.delegations,
        "chair": replace(SESSION.delegations["chair"], layer_on=True),
    },
    rulings={"r1": RULED},
)


def on(session: Session) -> set[str]:
    return {each.id for each in session.delegations.values() if each.layer_on}


def test_as_stored_is_the_session_itself() -> None:
    assert switched(TYPED, Switches.as_stored()) is TYPED


def test_only_leaves_the_chair_and_the_rulings_as_they_are() -> None:
    session = switched(TYPED, Switches.only(["NOR"]))
    assert on(session) == {"chair", "nor"}
    assert session.decisions == {}
    assert session.rulings == TYPED.rulings
    assert on(switched(SESSION, Switches.only([]))) == {"chair"}
    silent = {**SESSION.delegations, "chair": replace(CHAIR, layer_on=False)}
    assert on(switched(replace(SESSION, delegations=silent), Switches.only([]))) == set()
    assert on(switched(replace(SESSION, delegations=silent), Switches.only(["Chair"]))) == {"chair"}


def test_all_and_none() -> None:
    assert on(switched(SESSION, Switches.all())) == {"chair", "can", "nor"}
    none = switched(TYPED, Switches.none())
    assert (on(none), none.rulings, none.decisions) == (set(), {}, {})


def test_the_session_itself_is_left_alone() -> None:
    switched(TYPED, Switches.none())
    assert on(TYPED) == {"chair", "can"}
    assert TYPED.decisions == {"a5": Decision("a5", False)}


@pytest.mark.parametrize("written", ["can", "CAN", "Canada", "CANADA", "kanada", "  Canada "])
def test_a_delegation_goes_by_each_of_its_names(written: str) -> None:
    assert named_delegation(SESSION, written).id == "can"


def test_codes_come_before_names_and_names_before_designations() -> None:
    rows = {
        "a": Delegation("a", "AAA", "Alpha", as_written=("BBB", "Gamma")),
        "b": Delegation("b", "BBB", "Beta"),
        "c": Delegation("c", "CCC", "Gamma"),
    }
    session = replace(SESSION, delegations=rows)
    assert named_delegation(session, "bbb").id == "b"
    assert named_delegation(session, "Gamma").id == "c"


def test_who_is_not_there_is_not_found() -> None:
    assert find_delegation(SESSION, "Atlantis") is None
    with pytest.raises(KnownError, match="unknown_delegation"):
        switched(SESSION, Switches.only(["Atlantis"]))
