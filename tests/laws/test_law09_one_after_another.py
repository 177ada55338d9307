"""Law 9: amendments that do not clash give the same text as applying them one after another in
any order, given the order at each point; amendments to amendments after their targets."""

from dataclasses import replace
from random import Random

from hypothesis import assume, given, note
from hypothesis import strategies as st

from editor.negotiation.amendment import Amendment, AmendmentKind, AmendmentState, Sponsorship
from editor.negotiation.composition import compose
from editor.negotiation.delegation import CHAIR, CHAIR_ID
from editor.negotiation.provision import Provision
from editor.negotiation.session import Session
from editor.text.edit import Edit
from tests.laws.narration import narrated
from tests.laws.one_after_another import Page
from tests.laws.reference.characters import edits_exclude, normal_set
from tests.laws.strategies import (
    WORDS_ONLY,
    delegation_of,
    edit_sets,
    sentences,
    unruled_sessions,
)


def by_own_order(session: Session) -> list[Amendment]:
    return sorted(session.amendments.values(), key=lambda each: each.sponsorships[0].ordinal)


@given(unruled_sessions(WORDS_ONLY), st.randoms())
def test_in_any_order(drawn: Session, random: Random) -> None:
    """One delegation's own order decides at each point, so that the order is given."""
    base = drawn.provisions["p0"].text
    fitting: dict[str, Amendment] = {}
    for each in drawn.amendments.values():
        edits = normal_set(base, each.edits)
        whole = any((edit.start, edit.end) == (0, len(base)) for edit in edits)
        theirs = [edit for other in fitting.values() for edit in other.edits]
        clash = any(edits_exclude(mine, other) for mine in edits for other in theirs)
        if each.kind is AmendmentKind.EDIT and not whole and not clash:
            fitting[each.id] = replace(
                each,
                edits=edits,
                alternatives=(),
                positions=(),
                state=AmendmentState.PROPOSED,
                sponsorships=(Sponsorship("d0", 10 * len(fitting)),),
            )
    assume(len(fitting) > 1)
    delegations = {"d0": delegation_of(0, "A", None, on=True)}
    session = replace(drawn, amendments=fitting, delegations=delegations, decisions={})
    note(narrated(session))
    orders: dict[Edit, int] = {}
    for turn, each in enumerate(by_own_order(session)):
        for edit in each.edits:
            orders.setdefault(edit, turn)
    page = Page(base)
    shuffled = list(session.amendments.values())
    random.shuffle(shuffled)
    for each in shuffled:
        page.amend(each.edits, orders)
    assert compose(session).provision("p0").text == page.text


@given(st.data())
def test_amendments_to_amendments_after_their_targets(data: st.DataObject) -> None:
    base = data.draw(sentences())
    target = normal_set(base, data.draw(edit_sets(base)))[0]
    assume(target.text.strip() and (target.start, target.end) != (0, len(base)))
    first = Amendment("a0", "p0", edits=(target,), sponsorships=(Sponsorship("d0", 0),))
    inner = data.draw(edit_sets(target.text))
    second = Amendment("a1", "p0", edits=inner, target="a0", sponsorships=(Sponsorship("d1", 0),))
    session = Session(
        delegations={
            CHAIR_ID: CHAIR,
            "d0": delegation_of(0, "A", None, on=True),
            "d1": delegation_of(1, "B", None, on=True),
        },
        provisions={"p0": Provision("p0", 0, base)},
        amendments={"a0": first, "a1": second},
    )
    note(narrated(session))
    words = target.text
    for edit in sorted(inner, reverse=True):
        words = words[: edit.start] + edit.text + words[edit.end :]
    result = base[: target.start] + words + base[target.end :]
    assume(base[: target.start] + target.text + base[target.end :] != base)
    assert compose(session).provision("p0").text == result
