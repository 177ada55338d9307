"""What can be done with a delegation and its layer."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from editor.negotiation.amendment import AmendmentState
from editor.negotiation.commands.command import Command
from editor.negotiation.commands.delegations import (
    MergeDelegations,
    RemoveDelegation,
    Reorder,
)
from editor.negotiation.commands.switching import ChooseLayers, Decide
from editor.negotiation.delegation import CHAIR_ID, Delegation
from editor.negotiation.session import Session
from editor.ui.menu_words import delegation_in_menu


@dataclass(frozen=True, slots=True)
class LayerAsks:
    """What the menu asks of the desk: to do something, or to open a dialog about the
    delegation with an id."""

    do: Callable[[Command], object]
    change: Callable[[str], object]
    bring_in: Callable[[str], object]
    solo: Callable[[str], object]


def fill_layer_menu(menu: QMenu, session: Session, delegation: str, asks: LayerAsks) -> None:
    """The menu of a delegation's row."""
    menu.clear()
    own = session.delegations[delegation]
    decided = _decided(session, delegation)
    _add(menu, _tr("Only This Layer"), lambda: asks.do(ChooseLayers(frozenset({delegation}))))
    _add(menu, _tr("Let It Stand Out, or All Again (S)"), lambda: asks.solo(delegation))
    follow = _add(menu, _tr("Follow the Layer Again"), lambda: asks.do(Decide(decided, None)))
    follow.setEnabled(bool(decided))
    menu.addSeparator()
    _add(menu, _tr("Change…"), lambda: asks.change(delegation))
    if delegation == CHAIR_ID:
        return
    _add(menu, _tr("Import Its Text…"), lambda: asks.bring_in(delegation))
    menu.addSeparator()
    order = _order(session)
    place = order.index(delegation)
    for words, step in ((_tr("Rank Earlier"), -1), (_tr("Rank Later"), 1)):
        moved = _moved(order, place, step)
        action = _add(menu, words, partial(asks.do, Reorder(moved)))
        action.setEnabled(moved != tuple(order))
    _add(menu, _tr("Alphabetical Order for All"), lambda: asks.do(Reorder(())))
    menu.addSeparator()
    _add_merging(menu, session, own, asks)
    _add(menu, _tr("Remove, Parking Its Proposals"), lambda: asks.do(RemoveDelegation(delegation)))


def _add_merging(menu: QMenu, session: Session, own: Delegation, asks: LayerAsks) -> None:
    """The same delegation under another name: everything goes to the other row."""
    others = menu.addMenu(_tr("Is the Same As"))
    for each in _order(session):
        if each != own.id:
            command = MergeDelegations(each, (own.id,))
            words = delegation_in_menu(session.delegations[each])
            _add(others, words, partial(asks.do, command))
    others.setEnabled(not others.isEmpty())


def _decided(session: Session, delegation: str) -> tuple[str, ...]:
    """The delegation's proposals that the Chair decided on."""
    return tuple(
        each.id
        for each in session.amendments.values()
        if each.id in session.decisions
        and each.state is AmendmentState.PROPOSED
        and delegation in each.sponsors
    )


def _order(session: Session) -> list[str]:
    others = (each for each in session.delegations if each != CHAIR_ID)
    return sorted(others, key=lambda each: session.rank_of[each])


def _moved(order: list[str], place: int, step: int) -> tuple[str, ...]:
    target = place + step
    if not 0 <= target < len(order):
        return tuple(order)
    moved = list(order)
    moved[place], moved[target] = moved[target], moved[place]
    return tuple(moved)


def _add(menu: QMenu, words: str, act: Callable[[], object]) -> QAction:
    action = menu.addAction(words)
    action.triggered.connect(lambda: act())
    return action


def _tr(text: str) -> str:
    return QCoreApplication.translate("layer", text)
