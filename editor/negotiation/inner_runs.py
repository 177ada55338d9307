"""Runs of an inserted text, amended in its turn, as runs of the text it is inserted in."""

from collections.abc import Iterable

from editor.negotiation.run import Run, RunKind


def sliced(runs: Iterable[Run], start: int, end: int) -> Iterable[Run]:
    """The runs over `[start, end)` of their own base; a zero-width run belongs to the stretch
    that ends where it stands."""
    for run in runs:
        if run.start == run.end:
            if start < run.start <= end or run.start == start == 0:
                yield run
        elif run.kind is RunKind.ALTERNATIVES:
            if start <= run.start < end:
                yield run
        else:
            low, high = max(start, run.start), min(end, run.end)
            if low < high:
                text = run.text[low - run.start : high - run.start]
                yield run._replace(text=text, start=low, end=high)


def as_inserted(run: Run, mine: Run) -> Run:
    """A run of an inserted text as a run of the text it is inserted in; `mine` carries the
    insertion's own place and credit."""
    placed = run._replace(start=mine.start, end=mine.end)
    match run.kind:
        case RunKind.KEPT if run.contested:
            return mine._replace(
                text=run.text,
                contested=True,
                amendments=(*mine.amendments, *run.amendments),
                delegations=tuple(dict.fromkeys((*mine.delegations, *run.delegations))),
            )
        case RunKind.KEPT:
            return mine._replace(text=run.text)
        case RunKind.DELETED:
            return placed._replace(
                kind=RunKind.STRUCK, inserted_in=mine.amendments, inserted_by=mine.delegations
            )
        case RunKind.ALTERNATIVES:
            options = tuple(
                each._replace(runs=tuple(as_inserted(inner, mine) for inner in each.runs))
                for each in run.options
            )
            return placed._replace(options=options)
        case _:
            return placed
