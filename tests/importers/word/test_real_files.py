"""Real files and their twins that Word settled, beside a reading that is not ours."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from editor.importers.revisions import accept, reject
from editor.importers.source import SourceDocument, SourceParagraph
from editor.importers.word.reader import read_word
from tests.word_text import Settled, WordText, in_single_spaces, says, word_text

_SETTLE = {Settled.ACCEPTED: accept, Settled.REJECTED: reject}
_FOLDERS = ("rp", "wc", "un", "pandoc")


def _ours(path: Path, settled: Settled) -> WordText:
    document: SourceDocument = _SETTLE[settled](read_word(path.read_bytes(), path.name))
    notes = [line for note in document.notes for line in _lines(note.paragraphs)]
    notes = [line.lstrip("*() ") for line in notes]
    margins = list(dict.fromkeys(_lines(document.margins)))
    return WordText(_lines(document.paragraphs), notes, margins)


def _lines(paragraphs: Sequence[SourceParagraph]) -> list[str]:
    return [line for each in paragraphs if (line := in_single_spaces(each.text))]


def _differing(ours: WordText, theirs: WordText) -> list[str]:
    """The parts of a file that say something else. Headers have no order of their own."""
    same = {
        "body": says(ours.body, theirs.body),
        "notes": says(ours.notes, theirs.notes),
        "margins": says(sorted(ours.margins), sorted(theirs.margins)),
    }
    return [part for part, is_same in same.items() if not is_same]


@pytest.mark.parametrize("folder", _FOLDERS)
def test_every_file_says_what_is_to_be_seen_in_it(corpus: Path, folder: str) -> None:
    files = sorted((corpus / "docx" / folder).glob("*.docx"))
    assert files
    for path in files:
        for settled in Settled:
            theirs = word_text(path.read_bytes(), settled)
            assert _differing(_ours(path, settled), theirs) == [], (path.name, settled)


def test_every_document_settles_as_its_twins(
    corpus: Path, record_property: Callable[[str, object], None]
) -> None:
    twins = tuple(f"-{settled}" for settled in Settled)
    files = [p for p in sorted(corpus.glob("docx/rp/*.docx")) if not p.stem.endswith(twins)]
    compared, lacking, wrong = 0, [], []
    for path in files:
        for settled in Settled:
            twin = path.with_stem(f"{path.stem}-{settled}")
            if not twin.exists():
                lacking.append(twin.name)
                continue
            compared += 1
            found = _differing(_ours(path, settled), word_text(twin.read_bytes()))
            wrong += [(twin.name, part) for part in found]
    for name, value in (("documents", len(files)), ("compared", compared), ("lacking", lacking)):
        record_property(name, value)
    print(f"{len(files)} documents, {compared} twins; without a twin: {lacking or 'none'}")
    assert wrong == []
    assert compared + len(lacking) == len(files) * len(Settled)
    assert len(lacking) * 10 <= compared
