"""What the engine and the reference have to agree on, as plain comparable data."""

from collections import Counter
from collections.abc import Iterable

from editor.negotiation.composition import Composition
from editor.negotiation.conflict import ConflictKind
from editor.negotiation.run import Run, RunKind
from editor.negotiation.session import Session
from tests.laws.reference.composing import Reference, compose_slowly
from tests.laws.reference.pieces import any_order_of, bracket_of
from tests.laws.reference.wants import Want, key_of


def agree(session: Session, composition: Composition) -> None:
    """Assert that a composition is the one the reference makes from scratch."""
    slow = compose_slowly(session)
    expected = facts_of_reference(session, slow)
    found = facts_of_engine(session, composition)
    for name, fact in expected.items():
        assert found[name] == fact, name
    assert not wrongly_named(session, composition, slow)


def spelled_runs(runs: Iterable[Run], around: str = "") -> str:
    """The visible text with the options of each bracket in sorted order, the base last;
    `around` is the conflict in an option of which the runs stand."""
    return "".join(spelled_run(each, around) for each in runs)


def spelled_run(run: Run, around: str = "") -> str:
    if run.kind in (RunKind.KEPT, RunKind.INSERTED):
        return run.text
    if run.kind is not RunKind.ALTERNATIVES:
        return ""
    if run.conflict.startswith(ConflictKind.ORDER) or run.conflict == around:
        return any_order_of(spelled_run(each) for each in run.options[0].runs)
    wanted = {spelled_runs(e.runs, run.conflict) for e in run.options if not e.is_base}
    base = "".join(spelled_runs(e.runs, run.conflict) for e in run.options if e.is_base)
    return bracket_of(wanted, base)


def facts_of_engine(session: Session, composition: Composition) -> dict[str, object]:
    base = session.base_order
    composed = {each: composition.provision(each) for each in base}
    shown = [each.provision for each in composition.places if each.provision not in base]
    return {
        "places": [(name_of(session, p.provision), str(p.role)) for p in composition.places],
        "joined": composition.joined_after,
        "texts": {each: spelled_runs(composed[each].runs) for each in base},
        "new": Counter(
            (name_of(session, each), spelled_runs(composition.provision(each).runs))
            for each in shown
        ),
        "gone": {each for each in base if composed[each].is_gone},
        "merged": {e: composed[e].merged_into for e in base if composed[e].merged_into},
        "contested": {each for each in base if composed[each].contested},
        "beside": Counter(
            spelled_runs(option.runs)
            for each in (*base, *dict.fromkeys(shown))
            for option in composition.provision(each).beside
        ),
        "conflicts": Counter(
            conflict_fact(each.kind, each.members, each.ruling, is_open=each.is_open)
            for each in composition.conflicts
        ),
        "questions": Counter(
            (standing_names(session, each.members, each.offset), each.ruling)
            for each in composition.order_questions
            if not any(each.kind is ConflictKind.ORDER for each in composition.conflicts)
        ),
        "asleep": {each.amendment for each in composition.asleep},
        "dormant": frozenset(composition.dormant_rulings),
    }


def facts_of_reference(session: Session, slow: Reference) -> dict[str, object]:
    base = session.base_order
    return {
        "places": [(want_name(each.name), each.role) for each in slow.places],
        "joined": slow.joined_after,
        "texts": {each: slow.texts[each] for each in base},
        "new": Counter(
            (want_name(name), text) for name, text in slow.texts.items() if isinstance(name, Want)
        ),
        "gone": slow.gone,
        "merged": slow.merged_into,
        "contested": slow.contested,
        "beside": Counter(slow.beside),
        "conflicts": Counter(
            conflict_fact(each.kind, each.members, each.ruling, is_open=each.is_open)
            for each in slow.quarrels
        ),
        "questions": Counter(
            (standing_names(session, map(min, each.members), each.offset), each.ruling)
            for each in slow.questions
            if not any(each.kind is ConflictKind.ORDER for each in slow.quarrels)
        ),
        "asleep": set(slow.asleep),
        "dormant": slow.dormant,
    }


def conflict_fact(
    kind: ConflictKind, members: Iterable[str], ruling: str | None, *, is_open: bool
) -> tuple[object, ...]:
    """A conflict about order is not told by its members: equal insertions may stand for one
    another there."""
    named = frozenset[str]() if kind is ConflictKind.ORDER else frozenset(members)
    return str(kind), named, ruling, is_open


def name_of(session: Session, provision: str) -> object:
    """A base provision by its id, a new one by what it says and where."""
    amendment = session.provisions[provision].amendment
    if amendment is None:
        return provision
    return want_name(Want(key_of(session, session.amendments[amendment]), frozenset()))


def want_name(name: object) -> object:
    """Paragraphs with the same words in one gap are told apart by nothing."""
    if isinstance(name, Want):
        return (*name.key[:2], name.key[-1]) if name.sort == "new" else name.key
    return name


def standing_names(
    session: Session, members: Iterable[str], offset: int | None
) -> tuple[object, ...]:
    """What stands at a point, in order: the words of each insertion, or the want as a whole."""
    return tuple(standing_name(session, each, offset) for each in members)


def standing_name(session: Session, member: str, offset: int | None) -> object:
    if member in session.rulings:
        return session.rulings[member].text
    key = key_of(session, session.amendments[member])
    if offset is None:
        return want_name(Want(key, frozenset()))
    edits = Want(key, frozenset({member})).edits
    return next(each.text for each in edits if each.start == each.end == offset)


def wrongly_named(session: Session, composition: Composition, slow: Reference) -> list[str]:
    """Base characters outside brackets whose takers the engine does not name rightly."""
    return [
        f"{provision}[{char}]: {sorted(named)}, not {sorted(must)} to {sorted(may)}"
        for provision in session.base_order
        for char, named in takers_of(composition.provision(provision).runs).items()
        for must, may in [slow.deleters[provision].get(char, (frozenset(), named))]
        if not must <= named <= may
    ]


def takers_of(runs: Iterable[Run]) -> dict[int, frozenset[str]]:
    """Who takes each base character away, of those that lie in no bracket."""
    takers: dict[int, frozenset[str]] = {}
    for run in runs:
        if run.kind is RunKind.KEPT:
            takers |= {char: frozenset() for char in range(run.start, run.end)}
        if run.kind is RunKind.DELETED:
            takers |= {char: frozenset(run.amendments) for char in range(run.start, run.end)}
    return takers
