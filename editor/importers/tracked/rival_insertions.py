"""Insertions at one point that a bracket shows as rivals: they exclude each other only because
somebody said so, and that is said again."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import combinations

from editor.importers.tracked.anchors import Anchor
from editor.negotiation.amendment import Amendment, AmendmentKind
from editor.negotiation.patch import Draft


def declare_rival_insertions(
    draft: Draft, brackets: Iterable[str], anchors: Mapping[str, Anchor]
) -> None:
    """Declare those alternatives that come from one bracket; `brackets` are the keys of the
    comments on them."""
    for key in brackets:
        inserted = list(_insertions(draft, anchors[key].proposals)) if key in anchors else []
        for one, other in combinations(inserted, 2):
            row = draft.get("amendments", one.id)
            if (one.provision, one.edits[0].start) != (other.provision, other.edits[0].start):
                continue
            if isinstance(row, Amendment) and other.id not in row.alternatives:
                alternatives = (*row.alternatives, other.id)
                draft.put("amendments", row.id, replace(row, alternatives=alternatives))


def _insertions(draft: Draft, keys: Iterable[str]) -> Iterator[Amendment]:
    rows = (draft.get("amendments", key) for key in dict.fromkeys(keys))
    for row in rows:
        if not isinstance(row, Amendment) or row.kind is not AmendmentKind.EDIT or row.target:
            continue
        if len(row.edits) == 1 and row.edits[0].is_insertion:
            yield row
