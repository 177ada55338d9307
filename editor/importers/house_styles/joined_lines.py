"""The text of a PDF: lines as printed, joined to the paragraphs they were wrapped from."""

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from editor.importers.compilation.reading import Warned
from editor.importers.house_styles.page_furniture import PAGE_NUMBER, page_furniture
from editor.importers.house_styles.printed_notes import PrintedNote, printed_notes
from editor.importers.labels import leading_label
from editor.importers.source import SourceDocument, SourceNote, SourceParagraph, SourceRun

_WRAPPED_SHARE = 0.15
_FULL = 0.75
_ENDS = re.compile(r"[.;:!?…][\])}\"”’]*\s*$|[\])}][,.;]?\s*$|[,.;][\])}]+[,.;]?\s*$")
_STARTS = re.compile(
    r"\s*[\[({]*(?:(?:option|alternative|alt)\.?\s?(?:\d+|\([a-z]|[ivxIVX]+\b)|[•▪\uf0b7\uf0a7]\s)",
    re.IGNORECASE,
)
_MAY_START = re.compile(
    r"\s*[\[({]*(?:\d{1,3}(?:\.\d{1,3})*\s?(?:bis|ter|quater|quinquies)?\.\s"
    r"|\d{1,3}\.\d{1,3}\s?(?:bis|ter|quater)?\s|\(?[a-z]{1,4}\)\s|[a-z]\.\s|[A-Z]\.\s+\[?[A-Z]"
    r"|article\s+\d+\b(?!,))",
    re.IGNORECASE,
)
_BARE_LABEL = re.compile(r"\s*[\[]*(?:(?:PP|OP)\s?\d+(?:\s?(?:bis|ter|alt\s?\d*))?|\d+\.)\s*", re.I)
_HYPHEN = re.compile(r"(?P<word>\w+)[-\u2010]$")


def joined_lines(source: SourceDocument) -> SourceDocument:
    """`source` with wrapped lines as paragraphs, page furniture left out (each kind is a warning
    `page_furniture` with its words) and the notes under the pages as notes.

    A document whose lines are paragraphs already is returned as it is.
    """
    if not is_wrapped(source.paragraphs):
        return source
    lines = source.paragraphs
    dropped = page_furniture(lines)
    notes = printed_notes(lines, dropped)
    in_notes = {index for note in notes for index in note.lines}
    kept = [
        line for index, line in enumerate(lines) if index not in dropped and index not in in_notes
    ]
    return replace(
        source,
        paragraphs=tuple(_joined(kept)),
        notes=(*source.notes, *(_note(note, lines) for note in notes)),
        warnings=(*source.warnings, *_warnings(lines, dropped)),
    )


def is_wrapped(lines: Sequence[SourceParagraph]) -> bool:
    """Whether many lines go on, in small letters, right on the next one."""
    follows = [
        after.text.lstrip()[:1].islower()
        for before, after in itertools.pairwise(lines)
        if after.line == before.line + 1
    ]
    return len(follows) > 1 and sum(follows) >= _WRAPPED_SHARE * len(lines)


def _joined(lines: Sequence[SourceParagraph]) -> Iterator[SourceParagraph]:
    width = _width(lines)
    words = frozenset(word for line in lines for word in re.findall(r"\w+", line.text.lower()))
    current: SourceParagraph | None = None
    last: SourceParagraph | None = None
    for line in lines:
        if current is None or last is None:
            current = _with_text(line, line.text.strip())
        elif _goes_on(last, line, width):
            current = _with_text(current, _meeting(current.text, line.text.strip(), words))
        else:
            yield current
            current = _with_text(line, line.text.strip())
        last = line
    if current is not None:
        yield current


def _width(lines: Sequence[SourceParagraph]) -> int:
    lengths = sorted(len(line.text.rstrip()) for line in lines)
    return lengths[int(len(lengths) * 0.9)] if lengths else 0


def _goes_on(last: SourceParagraph, line: SourceParagraph, width: int) -> bool:
    """Whether `line` is the rest of the paragraph that `last` belongs to."""
    if _BARE_LABEL.fullmatch(line.text):
        return False
    if _BARE_LABEL.fullmatch(last.text):
        return leading_label(line.text) is None
    text = last.text.rstrip()
    small = line.text.lstrip()[:1].islower()
    ended = bool(_ENDS.search(text))
    is_full = len(text) >= _FULL * width
    may_start = bool(_MAY_START.match(line.text)) and (ended or not is_full)
    starts = may_start or bool(_STARTS.match(line.text))
    if line.after_page_break or line.line - last.line > 3:
        return (small or (not ended and is_full)) and not starts
    if line.line - last.line > 1:
        return small and not ended and not starts and not _MAY_START.match(line.text)
    if starts:
        return False
    if small:
        return True
    opens = line.text.lstrip()[:1] in "[({"
    if not is_full:
        return False
    return not (ended and opens) or not re.search(r"[,.;:][\])}]*$", text)


def _meeting(before: str, after: str, words: frozenset[str]) -> str:
    """Two lines as one. A hyphen at the line's end is the printer's if the document has the word
    without it."""
    if re.search(r"\w–$", before):
        return before + after
    found = _HYPHEN.search(before)
    if found is None or not after[:1].isalpha():
        return f"{before} {after}"
    rest = re.match(r"\w+", after)
    whole = f"{found['word']}{rest.group() if rest else ''}".lower()
    return before[:-1] + after if whole in words and after[:1].islower() else before + after


def _with_text(line: SourceParagraph, text: str) -> SourceParagraph:
    first = line.runs[0] if line.runs else SourceRun("")
    return replace(line, runs=(replace(first, text=re.sub(r"[ \t\u00a0]+", " ", text)),))


def _note(note: PrintedNote, lines: Sequence[SourceParagraph]) -> SourceNote:
    line = lines[note.lines[0]].line
    paragraph = SourceParagraph((SourceRun(note.words),), line)
    return SourceNote(f"printed {note.number}", str(note.number), (paragraph,))


def _warnings(lines: Sequence[SourceParagraph], dropped: frozenset[int]) -> list[Warned]:
    """Each kind of furniture once, with its words and how often it stood there."""
    warnings: list[Warned] = []
    kinds: dict[str, list[int]] = {}
    for index in sorted(dropped):
        text = lines[index].text
        kind = "page number" if PAGE_NUMBER.fullmatch(text) else " ".join(text.split())
        kinds.setdefault(kind, []).append(index)
    for places in kinds.values():
        words = " ".join(lines[places[0]].text.split())
        warnings.append(("page_furniture", lines[places[0]].line, f"{words} ({len(places)})"))
    return warnings
