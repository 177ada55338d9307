"""A web page as PDF, with its fonts in it; works without a screen."""

import os
import re
import sys

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QGuiApplication, QPdfWriter
from PySide6.QtWidgets import QApplication

from editor.ui.printing.pages import page_layout, print_page

_DOTS_PER_INCH = 300
_TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)


def pdf_of_page(html: str) -> bytes:
    """The bytes of a PDF of a page of ours."""
    _with_an_application()
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_DOTS_PER_INCH)
    writer.setPageLayout(page_layout())
    found = _TITLE.search(html)
    writer.setTitle(found[1] if found else "")
    writer.setCreator("Rolling Text")
    print_page(html, writer, _DOTS_PER_INCH)
    del writer
    buffer.close()
    return bytes(content.data())


def _with_an_application() -> None:
    """Fonts need an application; on the command line there is none, and maybe no screen."""
    if QGuiApplication.instance() is None:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        _kept.append(QApplication(sys.argv[:1]))


_kept: list[QApplication] = []
"""Qt has one application for as long as the process runs."""
