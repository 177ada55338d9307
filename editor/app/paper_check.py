"""The last look at compilations and tables before they leave."""

from editor.errors import BugError
from editor.exporters.compilation.compilation import compilation
from editor.exporters.compilation.paper import Paper
from editor.exporters.word.lint import lint
from editor.importers.markdown import read_markdown
from editor.importers.names import load_names
from editor.importers.own_compilation.patch import own_compilation_patch
from editor.importers.own_compilation.reader import read_own_compilation
from editor.importers.word.reader import read_word
from editor.negotiation.patch import patched
from editor.negotiation.public import public_session
from editor.negotiation.session import ImportedFile, Session

_ZIP = b"PK"
_FILE = ImportedFile("f1", "compilation", "")


def check_plain_word(data: bytes) -> None:
    """Raises BugError if the bytes of a DOCX without tracked changes are not sound."""
    faults = lint(data, ())
    if faults:
        raise BugError("unsound Word file: " + "; ".join(map(str, faults[:5])))


def check_paper(data: bytes, session: Session) -> None:
    """Raises BugError if a compilation, a DOCX or Markdown, is not sound, or if reading it and
    writing it again would not give the same paper."""
    if data.startswith(_ZIP):
        check_plain_word(data)
        source = read_word(data, "export.docx")
    else:
        source = read_markdown(data.decode("utf-8"), "export.md")
    paper = read_own_compilation(source, load_names())
    if paper is None:
        raise BugError("a compilation cannot be read again")
    again = patched(Session(), own_compilation_patch(Session(), paper, _FILE))
    if _said(compilation(again)) != _said(compilation(public_session(session))):
        raise BugError("a compilation says something else when it is read again")


def _said(paper: Paper) -> object:
    """What stands on the paper, however its notes are called; no title."""
    texts = [(each.style, each.level, each.text) for each in paper.paragraphs[1:]]
    return texts, [note.paragraphs for note in paper.notes]
