"""The words of comments and of the list of open points."""

from collections.abc import Callable, Iterable

from editor.exporters.manuscript import Remark, RemarkKind
from editor.exporters.open_points import OpenPoint
from editor.negotiation.conflict import ConflictKind
from editor.negotiation.provision import Stance

OPEN_POINTS_HEADING = "Open points"

NameOf = Callable[[str], str]
"""The name of a delegation by its id."""

_STANCES = {
    Stance.SUPPORT: "Supports",
    Stance.OPPOSE: "Opposes",
    Stance.RESERVE: "Reserves its position",
    Stance.ACCEPT: "Can live with it",
    Stance.CONDITIONAL: "Conditional",
}


def remark_words(remark: Remark, name_of: NameOf) -> str:
    """What a comment says."""
    who = ", ".join(map(name_of, remark.delegations))
    match remark.kind:
        case RemarkKind.SPONSORS:
            return f"Proposed by: {who}"
        case RemarkKind.REASON:
            return remark.text
        case RemarkKind.NOTE:
            return f"Note: {remark.text}"
        case RemarkKind.POSITION:
            return f"{_STANCES[Stance(remark.stance)]}: {remark.text}"
        case RemarkKind.OPEN_WORDS:
            return f"Open: {_sides(remark.options, name_of)}"
        case RemarkKind.LEFT_IN_BRACKETS:
            return f"Left in brackets: {_sides(remark.options, name_of)}"
        case RemarkKind.CONTESTED_DELETION:
            return f"Deletion contested; proposed by: {who}"
        case RemarkKind.RIVAL_TEXT:
            return f"Alternative text contested; proposed by: {who}\n{remark.text}"
        case RemarkKind.CONTESTED_PLACE:
            return f"Its place is contested by: {who}"
        case RemarkKind.MOVED_AWAY:
            return f"Moved from here; proposed by: {who}"
        case RemarkKind.MOVED_HERE:
            return f"Moved to here; proposed by: {who}"


def open_point_words(point: OpenPoint, name_of: NameOf) -> str:
    """One line about what is open."""
    who = ", ".join(map(name_of, point.delegations))
    words = " … ".join(point.words)
    match point.kind:
        case ConflictKind.DELETION:
            said = f"deletion of “{words}” contested"
        case ConflictKind.PROVISION:
            said = "; ".join(_rival(text, by, name_of) for text, by in point.rival_texts)
        case ConflictKind.STRUCTURE | ConflictKind.ORDER if not words:
            said = "place or order contested"
        case _:
            said = words
    where = f"{point.where}: " if point.where else ""
    return f"{where}{said or 'open'} ({who})"


def _rival(text: str, by: Iterable[str], name_of: NameOf) -> str:
    who = ", ".join(map(name_of, by))
    if not text:
        return f"deletion contested, proposed by {who}"
    return f"alternative text proposed by {who}: “{' '.join(text.split())}”"


def _sides(options: Iterable[tuple[str, ...]], name_of: NameOf) -> str:
    return " / ".join(", ".join(map(name_of, each)) or "base text" for each in options)
