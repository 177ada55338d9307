"""Footnotes as a printed page has them: under the text, each with its number before it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from editor.importers.source import SourceParagraph

_FIRST_LINE = re.compile(r"\s*(?P<number>\d{1,3})(?:\s+(?P<words>\S.*))?\s*")
_WORDS = re.compile(r"[^\d\W]|[\[“\"(]")


@dataclass(frozen=True, slots=True)
class PrintedNote:
    """A note: its number, its words, and the indices of its lines."""

    number: int
    words: str
    lines: tuple[int, ...]


def printed_notes(lines: Sequence[SourceParagraph], skipped: frozenset[int]) -> list[PrintedNote]:
    """The notes at the ends of pages; `skipped` are lines that are no text.

    Notes count up from 1 through the document. The first on a page stands after a blank line, and
    nothing but notes comes after it; a note goes on over lines until the next number.
    """
    found: list[PrintedNote] = []
    for page in _pages(lines, skipped):
        start = _start_of_notes(lines, page, len(found) + 1)
        if start is not None:
            found.extend(_notes(lines, page[start:], len(found) + 1))
    return found


def _pages(lines: Sequence[SourceParagraph], skipped: frozenset[int]) -> list[list[int]]:
    pages: list[list[int]] = [[]]
    for index, line in enumerate(lines):
        if line.after_page_break:
            pages.append([])
        if index not in skipped:
            pages[-1].append(index)
    return pages if len(pages) > 1 else []


def _start_of_notes(lines: Sequence[SourceParagraph], page: list[int], number: int) -> int | None:
    for place, index in enumerate(page[1:], start=1):
        after_blank = lines[index].line - lines[page[place - 1]].line > 1
        if after_blank and _opens(lines, page, place, number):
            return place
    return None


def _opens(lines: Sequence[SourceParagraph], page: list[int], place: int, number: int) -> bool:
    found = _FIRST_LINE.fullmatch(lines[page[place]].text)
    if found is None or int(found["number"]) != number:
        return False
    if found["words"]:
        return bool(_WORDS.match(found["words"]))
    return place + 1 < len(page) and lines[page[place + 1]].line == lines[page[place]].line + 1


def _notes(lines: Sequence[SourceParagraph], page: list[int], number: int) -> list[PrintedNote]:
    found: list[PrintedNote] = []
    for place, index in enumerate(page):
        if _opens(lines, page, place, number + len(found)):
            first = _FIRST_LINE.fullmatch(lines[index].text)
            words = (first["words"] or "") if first else ""
            found.append(PrintedNote(number + len(found), words, (index,)))
        else:
            last = found[-1]
            words = f"{last.words} {' '.join(lines[index].text.split())}".strip()
            found[-1] = PrintedNote(last.number, words, (*last.lines, index))
    return found
