"""A Word file of any content: body, notes, masthead, page numbers."""

from collections.abc import Iterable
from datetime import datetime

from editor.exporters.manuscript import Form
from editor.exporters.paper_head import PaperHead
from editor.exporters.word.design import design
from editor.exporters.word.elements import Element, element
from editor.exporters.word.notes import separators
from editor.exporters.word.package import main_part, packed, word_part
from editor.exporters.word.page import (
    FIRST_HEADER,
    FOOTER,
    HEADER,
    Orientation,
    footer,
    masthead,
    running_header,
    section,
)
from editor.exporters.word.properties import core_properties, program_properties, settings
from editor.exporters.word.styles import styles


def word_document(
    head: PaperHead,
    body: Iterable[Element],
    moment: datetime,
    footnotes: Element | None = None,
    orientation: Orientation = Orientation.PORTRAIT,
    top: PaperHead | None = None,
) -> bytes:
    """The bytes of a DOCX, made at `moment` (UTC), with the elements of `body` and the
    `footnotes` part if it has notes. `top` is what the first page carries, if not all of
    `head`."""
    content = list(body) or [element("w:p")]
    document = element("w:document", element("w:body", *content, section(orientation)))
    notes = footnotes if footnotes is not None else element("w:footnotes", *separators())
    return packed(
        main_part(document),
        [
            core_properties(head.title, moment.strftime("%Y-%m-%dT%H:%M:%SZ")),
            program_properties(),
        ],
        [
            *design(),
            word_part("styles", "styles", styles()),
            word_part("settings", "settings", settings(Form.CLEAN)),
            word_part("footnotes", "footnotes", notes),
            word_part("header1", "header", running_header(head), HEADER),
            word_part("header2", "header", masthead(top or head, orientation), FIRST_HEADER),
            word_part("footer1", "footer", footer(), FOOTER),
        ],
    )
