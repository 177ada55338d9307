"""Putting runs together that look the same."""

from collections.abc import Iterable
from dataclasses import fields, replace
from operator import attrgetter

from editor.importers.source import SourceRun

_all_but_text = attrgetter(*(each.name for each in fields(SourceRun) if each.name != "text"))


def append_run(runs: list[SourceRun], run: SourceRun) -> None:
    """Add a run at the end, as part of the last one where both say the same of their words.

    A run without words (the reference to a note, the place of a comment) stays by itself.
    """
    last = runs[-1] if runs else None
    if last is not None and last.text and run.text and _all_but_text(last) == _all_but_text(run):
        runs[-1] = replace(last, text=last.text + run.text)
    else:
        runs.append(run)


def joined_runs(runs: Iterable[SourceRun]) -> tuple[SourceRun, ...]:
    """The same words in as few runs as they need."""
    joined: list[SourceRun] = []
    for run in runs:
        append_run(joined, run)
    return tuple(joined)
