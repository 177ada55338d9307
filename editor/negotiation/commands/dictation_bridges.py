"""Bridging texts in the composed text of a provision, as texts that can be dictated into."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from editor.negotiation.change import Change
from editor.negotiation.composition import Composition
from editor.negotiation.ruling import Ruling
from editor.negotiation.run import Run, RunKind, visible_text


@dataclass(frozen=True, slots=True)
class BridgeText:
    """The words of a bridging text where they stand in a provision: `[begins, ends)` of the
    composed text. `runs` are in code points of these words as the Chair entered them from
    `offset` on, kept where nobody changes them."""

    ruling: Ruling
    begins: int
    ends: int
    runs: tuple[Run, ...]
    offset: int


def bridge_text_at(
    composition: Composition, provision: str, start: int, end: int
) -> BridgeText | None:
    """The bridging text inside which `[start, end]` of the composed text lies: words selected,
    or a caret between two of its characters."""
    for bridge in _bridges(composition, provision):
        ruling = composition.session.rulings[bridge.ids[0]]
        offset = _offset(bridge, ruling)
        runs = composition.provision(provision).runs
        mine = [n for n, run in enumerate(runs) if _is_of(composition, run, ruling.id)]
        if offset is None or not mine:
            continue
        within = runs[mine[0] : mine[-1] + 1]
        begins = len(visible_text(runs[: mine[0]]))
        ends = begins + len(visible_text(within))
        if (begins < start and end < ends) or (begins <= start < end <= ends):
            return BridgeText(ruling, begins, ends, tuple(_inner(within, ruling.id)), offset)
    return None


def _bridges(composition: Composition, provision: str) -> Iterable[Change]:
    home = composition.index.provision_home.get(provision)
    verdict = composition.verdicts.get(home) if home is not None else None
    bridges = verdict.bridges if verdict is not None else ()
    return (each for each in bridges if each.provision == provision)


def _offset(bridge: Change, ruling: Ruling) -> int | None:
    """Where in the Chair's text the words begin that are not the base's own; None if the text
    stands otherwise than it was entered."""
    if not bridge.edits:
        return 0 if bridge.text is not None else None
    offset = bridge.edits[0].start - bridge.amendments[0].edits[0].start
    entered = ruling.text[max(0, offset) : max(0, offset) + len(bridge.inserted)]
    return offset if offset >= 0 and entered == bridge.inserted else None


def _is_of(composition: Composition, run: Run, ruling: str) -> bool:
    """Whether a run is of a bridging text or of amendments to it."""
    if run.kind in (RunKind.KEPT, RunKind.DELETED):
        return False
    return any(_comes_to(composition, each, ruling) for each in (*run.amendments, *run.inserted_in))


def _comes_to(composition: Composition, amendment: str, ruling: str) -> bool:
    amendments = composition.session.amendments
    while amendment != ruling and amendment in amendments:
        amendment = amendments[amendment].target or ""
    return amendment == ruling


def _inner(runs: Iterable[Run], ruling: str) -> Iterator[Run]:
    """Runs of the provision as runs of the bridging text."""
    at = 0
    for run in runs:
        start, at = at, at + _own_length(run, ruling)
        placed = run._replace(start=start, end=at)
        if run.kind is RunKind.STRUCK and ruling in run.inserted_in:
            yield placed._replace(kind=RunKind.DELETED)
        elif run.kind is RunKind.INSERTED and ruling in run.amendments:
            yield placed._replace(kind=RunKind.KEPT)
        else:
            yield placed


def _own_length(run: Run, ruling: str) -> int:
    """How many of the bridging text's own characters a run stands for."""
    if run.kind is RunKind.ALTERNATIVES:
        base = next(each for each in run.options if each.is_base)
        return sum(_own_length(each, ruling) for each in base.runs)
    if run.kind is RunKind.STRUCK:
        return len(run.text) if ruling in run.inserted_in else 0
    return len(run.text) if ruling in run.amendments else 0
