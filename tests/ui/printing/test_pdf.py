"""Sheets of paper: pages, fonts, headers."""

import re
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from editor.exporters.compilation.compilation import compilation
from editor.exporters.html import html_page
from editor.exporters.manuscript import Form
from editor.exporters.paper_html import paper_html
from editor.negotiation.composition import compose
from editor.ui.printing.pdf import pdf_of_page
from editor.ui.printing.preview import Preview
from tests.exporters.everything import everything
from tests.exporters.sample import sample_with_all_layers_on

_PAGE = re.compile(rb"/Type /Page\b")


def pages(data: bytes) -> int:
    return len(_PAGE.findall(data))


@pytest.mark.parametrize("form", list(Form))
def test_every_view_is_sheets_with_its_fonts(qapp: object, form: Form) -> None:
    data = pdf_of_page(html_page(compose(sample_with_all_layers_on()), form))
    assert data.startswith(b"%PDF-")
    assert pages(data) > 2
    assert b"Tinos" in data
    assert b"/FontFile2" in data


def test_a_short_text_is_one_sheet(qapp: object) -> None:
    assert pages(pdf_of_page(paper_html(compilation(everything())))) in (1, 2)


def test_the_preview_prints_the_sheets(qtbot: QtBot, tmp_path: Path) -> None:
    page = html_page(compose(sample_with_all_layers_on()), Form.CLEAN)
    dialog = Preview(page, "Draft articles")
    qtbot.addWidget(dialog)
    dialog.to.setOutputFileName(str(tmp_path / "printed.pdf"))
    dialog.paintRequested.emit(dialog.to)
    assert pages((tmp_path / "printed.pdf").read_bytes()) > 2
