"""Ranking a proposal among its sponsor's own rival proposals."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from editor.negotiation.amendment import Amendment
from editor.negotiation.commands.command import Command
from editor.negotiation.commands.proposing import RankWishes
from editor.negotiation.index import Index
from editor.negotiation.rivals import rival_wishes
from editor.negotiation.session import Session
from editor.ui.menu_words import in_menu
from editor.ui.proposals.codes import by_rank
from editor.ui.proposals.rank_words import rank_words

Ask = Callable[[Command], object]


def add_rank_menus(
    menu: QMenu, amendment: Amendment, session: Session, index: Index, ask: Ask
) -> None:
    """A menu for each sponsor that proposes something else in the same place, too."""
    for sponsor in by_rank(session, amendment.sponsors):
        rivals = rival_wishes(index, amendment, sponsor)
        if rivals:
            name = session.delegations[sponsor].name
            ranks = menu.addMenu(_tr("C&hoice of {name}").format(name=in_menu(name)))
            tip = _tr("Of its rival proposals the layer of {name} brings in the first choice only")
            ranks.menuAction().setToolTip(tip.format(name=name))
            _fill(ranks, amendment, sponsor, _ranked(session, rivals, sponsor), ask)


def _ranked(session: Session, rivals: Iterable[str], sponsor: str) -> list[tuple[int, str]]:
    """The rivals that have a rank, the best first."""
    ranks = ((session.amendments[each].rank_for(sponsor), each) for each in rivals)
    return sorted((rank, each) for rank, each in ranks if rank is not None)


def _fill(
    menu: QMenu, amendment: Amendment, sponsor: str, others: list[tuple[int, str]], ask: Ask
) -> None:
    """The proposal can have each place among the others; what nobody ranked stays unranked."""
    own = amendment.rank_for(sponsor)
    place = None if own is None else sum(rank < own for rank, _ in others)
    ids = tuple(each for _, each in others)
    for number in range(len(ids) + 1):
        order = (*ids[:number], amendment.id, *ids[number:])
        action = _add(menu, rank_words(number + 1), ask, RankWishes(sponsor, order))
        action.setCheckable(True)
        action.setChecked(place == number)
    menu.addSeparator()
    none = _add(menu, _tr("&Not Ranked"), ask, RankWishes(sponsor, ids, (amendment.id,)))
    none.setEnabled(own is not None)


def _add(menu: QMenu, words: str, ask: Ask, command: Command) -> QAction:
    action = menu.addAction(words)
    action.triggered.connect(lambda: ask(command))
    return action


def _tr(text: str) -> str:
    return QCoreApplication.translate("proposal", text)
