"""What can be done with a proposal beside switching it."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from editor.negotiation.amendment import AmendmentState
from editor.negotiation.commands.command import Command
from editor.negotiation.commands.proposing import DeclareAlternatives, SetState
from editor.negotiation.commands.splitting_proposals import SplitProposal
from editor.negotiation.commands.switching import Decide, recurring
from editor.negotiation.session import Session
from editor.ui.menu_words import in_menu
from editor.ui.page.entries import tag_of
from editor.ui.proposals.kind_words import label_of
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
    correct: Callable[[str], object]


def fill_proposal_menu(
    menu: QMenu, facts: ProposalCardFacts, session: Session, asks: ProposalAsks
) -> None:
    """The menu of a card, made when it is opened."""
    menu.clear()
    amendment, ask = facts.amendment, asks.do
    only = (amendment.id,)
    if amendment.state is not AmendmentState.PROPOSED:
        _add(menu, _tr("Bring Back"), ask, SetState(only, AmendmentState.PROPOSED))
        _add_correction(menu, amendment.id, asks)
        return
    for words, wanted in (
        (_tr("Always In"), True),
        (_tr("Always Out"), False),
        (_tr("Follow the Layers"), None),
    ):
        action = _add(menu, words, ask, Decide(only, wanted))
        action.setCheckable(True)
        action.setChecked(facts.decided is wanted)
    menu.addSeparator()
    position = menu.addAction(_tr("Record a Position…"))
    position.triggered.connect(lambda: asks.record_position(amendment.id))
    _add_alternatives(menu.addMenu(_tr("Alternative of")), facts, session, ask)
    split = _add(menu, _tr("Split into Single Changes"), ask, SplitProposal(amendment.id))
    split.setEnabled(len(amendment.edits) > 1)
    _add_correction(menu, amendment.id, asks)
    menu.addSeparator()
    _add(menu, _tr("Park"), ask, SetState(only, AmendmentState.PARKED))
    _add(menu, _tr("Withdraw"), ask, SetState(only, AmendmentState.WITHDRAWN))


def fill_recurring_menu(menu: QMenu, facts: ProposalCardFacts, session: Session, ask: Ask) -> None:
    """Deciding once on the same wish in all its provisions."""
    menu.clear()
    everywhere = recurring(session, facts.amendment.id)
    for words, wanted in (
        (_tr("In, in all {n} provisions"), True),
        (_tr("Out, in all {n} provisions"), False),
        (_tr("Follow the layers in all {n} provisions"), None),
    ):
        _add(menu, words.format(n=len(everywhere)), ask, Decide(everywhere, wanted))
    menu.addSeparator()
    labels = ", ".join(label_of(session, session.amendments[a].provision) for a in everywhere)
    menu.addAction(in_menu(_tr("In {labels}").format(labels=labels))).setEnabled(False)


def _add_alternatives(menu: QMenu, facts: ProposalCardFacts, session: Session, ask: Ask) -> None:
    """The other proposals in the same provision; those declared are ticked."""
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
            ask,
            DeclareAlternatives((own.id, other.id), undeclare=declared),
        )
        action.setCheckable(True)
        action.setChecked(declared)
    menu.setEnabled(bool(others))


def _add_correction(menu: QMenu, amendment: str, asks: ProposalAsks) -> None:
    """Also where whoever proposed it was removed: another sponsor can be named."""
    correct = menu.addAction(_tr("Correct What Was Misread…"))
    correct.triggered.connect(lambda: asks.correct(amendment))


def _add(menu: QMenu, words: str, ask: Ask, command: Command) -> QAction:
    action = menu.addAction(words)
    action.triggered.connect(lambda: ask(command))
    return action


def _tr(text: str) -> str:
    return QCoreApplication.translate("proposal", text)
