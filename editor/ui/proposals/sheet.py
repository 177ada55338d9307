"""What is proposed on one provision, as the cards show it. Pure: no widget, no colour."""

from dataclasses import dataclass
from itertools import chain

from editor.negotiation.amendment import Amendment, AmendmentState
from editor.negotiation.commands.switching import recurring
from editor.negotiation.composition import Composition
from editor.negotiation.conflict import Choice, Conflict, ConflictKind, OrderQuestion
from editor.negotiation.note import Note
from editor.negotiation.provision import Stance
from editor.negotiation.ruling import Ruling
from editor.negotiation.session import Session
from editor.ui.facts.provision_facts import ProvisionFacts
from editor.ui.page.spans import Span
from editor.ui.proposals.hint_facts import HintFacts, hints_on
from editor.ui.proposals.sleeping import SleepingRuling, on_conflicts, sleeping_rulings
from editor.ui.proposals.stance_words import base_stance
from editor.ui.proposals.words import base_words, choice_words, proposal_words


@dataclass(frozen=True, slots=True)
class Stated:
    """A delegation's stance on a proposal."""

    delegation: str
    stance: Stance
    note: str
    private: bool


@dataclass(frozen=True, slots=True)
class ProposalCardFacts:
    """`decided` is the Chair's explicit decision, if there is one; `layers_say` what the layers
    would do without it; `asleep` the reason why it has nothing to work on, or ""; `recurs` in
    how many other provisions the same wish stands; `amended_by` who proposes amendments to it."""

    amendment: Amendment
    words: tuple[Span, ...]
    positions: tuple[Stated, ...]
    reasons: tuple[str, ...]
    included: bool
    decided: bool | None
    layers_say: bool
    asleep: str
    recurs: int
    amended_by: tuple[str, ...] = ()

    @property
    def is_set_aside(self) -> bool:
        return self.amendment.state is not AmendmentState.PROPOSED


@dataclass(frozen=True, slots=True)
class OptionFacts:
    choice: Choice
    words: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class ConflictCardFacts:
    """`ruling` is the ruling in force, if any; the base is the last option, but a conflict of
    order has none. `is_truncated`: only one option for each member is listed. `bridged` are the
    words whose place the Chair's text would take, None where it can have no place; `sleeping`
    earlier rulings that do not hold, the nearest first."""

    conflict: Conflict
    base: str
    options: tuple[OptionFacts, ...]
    ruling: Ruling | None
    is_truncated: bool = False
    bridged: str | None = None
    sleeping: tuple[SleepingRuling, ...] = ()


@dataclass(frozen=True, slots=True)
class OrderCardFacts:
    """What stands at one place, in its order, each with its words."""

    question: OrderQuestion
    words: tuple[tuple[Span, ...], ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """Everything on one provision. `sleeping` are rulings that do not hold and are on none of
    the conflicts; `hints` are on its composed words, `remarks` notes and positions on the
    provision itself."""

    provision: str
    conflicts: tuple[ConflictCardFacts, ...] = ()
    orders: tuple[OrderCardFacts, ...] = ()
    proposals: tuple[ProposalCardFacts, ...] = ()
    set_aside: tuple[ProposalCardFacts, ...] = ()
    sleeping: tuple[SleepingRuling, ...] = ()
    hints: tuple[HintFacts, ...] = ()
    remarks: tuple[str, ...] = ()

    @property
    def open_conflicts(self) -> int:
        return sum(each.conflict.is_open for each in self.conflicts)


def sheet_of(composition: Composition, facts: ProvisionFacts, provision: str) -> Sheet:
    """The sheet of a provision as the session stands."""
    session = composition.session
    if provision not in session.provisions:
        return Sheet(provision)
    asleep = {each.amendment: each.reason for each in composition.asleep_at(provision)}
    proposals = facts.proposals_at(provision)
    cards = [
        _proposal(composition, session.amendments[each], asleep.get(each, "")) for each in proposals
    ]
    conflicts = _conflicts(composition, provision)
    sleeping = sleeping_rulings(composition, proposals)
    on_cards = on_conflicts(session, sleeping, conflicts)
    return Sheet(
        provision,
        tuple(_conflict(composition, each, on_cards.get(each.id, ())) for each in conflicts),
        tuple(_order(session, each) for each in composition.order_questions_at(provision)),
        tuple(each for each in cards if not each.is_set_aside),
        tuple(each for each in cards if each.is_set_aside),
        tuple(each for each in sleeping if each not in chain(*on_cards.values())),
        hints_on(composition, provision),
        _remarks(session, provision),
    )


def _conflicts(composition: Composition, provision: str) -> tuple[Conflict, ...]:
    """In the order of the words: settling one leaves every card where it is."""
    own = composition.provision(provision).conflicts
    structural = (
        each
        for each in composition.structure.conflicts
        if provision in (each.provision, *(place.provision for place in each.ranges))
    )
    found = dict.fromkeys((*own, *structural))

    def place(conflict: Conflict) -> int:
        starts = [each.start for each in conflict.ranges if each.provision == provision]
        return min(starts, default=0)

    return tuple(sorted(found, key=place))


def _conflict(
    composition: Composition, conflict: Conflict, sleeping: tuple[SleepingRuling, ...]
) -> ConflictCardFacts:
    session = composition.session
    options = tuple(
        OptionFacts(choice, choice_words(session, conflict, choice))
        for choice in composition.options(conflict)
        if choice.amendments or conflict.kind is not ConflictKind.ORDER
    )
    ruling = session.rulings.get(conflict.ruling or "")
    bridgeable = conflict.kind not in (ConflictKind.STRUCTURE, ConflictKind.ORDER)
    return ConflictCardFacts(
        conflict,
        base_words(session, conflict),
        options,
        ruling,
        composition.options_truncated(conflict),
        composition.words_bridged(conflict) if bridgeable else None,
        sleeping,
    )


def _order(session: Session, question: OrderQuestion) -> OrderCardFacts:
    known = [each for each in question.members if each in session.amendments]
    words = tuple(proposal_words(session, session.amendments[each]) for each in known)
    return OrderCardFacts(question, words)


def _proposal(composition: Composition, amendment: Amendment, asleep: str) -> ProposalCardFacts:
    session = composition.session
    decision = session.decisions.get(amendment.id)
    brought_by = composition.index.brought_by.get(amendment.id, ())
    layers_say = any(
        session.delegations[each].layer_on for each in brought_by if each in session.delegations
    )
    return ProposalCardFacts(
        amendment,
        proposal_words(session, amendment),
        tuple(
            Stated(each.delegation, each.stance, each.note, each.private)
            for each in amendment.positions
            if each.delegation not in amendment.sponsors
        ),
        tuple(_reason(session, session.notes[n]) for n in amendment.notes if n in session.notes),
        composition.is_included(amendment.id),
        decision.included if decision else None,
        layers_say,
        asleep,
        len(recurring(session, amendment.id)) - 1,
        _amended_by(composition, amendment.id),
    )


def _amended_by(composition: Composition, amendment: str) -> tuple[str, ...]:
    live = (
        each
        for each in composition.index.followers.get(amendment, ())
        if each.state is AmendmentState.PROPOSED
    )
    return tuple(dict.fromkeys(sponsor for each in live for sponsor in each.sponsors))


def _remarks(session: Session, provision: str) -> tuple[str, ...]:
    row = session.provisions[provision]
    notes = (
        _reason(session, each)
        for each in session.notes.values()
        if each.anchor.provision == provision and not each.anchor.amendment
    )
    stances = (
        base_stance(each, _code(session, each.delegation), row.text) for each in row.positions
    )
    return (*notes, *stances)


def _reason(session: Session, note: Note) -> str:
    """`CAN, note 11 — the words`."""
    names = [_code(session, note.delegation)] if note.delegation else []
    if note.label:
        names.append(note.label)
    return f"{', '.join(names)} — {note.text}" if names else note.text


def _code(session: Session, delegation: str) -> str:
    found = session.delegations.get(delegation)
    return found.code if found else delegation
