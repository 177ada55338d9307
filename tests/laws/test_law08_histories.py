"""Law 8: a toggle changes only the provisions it touches, and recomposing what changed equals
composing everything, under random histories of what the Chair can do."""

from hypothesis import given, note
from hypothesis import strategies as st

from editor.negotiation.amendment import AmendmentState
from editor.negotiation.commands.proposing import Propose, SetState
from editor.negotiation.composition import Composition, compose, recompose
from editor.negotiation.patch import Patch, patched
from editor.negotiation.session import Session
from tests.laws.agreement import agree
from tests.laws.narration import narrated
from tests.laws.reference.wants import included
from tests.laws.strategies import Shape, sessions, toggled, word_amendments
from tests.laws.switches import settings_of


def same(fast: Composition, full: Composition, session: Session) -> None:
    assert fast.places == full.places
    assert fast.joined_after == full.joined_after
    assert fast.paragraphs == full.paragraphs
    assert fast.conflicts == full.conflicts
    assert fast.open_conflicts == full.open_conflicts
    assert [fast.options(each) for each in fast.conflicts] == [
        full.options(each) for each in full.conflicts
    ]
    assert fast.order_questions == full.order_questions
    assert sorted(fast.asleep, key=str) == sorted(full.asleep, key=str)
    assert set(fast.dormant_rulings) == set(full.dormant_rulings)
    for each in session.provisions:
        assert fast.provision(each) == full.provision(each)
        assert fast.hints(each) == full.hints(each)


@st.composite
def steps(draw: st.DrawFn, session: Session) -> Patch:
    """Mostly settings; now and then a new proposal, or one is withdrawn."""
    kind = draw(st.integers(0, 9))
    if kind == 0:
        sponsor = draw(st.sampled_from(sorted(session.delegations)))
        provision = session.provisions[draw(st.sampled_from(session.base_order))]
        amendment = draw(word_amendments(provision))
        return Propose(sponsor, (amendment,)).plan(session)
    if kind == 1:
        chosen = draw(st.sampled_from(sorted(session.amendments)))
        state = draw(st.sampled_from([AmendmentState.PROPOSED, AmendmentState.WITHDRAWN]))
        return SetState((chosen,), state).plan(session)
    return draw(settings_of(session)).command.plan(session)


@given(sessions(Shape(delegations=8, amendments=10)), st.data())
def test_recomposing_equals_composing(session: Session, data: st.DataObject) -> None:
    composed = compose(session)
    same(composed, compose(session), session)
    history: list[Patch] = []
    for _ in range(data.draw(st.integers(2, 8))):
        if history and data.draw(st.integers(0, 4)) == 0:
            patch = history.pop().reverse
        else:
            patch = data.draw(steps(session))
            history.append(patch)
        session = patched(session, patch)
        note(narrated(session))
        composed = recompose(composed, session, patch)
        same(composed, compose(session), session)
    agree(session, composed)


@given(sessions(), st.data())
def test_a_toggle_changes_only_what_it_touches(session: Session, data: st.DataObject) -> None:
    note(narrated(session))
    delegation = data.draw(st.sampled_from(sorted(session.delegations)))
    switched = toggled(session, delegation)
    flipped = included(session) ^ included(switched)
    touched = {
        place
        for each in session.amendments.values()
        if delegation in each.sponsors or each.id in flipped
        for place in (each.provision, *each.provisions)
    }
    for _ in session.amendments:
        for join in session.amendments.values():
            if touched & set(join.provisions):
                touched |= set(join.provisions)
    before, after = compose(session), compose(switched)
    for each in session.base_order:
        if each not in touched:
            assert before.provision(each) == after.provision(each)
