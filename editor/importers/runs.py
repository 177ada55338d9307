"""Putting runs together that look the same."""

from collections.abc import Iterable
from dataclasses import fields, replace
from itertools import groupby
from operator import attrgetter

from editor.importers.composed_runs import composed_runs
from editor.importers.source import SourceRun

_all_but_text = attrgetter(*(each.name for each in fields(SourceRun) if each.name != "text"))


def joined_runs(runs: Iterable[SourceRun]) -> tuple[SourceRun, ...]:
    """The same words, composed (NFC), in as few runs as they need.

    A run without words (the reference to a note, the place of a comment) stays by itself.
    """
    alike = groupby(enumerate(composed_runs(runs)), key=_look)
    return tuple(_joined([run for _number, run in group]) for _same, group in alike)


def _look(numbered: tuple[int, SourceRun]) -> tuple[object, int]:
    number, run = numbered
    return _all_but_text(run), -1 if run.text else number


def _joined(runs: list[SourceRun]) -> SourceRun:
    if len(runs) == 1:
        return runs[0]
    return replace(runs[0], text="".join(run.text for run in runs))
