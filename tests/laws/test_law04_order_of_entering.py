"""Law 4: the order in which amendments were entered or imported does not matter."""

from collections.abc import Mapping
from dataclasses import replace

from hypothesis import given, note
from hypothesis import strategies as st

from editor.negotiation.amendment import Amendment
from editor.negotiation.commands.proposing import Propose
from editor.negotiation.composition import compose
from editor.negotiation.delegation import CHAIR, CHAIR_ID
from editor.negotiation.patch import patched
from editor.negotiation.provision import Provision
from editor.negotiation.ruling import Ruling
from editor.negotiation.session import Decision, Session
from tests.laws.agreement import spelled_runs
from tests.laws.narration import narrated
from tests.laws.strategies import delegation_of, edit_sets, sentences, sessions


def renamed(session: Session, names: Mapping[str, str]) -> Session:
    """The same negotiation, had its amendments been entered in the order of their new names."""

    def row(each: Amendment) -> Amendment:
        return replace(
            each,
            id=names[each.id],
            target=names.get(each.target or "", each.target),
            alternatives=tuple(names[other] for other in each.alternatives),
        )

    def ruling(each: Ruling) -> Ruling:
        members = frozenset(names[member] for member in each.members)
        return replace(each, members=members, choice=tuple(names[one] for one in each.choice))

    amendments = {names[each.id]: row(each) for each in session.amendments.values()}
    provisions = {
        each.id: replace(each, amendment=names[each.amendment]) if each.amendment else each
        for each in session.provisions.values()
    }
    return replace(
        session,
        amendments=dict(sorted(amendments.items())),
        provisions=dict(reversed(list(provisions.items()))),
        decisions={
            names[key]: Decision(names[key], each.included)
            for key, each in session.decisions.items()
        },
        rulings={key: ruling(each) for key, each in session.rulings.items()},
        delegations=dict(reversed(list(session.delegations.items()))),
    )


@given(sessions(), st.data())
def test_amendments_in_any_order(session: Session, data: st.DataObject) -> None:
    note(narrated(session))
    old = sorted(session.amendments)
    names = dict(zip(old, data.draw(st.permutations(old)), strict=True))
    one, other = compose(session), compose(renamed(session, names))
    assert one.paragraphs == other.paragraphs
    assert sorted(
        (each.kind, sorted(names[member] for member in each.members), each.is_open)
        for each in one.conflicts
    ) == sorted((each.kind, sorted(each.members), each.is_open) for each in other.conflicts)


@given(st.data())
def test_submissions_in_any_order(data: st.DataObject) -> None:
    base = data.draw(sentences())
    wishes = {
        each: tuple(
            Amendment("", "p0", edits=edits)
            for edits in data.draw(st.lists(edit_sets(base), min_size=1, max_size=3))
        )
        for each in ("d0", "d1", "d2")
    }
    table = {each: delegation_of(int(each[1]), f"C{each[1]}", None, on=True) for each in wishes}
    empty = Session(
        delegations={CHAIR_ID: CHAIR, **table}, provisions={"p0": Provision("p0", 0, base)}
    )

    def imported(order: list[str]) -> str:
        session = empty
        for each in order:
            session = patched(session, Propose(each, wishes[each]).plan(session))
        note(narrated(session))
        return spelled_runs(compose(session).provision("p0").runs)

    assert imported(data.draw(st.permutations(list(wishes)))) == imported(list(wishes))
