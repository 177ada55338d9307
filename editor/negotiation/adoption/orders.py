"""Order rulings for places that were several and are one now."""

from collections.abc import Iterable, Iterator

from editor.negotiation.adoption.carrying import Result
from editor.negotiation.adoption.ground import Turn
from editor.negotiation.adoption.sorting import Carried
from editor.negotiation.ruling import Ruling, RulingKind
from editor.negotiation.session import Session

Queue = list[tuple[tuple[int, Turn], Carried]]


def orders_kept(session: Session, result: Result, ids: Iterator[str]) -> Iterator[Ruling]:
    """Where words between two places are gone, what is wanted at either would be ordered by
    rank; these rulings keep it in the order of the text."""
    for queue in (*result.points.values(), *result.gaps.values()):
        standing = [each for each in queue if each[1].rows[0].id in result.rows]
        choice = _in_turn(standing)
        if choice:
            yield Ruling(next(ids), frozenset(choice), RulingKind.ORDER, choice)


def _in_turn(queue: Queue) -> tuple[str, ...]:
    """The amendments in the order of their places; none when there is but one place, or when
    their order runs in a circle, which only the Chair can break."""
    if len({slot for (slot, _), _ in queue}) < 2 or len({id(c) for _, c in queue}) < 2:
        return ()
    if len({key for key, _ in queue}) < len(queue):
        return ()
    ordered = sorted(queue, key=lambda each: each[0])
    return tuple(dict.fromkeys(row for _, carried in ordered for row in _ids(carried)))


def _ids(carried: Carried) -> Iterable[str]:
    return (row.id for row in carried.rows)
