"""The base document's own file brought up to the base text: provisions that were joined or split
because they had been read wrongly, a text that a closed reading changed."""

from dataclasses import replace
from datetime import datetime

from editor.app.own_package import read_base
from editor.exporters.manuscript import Form
from editor.exporters.word.onto_base.word_base import WordBase
from editor.exporters.word.onto_base.writer import word_file_on_base
from editor.importers.alternative_text import alternative_patch
from editor.importers.base_text import base_text_patch
from editor.importers.source import SourceDocument, SourceParagraph, SourceRun
from editor.importers.word.reader import read_word
from editor.negotiation.composition import compose
from editor.negotiation.delegation import CHAIR, CHAIR_ID
from editor.negotiation.patch import Draft, patched
from editor.negotiation.session import ImportedFile, Session

_NAME = "base.docx"


def caught_up(base: WordBase, session: Session, now: datetime) -> WordBase:
    """The same file, saying what the base text of `session` says now: the differences are
    written into it as changes without marks. Raises UnusableBaseError as the writer does."""
    row = ImportedFile("f1", _NAME, "")
    before = Session()
    before = patched(before, base_text_patch(before, read_word(base.data, _NAME), row))
    draft = Draft(before)
    draft.put("delegations", CHAIR_ID, replace(CHAIR, layer_on=True))
    before = patched(before, draft.patch())
    paragraphs = tuple(
        SourceParagraph((SourceRun(session.provisions[each].text),), line)
        for line, each in enumerate(session.base_order, start=1)
    )
    text = SourceDocument(paragraphs)
    changed = patched(before, alternative_patch(before, CHAIR_ID, text, row))
    data = word_file_on_base(compose(changed), Form.CLEAN, now, read_base(base.data, _NAME))
    return read_base(data, _NAME)
