"""The one way in: a file or its bytes, whatever they are, as a source document."""

from pathlib import Path

from editor.importers.archive import MEGABYTE
from editor.importers.critic_markup.reader import read_critic_markup
from editor.importers.file_faults import FileFault, refusal
from editor.importers.file_kind import FileKind, recognise
from editor.importers.markdown import read_markdown
from editor.importers.open_document.reader import read_open_document
from editor.importers.overrides import without_overrides
from editor.importers.plain_text import read_plain_text
from editor.importers.source import SourceDocument
from editor.importers.text_encoding import decode_text
from editor.importers.word.reader import read_word

MAXIMUM_FILE = 50 * MEGABYTE


def read_source(source: Path | bytes, name: str = "") -> SourceDocument:
    """The document in a file or in its bytes; `name` (of the file, if not given) tells
    Markdown from plain text and is a fact of every refusal.

    An empty text is an empty document. Raises KnownError with a code of `FileFault`.
    """
    if isinstance(source, Path):
        name = name or source.name
        source = read_file(source)
    _check_size(len(source), name)
    return without_overrides(_read(source, name))


def _read(source: bytes, name: str) -> SourceDocument:
    match recognise(source, name):
        case FileKind.WORD:
            return read_word(source, name)
        case FileKind.OPEN_DOCUMENT:
            return read_open_document(source, name)
        case FileKind.MARKDOWN:
            return read_critic_markup(
                decode_text(source, name), lambda text: read_markdown(text, name)
            )
        case FileKind.PLAIN_TEXT:
            return read_critic_markup(decode_text(source, name), read_plain_text)


def read_file(path: Path) -> bytes:
    """The bytes of a file to import, at most 50 MB. Raises KnownError (`file_missing`,
    `file_is_directory`, `file_unreadable`, `file_too_large`)."""
    try:
        if path.is_dir():
            raise refusal(FileFault.DIRECTORY, path.name)
        with path.open("rb") as stream:
            data = stream.read(MAXIMUM_FILE + 1)
    except FileNotFoundError:
        raise refusal(FileFault.MISSING, path.name) from None
    except OSError as error:
        raise refusal(FileFault.UNREADABLE, path.name, reason=error.strerror or "") from None
    _check_size(len(data), path.name)
    return data


def _check_size(length: int, name: str) -> None:
    if length > MAXIMUM_FILE:
        raise refusal(FileFault.TOO_LARGE, name, limit=MAXIMUM_FILE // MEGABYTE)
