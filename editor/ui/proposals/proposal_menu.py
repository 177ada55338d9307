"""What can be done with a proposal beside switching it."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from editor.negotiation.amendment import AmendmentState
from editor.negotiation.commands.amending import amendable
from editor.negotiation.commands.command import Command
from editor.negotiation.commands.proposing import DeclareAlternatives, SetState
from editor.negotiation.commands.splitting_proposals import SplitProposal
from editor.negotiation.commands.switching import Decide, recurring
from editor.negotiation.session import Session
from editor.ui.menu_words import in_menu
from editor.ui.page.entries import tag_of
from editor.ui.proposals.card_context import CardContext
from editor.ui.proposals.kind_words import label_of
from editor.ui.proposals.rank_menu import add_rank_menus
from editor.ui.proposals.sheet import ProposalCardFacts
from editor.ui.proposals.words import plain, proposal_words

Ask = Callable[[Command], object]
_LONGEST = 48


@dataclass(frozen=True, slots=True)
class ProposalAsks:
    """What the menu asks of the desk: to do something, or to open a dialog about the proposal
    with an id."""

    do: Ask
    record_position: Callable[[str], object]
    amend: Callable[[str], object]
    correct: Callable[[str], object]


def fill_proposal_menu(
    menu: QMenu, facts: ProposalCardFacts, context: CardContext, asks: ProposalAsks
) -> None:
    """The menu of a card, made when it is opened."""
    menu.clear()
    menu.setToolTipsVisible(True)
    amendment, ask = facts.amendment, asks.do
    only = (amendment.id,)
    if amendment.state is not AmendmentState.PROPOSED:
        tip = _tr("Propose it again")
        _add(menu, _tr("&Bring Back"), tip, ask, SetState(only, AmendmentState.PROPOSED))
        _add_correction(menu, amendment.id, asks)
        return
    for words, tip, wanted in (
        (_tr("Always &In"), _tr("In the text, whatever the layers"), True),
        (_tr("Always &Out"), _tr("Out of the text, whatever the layers"), False),
        (_tr("&Follow the Layers"), _tr("In while the layer of a sponsor is on"), None),
    ):
        action = _add(menu, words, tip, ask, Decide(only, wanted))
        action.setCheckable(True)
        action.setChecked(facts.decided is wanted)
    menu.addSeparator()
    tip = _tr("Who supports it, opposes it, or reserves its position")
    _add_question(menu, _tr("&Record a Position…"), tip, asks.record_position, amendment.id)
    if amendable(amendment):
        tip = _tr("Propose other words within the words of this proposal")
        _add_question(menu, _tr("A&mend…"), tip, asks.amend, amendment.id)
    add_rank_menus(menu, amendment, context.session, context.index, ask)
    _add_alternatives(menu.addMenu(_tr("&Alternative of")), facts, context.session, ask)
    tip = _tr("Let each of its changes be switched alone")
    split = _add(menu, _tr("&Split into Single Changes"), tip, ask, SplitProposal(amendment.id))
    split.setEnabled(len(amendment.edits) > 1)
    _add_correction(menu, amendment.id, asks)
    menu.addSeparator()
    tip = _tr("Set it aside; it can be brought back")
    _add(menu, _tr("&Park"), tip, ask, SetState(only, AmendmentState.PARKED))
    tip = _tr("Its sponsors propose it no more; it can be brought back")
    _add(menu, _tr("&Withdraw"), tip, ask, SetState(only, AmendmentState.WITHDRAWN))


def fill_recurring_menu(menu: QMenu, facts: ProposalCardFacts, session: Session, ask: Ask) -> None:
    """Deciding once on the same wish in all its provisions."""
    menu.clear()
    everywhere = recurring(session, facts.amendment.id)
    for words, wanted in (
        (_tr("In, in all {n} provisions"), True),
        (_tr("Out, in all {n} provisions"), False),
        (_tr("Follow the layers in all {n} provisions"), None),
    ):
        _add(menu, words.format(n=len(everywhere)), "", ask, Decide(everywhere, wanted))
    menu.addSeparator()
    labels = ", ".join(label_of(session, session.amendments[a].provision) for a in everywhere)
    menu.addAction(in_menu(_tr("In {labels}").format(labels=labels))).setEnabled(False)


def _add_alternatives(menu: QMenu, facts: ProposalCardFacts, session: Session, ask: Ask) -> None:
    """The other proposals in the same provision; those declared are ticked."""
    menu.setToolTipsVisible(True)
    own = facts.amendment
    others = [
        each
        for each in session.amendments.values()
        if each.provision == own.provision
        and each.id != own.id
        and each.state is AmendmentState.PROPOSED
    ]
    for other in others:
        declared = other.id in own.alternatives or own.id in other.alternatives
        words = plain(proposal_words(session, other)).strip()
        short = words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"
        action = _add(
            menu,
            in_menu(f"{tag_of(session, other.sponsors)}: {short}"),
            _tr("They exclude each other: only one of them can be in the text"),
            ask,
            DeclareAlternatives((own.id, other.id), undeclare=declared),
        )
        action.setCheckable(True)
        action.setChecked(declared)
    menu.setEnabled(bool(others))


def _add_correction(menu: QMenu, amendment: str, asks: ProposalAsks) -> None:
    """Also where whoever proposed it was removed: another sponsor can be named."""
    tip = _tr("Its place, its words, or its sponsors")
    _add_question(menu, _tr("&Correct What Was Misread…"), tip, asks.correct, amendment)


def _add_question(
    menu: QMenu, words: str, tip: str, ask: Callable[[str], object], amendment: str
) -> None:
    action = menu.addAction(words)
    action.setToolTip(tip)
    action.triggered.connect(lambda: ask(amendment))


def _add(menu: QMenu, words: str, tip: str, ask: Ask, command: Command) -> QAction:
    action = menu.addAction(words)
    if tip:
        action.setToolTip(tip)
    action.triggered.connect(lambda: ask(command))
    return action


def _tr(text: str) -> str:
    return QCoreApplication.translate("proposal", text)
