"""Wordings side by side: the base, what each delegation wants, the compromise."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from editor.exporters.compilation.paper import Look, PaperPiece
from editor.exporters.dump import provisions_in_order
from editor.negotiation.amendment import AmendmentState
from editor.negotiation.composition import Composition, compose, recompose
from editor.negotiation.delegation import DelegationKind
from editor.negotiation.patch import Patch, RowChange, patched
from editor.negotiation.provision import Provision, ProvisionKind
from editor.negotiation.run import Run, RunKind
from editor.negotiation.session import Session

DELETED = "[deleted]"

Words = tuple[PaperPiece, ...]
"""Words of a cell: what is new marked as added, what goes as struck. Empty where a delegation
wants the base text, and where there is no provision."""


@dataclass(frozen=True, slots=True)
class ComparisonRow:
    """One provision or heading; `wordings` by the id of the delegation. `level` as in the base."""

    label: str
    kind: ProvisionKind
    base: str
    wordings: Mapping[str, Words]
    compromise: str
    level: int = 0


@dataclass(frozen=True, slots=True)
class Comparison:
    """`delegations` are those that want something, by rank."""

    delegations: tuple[str, ...]
    rows: tuple[ComparisonRow, ...]


def comparison(composition: Composition) -> Comparison:
    """The comparison of everything but cover pages and statements."""
    session = composition.session
    speaking = _speaking(session)
    silent = compose(_silent(session))
    alone = {each: _speaking_alone(silent, each) for each in speaking}
    touched = _touched(session)
    rows = [
        ComparisonRow(
            row.label,
            row.kind,
            row.text if row.is_base else "",
            {
                each: words
                for each, own in alone.items()
                if row.id in touched.get(each, ()) and (words := _wording(own, row))
            },
            _compromise(composition, row),
            row.level,
        )
        for row in provisions_in_order(session)
        if row.kind in (ProvisionKind.PROVISION, ProvisionKind.HEADING)
    ]
    return Comparison(speaking, tuple(_with_something_below(rows)))


def _with_something_below(rows: Sequence[ComparisonRow]) -> Iterator[ComparisonRow]:
    """Without the headings of sections in which nothing is to be compared."""
    for index, row in enumerate(rows):
        if row.kind is not ProvisionKind.HEADING or row.wordings or row.base != row.compromise:
            yield row
            continue
        for below in rows[index + 1 :]:
            if below.kind is ProvisionKind.PROVISION:
                yield row
                break
            if below.level <= row.level:
                break


def plain(words: Words) -> str:
    """The words without those that go."""
    return "".join(each.text for each in words if not each.struck).strip()


def same_wordings(
    row: ComparisonRow, order: Sequence[str]
) -> Iterator[tuple[tuple[str, ...], Words]]:
    """The different wordings of a row, each with all who want it."""
    found: dict[Words, list[str]] = {}
    for each in order:
        if each in row.wordings:
            found.setdefault(row.wordings[each], []).append(each)
    for words, delegations in found.items():
        yield tuple(delegations), words


def _speaking(session: Session) -> tuple[str, ...]:
    found = {
        sponsor
        for amendment in session.amendments.values()
        for sponsor in amendment.sponsors
        if session.delegations[sponsor].kind is not DelegationKind.CHAIR
    }
    return tuple(sorted(found, key=lambda each: session.rank_of[each]))


def _silent(session: Session) -> Session:
    """The session with no layer on and nothing decided."""
    delegations = {key: replace(each, layer_on=False) for key, each in session.delegations.items()}
    return replace(session, delegations=delegations, decisions={}, rulings={})


def _speaking_alone(silent: Composition, delegation: str) -> Composition:
    """What `delegation` wants: only its own clusters are judged again."""
    off = silent.session.delegations[delegation]
    layer = Patch((RowChange("delegations", delegation, off, replace(off, layer_on=True)),))
    return recompose(silent, patched(silent.session, layer), layer)


def _touched(session: Session) -> Mapping[str, frozenset[str]]:
    """The provisions that the proposals of each delegation speak of."""
    found: dict[str, set[str]] = {}
    for each in session.amendments.values():
        if each.state is AmendmentState.PROPOSED:
            for sponsor in each.sponsors:
                found.setdefault(sponsor, set()).update((each.provision, *each.provisions))
    return {sponsor: frozenset(provisions) for sponsor, provisions in found.items()}


def _wording(own: Composition, row: Provision) -> Words:
    composed = own.provision(row.id)
    if composed.is_gone:
        return (PaperPiece(DELETED, Look.SAID),) if row.is_base else ()
    return tuple(_piece(run) for run in composed.runs if run.kind is not RunKind.STRUCK)


def _piece(run: Run) -> PaperPiece:
    if run.kind is RunKind.DELETED:
        return PaperPiece(run.text, struck=True)
    return PaperPiece(run.text, Look.BASE if run.kind is RunKind.KEPT else Look.ADDED)


def _compromise(composition: Composition, row: Provision) -> str:
    composed = composition.provision(row.id)
    if composed.is_gone:
        return DELETED if row.is_base else ""
    return composed.text
