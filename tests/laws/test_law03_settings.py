"""Law 3: settings of different things commute; on one thing the last wins; twice is once;
setting back restores the result exactly."""

from collections import Counter

from hypothesis import assume, given, note
from hypothesis import strategies as st

from editor.negotiation.commands.command import Command
from editor.negotiation.commands.ruling_on import Unrule
from editor.negotiation.composition import compose
from editor.negotiation.patch import patched
from editor.negotiation.session import Session
from tests.laws.narration import narrated
from tests.laws.strategies import sessions
from tests.laws.switches import settings_of


def after(session: Session, *commands: Command) -> Session:
    for each in commands:
        session = patched(session, each.plan(session))
    return session


def result(session: Session) -> object:
    """What is read and what is open; a ruling is known by its members, not by its id."""
    composed = compose(session)
    rulings = {each.id: each.members for each in session.rulings.values()}
    return (
        composed.paragraphs,
        composed.places,
        Counter(
            (each.kind, each.members, rulings.get(each.ruling or ""), each.is_open)
            for each in composed.conflicts
        ),
        Counter(each.members for each in composed.order_questions),
        {each.amendment for each in composed.asleep},
        Counter(rulings[each] for each in composed.dormant_rulings),
    )


@given(sessions(), st.data())
def test_settings_of_different_things_commute(session: Session, data: st.DataObject) -> None:
    one, other = data.draw(settings_of(session)), data.draw(settings_of(session))
    assume(one.thing != other.thing)
    note(narrated(session))
    one_first = after(session, one.command, other.command)
    other_first = after(session, other.command, one.command)
    assert result(one_first) == result(other_first)


@given(sessions(), st.data())
def test_the_last_setting_wins_and_twice_is_once(session: Session, data: st.DataObject) -> None:
    one, other = data.draw(settings_of(session)), data.draw(settings_of(session))
    assume(not isinstance(one.command, Unrule))
    note(narrated(session))
    once = after(session, one.command)
    assert result(after(once, one.command)) == result(once)
    if one.thing == other.thing and isinstance(one.command, type(other.command)):
        assert result(after(once, other.command)) == result(after(session, other.command))


@given(sessions(), st.data())
def test_setting_back_restores_the_result(session: Session, data: st.DataObject) -> None:
    before = result(session)
    there = session
    patches = []
    for _ in range(3):
        patch = data.draw(settings_of(there)).command.plan(there)
        there = patched(there, patch)
        patches.append(patch)
    for patch in reversed(patches):
        there = patched(there, patch.reverse)
    assert there == session
    assert result(there) == before
