"""The base document's own Word file, as its reader found it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from editor.exporters.word.elements import Element

BaseLeaf = tuple[Element, str, str]
"""An element, the characters that it shows, and the key of the note to which it refers."""
Restart = tuple[str, int, int, bool]
"""A list, a level, what it has to count there, and whether the number is as printed then."""


@dataclass(frozen=True, slots=True)
class BaseParagraph:
    """A `w:p`, its leaves in the order of its text, and its automatic number: as printed, in
    which list and at which level (from 0)."""

    element: Element
    leaves: Sequence[BaseLeaf]
    label: str = ""
    list_id: str = ""
    level: int = 0

    @property
    def text(self) -> str:
        return "".join(text for _element, text, _note in self.leaves)


@dataclass(frozen=True, slots=True)
class WordBase:
    """`data` are the bytes of the package, `root` the root element of `main_part`, which will be
    changed; `paragraphs` all of its body. `restarts` tells, for the indices of the paragraphs
    that are left, in order, which of them would be numbered otherwise than printed."""

    data: bytes
    main_part: str
    root: Element
    paragraphs: Sequence[BaseParagraph]
    restarts: Callable[[Sequence[int]], Mapping[int, Restart]]
