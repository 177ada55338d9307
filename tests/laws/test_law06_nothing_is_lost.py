"""Laws 6 and 7: every included amendment is seen, is in a conflict, or is listed asleep; every
change names somebody, and nobody who is not included."""

from collections.abc import Iterable

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
    shown = dict.fromkeys(each.provision for each in composed.places)
    return [run for each in shown for run in all_runs(composed.provision(each).runs)]


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


def is_shown_beside(session: Session, composed: Composition, target: str | None) -> bool:
    """Whether it amends a whole-provision proposal that the runs leave aside until it is ruled,
    or amends an amendment of one."""
    if target is None:
        return False
    wanted = keys_of(session, [target])
    return any(
        each.kind is ConflictKind.PROVISION and wanted & keys_of(session, each.members)
        for each in composed.conflicts
    ) or is_shown_beside(session, composed, session.amendments[target].target)


@given(sessions(Shape(delegations=8, amendments=10)))
def test_nothing_is_lost(session: Session) -> None:
    note(narrated(session))
    composed = compose(session)
    named = {each for run in runs_of(composed) for each in run.amendments}
    named |= {
        session.amendments[each].target or ""
        for run in runs_of(composed)
        if run.kind is RunKind.STRUCK
        for each in run.amendments
    }
    for each in included(session):
        amendment = session.amendments[each]
        assert (
            each in named
            or is_settled(session, composed, each)
            or is_met_by_structure(composed, amendment)
            or is_shown_beside(session, composed, amendment.target)
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
