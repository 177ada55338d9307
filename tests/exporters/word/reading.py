"""What our own reader finds in the files that we write."""

from datetime import UTC, datetime

from editor.exporters.manuscript import Form
from editor.exporters.word.writer import word_file
from editor.importers.source import SourceDocument
from editor.importers.word.reader import read_word
from editor.negotiation.composition import Composition, compose
from editor.negotiation.session import Session

NOW = datetime(2024, 7, 1, 9, 30, tzinfo=UTC)


def written(session: Session, form: Form) -> bytes:
    """The Word file of a session."""
    return word_file(compose(session), form, NOW)


def read(session: Session, form: Form) -> SourceDocument:
    """The Word file of a session as our reader finds it."""
    return read_word(written(session, form), "session.docx")


def lines(document: SourceDocument) -> list[str]:
    """Paragraphs with their labels; a document without words has none."""
    found = [paragraph.text for paragraph in document.paragraphs]
    return [] if found == [""] else found


def words(document: SourceDocument) -> list[str]:
    """Paragraphs without the labels and tabs that stand before their words."""
    return [line.rpartition("\t")[2] for line in lines(document)]


def base_of(session: Session) -> list[str]:
    """The base paragraphs; an empty text is no paragraph."""
    return without_nothing([session.provisions[each].text for each in session.base_order])


def composed(composition: Composition) -> list[str]:
    return without_nothing(list(composition.paragraphs))


def without_nothing(paragraphs: list[str]) -> list[str]:
    return [] if paragraphs == [""] else paragraphs
