"""A Word file of any content: body, notes, masthead, page numbers."""

from collections.abc import Iterable
from datetime import datetime

from editor.exporters.manuscript import Form
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

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip


def word_document(
    title: str,
    subtitle: str,
    body: Iterable[Element],
    moment: datetime,
    footnotes: Element | None = None,
    orientation: Orientation = Orientation.PORTRAIT,
) -> bytes:
    """The bytes of a DOCX with the elements of `body`, the `footnotes` part if it has notes, and
    on the first page a line with `subtitle` and the date of `moment` (UTC)."""
    content = list(body) or [element("w:p")]
    document = element("w:document", element("w:body", *content, section(orientation)))
    date = f"{moment.day} {MONTHS[moment.month - 1]} {moment.year}"
    top = masthead("", date, "", subtitle, orientation)
    notes = footnotes if footnotes is not None else element("w:footnotes", *separators())
    return packed(
        main_part(document),
        [
            core_properties(title, moment.strftime("%Y-%m-%dT%H:%M:%SZ")),
            program_properties(),
        ],
        [
            word_part("styles", "styles", styles()),
            word_part("settings", "settings", settings(Form.CLEAN)),
            word_part("footnotes", "footnotes", notes),
            word_part("header1", "header", running_header(title), HEADER),
            word_part("header2", "header", top, FIRST_HEADER),
            word_part("footer1", "footer", footer(), FOOTER),
        ],
    )
