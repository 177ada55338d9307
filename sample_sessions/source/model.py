"""What the source files say: provisions in parts, changes, positions, notes, paragraphs."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Change:
    """A proposal as declared. `old` and `new` are exact words, spaces included.

    Names of delegations are as written in the paper. An insertion stands `after` some words of
    its part, or at the start of the part. `target` names the change that is amended, and `old`
    is then looked for in its new words. `alternatives` is a name shared by declared alternatives.
    A structural change has a `text` (replace, join), shown as a paragraph under its `letter`
    and closed by `tag`, or splits the provision `before` some words.
    """

    name: str
    by: str
    kind: str = "edit"
    old: str = ""
    new: str = ""
    against: str = ""
    backed_by: str = ""
    after: str = ""
    before: str = ""
    target: str = ""
    alternatives: str = ""
    rank: int | None = None
    letter: str = ""
    tag: str = ""
    text: str = ""
    provisions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a provision: its base words, how the paper shows it, its changes by name."""

    base: str
    shown: str
    changes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BasePosition:
    """A stance on base words that no proposal of the same annotation touches."""

    by: str
    words: str
    stance: str


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote: the reasons of delegations, or a plain text (then `by` may name its author).

    `on` names the change it speaks to where the paper leaves a choice.
    """

    key: str
    text: str = ""
    reasons: tuple[tuple[str, str], ...] = ()
    by: str = ""
    on: str = ""

    @property
    def printed(self) -> str:
        if self.reasons:
            return " ".join(f"{author}: {text}" for author, text in self.reasons)
        return self.text


@dataclass(frozen=True, slots=True)
class Provision:
    """`heading` and `status` are Markdown as printed; `glue` is what stands before the heading.
    `bracket` is "", "open" (never closed) or "closed"."""

    label: str
    heading: str
    parts: tuple[Part, ...]
    changes: tuple[Change, ...]
    glue: str = "\n\n"
    status: str = ""
    pending_on: str = ""
    bracket: str = ""
    proposed_by: str = ""
    separated_from: str = ""
    positions: tuple[BasePosition, ...] = ()
    notes: tuple[Note, ...] = ()

    @property
    def marked_text(self) -> str:
        """The provision's own words (base words unless it is proposed), with italics marked."""
        return "".join(part.base for part in self.parts).rstrip()

    @property
    def text(self) -> str:
        return self.marked_text.replace("*", "")

    @property
    def shown(self) -> str:
        opening = "[" if self.bracket else ""
        closing = "]" if self.bracket == "closed" else ""
        return opening + "".join(part.shown for part in self.parts).rstrip() + closing

    def change(self, name: str) -> Change:
        return next(change for change in self.changes if change.name == name)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A block of Markdown and what stands between it and the block before."""

    text: str
    glue: str = "\n\n"


@dataclass(frozen=True, slots=True)
class Section:
    title: str
    headings: tuple[Paragraph, ...]
    provisions: tuple[Provision, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """All of the sample. `footer` is the note of the cover: its key and text.

    `names` are (kind, canonical name, designations as written).
    """

    title: str
    front: tuple[Paragraph, ...]
    footer: tuple[str, str]
    sections: tuple[Section, ...]
    statements: tuple[Paragraph, ...]
    names: tuple[tuple[str, str, tuple[str, ...]], ...]

    @property
    def provisions(self) -> tuple[Provision, ...]:
        return tuple(each for section in self.sections for each in section.provisions)
