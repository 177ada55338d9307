"""The compilation as paragraphs in reading order, with its notes numbered.

Paragraphs keep their placeholders: `{key}` a note, `{page}` and `{cover}` the end of a page.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sample_sessions.source.model import Note, Paragraph, Provision, Source

PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
PAGE_ENDS = ("page", "cover")
_CROSS_REFERENCE = re.compile(r"\{(see|wrong):([^{}]*)\}")
_WRONG_BY = 4


@dataclass(frozen=True, slots=True)
class CrossReference:
    """A footnote number printed in a note, and the note that is meant (they may differ)."""

    printed: int
    meant: int


@dataclass(frozen=True, slots=True)
class NumberedNote:
    number: int
    note: Note
    text: str
    cross_references: tuple[CrossReference, ...]


@dataclass(frozen=True, slots=True)
class Document:
    paragraphs: tuple[Paragraph, ...]
    notes: dict[str, NumberedNote]
    footer: str


def assembled(source: Source) -> Document:
    paragraphs = tuple(_all_paragraphs(source))
    return Document(paragraphs, _numbered(source, paragraphs), source.footer[1])


def _all_paragraphs(source: Source) -> Iterator[Paragraph]:
    yield from source.front
    for section in source.sections:
        yield from section.headings
        for provision in section.provisions:
            yield from _provision_paragraphs(provision)
    yield from source.statements


def _provision_paragraphs(provision: Provision) -> Iterator[Paragraph]:
    yield Paragraph(provision.heading, provision.glue)
    for text in provision.shown.split("{break}"):
        yield Paragraph(text)
    for change in provision.changes:
        if change.letter:
            yield Paragraph(f"{change.letter} {change.text} [{change.tag}]")
    if provision.status:
        yield Paragraph(provision.status)


def _numbered(source: Source, paragraphs: tuple[Paragraph, ...]) -> dict[str, NumberedNote]:
    notes = {note.key: note for provision in source.provisions for note in provision.notes}
    found = [key for paragraph in paragraphs for key in PLACEHOLDER.findall(paragraph.text)]
    keys = [key for key in found if key not in PAGE_ENDS]
    if sorted(keys) != sorted(notes):
        raise ValueError(f"notes and references differ: {sorted(set(keys) ^ set(notes))}")
    numbers = {key: number for number, key in enumerate(keys, start=1)}
    return {key: _with_references(notes[key], numbers) for key in keys}


def _with_references(note: Note, numbers: dict[str, int]) -> NumberedNote:
    references: list[CrossReference] = []

    def printed(match: re.Match[str]) -> str:
        meant = numbers[match[2]]
        number = meant - _WRONG_BY if match[1] == "wrong" else meant
        references.append(CrossReference(number, meant))
        return str(number)

    text = _CROSS_REFERENCE.sub(printed, note.printed)
    return NumberedNote(numbers[note.key], note, text, tuple(references))
