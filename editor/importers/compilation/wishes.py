"""From the extents of one paragraph to proposals."""

from collections.abc import Iterator
from dataclasses import dataclass

from editor.importers.compilation.annotations import Clause
from editor.importers.compilation.brackets import Annotation
from editor.importers.compilation.edits import BaseText
from editor.importers.compilation.extent import Extent
from editor.importers.compilation.ground import ClauseKey, Ground
from editor.importers.compilation.reading import ReadAmendment, ReadBasePosition
from editor.importers.compilation.settled import Settled
from editor.negotiation.amendment import AmendmentKind


@dataclass(frozen=True, slots=True)
class Wish:
    """A proposal that does not yet know the indices of others: `target` and `rivals` are
    clauses of the same paragraph."""

    amendment: ReadAmendment
    target: ClauseKey | None = None
    rivals: tuple[ClauseKey, ...] = ()


def wishes_of(settled: Settled, base: BaseText, row: int) -> Iterator[Wish]:
    """The proposals of a paragraph in printed order, targets before what amends them."""
    clauses = {
        (annotation.serial, number): (annotation, clause)
        for annotation in settled.ground.annotations
        for number, clause in enumerate(annotation.clauses)
    }
    also = {extent.clause: extent for extent in settled.also}
    ordered = sorted(
        settled.extents, key=lambda key: (settled.extents[key].target is not None, key)
    )
    for key in ordered:
        annotation, clause = clauses[key]
        extent = settled.extents[key]
        other = also.get(key)
        yield _wish(settled, base, row, annotation, clause, extent, 1 if other else None)
        if other is not None:
            yield _wish(settled, base, row, annotation, clause, other, 2)


def base_positions(settled: Settled, base: BaseText) -> Iterator[ReadBasePosition]:
    """Stances on base words."""
    for said in settled.said:
        place = base.range_of(said.words) if said.about is None else None
        if place is not None:
            for mention in said.mentions:
                yield ReadBasePosition(mention, said.stance, *place, said.reason)


def _wish(
    settled: Settled,
    base: BaseText,
    row: int,
    annotation: Annotation,
    clause: Clause,
    extent: Extent,
    rank: int | None,
) -> Wish:
    words = settled.ground
    new = extent.literal if extent.literal is not None else words.text(extent.new)
    amended = extent.target is not None
    amendment = ReadAmendment(
        row,
        AmendmentKind.EDIT,
        clause.mentions,
        annotation.line,
        annotation.raw,
        extent.confidence,
        extent.how.value,
        edits=() if amended else base.edits(extent),
        target_old=words.text(extent.old) if amended else "",
        target_new=new if amended else "",
        rank=rank,
        clause=extent.clause,
        others=tuple(_other_changes(words, extent)),
    )
    return Wish(amendment, extent.target, extent.rivals)


def _other_changes(ground: Ground, extent: Extent) -> Iterator[str]:
    """What the other readings of an extent would change, in words."""
    told = _change(ground, extent)
    for other in extent.others:
        change = _change(ground, other)
        if change != told:
            yield change


def _change(ground: Ground, extent: Extent) -> str:
    old, new = (ground.text(each).strip(" ,") for each in (extent.old, extent.new))
    return f"“{old}” → “{new}”"
