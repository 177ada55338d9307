"""What holds of a session, also of a damaged one."""

from dataclasses import replace

import pytest

from editor.negotiation.composition import compose
from editor.negotiation.session import Decision, Session
from tests.ui.negotiations import small_negotiation


def without(session: Session, delegation: str) -> Session:
    """As in a damaged file, which has lost a row."""
    rest = {key: row for key, row in session.delegations.items() if key != delegation}
    return replace(session, delegations=rest)


def test_a_delegation_that_was_lost_comes_last() -> None:
    session = small_negotiation()
    rank = without(session, "can").rank_of
    assert sorted(session.delegations, key=rank.__getitem__)[-1] == "can"
    assert "can" not in rank


@pytest.mark.parametrize("lost", ["can", "egy"])
def test_who_is_in_conflict_with_a_lost_delegation_is_told_from_it(lost: str) -> None:
    session = small_negotiation()
    decisions = {key: Decision(key, True) for key in session.amendments}
    composition = compose(without(replace(session, decisions=decisions), lost))
    conflict = next(each for each in composition.conflicts if each.provision == "p1")
    assert set(conflict.delegations) == {"can", "egy"}
    assert conflict.delegations[-1] == lost
    assert composition.provision("p1").runs
