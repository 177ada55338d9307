"""Delegations by what a paper calls them."""

from dataclasses import replace

import pytest

from editor.importers.delegations import Delegations, entry_of
from editor.importers.names import load_names
from editor.negotiation.delegation import CHAIR, Delegation, DelegationKind
from editor.negotiation.patch import Draft, patched
from editor.negotiation.session import Session


def test_designations_of_one_delegation_meet_and_are_kept() -> None:
    draft = Draft(Session())
    delegations = Delegations(draft, load_names())
    assert delegations.ids_of("USA") == delegations.ids_of("United States of America")
    (key,) = delegations.ids_of("USA")
    row = draft.get("delegations", key)
    assert isinstance(row, Delegation)
    assert (row.code, row.as_written) == ("USA", ("USA", "United States of America"))


def test_an_unknown_name_is_a_new_delegation() -> None:
    draft = Draft(Session())
    (key,) = Delegations(draft, load_names()).ids_of("Friends of the Ferry")
    row = draft.get("delegations", key)
    assert isinstance(row, Delegation)
    assert (row.name, row.rank, row.layer_on) == ("Friends of the Ferry", None, False)


def test_colours_go_on_where_the_session_stopped() -> None:
    first = Draft(Session())
    Delegations(first, load_names()).ids_of("France, Chile")
    session = patched(Session(), first.patch())
    second = Draft(session)
    delegations = Delegations(second, load_names())
    delegations.ids_of("France")
    (key,) = delegations.ids_of("Peru")
    row = second.get("delegations", key)
    assert isinstance(row, Delegation)
    assert row.colour == 2
    assert key not in session.delegations


def _session_of(*rows: Delegation) -> Session:
    return Session(delegations={"chair": CHAIR} | {row.id: row for row in rows})


@pytest.mark.parametrize(
    "row",
    [
        Delegation("d1", "NO", "Norway"),
        Delegation("d1", "NORD", "The North", as_written=("Kingdom of Norway",)),
    ],
)
def test_a_delegation_is_found_by_its_names_whatever_its_code(row: Delegation) -> None:
    delegations = Delegations(Draft(_session_of(row)), load_names())
    assert delegations.ids_of("Norway and NOR") == ("d1",)


def test_a_first_name_that_signed_for_a_delegation_is_not_a_state() -> None:
    ferry = Delegation("d1", "FOF", "Friends of the Ferry", as_written=("Ben",))
    norway = Delegation("d2", "NOR", "Norway", as_written=("Chad",))
    delegations = Delegations(Draft(_session_of(ferry, norway)), load_names())
    assert not {"d1", "d2"} & {*delegations.ids_of("Benin, Chad")}


@pytest.mark.parametrize("written", ["NOR", "挪威"])
def test_a_short_spelling_of_a_state_is_that_state(written: str) -> None:
    row = Delegation("d1", "NORD", "The North", as_written=(written,))
    assert entry_of(row, load_names()) is load_names().find("Norway")


def _after(session: Session, written: str) -> Session:
    draft = Draft(session)
    Delegations(draft, load_names()).ids_of(written)
    return patched(session, draft.patch())


def _members(session: Session, code: str) -> set[str]:
    group = next(each for each in session.delegations.values() if each.code == code)
    return {session.delegations[each].code for each in group.members}


@pytest.mark.parametrize("papers", [("EU, France, Norway",), ("France", "Norway, EU")])
def test_a_group_knows_its_members_whoever_comes_first(papers: tuple[str, ...]) -> None:
    session = Session()
    for paper in papers:
        session = _after(session, paper)

    assert _members(session, "EU") == {"FRA"}


def test_who_comes_later_joins_all_groups_that_are_there() -> None:
    session = _after(_after(Session(), "AOSIS, G77 and China, EU"), "Fiji")

    assert _members(session, "AOSIS") == _members(session, "G77") == {"FJI"}
    assert _members(session, "EU") == set()


def test_members_the_chair_took_out_stay_out() -> None:
    session = _after(Session(), "EU, France, Malta")
    rows = {
        key: replace(row, members=()) if row.code == "EU" else row
        for key, row in session.delegations.items()
    }

    session = _after(replace(session, delegations=rows), "EU, France, Poland")

    assert _members(session, "EU") == {"POL"}


def test_a_delegation_that_the_book_does_not_know_belongs_to_no_group() -> None:
    own = Delegation("d1", "EU", "Eastern Uplands", DelegationKind.STATE)

    session = _after(_session_of(own), "France, Friends of the Ferry")

    assert session.delegations["d1"].members == ()
