"""Wordings side by side: the base, what each delegation wants, the compromise."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from editor.exporters.compilation.paper import Look, PaperPiece
from editor.exporters.dump import provisions_in_order
from editor.negotiation.composition import Composition, compose
from editor.negotiation.delegation import DelegationKind
from editor.negotiation.provision import Provision, ProvisionKind
from editor.negotiation.run import Run, RunKind
from editor.negotiation.session import Session, is_included

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
    alone = {each: compose(_only(session, each)) for each in speaking}
    touched = {each: _touched(own.session) for each, own in alone.items()}
    rows = [
        ComparisonRow(
            row.label,
            row.kind,
            row.text if row.is_base else "",
            {
                each: words
                for each, own in alone.items()
                if row.id in touched[each] and (words := _wording(own, row))
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


def _only(session: Session, delegation: str) -> Session:
    """The session with one layer on and nothing decided."""
    delegations = {
        key: replace(each, layer_on=key == delegation) for key, each in session.delegations.items()
    }
    return replace(session, delegations=delegations, decisions={}, rulings={})


def _touched(session: Session) -> frozenset[str]:
    """The provisions that included proposals speak of."""
    return frozenset(
        provision
        for each in session.amendments.values()
        if is_included(session, each)
        for provision in (each.provision, *each.provisions)
    )


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
