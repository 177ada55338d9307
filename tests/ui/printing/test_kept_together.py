"""No page ends after a heading or after the first line of a paragraph."""

import pytest
from PySide6.QtCore import QSizeF
from PySide6.QtGui import QTextDocument

from editor.ui.printing.kept_together import keep_together, page_of_line

WORDS = "States parties should act together and soon. " * 6


def laid_out(html: str, height: float) -> QTextDocument:
    document = QTextDocument()
    document.setHtml(html)
    document.setPageSize(QSizeF(300, height))
    return document


@pytest.mark.parametrize("height", range(150, 260, 7))
def test_nothing_is_torn(qapp: object, height: int) -> None:
    page = "".join(f"<h2>{n}</h2><h3>Part {n}</h3><p>{WORDS}</p>" for n in range(12))
    document = laid_out(page, height)
    keep_together(document)
    block = document.begin()
    while block.next().isValid():
        first = page_of_line(block, 0)
        if block.blockFormat().headingLevel():
            assert page_of_line(block.next(), 0) == first, block.text()
        if block.layout().lineCount() > 1:
            assert page_of_line(block, 1) == first, block.text()
        block = block.next()


def test_it_was_torn_before(qapp: object) -> None:
    torn = 0
    for height in range(150, 260, 7):
        document = laid_out(f"<p>{WORDS}</p><h2>Next</h2><p>{WORDS}</p>", height)
        document.pageCount()
        heading = document.begin().next()
        torn += page_of_line(heading, 0) != page_of_line(heading.next(), 0)
    assert torn
