"""Struck words that touch underlined ones inside a word: a deletion and an insertion, printed
as tracking prints them. No annotation and no space says where one ends, the formatting does."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from editor.importers.source import Revision, SourceRun


def with_redlines(runs: Sequence[SourceRun]) -> tuple[SourceRun, ...]:
    """The runs, such pairs with the revisions that they show."""
    pairs = [(at, at + 1) for at, pair in enumerate(pairwise(runs)) if _is_redline(*pair)]
    inside = {index for pair in pairs for index in pair}
    return tuple(
        replace(run, revision=_shown(run)) if index in inside else run
        for index, run in enumerate(runs)
    )


def _is_redline(before: SourceRun, after: SourceRun) -> bool:
    touch = before.text[-1:].isalnum() and after.text[:1].isalnum()
    return touch and {_shown(before), _shown(after)} == {Revision.DELETED, Revision.INSERTED}


def _shown(run: SourceRun) -> Revision:
    """What the formatting of a run without tracked changes shows."""
    if run.revision is not Revision.NONE or run.struck == run.underlined:
        return Revision.NONE
    return Revision.DELETED if run.struck else Revision.INSERTED
