"""Laws 5 and 13 (on runs): what is read when all changes are rejected, or all accepted."""

from collections.abc import Iterable

from hypothesis import given, note

from editor.negotiation.composition import Composition, compose
from editor.negotiation.run import Run, RunKind, bracketed, visible_text
from editor.negotiation.session import Session
from tests.laws.narration import narrated
from tests.laws.strategies import Shape, sessions

INSERTED = (RunKind.INSERTED, RunKind.STRUCK)


def rejected(runs: Iterable[Run]) -> str:
    """Kept and deleted words, and the base words inside alternatives."""
    return "".join(rejected_run(each) for each in runs)


def rejected_run(run: Run) -> str:
    if run.kind in INSERTED:
        return ""
    if run.kind is not RunKind.ALTERNATIVES:
        return run.text
    base = [each for each in run.options if each.is_base]
    return rejected(base[0].runs) if run.start < run.end else ""


def accepted(runs: Iterable[Run]) -> str:
    """The words that stand, an open conflict as the string in brackets."""
    return "".join(accepted_run(each) for each in runs)


def accepted_run(run: Run) -> str:
    if run.kind in (RunKind.DELETED, RunKind.STRUCK):
        return ""
    if run.kind is not RunKind.ALTERNATIVES:
        return run.text
    for each in run.options:
        assert accepted(each.runs) == each.text
    assert [each.is_base for each in run.options] == [False] * (len(run.options) - 1) + [True]
    texts = [each.text or "—" for each in run.options]
    assert len(set(texts)) == len(texts)
    return "[" + " / ".join(texts) + "]"


def covered(runs: Iterable[Run]) -> Iterable[tuple[int, int]]:
    """The stretches of base text that runs stand for, in order."""
    return ((each.start, each.end) for each in runs if each.start < each.end)


@given(sessions(Shape(delegations=8, amendments=10)))
def test_rejecting_all_gives_the_base(session: Session) -> None:
    note(narrated(session))
    composed = compose(session)
    for provision in session.base_order:
        text = session.provisions[provision].text
        runs = composed.provision(provision).runs
        assert rejected(runs) == text
        reached = 0
        for start, end in covered(runs):
            assert start == reached
            reached = end
        assert reached == len(text)


@given(sessions(Shape(delegations=8, amendments=10)))
def test_accepting_all_gives_the_composed_text(session: Session) -> None:
    note(narrated(session))
    composed = compose(session)
    for place in composed.places:
        provision = composed.provision(place.provision)
        assert accepted(provision.runs) == provision.text == visible_text(provision.runs)
        for run in provision.runs:
            if run.kind is RunKind.ALTERNATIVES:
                assert run.text == bracketed(run.options)


@given(sessions())
def test_the_clean_paragraphs_are_the_places_in_order(session: Session) -> None:
    note(narrated(session))
    composed = compose(session)
    assert "".join(composed.paragraphs) == "".join(
        composed.provision(each.provision).text.replace("\n", "")
        for each in composed.places
        if each.role != "moved_away"
    )
    assert len(composed.paragraphs) == number_of_paragraphs(composed)


def number_of_paragraphs(composed: Composition) -> int:
    standing = [
        each.provision
        for each in composed.places
        if each.role != "moved_away" and not composed.provision(each.provision).is_gone
    ]
    splits = sum(composed.provision(each).text.count("\n") for each in standing)
    return len(standing) + splits - len(composed.joined_after & set(standing))
