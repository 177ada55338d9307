"""A document as its reader saw it: paragraphs of formatted runs, and notes.

Every reader (Word, Markdown, plain text) gives this; everything that interprets a document
(base text, alternative text, compilation) takes it, so no interpreter knows a file format.
"""

from dataclasses import dataclass, field
from enum import StrEnum


class Revision(StrEnum):
    """What a tracked change says about a run or a paragraph mark."""

    NONE = ""
    INSERTED = "inserted"
    DELETED = "deleted"
    INSERTED_THEN_DELETED = "inserted_then_deleted"
    """In neither the original nor the final text."""


@dataclass(frozen=True, slots=True)
class SourceRun:
    """Characters of one formatting. A note reference is a run of its own with empty `text`."""

    text: str
    bold: bool = False
    italic: bool = False
    struck: bool = False
    underlined: bool = False
    superscript: bool = False
    colour: str = ""
    note: str = ""
    """Key into `SourceDocument.notes`, for a note reference."""
    revision: Revision = Revision.NONE
    author: str = ""
    """Of the insertion, where it was deleted again."""
    date: str = ""
    deleted_by: str = ""
    """Who deleted again what `author` inserted."""
    deleted_on: str = ""
    move: str = ""
    """Name that the two ends of a tracked move share."""
    highlight: str = ""
    comments: tuple[str, ...] = ()
    """Keys into `SourceDocument.comments`. A comment on no words has a run with empty `text`."""


@dataclass(frozen=True, slots=True)
class SourceParagraph:
    """One paragraph of the source. `line` counts from 1: the line of a text file, or the
    ordinal of the paragraph in a Word file."""

    runs: tuple[SourceRun, ...]
    line: int
    style: str = ""
    heading: int = 0
    """Level of a heading, 0 for none."""
    label: str = ""
    """Automatic number as printed, when it is not part of the runs."""
    indent: int = 0
    mark_revision: Revision = Revision.NONE
    in_table: bool = False
    after_page_break: bool = False
    """The source shows a page break (or a ruler) right before this paragraph."""
    mark_author: str = ""
    mark_date: str = ""
    mark_deleted_by: str = ""
    """Who deleted again the mark that `mark_author` inserted."""
    mark_deleted_on: str = ""
    block_revision: Revision = Revision.NONE
    """What a tracked change says about the table row or cell around this paragraph."""
    block_author: str = ""
    block_date: str = ""
    block_deleted_by: str = ""
    block_deleted_on: str = ""
    flow: int = 0
    """Paragraphs of one flow follow each other with no border of a table, cell or text box
    between: only they can be joined."""
    in_text_box: bool = False
    original_label: str = ""
    """`label` before the tracked changes."""

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class SourceNote:
    """A footnote: its key, its printed label, its paragraphs."""

    key: str
    label: str
    paragraphs: tuple[SourceParagraph, ...]
    original_label: str = ""
    """`label` before the tracked changes."""


@dataclass(frozen=True, slots=True)
class SourceComment:
    """A comment in the margin; the runs it is about carry its key."""

    key: str
    author: str
    date: str
    text: str
    """Its paragraphs, separated by `\\n`."""
    initials: str = ""
    answers: str = ""
    """Key of the comment that this one replies to."""


@dataclass(frozen=True, slots=True)
class ChangedPicture:
    """A picture that a tracked change puts in or takes out, and what its author calls it."""

    line: int
    revision: Revision
    told: str = ""


@dataclass(frozen=True, slots=True)
class SourceDocument:
    """All of a document that the interpreters need. `warnings` are (code, line, detail).

    A Word file's empty paragraphs are there too: a tracked change may join them.
    """

    paragraphs: tuple[SourceParagraph, ...]
    notes: tuple[SourceNote, ...] = ()
    title: str = ""
    warnings: tuple[tuple[str, int, str], ...] = field(default=())
    comments: tuple[SourceComment, ...] = ()
    margins: tuple[SourceParagraph, ...] = ()
    """Paragraphs of headers and footers, each different one once."""
    new_looks: tuple[tuple[int, str], ...] = ()
    """Words, with their line, whose formatting a tracked change changes."""
    pictures: tuple[ChangedPicture, ...] = ()
