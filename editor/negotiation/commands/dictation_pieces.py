"""The composed text of a provision in pieces: whose each is, and what a speaker may change."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import Enum, auto
from itertools import pairwise

from editor.errors import KnownError
from editor.negotiation.amendment import Amendment, AmendmentKind, AmendmentState
from editor.negotiation.composition import Composition
from editor.negotiation.run import Run, RunKind
from editor.text.edit import Edit

_DICTATED = frozenset(
    {AmendmentKind.EDIT, AmendmentKind.DELETE_PROVISION, AmendmentKind.REPLACE_PROVISION}
)


class PieceKind(Enum):
    KEPT = auto()
    DELETED = auto()
    OWN = auto()
    """Inserted by proposals that the speaker alone sponsors."""
    OWN_BREAK = auto()
    """A paragraph break that the speaker alone proposes."""
    OTHERS = auto()
    """Words of others, inserted or struck."""
    BRACKETS = auto()


@dataclass(frozen=True, slots=True)
class Piece:
    """`start` and `end` in code points of the base text, `begins` and `ends` of the composed
    text. `own` are the speaker's proposals behind it, `breaks` those that only break the
    paragraph; `selected` says that it is to go."""

    kind: PieceKind
    text: str
    start: int
    end: int
    begins: int
    ends: int
    own: tuple[str, ...] = ()
    breaks: tuple[str, ...] = ()
    selected: bool = False


def pieces_of(
    composition: Composition, speaker: str, runs: Iterable[Run], target: str | None = None
) -> list[Piece]:
    """The pieces of a provision composed as `runs`, or of the bridging text of the ruling
    `target`."""
    found = []
    begins = 0
    for run in runs:
        piece = _piece(composition, speaker, run, begins, target)
        begins = piece.ends
        found.append(piece)
    return found


def cut(pieces: Iterable[Piece], start: int, end: int) -> list[Piece]:
    """The pieces parted at `start` and `end` of the composed text, those between selected.

    Raises KnownError("words_of_others") or ("in_brackets") when some between are not the
    speaker's to change, or the caret stands inside them.
    """
    found: list[Piece] = []
    for piece in pieces:
        if piece.kind in (PieceKind.OTHERS, PieceKind.BRACKETS):
            _check_outside(piece, start, end)
            found.append(piece)
        elif piece.begins == piece.ends:
            found.append(piece)
        else:
            found.extend(_parts(piece, start, end))
    return found


def edits_of(
    pieces: list[Piece], touched: set[str], slot: int | None, text: str
) -> tuple[Edit, ...]:
    """The edits of the base text that the proposals `touched` make together with deleting the
    selected pieces and putting `text` at `slot` (an index into `pieces`)."""
    edits: list[Edit] = []

    def add(start: int, end: int, words: str) -> None:
        if edits and edits[-1].end == start:
            last = edits.pop()
            edits.append(Edit(last.start, end, last.text + words))
        else:
            edits.append(Edit(start, end, words))

    for index, piece in enumerate(pieces):
        if index == slot:
            add(piece.start, piece.start, text)
        mine = not touched.isdisjoint(piece.own)
        if piece.kind is PieceKind.OWN and mine and not piece.selected:
            add(piece.start, piece.start, piece.text)
        elif (piece.kind is PieceKind.DELETED and mine) or (
            piece.kind is PieceKind.KEPT and piece.selected
        ):
            add(piece.start, piece.end, "")
    if slot == len(pieces):
        at = pieces[-1].end if pieces else 0
        add(at, at, text)
    return tuple(each for each in edits if not each.is_nothing)


def _piece(
    composition: Composition, speaker: str, run: Run, begins: int, target: str | None
) -> Piece:
    amendments = composition.session.amendments
    alone = tuple(
        each
        for each in run.amendments
        if each in amendments and _is_own(composition, speaker, amendments[each], target)
    )
    own = tuple(each for each in alone if amendments[each].kind in _DICTATED)
    breaks = tuple(each for each in alone if amendments[each].kind is AmendmentKind.SPLIT)
    kind = _kind(run, own, breaks)
    visible = run.kind in (RunKind.KEPT, RunKind.INSERTED, RunKind.ALTERNATIVES)
    ends = begins + (len(run.text) if visible else 0)
    return Piece(kind, run.text, run.start, run.end, begins, ends, own, breaks)


def _kind(run: Run, own: tuple[str, ...], breaks: tuple[str, ...]) -> PieceKind:
    match run.kind:
        case RunKind.KEPT:
            return PieceKind.KEPT
        case RunKind.DELETED:
            return PieceKind.DELETED
        case RunKind.ALTERNATIVES:
            return PieceKind.BRACKETS
        case RunKind.INSERTED if own:
            return PieceKind.OWN
        case RunKind.INSERTED if breaks and run.text == "\n":
            return PieceKind.OWN_BREAK
    return PieceKind.OTHERS


def _is_own(
    composition: Composition, speaker: str, amendment: Amendment, target: str | None
) -> bool:
    """Whether it amends this text, only the speaker sponsors it and nobody amends it."""
    return (
        amendment.sponsors == (speaker,)
        and amendment.state is AmendmentState.PROPOSED
        and amendment.target == target
        and (amendment.kind in _DICTATED or not amendment.edits)
        and not composition.index.followers.get(amendment.id)
    )


def _check_outside(piece: Piece, start: int, end: int) -> None:
    """A caret may stand beside such a piece, a selection may end there."""
    if (start < piece.ends and piece.begins < end) or piece.begins < start < piece.ends:
        code = "in_brackets" if piece.kind is PieceKind.BRACKETS else "words_of_others"
        raise KnownError(code)


def _parts(piece: Piece, start: int, end: int) -> Iterator[Piece]:
    bounds = [0, len(piece.text)]
    bounds += [at - piece.begins for at in (start, end) if piece.begins < at < piece.ends]
    bounds = sorted(set(bounds))
    for low, high in pairwise(bounds):
        begins, ends = piece.begins + low, piece.begins + high
        from_base = piece.kind is PieceKind.KEPT
        yield replace(
            piece,
            text=piece.text[low:high],
            start=piece.start + low if from_base else piece.start,
            end=piece.start + high if from_base else piece.end,
            begins=begins,
            ends=ends,
            selected=start <= begins and ends <= end and start < end,
        )
