"""The law of compilations: what is public in a session comes back from its compilation."""

from pathlib import Path

import pytest
from hypothesis import given

from editor.app.words_left_out import paragraphs_left_out
from editor.exporters.compilation.compilation import compilation
from editor.exporters.markdown import markdown
from editor.exporters.word.paper import word_paper
from editor.importers.compilation.build import compilation_patch
from editor.importers.compilation.read import read_compilation
from editor.importers.names import load_names
from editor.importers.open_source import read_source
from editor.importers.own_compilation.reader import read_own_compilation
from editor.importers.source import SourceDocument
from editor.negotiation.integrity import faults
from editor.negotiation.patch import patched
from editor.negotiation.session import Session
from editor.resources import sample_path
from tests.exporters.compilation.essence import essence
from tests.exporters.compilation.papers import FILE, NOW, Written, as_markdown, as_word, back
from tests.exporters.everything import everything
from tests.exporters.sample import sample_with_all_layers_on
from tests.strategies import sessions

REAL = "compilation-trafficking-2020.md"


def imported(path: Path) -> Session:
    reading = read_compilation(read_source(path), load_names())
    return patched(Session(), compilation_patch(Session(), reading, FILE))


def comes_back(session: Session, source: SourceDocument) -> Session:
    """What is public, and no word of the paper is left out."""
    paper = read_own_compilation(source, load_names())
    assert paper is not None
    assert list(paragraphs_left_out(paper, FILE)) == []
    again = back(source)
    assert essence(again) == essence(session)
    return again


def agrees(session: Session, written: Written) -> None:
    """It comes back, all of it read, is sound, and from then on it is the same file."""
    again = comes_back(session, written(session))
    assert not again.unread
    assert list(faults(again)) == []
    assert back(written(again)) == again


@pytest.mark.parametrize("written", [as_markdown, as_word])
def test_everything_comes_back(written: Written) -> None:
    agrees(everything(), written)


@pytest.mark.parametrize("written", [as_markdown, as_word])
def test_the_sample_comes_back(written: Written) -> None:
    agrees(sample_with_all_layers_on(), written)


@pytest.mark.parametrize("name", ["compilation.docx", "compilation.md"])
def test_the_compilation_of_the_sample_is_a_fixed_point(name: str) -> None:
    session = imported(sample_path(name))
    word = word_paper(compilation(session), NOW)
    text = markdown(compilation(session))
    assert word_paper(compilation(back(as_word(session))), NOW) == word
    assert markdown(compilation(back(as_markdown(session)))) == text
    for written in (as_word, as_markdown):
        agrees(session, written)


@pytest.mark.parametrize("written", [as_markdown, as_word])
def test_the_real_compilation_survives(corpus: Path, written: Written) -> None:
    agrees(imported(corpus / REAL), written)


@given(sessions())
def test_any_session_comes_back_from_word(session: Session) -> None:
    comes_back(session, as_word(session))


@given(sessions())
def test_any_session_comes_back_from_markdown(session: Session) -> None:
    comes_back(session, as_markdown(session))
