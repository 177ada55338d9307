"""The last look at a Word file on the base document's own package: has it faults that were not
there before, and does it say what the session says, read back by our own reader?"""

from collections import Counter
from collections.abc import Sequence
from itertools import zip_longest

from editor.errors import BugError
from editor.exporters.forms import manuscript
from editor.exporters.manuscript import SOFT_BREAK, Form, ManuscriptParagraph
from editor.exporters.voice_names import VoiceNames
from editor.exporters.word.elements import xml_text
from editor.exporters.word.lint import lint
from editor.importers.revisions import accept, reject
from editor.importers.single_lines import in_single_lines
from editor.importers.source import SourceDocument
from editor.importers.word.reader import read_word
from editor.negotiation.composition import Composition

_Line = tuple[str, ...]
"""What a paragraph may say: its words, or these after a label."""
_NEVER = frozenset({"not_a_document", "name_in_properties"})
"""Faults that no export takes over from its base."""


def check_on_base(data: bytes, base: bytes, composition: Composition, form: Form) -> None:
    """Raises BugError if the bytes of a DOCX that was made from `base` have faults of the format
    that `base` has not, or a text that is not the base (all changes rejected) or the composed
    text (all accepted). Paragraphs without words do not count."""
    names = VoiceNames(composition.session.delegations, "")
    authors = {names.author(each) for each in composition.session.delegations}
    found = lint(data, authors)
    new = Counter((each.code, each.part) for each in found)
    new.subtract((each.code, each.part) for each in lint(base, authors) if each.code not in _NEVER)
    ours = [each for each in found if new[each.code, each.part] > 0]
    if ours:
        raise BugError("unsound Word file: " + "; ".join(map(str, ours[:5])))
    document = read_word(data, "export.docx")
    match form:
        case Form.REDLINE:
            session = composition.session
            base_texts = [session.provisions[each].text for each in session.base_order]
            _same("the base", reject(document), [(each,) for each in base_texts])
            _same("the accepted text", accept(document), _lines(composition, Form.CLEAN))
        case Form.CLEAN:
            lines = _lines(composition, form)
            _same("the clean text", document, lines, more=bool(composition.open_conflicts))
        case Form.BRACKETED:
            _same("the bracketed text", document, _lines(composition, form))


def _lines(composition: Composition, form: Form) -> list[_Line]:
    return [_line(each) for each in manuscript(composition, form)]


def _line(paragraph: ManuscriptParagraph) -> _Line:
    words = "".join(each.text for each in paragraph.pieces if not each.is_label)
    return (words, paragraph.text)


def _same(what: str, found: SourceDocument, expected: Sequence[_Line], more: bool = False) -> None:
    """`more`: what is open is listed after the text."""
    said = [each.text for each in in_single_lines(found).paragraphs if each.text.strip()]
    wanted = [line for line in expected if line[0].strip()]
    if more:
        said = said[: len(wanted)]
    for number, (ours, theirs) in enumerate(zip_longest(said, wanted)):
        if ours is None or theirs is None or not _says(ours, theirs):
            raise BugError(f"{what} of a Word file differs in paragraph {number}")


def _says(text: str, line: _Line) -> bool:
    _label, tab, words = text.partition("\t")
    wanted = [_plain(each) for each in line]
    return _plain(text) in wanted or (bool(tab) and _plain(words) == wanted[0])


def _plain(text: str) -> str:
    """As a Word file can hold it, in single spaces."""
    return " ".join(xml_text(text).replace(SOFT_BREAK, " ").split())
