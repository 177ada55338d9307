"""Paragraphs of a note: who says what."""

from collections.abc import Collection
from dataclasses import dataclass

from editor.negotiation.notation.printed_names import one_line

ON_A_POSITION = "Position of "
_NOBODY = "Note: "
_SAYS = ": "


@dataclass(frozen=True, slots=True)
class Spoken:
    """`name` is the printed name of who speaks, empty for nobody; `on_position` if it is what
    a delegation says to its position."""

    text: str
    name: str = ""
    on_position: bool = False


def spoken_text(name: str, text: str, before: str = "") -> str:
    """One paragraph of a note: the words in one line, after who says them."""
    words = one_line(text)
    if name:
        return f"{before}{name}{_SAYS}{words}"
    return f"{_NOBODY}{words}" if _SAYS in words or not words else words


def read_spoken(paragraph: str, names: Collection[str]) -> Spoken:
    """What `spoken_text` wrote; `names` are those of all delegations."""
    text = paragraph.strip()
    on_position = text.startswith(ON_A_POSITION)
    rest = text.removeprefix(ON_A_POSITION)
    for name in sorted(names, key=len, reverse=True):
        for said, is_position in ((rest, on_position), (text, False)):
            if f"{said} ".startswith(f"{name}{_SAYS}"):
                return Spoken(said[len(name) + 1 :].strip(), name, is_position)
    return Spoken(text.removeprefix(_NOBODY).removeprefix(_NOBODY.rstrip()).strip())
