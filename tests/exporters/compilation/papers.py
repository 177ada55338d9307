"""Sessions written as compilations, and read back."""

import io
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime

from editor.app.words_left_out import paragraphs_left_out
from editor.exporters.compilation.compilation import compilation
from editor.exporters.markdown import markdown
from editor.exporters.word.paper import word_paper
from editor.importers.markdown import read_markdown
from editor.importers.names import load_names
from editor.importers.own_compilation.patch import own_compilation_patch
from editor.importers.own_compilation.reader import read_own_compilation
from editor.importers.source import SourceDocument
from editor.importers.word.reader import read_word
from editor.negotiation.patch import patched
from editor.negotiation.session import ImportedFile, Session

NOW = datetime(2024, 7, 1, tzinfo=UTC)
FILE = ImportedFile("f1", "compilation", "")

Written = Callable[[Session], SourceDocument]


def as_markdown(session: Session) -> SourceDocument:
    return read_markdown(markdown(compilation(session)).decode())


def as_word(session: Session) -> SourceDocument:
    return read_word(word_paper(compilation(session), NOW), "compilation.docx")


def back(source: SourceDocument) -> Session:
    paper = read_own_compilation(source, load_names())
    assert paper is not None
    left_out = paragraphs_left_out(paper, FILE)
    return patched(Session(), own_compilation_patch(Session(), paper, FILE, left_out))


def with_replaced(data: bytes, old: str, new: str) -> bytes:
    """A Word file with some of its XML replaced, wherever it stands."""
    changed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(changed, "w") as after:
        parts = {each: before.read(each) for each in before.namelist()}
        assert any(old.encode() in each for each in parts.values())
        for name, content in parts.items():
            after.writestr(name, content.replace(old.encode(), new.encode()))
    return changed.getvalue()
