"""The names that texts have inside a deletion."""

from collections.abc import Iterable

from editor.exporters.word.elements import SPACE, Element, name

_AS_DELETED = {
    name("w:t"): name("w:delText"),
    name("w:instrText"): name("w:delInstrText"),
}


def as_deleted(runs: Iterable[Element]) -> None:
    """Give the texts in runs the names that they have in a deletion."""
    for run in runs:
        for each in run.iter(*_AS_DELETED):
            each.tag = _AS_DELETED[str(each.tag)]
            each.set(SPACE, "preserve")
