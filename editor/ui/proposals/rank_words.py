"""Which of its own wishes a proposal is to a delegation, in words."""

from PySide6.QtCore import QCoreApplication

from editor.negotiation.amendment import Amendment
from editor.negotiation.session import Session
from editor.ui.proposals.codes import by_rank


def rank_words(rank: int) -> str:
    """`First choice`."""
    known = {1: _tr("First choice"), 2: _tr("Second choice"), 3: _tr("Third choice")}
    return known.get(rank, _tr("Choice {n}").format(n=rank))


def ranks_told(session: Session, amendment: Amendment) -> tuple[str, ...]:
    """`First choice of CAN`, for each sponsor that ranks it."""
    ranks = ((each, amendment.rank_for(each)) for each in by_rank(session, amendment.sponsors))
    return tuple(
        _tr("{choice} of {code}").format(
            choice=rank_words(rank), code=session.delegations[each].code
        )
        for each, rank in ranks
        if rank is not None
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("proposal", text)
