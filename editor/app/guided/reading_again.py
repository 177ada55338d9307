"""A file read again after one of its brackets was mended, or a repair taken back."""

from collections.abc import Iterable
from dataclasses import replace

from editor.app.guided.building import Seen, build
from editor.app.guided.plan import ImportPlan
from editor.app.guided.review import Review
from editor.app.guided.said import Repair, Said, corrections_of, repairs_of, still_said
from editor.app.tasks import Report


def repaired(
    review: Review, repair: Repair, plan: ImportPlan, seen: Seen, report: Report
) -> Review:
    """The review with a bracket mended, and what was said before as far as it still holds.

    Raises KnownError for what cannot be brought in as it is now, and what `report` raises.
    """
    repair = replace(repair, earlier=review.said)
    again = _read(review, (*review.said, repair), repair, plan, seen, report)
    said = still_said(review.said, review.read, again.read)
    return Review(review.before, again.incoming, (*said, repair))


def without_repair(
    review: Review, repair: Repair, plan: ImportPlan, seen: Seen, report: Report
) -> Review:
    """The review as it was before `repair`, which was said last, with all that was said then."""
    again = _read(review, repair.earlier, repair, plan, seen, report)
    return Review(review.before, again.incoming, repair.earlier)


def repairs_in(said: Iterable[Said], plan: ImportPlan) -> tuple[Said, ...]:
    """The repairs that a plan still holds, where the rest has to be said anew."""
    kept = {each.path: each.corrections for each in plan.files}
    return repairs_of(
        each
        for each in said
        if isinstance(each, Repair) and each.correction in kept.get(each.path, ())
    )


def _read(
    review: Review,
    said: tuple[Said, ...],
    repair: Repair,
    plan: ImportPlan,
    seen: Seen,
    report: Report,
) -> Review:
    mended = plan.with_corrections(repair.path, corrections_of(said, repair.path))
    return Review(review.before, build(review.incoming.path, review.before, mended, seen, report))
