"""A ruling: what the Chair decided about a conflict."""

from dataclasses import dataclass
from enum import StrEnum


class RulingKind(StrEnum):
    BASE = "base"
    OPTION = "option"
    BRACKET = "bracket"
    BRIDGE = "bridge"
    ORDER = "order"


@dataclass(frozen=True, slots=True)
class Ruling:
    """Settles the conflict of `members`. `choice` are the amendments taken (option) or the
    order decided (order); `text` is the Chair's bridging text. A bridging amendment goes by
    the id of its ruling."""

    id: str
    members: frozenset[str]
    how: RulingKind
    choice: tuple[str, ...] = ()
    text: str = ""
    note: str = ""
    time: str = ""
