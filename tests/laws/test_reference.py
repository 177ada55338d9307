"""The oracle itself: it must hold the laws that can be said without an engine."""

from dataclasses import replace

from hypothesis import given, note
from hypothesis import strategies as st

from editor.negotiation.session import Session
from editor.text.edit import apply_edits
from editor.text.normal_form import normal_form
from tests.laws.narration import narrated
from tests.laws.reference.characters import edits_exclude, normal_set, normal_single
from tests.laws.reference.composing import compose_slowly
from tests.laws.strategies import edit_sets, edits_of, sentences, sessions


@given(st.data())
def test_equal_texts_have_equal_normal_forms(data: st.DataObject) -> None:
    base = data.draw(sentences(4))
    one, other = data.draw(edits_of(base)), data.draw(edits_of(base))
    same_text = apply_edits(base, [one]) == apply_edits(base, [other])
    assert same_text == (normal_single(base, one) == normal_single(base, other))


@given(st.data())
def test_the_normal_form_of_a_set_gives_the_same_text(data: st.DataObject) -> None:
    base = data.draw(sentences())
    edits = data.draw(edit_sets(base))
    normal = normal_set(base, edits)
    assert apply_edits(base, normal) == apply_edits(base, edits)
    assert normal_set(base, normal) == normal


@given(st.data())
def test_the_engines_normal_form_is_the_same(data: st.DataObject) -> None:
    base = data.draw(sentences())
    edits = data.draw(edit_sets(base))
    assert normal_form(base, edits) == normal_set(base, edits)


@given(st.data())
def test_exclusion_has_no_direction(data: st.DataObject) -> None:
    base = data.draw(sentences())
    one, other = data.draw(edits_of(base)), data.draw(edits_of(base))
    assert edits_exclude(one, other) == edits_exclude(other, one)
    assert not edits_exclude(one, one)


@given(sessions())
def test_nothing_included_is_the_base(session: Session) -> None:
    note(narrated(session))
    off = {key: replace(each, layer_on=False) for key, each in session.delegations.items()}
    slow = compose_slowly(replace(session, delegations=off, decisions={}))
    assert slow.texts == {each: session.provisions[each].text for each in session.base_order}
    assert not slow.quarrels


@given(sessions())
def test_whoever_is_included_is_answered_for(session: Session) -> None:
    note(narrated(session))
    slow = compose_slowly(session)
    members = {member for each in slow.quarrels for member in each.members}
    assert members <= slow.included | set(session.rulings)
    assert slow.asleep <= slow.included
    assert slow.dormant <= set(session.rulings)
