"""Damaged compilations: no crash, no lost word, no edit that does not fit, and soon."""

import random
from pathlib import Path
from time import process_time

import pytest

from editor.errors import KnownError
from editor.importers.compilation.build import compilation_patch
from editor.importers.compilation.read import read_compilation
from editor.importers.markdown import read_markdown
from editor.importers.names import load_names
from editor.negotiation.entering import inserted_text
from editor.negotiation.patch import patched
from editor.negotiation.session import Session
from editor.resources import sample_path
from editor.text.edit import apply_edits
from tests.importers.compilation.accounting import kept_words, printed_words
from tests.importers.compilation.damage import damaged, sown
from tests.importers.compilation.papers import FILE

_SAMPLE = "compilation.md"
_REAL = "compilation-trafficking-2020.md"


def _survive(paper: str, seed: int) -> None:
    chance = random.Random(seed)
    text, seeds = sown(damaged(paper, chance), chance)
    started = process_time()
    source = read_markdown(text)
    try:
        reading = read_compilation(source, load_names())
    except KnownError:
        return
    session = patched(Session(), compilation_patch(Session(), reading, FILE))
    assert process_time() - started < 2
    printed, kept = printed_words(source), "\n".join(kept_words(session))
    assert [each for each in seeds if each in "\n".join(printed) and each not in kept] == []
    _assert_sound(session)


def _assert_sound(session: Session) -> None:
    for amendment in session.amendments.values():
        ground = session.provisions[amendment.provision].text
        if amendment.target is not None:
            ground = inserted_text(session.amendments[amendment.target])
        assert apply_edits(ground, amendment.edits) != ground or not amendment.edits
    (report,) = session.reports.values()
    assert report.understood + report.guessed <= report.annotations


@pytest.mark.parametrize("seed", range(12))
def test_the_sample_damaged(seed: int) -> None:
    _survive(Path(sample_path(_SAMPLE)).read_text("utf-8"), seed)


@pytest.mark.parametrize("seed", range(12))
def test_a_real_paper_damaged(corpus: Path, seed: int) -> None:
    _survive((corpus / _REAL).read_text("utf-8"), seed)


@pytest.mark.endurance
@pytest.mark.parametrize("seed", range(12, 512))
def test_the_sample_damaged_many_times(seed: int) -> None:
    _survive(Path(sample_path(_SAMPLE)).read_text("utf-8"), seed)


@pytest.mark.endurance
@pytest.mark.parametrize("seed", range(12, 512))
def test_a_real_paper_damaged_many_times(corpus: Path, seed: int) -> None:
    _survive((corpus / _REAL).read_text("utf-8"), seed)
