"""Law 2: with one delegation on and no decisions, the text is the base with the amendments it
sponsors, where these do not clash. (That an imported text comes back exactly: test_import.)"""

from dataclasses import replace

from hypothesis import assume, given, note
from hypothesis import strategies as st

from editor.negotiation.amendment import AmendmentState
from editor.negotiation.composition import compose
from editor.negotiation.delegation import CHAIR_ID
from editor.negotiation.session import Session
from editor.text.edit import Edit
from tests.laws.narration import narrated
from tests.laws.one_after_another import Page
from tests.laws.reference.characters import normal_set
from tests.laws.strategies import Shape, unruled_sessions


@given(unruled_sessions(Shape(provisions=2, structure=False, inner=False)), st.data())
def test_one_delegation_reads_its_own_text(drawn: Session, data: st.DataObject) -> None:
    chosen = data.draw(st.sampled_from(sorted(set(drawn.delegations) - {CHAIR_ID})))
    delegations = {
        key: replace(each, layer_on=key == chosen) for key, each in drawn.delegations.items()
    }
    session = replace(drawn, delegations=delegations, decisions={})
    note(narrated(session))
    composed = compose(session)
    assume(not composed.conflicts)
    own = [
        (said.ordinal, each)
        for each in session.amendments.values()
        for said in each.sponsorships
        if said.delegation == chosen and each.state is AmendmentState.PROPOSED
    ]
    assume(not any(each.positions for _, each in own))
    for provision in session.base_order:
        base = session.provisions[provision].text
        page = Page(base)
        orders: dict[Edit, int] = {}
        for turn, each in sorted(own, key=lambda one: one[0]):
            if each.provision != provision:
                continue
            breaks = () if each.at is None else (Edit(each.at, each.at, "\n"),)
            for edit in (*normal_set(base, each.edits), *breaks):
                orders.setdefault(edit, 1000 if edit.text == "\n" else turn)
                page.amend([edit], orders)
        assert composed.provision(provision).text == page.text
