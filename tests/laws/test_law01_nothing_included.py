"""Law 1: with nothing included, the composed text is the base, character for character."""

from dataclasses import replace

from hypothesis import given

from editor.negotiation.composition import compose
from editor.negotiation.run import RunKind
from editor.negotiation.session import Session
from tests.laws.strategies import sessions


@given(sessions())
def test_nothing_included_is_the_base(session: Session) -> None:
    off = {key: replace(each, layer_on=False) for key, each in session.delegations.items()}
    composed = compose(replace(session, delegations=off, decisions={}))
    base = [session.provisions[each] for each in session.base_order]
    assert composed.paragraphs == tuple(each.text for each in base)
    assert [each.provision for each in composed.places] == [each.id for each in base]
    assert not composed.conflicts
    assert not composed.order_questions
    assert not composed.asleep
    for each in base:
        runs = composed.provision(each.id).runs
        assert {run.kind for run in runs} <= {RunKind.KEPT}
        assert "".join(run.text for run in runs) == each.text
