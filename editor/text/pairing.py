"""What happened to the paragraphs of a text: the vocabulary of an alignment.

Paragraphs are named by their index in the old or the new text. A gap is "after old paragraph
`after`, in old order", -1 for the start; it outlives the deletion, move or join of that
paragraph. What goes to one gap stands there in the order of `new`.
"""

from dataclasses import dataclass

from editor.text.edit import Edit


@dataclass(frozen=True, slots=True)
class Kept:
    """The same words in the same place."""

    old: int
    new: int


@dataclass(frozen=True, slots=True)
class Changed:
    """The same paragraph, amended; `edits` in code points of the old one."""

    old: int
    new: int
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class Replaced:
    """A total rewrite, `text`, in the place of the old paragraph."""

    old: int
    new: int
    text: str


@dataclass(frozen=True, slots=True)
class Deleted:
    old: int


@dataclass(frozen=True, slots=True)
class Inserted:
    after: int
    new: int
    text: str


@dataclass(frozen=True, slots=True)
class Moved:
    """The old paragraph goes to a gap, with `edits` if it is amended as well."""

    old: int
    after: int
    new: int
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class Break:
    """A paragraph break at the code point `at` of an old paragraph, with the edits that go with
    it: the space that is dropped, the full stop, the capital.

    The paragraph before it ends with all edits that start before `at`; an edit that starts at
    `at`, an insertion too, belongs to the paragraph after it.
    """

    at: int
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class Split:
    """The old paragraph becomes those of `new`; `edits` are the changes away from the breaks."""

    old: int
    new: range
    breaks: tuple[Break, ...]
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class Seam:
    """The break after an old paragraph is dropped, with the edits of that paragraph that go
    with it: mostly the space that takes its place."""

    after: int
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class Joined:
    """Neighbours in old order become one; `edits` are the changes of each old paragraph away
    from the seams."""

    old: range
    new: int
    seams: tuple[Seam, ...]
    edits: tuple[tuple[Edit, ...], ...]


Pairing = Kept | Changed | Replaced | Deleted | Inserted | Moved | Split | Joined
