"""A sheet of cells, ready for a spreadsheet."""

from collections.abc import Sequence
from dataclasses import dataclass

from editor.exporters.tables.comparison import Comparison, plain
from editor.exporters.tables.positions import PositionsRow
from editor.exporters.voice_names import VoiceNames
from editor.negotiation.amendment import AmendmentState
from editor.negotiation.provision import ProvisionKind
from editor.negotiation.session import Session
from editor.text.scripts import is_right_to_left

LABEL_WIDTH, SHORT_WIDTH, PROPOSAL_WIDTH, TEXT_WIDTH = 10.0, 11.0, 36.0, 40.0
"""Widths of columns in characters."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """Head and rows of equally many texts, and the width of each column. The first `kept` columns
    stay in view and stand on every printed page; `strong` rows (from 0) are headings.
    Columns run from the right if the base text does."""

    name: str
    head: Sequence[str]
    rows: Sequence[Sequence[str]]
    widths: Sequence[float]
    kept: int
    strong: frozenset[int] = frozenset()
    is_right_to_left: bool = False


def comparison_sheet(session: Session, table: Comparison, *, with_names: bool = True) -> Sheet:
    """Base, a column for each delegation, compromise; a row for each provision."""
    names = VoiceNames(session.delegations, "")
    columns = [
        names.author(each) if with_names else f"Proposals {number}"
        for number, each in enumerate(table.delegations, start=1)
    ]
    head = ["Provision", "Base text", *columns, "Compromise"]
    rows = [
        [
            row.label,
            row.base,
            *(plain(row.cell(each)) for each in table.delegations),
            row.compromise,
        ]
        for row in table.rows
    ]
    widths = [LABEL_WIDTH, *[TEXT_WIDTH] * (len(head) - 1)]
    headings = (n for n, row in enumerate(table.rows) if row.kind is ProvisionKind.HEADING)
    return Sheet(
        "Comparison", head, rows, widths, 2, frozenset(headings), _is_right_to_left(session)
    )


def positions_sheet(session: Session, rows: Sequence[PositionsRow]) -> Sheet:
    """A row for each proposal, a column for each delegation that said something."""
    names = VoiceNames(session.delegations, "")
    speaking = {each for row in rows for each in row.stances}
    order = sorted(speaking, key=lambda each: session.rank_of[each])
    cells = [
        [
            row.provision,
            row.proposal,
            "" if row.state is AmendmentState.PROPOSED else row.state.value,
            *(row.stances.get(each, "") for each in order),
        ]
        for row in rows
    ]
    head = ["Provision", "Proposal", "State", *map(names.author, order)]
    widths = [LABEL_WIDTH, PROPOSAL_WIDTH, *[SHORT_WIDTH] * (len(order) + 1)]
    return Sheet("Positions", head, cells, widths, 3, is_right_to_left=_is_right_to_left(session))


def _is_right_to_left(session: Session) -> bool:
    return is_right_to_left("".join(session.provisions[each].text for each in session.base_order))
