"""Wordings side by side: the base, what each delegation wants, the compromise."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from editor.exporters.anonymous import NOBODY
from editor.exporters.compilation.paper import Look, PaperPiece
from editor.exporters.dump import provisions_in_order
from editor.exporters.tables.proposal_words import proposal_words
from editor.exporters.tables.text_order import in_text_order
from editor.exporters.voice_names import VoiceNames
from editor.negotiation.amendment import Amendment, AmendmentState
from editor.negotiation.composition import Composition, compose, recompose
from editor.negotiation.delegation import DelegationKind
from editor.negotiation.patch import Patch, RowChange, patched
from editor.negotiation.provision import Provision, ProvisionKind
from editor.negotiation.run import Run, RunKind
from editor.negotiation.session import Session

DELETED = "[deleted]"

_NEXT_LINE = PaperPiece("\n")

Words = tuple[PaperPiece, ...]
"""Words of a cell: what is new marked as added, what goes as struck. Empty where a delegation
wants the base text, and where there is no provision."""


@dataclass(frozen=True, slots=True)
class ComparisonRow:
    """One provision or heading; `wordings` by the id of the delegation, and `within` what it
    wants in words that others propose there. `level` as in the base."""

    label: str
    kind: ProvisionKind
    base: str
    wordings: Mapping[str, Words]
    compromise: str
    level: int = 0
    within: Mapping[str, Words] = field(default_factory=dict)

    def cell(self, delegation: str) -> Words:
        """All that a delegation wants here."""
        wording, within = self.wordings.get(delegation, ()), self.within.get(delegation, ())
        return (*wording, _NEXT_LINE, *within) if wording and within else wording or within

    @property
    def is_wanted_otherwise(self) -> bool:
        """Whether any delegation wants anything here."""
        return bool(self.wordings or self.within)


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
    guests = {each: _within_others(own, each) for each, own in alone.items()}
    touched = {each: _touched(session, each, guests[each]) for each in speaking}
    within = {each: _lines(session, guests[each]) for each in speaking}
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
            {each: lines[row.id] for each, lines in within.items() if row.id in lines},
        )
        for row in provisions_in_order(session)
        if row.kind in (ProvisionKind.PROVISION, ProvisionKind.HEADING)
    ]
    return Comparison(speaking, tuple(_with_something_below(rows)))


def _with_something_below(rows: Sequence[ComparisonRow]) -> Iterator[ComparisonRow]:
    """Without the headings of sections in which nothing is to be compared."""
    for index, row in enumerate(rows):
        is_heading = row.kind is ProvisionKind.HEADING
        if not is_heading or row.is_wanted_otherwise or row.base != row.compromise:
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
        if cell := row.cell(each):
            found.setdefault(cell, []).append(each)
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


def _within_others(own: Composition, delegation: str) -> tuple[Amendment, ...]:
    """The amendments to words that nobody but others puts in: alone they have nothing to work
    on."""
    asleep = {each.amendment for each in own.asleep}
    return tuple(
        each
        for each in in_text_order(own.session, own.session.amendments.values())
        if delegation in each.sponsors and each.target is not None and each.id in asleep
    )


def _touched(session: Session, delegation: str, but: Collection[Amendment]) -> frozenset[str]:
    """The provisions that the proposals of a delegation speak of."""
    left_out = {each.id for each in but}
    return frozenset(
        provision
        for each in session.amendments.values()
        if each.state is AmendmentState.PROPOSED
        and delegation in each.sponsors
        and each.id not in left_out
        for provision in (each.provision, *each.provisions)
    )


def _lines(session: Session, guests: Iterable[Amendment]) -> Mapping[str, Words]:
    """What amendments to others' words want, by provision."""
    found: dict[str, list[str]] = {}
    for each in guests:
        line = f"{_in_whose(session, each.target or '')}: {proposal_words(session, each)}"
        found.setdefault(each.provision, []).append(line)
    return {key: (PaperPiece("\n".join(lines), Look.SAID),) for key, lines in found.items()}


def _in_whose(session: Session, target: str) -> str:
    amended = session.amendments.get(target)
    if amended is None:
        return "in the text of the Chair"
    names = VoiceNames(session.delegations, "")
    said = ", ".join(dict.fromkeys(map(names.author, amended.sponsors)))
    return f"in the proposal of {said}" if said not in ("", NOBODY) else "in another proposal"


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
