"""Who made the changes and comments of a document."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from editor.importers.source import Revision, SourceDocument, SourceParagraph

_SCRUBBED = frozenset({"", "author", "unknown", "unknown author", "anonymous", "user", "owner"})


@dataclass(frozen=True, slots=True)
class Author:
    """A name as the file has it, with how many stretches of changes and comments carry it.
    A scrubbed one is no name: whoever sent the file has to be asked."""

    name: str
    changes: int
    comments: int

    @property
    def is_scrubbed(self) -> bool:
        return self.name.strip().casefold() in _SCRUBBED


@dataclass(frozen=True, slots=True)
class Voices:
    """The delegation, by id, behind each author of changes, and of comments where it is
    known; `owner` if everything, whoever signs it, is what one delegation wants."""

    changes: Mapping[str, str]
    comments: Mapping[str, str]
    owner: str | None = None


def authors_found(source: SourceDocument) -> tuple[Author, ...]:
    """The authors of the tracked changes and comments of a document, those with most changes
    first."""
    changes = Counter(_signatures(source))
    comments = Counter(each.author for each in source.comments)
    found = [
        Author(name, changes[name], comments[name]) for name in dict.fromkeys((*changes, *comments))
    ]
    return tuple(sorted(found, key=lambda each: (-each.changes, -each.comments, each.name)))


def _signatures(source: SourceDocument) -> Iterator[str]:
    flows = (source.paragraphs, source.margins, *(note.paragraphs for note in source.notes))
    for flow in flows:
        for paragraph in flow:
            yield from _of_paragraph(paragraph)


def _of_paragraph(paragraph: SourceParagraph) -> Iterator[str]:
    signed = [(run.revision, run.author, run.deleted_by) for run in paragraph.runs]
    signed.append((paragraph.mark_revision, paragraph.mark_author, paragraph.mark_deleted_by))
    signed.append((paragraph.block_revision, paragraph.block_author, paragraph.block_deleted_by))
    for revision, author, deleted_by in signed:
        if revision is not Revision.NONE:
            yield author
        if revision is Revision.INSERTED_THEN_DELETED:
            yield deleted_by
