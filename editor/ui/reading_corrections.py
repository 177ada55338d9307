"""The dialogs that say what a misread proposal or an unread item is."""

from PySide6.QtWidgets import QWidget

from editor.negotiation.amendment import Amendment
from editor.negotiation.commands.command import Command
from editor.negotiation.commands.correcting import CorrectProposal
from editor.negotiation.commands.tray import TrayToPosition, TrayToProposal
from editor.negotiation.session import Session
from editor.ui.dialogs.proposal_dialog import ProposalDialog
from editor.ui.dialogs.stance_dialog import StanceDialog

Answered = Command | None
"""What was said, or None for nothing."""


def asked_proposal(session: Session, amendment: str, parent: QWidget | None) -> Answered:
    """Ask what a proposal should have been read as."""
    dialog = ProposalDialog(session, session.amendments[amendment], parent=parent)
    return CorrectProposal(dialog.amendment()) if dialog.exec() else None


def asked_item_as_proposal(
    session: Session, item: str, elsewhere: str, parent: QWidget | None
) -> Answered:
    """Ask what an unread item proposes; `elsewhere` is the provision if it has none."""
    unread = session.unread[item]
    shown = Amendment("", unread.provision or elsewhere)
    dialog = ProposalDialog(session, shown, unread.raw, parent)
    if not dialog.exec():
        return None
    made = dialog.amendment()
    return TrayToProposal(item, made.sponsors, made)


def asked_item_as_position(
    session: Session, item: str, elsewhere: str, parent: QWidget | None
) -> Answered:
    """Ask whose position an unread item is, and on what; `elsewhere` is the provision if it has
    none."""
    dialog = StanceDialog(session, session.unread[item], elsewhere, parent)
    if not dialog.exec():
        return None
    return TrayToPosition(item, dialog.whose, dialog.stance, *dialog.place, elsewhere=elsewhere)
