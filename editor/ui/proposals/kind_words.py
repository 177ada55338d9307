"""What a proposal is, in a few words, where its words alone do not say it."""

from PySide6.QtCore import QCoreApplication

from editor.negotiation.amendment import Amendment, AmendmentKind, AmendmentState
from editor.negotiation.conflict import ConflictKind
from editor.negotiation.delegation import CHAIR_ID
from editor.negotiation.session import Session
from editor.ui.proposals.codes import codes_of

WHOLE_KINDS = frozenset(
    {
        AmendmentKind.DELETE_PROVISION,
        AmendmentKind.REPLACE_PROVISION,
        AmendmentKind.JOIN,
    }
)
"""Kinds that take a provision's words away altogether."""


def kind_words(session: Session, amendment: Amendment) -> str:
    """`Delete the provision`, `New provision 11 bis after 11`; empty for plain edits."""
    if amendment.target is not None:
        target = session.amendments.get(amendment.target)
        is_bridge = amendment.target in session.rulings
        sponsors = (CHAIR_ID,) if is_bridge else target.sponsors if target else ()
        codes = codes_of(session, sponsors, ", ") if sponsors else "?"
        return _tr("In the words of {codes}").format(codes=codes)
    match amendment.kind:
        case AmendmentKind.EDIT:
            return ""
        case AmendmentKind.DELETE_PROVISION:
            return _tr("Delete the provision")
        case AmendmentKind.REPLACE_PROVISION:
            return _tr("Replace the provision")
        case AmendmentKind.SPLIT:
            return _tr("Split the provision")
        case AmendmentKind.NEW_PROVISION:
            words = _tr("New provision {label} after {place}")
            if not amendment.after:
                words = _tr("New provision {label} at the beginning")
            return " ".join(
                words.format(
                    label=amendment.label, place=label_of(session, amendment.after or "")
                ).split()
            )
        case AmendmentKind.MOVE:
            if not amendment.after:
                return _tr("Move to the beginning")
            return _tr("Move after {place}").format(place=label_of(session, amendment.after))
        case AmendmentKind.JOIN:
            labels = ", ".join(label_of(session, each) for each in amendment.provisions)
            return _tr("Join {labels}").format(labels=labels)


def state_words(state: AmendmentState) -> str:
    """The state of a proposal that is not live."""
    return {
        AmendmentState.PROPOSED: _tr("proposed"),
        AmendmentState.WITHDRAWN: _tr("withdrawn"),
        AmendmentState.PARKED: _tr("parked"),
        AmendmentState.SUPERSEDED: _tr("superseded by a later submission"),
    }[state]


def asleep_words(reason: str) -> str:
    """Why a proposal has nothing to work on, by the code of the engine."""
    known = {
        "misplaced": _tr("Asleep: the words it amends are not there"),
        "target_left_out": _tr("Asleep: the proposal it amends was left out by a ruling"),
        "target_not_included": _tr("Asleep: the proposal it amends is not in the text"),
        "not_neighbours": _tr("Asleep: the provisions are not next to each other"),
    }
    return known.get(reason, _tr("Asleep: it has nothing to work on"))


def conflict_title(kind: ConflictKind, is_open: bool) -> str:
    """`Conflict`, `Contested deletion` …; with “settled” when a ruling is in force."""
    title = {
        ConflictKind.WORDS: _tr("Conflict"),
        ConflictKind.DELETION: _tr("Contested deletion"),
        ConflictKind.PROVISION: _tr("Contested provision"),
        ConflictKind.STRUCTURE: _tr("Conflict of structure"),
        ConflictKind.ORDER: _tr("Conflict of order"),
    }[kind]
    return title if is_open else _tr("{title}, settled").format(title=title)


def label_of(session: Session, provision: str) -> str:
    """The printed label of a provision, or its first words."""
    row = session.provisions.get(provision)
    if row is None:
        return "?"
    return row.label or f"“{row.text[:24].strip()}…”"


def _tr(text: str) -> str:
    return QCoreApplication.translate("proposal", text)
