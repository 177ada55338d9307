"""The last look at a Word file before it leaves: is it sound, and does it say what the session
says, read back by our own reader?"""

from collections.abc import Iterable, Sequence

from editor.errors import BugError
from editor.exporters.forms import manuscript
from editor.exporters.manuscript import SOFT_BREAK, Form, ManuscriptParagraph
from editor.exporters.printed_label import PrintedLabels
from editor.exporters.voice_names import VoiceNames
from editor.exporters.word.elements import xml_text
from editor.exporters.word.lint import lint
from editor.importers.revisions import accept, reject
from editor.importers.source import SourceDocument
from editor.importers.word.reader import read_word
from editor.negotiation.composition import Composition
from editor.text.unicode_form import in_form


def check_word_file(data: bytes, composition: Composition, form: Form) -> None:
    """Raises BugError if the bytes of a DOCX are not a sound file of `composition`: faults of
    the format, or a text that is not the base (all changes rejected) or the composed text (all
    accepted)."""
    names = VoiceNames(composition.session.delegations, "")
    faults = lint(data, {names.author(each) for each in composition.session.delegations})
    if faults:
        raise BugError("unsound Word file: " + "; ".join(map(str, faults[:5])))
    document = read_word(data, "export.docx")
    clean = manuscript(composition, Form.CLEAN)
    _same("the composed text", (_words(each) for each in clean), composition.paragraphs)
    match form:
        case Form.REDLINE:
            _same("the base", _texts(reject(document)), _base(composition))
            _same("the accepted text", _texts(accept(document)), [each.text for each in clean])
        case Form.CLEAN:
            written = _texts(document)[: max(len(clean), 1)]
            _same("the clean text", written, [each.text for each in clean])
        case Form.BRACKETED:
            bracketed = manuscript(composition, form)
            _same("the bracketed text", _texts(document), [each.text for each in bracketed])


def _base(composition: Composition) -> list[str]:
    session = composition.session
    labels = PrintedLabels(session)
    base = [session.provisions[each] for each in session.base_order]
    return [labels.of(each) + each.text for each in base]


def _words(paragraph: ManuscriptParagraph) -> str:
    return "".join(piece.text for piece in paragraph.pieces if not piece.is_label)


def _texts(document: SourceDocument) -> list[str]:
    return [paragraph.text for paragraph in document.paragraphs]


def _same(what: str, found: Iterable[str], expected: Sequence[str]) -> None:
    ours, theirs = _readable(found), _readable(expected)
    if ours != theirs:
        at = next((i for i, (a, b) in enumerate(zip(ours, theirs, strict=False)) if a != b), -1)
        raise BugError(f"{what} of a Word file differs at character {at}")


def _readable(paragraphs: Iterable[str]) -> str:
    """Paragraphs as a Word file can hold them, breaks within them counted as breaks."""
    text = xml_text("\n".join(paragraphs)).replace(SOFT_BREAK, "\n").replace("\r", " ")
    return in_form("NFC", text)
