"""Runs: what the composed text of a provision is made of. The page, every export and the
screen-reader text read the same runs."""

from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple


class RunKind(StrEnum):
    KEPT = "kept"
    INSERTED = "inserted"
    DELETED = "deleted"
    STRUCK = "struck"
    """Inserted words removed by an amendment to an amendment."""
    ALTERNATIVES = "alternatives"


KEPT, INSERTED, DELETED = RunKind.KEPT, RunKind.INSERTED, RunKind.DELETED
"""For those who write runs by the thousand: a member's name is looked up slowly in Python 3.11."""


class Option(NamedTuple):
    """One way to settle a conflict at one range: the runs that would stand there.

    `amendments` are those behind its words; the option of the base words has none. `takes`
    are the choices of the conflict (`Choice.amendments`) that read so here: several where they
    differ elsewhere only.
    """

    text: str
    runs: "tuple[Run, ...]"
    amendments: tuple[str, ...]
    delegations: tuple[str, ...]
    is_base: bool = False
    takes: tuple[tuple[str, ...], ...] = ()


class Run(NamedTuple):
    """A stretch of composed text.

    `start` and `end` are code points of the base text it covers (equal for inserted words).
    `amendments` and `delegations` are behind it; `by_chair_alone` says that no sponsor's layer
    is on and only the Chair's decision brought it in. `contested` marks kept words that an
    unsettled deletion would take (its amendment is named). `conflict` is the id of the conflict
    an `ALTERNATIVES` run shows. A `STRUCK` run names who strikes the words, and in
    `inserted_in` and `inserted_by` the amendments and delegations that put them in. A line
    break in `text` is a paragraph mark (a split).
    """

    kind: RunKind
    text: str
    start: int
    end: int
    amendments: tuple[str, ...] = ()
    delegations: tuple[str, ...] = ()
    by_chair_alone: bool = False
    contested: bool = False
    conflict: str = ""
    options: tuple[Option, ...] = ()
    inserted_in: tuple[str, ...] = ()
    inserted_by: tuple[str, ...] = ()


EMPTY_OPTION = "—"
"""How an empty text is written inside brackets."""

_VISIBLE = frozenset({RunKind.KEPT, RunKind.INSERTED, RunKind.ALTERNATIVES})


def visible_text(runs: Iterable[Run]) -> str:
    """The composed text: what is read when no mark is shown; open conflicts in brackets."""
    return "".join([run.text for run in runs if run.kind in _VISIBLE])


def bracketed(options: Iterable[Option]) -> str:
    """`[first / second / base]`, an empty text written as a dash."""
    return "[" + " / ".join(each.text or EMPTY_OPTION for each in options) + "]"
