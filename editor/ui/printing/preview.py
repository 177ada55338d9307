"""Printing what is on the screen, after a look at the sheets."""

from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog
from PySide6.QtWidgets import QWidget

from editor.ui.printing.pages import page_layout, print_page

_OF_WINDOW = 0.9


class Preview(QPrintPreviewDialog):
    """Shows the sheets of a page of ours, and prints them. It keeps its printer, which Qt does
    not."""

    def __init__(self, html: str, title: str, parent: QWidget | None = None) -> None:
        self.to = QPrinter(QPrinter.PrinterMode.HighResolution)
        self.to.setPageLayout(page_layout())
        self.to.setDocName(title)
        super().__init__(self.to, parent)
        self.setWindowTitle(title)
        if parent is not None:
            self.resize(parent.window().size() * _OF_WINDOW)
        self.paintRequested.connect(lambda to: print_page(html, to, to.resolution()))
