"""What the Chair decided, in words, where the decision is not in force."""

from PySide6.QtCore import QCoreApplication

from editor.negotiation.amendment import Amendment
from editor.negotiation.ruling import Ruling, RulingKind
from editor.negotiation.session import Session
from editor.ui.page.spans import Look
from editor.ui.proposals.card_context import CardContext
from editor.ui.proposals.codes import codes_of
from editor.ui.proposals.kind_words import kind_words
from editor.ui.proposals.sleeping import SleepingRuling
from editor.ui.proposals.words import proposal_words


def sleeping_words(context: CardContext, sleeping: SleepingRuling) -> str:
    """`An earlier decision sleeps: “the Chair’s words”`, and why where it can be said."""
    words = _tr("An earlier decision sleeps: {decision}").format(
        decision=decision_words(context.session, sleeping.ruling)
    )
    if not sleeping.within:
        return words
    return f"{words}. {_why(context, sleeping)}."


def kept_words(context: CardContext, sleeping: SleepingRuling) -> str:
    """What to say of a decision on just the conflict that is open in spite of it."""
    if sleeping.ruling.how is not RulingKind.BRIDGE:
        return _tr("Your decision is kept, but does not settle this.")
    if not sleeping.within:
        return _tr("Your text is kept, but does not stand: another text of yours stands within it.")
    words = _tr("Your text is kept, but does not stand: {why}.")
    return words.format(why=_why(context, sleeping))


def _why(context: CardContext, sleeping: SleepingRuling) -> str:
    names = context.names(sleeping.within)
    if len(sleeping.within) == 1:
        return _tr("{names} proposes something within it").format(names=names)
    return _tr("{names} propose something within it").format(names=names)


def decision_words(session: Session, ruling: Ruling) -> str:
    """What a ruling says: the Chair’s text, or what it chose."""
    match ruling.how:
        case RulingKind.BRIDGE:
            return f"“{ruling.text.strip()}”"
        case RulingKind.BASE:
            return _tr("keep the base")
        case RulingKind.BRACKET:
            return _tr("all in square brackets")
        case RulingKind.OPTION | RulingKind.ORDER:
            between = ", " if ruling.how is RulingKind.OPTION else _tr(", then ")
            chosen = (session.amendments.get(each) for each in ruling.choice)
            return between.join(_wish(session, each) for each in chosen if each is not None)


def _wish(session: Session, amendment: Amendment) -> str:
    """`“new words” (CAN)`, `Delete (CAN)`."""
    spans = proposal_words(session, amendment)
    new = " … ".join(s.text.strip() for s in spans if s.look is Look.INSERTED)
    words = f"“{new}”" if new else kind_words(session, amendment) or _tr("Delete")
    codes = codes_of(session, amendment.sponsors)
    return f"{words} ({codes})" if codes else words


def _tr(text: str) -> str:
    return QCoreApplication.translate("proposal", text)
