"""Saying where the negotiation of a provision stands."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenu

from editor.negotiation.commands.command import Command
from editor.negotiation.commands.status import SetStatus
from editor.negotiation.delegation import CHAIR_ID
from editor.negotiation.provision import Provision, ProvisionStatus
from editor.negotiation.session import Session
from editor.ui.menu_words import delegation_in_menu
from editor.ui.page.decoration import status_words

_OFFERED = (
    (ProvisionStatus.NOT_REACHED, ProvisionStatus.OPEN, ProvisionStatus.PENDING),
    (
        ProvisionStatus.AGREED_IN_INFORMALS,
        ProvisionStatus.AGREED_AD_REF,
        ProvisionStatus.AGREED,
        ProvisionStatus.AGREED_AS_AMENDED,
    ),
    (ProvisionStatus.REOPENED, ProvisionStatus.DELETED),
)
_WITH_NAMES = (ProvisionStatus.PENDING, ProvisionStatus.REOPENED)


def fill_status_menu(
    menu: QMenu, session: Session, provision: Provision, ask: Callable[[Command], object]
) -> None:
    """All statuses, the present one ticked; “pending” and “reopened” name delegations."""
    menu.clear()
    for number, group in enumerate(_OFFERED):
        if number:
            menu.addSeparator()
        for status in group:
            action = menu.addAction(status_words(status))
            action.setCheckable(True)
            action.setChecked(provision.status is status)
            names = provision.pending_on if provision.status is status else ()
            command = SetStatus((provision.id,), status, names)
            action.triggered.connect(lambda _=False, c=command: ask(c))
    if provision.status in _WITH_NAMES:
        menu.addSeparator()
        _add_names(menu, session, provision, ask)


def _add_names(
    menu: QMenu, session: Session, provision: Provision, ask: Callable[[Command], object]
) -> None:
    title = _tr("Pending on") if provision.status is ProvisionStatus.PENDING else _tr("Reopened by")
    names = menu.addMenu(title)
    rank = session.rank_of
    for each in sorted(session.delegations.values(), key=lambda d: rank[d.id]):
        if each.id == CHAIR_ID:
            continue
        action = names.addAction(delegation_in_menu(each))
        action.setCheckable(True)
        action.setChecked(each.id in provision.pending_on)
        others = tuple(d for d in provision.pending_on if d != each.id)
        wanted = others if each.id in provision.pending_on else (*others, each.id)
        command = SetStatus((provision.id,), provision.status, wanted)
        action.triggered.connect(lambda _=False, c=command: ask(c))


def _tr(text: str) -> str:
    return QCoreApplication.translate("status", text)
