"""Letters and their accents as one, however a file spreads them over runs."""

import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from editor.importers.source import SourceRun
from editor.text.unicode_form import in_form

_FIRST_MARK = "\u0300"


def composed_runs(runs: Iterable[SourceRun]) -> list[SourceRun]:
    """The same words in NFC, as one text: what goes with a letter of the run before is taken
    there, over references to notes too. A tracked change keeps what it has."""
    given = list(runs)
    texts = composed_texts(
        [run.text for run in given], lambda one, other: _fate(given[one]) == _fate(given[other])
    )
    return [
        run if run.text == text else replace(run, text=text)
        for run, text in zip(given, texts, strict=True)
        if text or not run.text or run.comments
    ]


def composed_texts(texts: Sequence[str], belong: Callable[[int, int], bool]) -> list[str]:
    """The pieces of one text, each in NFC. Marks at the start of a piece go to the one before
    that has words, if the two `belong` together (by their indices)."""
    pieces = [[text] for text in texts]
    before = -1
    end = ""
    for index, text in enumerate(texts):
        marks = 0
        if text[:1] >= _FIRST_MARK and before >= 0 and belong(before, index):
            marks, end = _marks(end, text)
            pieces[before].append(text[:marks])
            pieces[index] = [text[marks:]]
        if text[marks:]:
            before, end = index, in_form("NFC", text[-2:])[-1:]
    return [in_form("NFC", "".join(each)) for each in pieces]


def _marks(end: str, text: str) -> tuple[int, str]:
    """How many characters at the start of `text` go with `end`, the last one before it, and
    what the last one is then. Some that are no accents go with a letter too: the vowels of a
    Korean syllable."""
    for number, each in enumerate(text):
        together = in_form("NFC", end + each)
        if not unicodedata.combining(each) and len(together) > len(end):
            return number, end
        end = together[-1:]
    return len(text), end


def _fate(run: SourceRun) -> tuple[str, str, str]:
    return run.revision, run.author, run.deleted_by
