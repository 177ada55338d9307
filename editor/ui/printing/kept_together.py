"""Where pages of a laid out text must not end: after a heading, after the first line of a
paragraph."""

from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument, QTextFormat


def keep_together(document: QTextDocument) -> None:
    """Begin a new page before what would be torn. The document has a page size."""
    block = document.begin()
    while block.isValid():
        if _is_torn(block):
            _break_before(_first_of_headings(block))
        block = block.next()


def page_of_line(block: QTextBlock, line: int) -> int:
    """The page, from 0, on which a line of a block stands."""
    document = block.document()
    document.pageCount()
    top = document.documentLayout().blockBoundingRect(block).top()
    middle = block.layout().lineAt(line).rect().center().y()
    return int((top + middle) // document.pageSize().height())


def _lines(block: QTextBlock) -> int:
    """The lines of a block. Qt lays out the last ones only when pages are counted."""
    block.document().pageCount()
    return block.layout().lineCount()


def _is_torn(block: QTextBlock) -> bool:
    """A single line of it, or a heading, is the last thing on its page."""
    after = block.next()
    lines = _lines(block)
    if not lines:
        return False
    first = page_of_line(block, 0)
    if lines > 1 and page_of_line(block, 1) > first:
        return True
    is_heading = block.blockFormat().headingLevel() > 0
    return is_heading and after.isValid() and _lines(after) > 0 and page_of_line(after, 0) > first


def _first_of_headings(block: QTextBlock) -> QTextBlock:
    """The first of the headings right above a block, which go with it."""
    before = block.previous()
    while before.isValid() and before.blockFormat().headingLevel() > 0:
        block, before = before, before.previous()
    return block


def _break_before(block: QTextBlock) -> None:
    if not block.previous().isValid():
        return
    look = block.blockFormat()
    look.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
    QTextCursor(block).setBlockFormat(look)
