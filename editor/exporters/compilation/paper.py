"""A paper: paragraphs of printed pieces and numbered notes, ready for Word or Markdown."""

from dataclasses import dataclass, field, replace
from enum import StrEnum

from editor.exporters.ordinals import label_parts
from editor.negotiation.session import Heading


class Look(StrEnum):
    """What a piece is, which is how it is printed."""

    BASE = "base"
    ADDED = "added"
    """Words that somebody wants put in."""
    SAID = "said"
    """An annotation."""


class PaperStyle(StrEnum):
    TITLE = "title"
    HEADING = "heading"
    PROVISION = "provision"
    FRONT_MATTER = "front_matter"
    STATEMENT = "statement"
    STATUS = "status"
    LEGEND = "legend"


@dataclass(frozen=True, slots=True)
class PaperPiece:
    """Characters of one look, or with `note` the key of the note whose number stands here."""

    text: str
    look: Look = Look.BASE
    italic: bool = False
    bold: bool = False
    struck: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class PaperParagraph:
    """`level` is the depth of a heading (from 1) or the indentation of other text (from 0)."""

    style: PaperStyle
    pieces: tuple[PaperPiece, ...]
    level: int = 0

    @property
    def text(self) -> str:
        return "".join(piece.text for piece in self.pieces)

    @property
    def set_pieces(self) -> tuple[PaperPiece, ...]:
        """The pieces as they are set: the Latin ordinal of a label in italics."""
        done: list[PaperPiece] = []
        for piece in self.pieces:
            if piece.look is Look.BASE and piece.text.endswith("\t"):
                parts = label_parts(piece.text)
                done.extend(replace(piece, text=text, italic=italic) for text, italic in parts)
            else:
                done.append(piece)
        return tuple(done)


@dataclass(frozen=True, slots=True)
class PaperNote:
    """A note: its number or mark, and its paragraphs."""

    key: str
    label: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Paper:
    """`heading` has what stands above the text; the paragraphs begin with the title."""

    title: str
    paragraphs: tuple[PaperParagraph, ...]
    notes: tuple[PaperNote, ...] = ()
    heading: Heading = field(default_factory=Heading)


def in_order_of_reference(paper: Paper) -> Paper:
    """The paper with its notes in the order in which the text refers to them."""
    notes = {each.key: each for each in paper.notes}
    keys = dict.fromkeys(piece.note for each in paper.paragraphs for piece in each.pieces)
    return replace(paper, notes=tuple(notes[key] for key in keys if key in notes))
