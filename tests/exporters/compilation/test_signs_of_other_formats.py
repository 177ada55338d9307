"""Words that look like CriticMarkup are words in a compilation."""

from editor.exporters.compilation.compilation import compilation
from editor.exporters.markdown import markdown
from editor.importers.open_source import read_source
from editor.importers.revisions import has_revisions
from tests.exporters.small_sessions import session

_TEXT = "Set {++a++}, {--b--}, {~~c~>d~~} and {==e==}{>>f<<}."


def test_they_are_no_marks() -> None:
    source = read_source(markdown(compilation(session([_TEXT]))), "paper.md")
    assert any(_TEXT in each.text for each in source.paragraphs)
    assert not has_revisions(source)
    assert not source.comments
