"""Composed text with its open brackets, comparable without regard to the order of options."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Bracket:
    """What could stand at one range: the texts wanted, and what stands there without them."""

    wanted: "tuple[tuple[Piece, ...], ...]"
    base: "tuple[Piece, ...]"


@dataclass(frozen=True)
class AnyOrder:
    """What stands at one point in an order that its sponsors do not agree on."""

    words: "tuple[tuple[Piece, ...], ...]"


Piece = str | Bracket | AnyOrder


def spelled(pieces: Iterable[Piece]) -> str:
    """The text; each bracket with its wanted texts sorted, equal ones once, the base last."""
    return "".join(map(spelled_piece, pieces))


def spelled_piece(piece: Piece) -> str:
    if isinstance(piece, str):
        return piece
    if isinstance(piece, AnyOrder):
        return any_order_of(spelled(each) for each in piece.words)
    return bracket_of({spelled(each) for each in piece.wanted}, spelled(piece.base))


def bracket_of(wanted: Iterable[str], base: str) -> str:
    others = sorted({each or "—" for each in wanted} - {base or "—"})
    return "[" + " / ".join([*others, base or "—"]) + "]"


def any_order_of(words: Iterable[str]) -> str:
    """The characters are all there; their order is what the sponsors do not agree on."""
    return "[in any order: " + "".join(sorted("".join(words))) + "]"
