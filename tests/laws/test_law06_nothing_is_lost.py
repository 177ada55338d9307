"""Laws 6 and 7: every included amendment is seen, is in a conflict, or is listed asleep; every
change names somebody, and nobody who is not included."""

from collections.abc import Collection, Iterable

from hypothesis import given, note

from editor.negotiation.amendment import Amendment, AmendmentKind
from editor.negotiation.composition import Composition, compose
from editor.negotiation.conflict import ConflictKind
from editor.negotiation.run import Run, RunKind
from editor.negotiation.session import Session
from tests.laws.narration import narrated
from tests.laws.reference.characters import normal_set
from tests.laws.reference.settling import keys_of
from tests.laws.reference.wants import included, key_of, text_of_place
from tests.laws.strategies import Shape, sessions


def all_runs(runs: Iterable[Run]) -> Iterable[Run]:
    """The runs with those inside options."""
    for run in runs:
        yield run
        for option in run.options:
            yield from all_runs(option.runs)


def runs_of(composed: Composition) -> list[Run]:
    """All runs of the text, and those of the proposals shown beside it."""
    shown = [composed.provision(p) for p in dict.fromkeys(p.provision for p in composed.places)]
    beside = [option for each in shown for option in each.beside]
    written = [*(each.runs for each in shown), *(option.runs for option in beside)]
    return [run for runs in written for run in all_runs(runs)]


def is_settled(session: Session, composed: Composition, amendment: str) -> bool:
    """Whether the amendment is answered for without standing in the text itself."""
    in_conflict = any(
        amendment in each.members and each.kind is not ConflictKind.ORDER
        for each in composed.conflicts
    )
    return in_conflict or any(each.amendment == amendment for each in composed.asleep)


def is_met_by_structure(composed: Composition, amendment: Amendment) -> bool:
    match amendment.kind:
        case AmendmentKind.MOVE:
            return any(
                each.provision == amendment.provision
                and each.role == "moved_here"
                and amendment.id in each.amendments
                for each in composed.places
            )
        case AmendmentKind.JOIN if amendment.text is None:
            return set(amendment.provisions[:-1]) <= composed.joined_after
    return False


@given(sessions(Shape(delegations=8, amendments=10)))
def test_nothing_is_lost(session: Session) -> None:
    note(narrated(session))
    composed = compose(session)
    named = {each for run in runs_of(composed) for each in run.amendments}
    named |= {each for run in runs_of(composed) for each in run.inserted_in}
    for each in included(session):
        amendment = session.amendments[each]
        assert (
            each in named
            or is_settled(session, composed, each)
            or is_met_by_structure(composed, amendment)
        ), each


@given(sessions(Shape(delegations=8, amendments=10)))
def test_words_of_what_is_applied_are_there(session: Session) -> None:
    """All words of a proposal that no conflict and no proposal to it touches."""
    note(narrated(session))
    composed = compose(session)
    targets = keys_of(session, (a.target for a in session.amendments.values() if a.target))
    runs = runs_of(composed)
    for each in included(session):
        amendment = session.amendments[each]
        if amendment.kind is not AmendmentKind.EDIT or amendment.target:
            continue
        if key_of(session, amendment) in targets or is_settled(session, composed, each):
            continue
        for edit in normal_set(text_of_place(session, amendment), amendment.edits):
            words = "".join(
                run.text for run in runs if run.kind is RunKind.INSERTED and each in run.amendments
            )
            assert edit.text in words


@given(sessions(Shape(delegations=8, amendments=10)))
def test_changes_name_who_is_included_and_nobody_else(session: Session) -> None:
    note(narrated(session))
    composed = compose(session)
    allowed = included(session) | set(session.rulings)
    for run in runs_of(composed):
        assert set(run.amendments) <= allowed
        if run.kind is not RunKind.KEPT:
            assert run.amendments
            assert run.delegations
        elif not run.contested:
            assert not run.amendments
        check_sponsors(session, run)
        check_inserters(session, run, allowed)


def check_inserters(session: Session, run: Run, allowed: Collection[str]) -> None:
    """Struck words name who put them in: what the striking amendment amends, or its equals."""
    assert bool(run.inserted_in) == bool(run.inserted_by) == (run.kind is RunKind.STRUCK)
    if run.kind is not RunKind.STRUCK:
        return
    assert set(run.inserted_in) <= set(allowed)
    targets = {session.amendments[each].target or "" for each in run.amendments}
    if targets <= set(session.amendments):
        assert keys_of(session, targets) & keys_of(session, run.inserted_in)
    if set(run.inserted_in) <= set(session.rulings):
        assert run.inserted_by == ("chair",)
        return
    sponsors = {d for each in run.inserted_in for d in session.amendments[each].sponsors}
    switched_on = {each for each in sponsors if session.delegations[each].layer_on}
    assert set(run.inserted_by) == (switched_on or sponsors)


def check_sponsors(session: Session, run: Run) -> None:
    """Rule 1: the sponsors whose layers are on; all of them, flagged, if the Chair alone
    included it."""
    sponsors = {
        sponsor
        for each in run.amendments
        for sponsor in (
            session.amendments[each].sponsors if each in session.amendments else ("chair",)
        )
    }
    switched_on = {each for each in sponsors if session.delegations[each].layer_on}
    assert set(run.delegations) <= sponsors
    assert switched_on <= set(run.delegations)
    if run.kind in (RunKind.INSERTED, RunKind.DELETED) and not set(run.amendments) & set(
        session.rulings
    ):
        assert set(run.delegations) == (switched_on or sponsors)
    if run.by_chair_alone:
        assert set(run.delegations) == sponsors
        assert not switched_on - {"chair"}
