import io

import openpyxl
import pytest

from editor.errors import KnownError
from editor.importers.tables.open_tables import read_tables
from tests.importers.word_files import (
    deleted,
    inserted,
    paragraph,
    run,
    word_file,
    word_parts,
    zipped,
)


def _sheet(*rows: tuple[object, ...]) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Proposals"
    for row in rows:
        sheet.append(list(row))
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def _cell(content: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>"


def _row(*cells: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def test_spreadsheet() -> None:
    data = _sheet(("Para", "Text"), (5.0, " a\r\nb "), (None, None), ("6", True))
    (table,) = read_tables(data, "a.xlsx")
    assert table.name == "Proposals"
    assert [(row.line, row.cells) for row in table.rows] == [
        (1, ("Para", "Text")),
        (2, ("5", "a\nb")),
        (4, ("6", "True")),
    ]


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_separated_values(separator: str) -> None:
    lines = [("Para", "Proposal", "Country"), ("1", '"a ""b"",\nc"', "Fiji"), ("2", "d", "Chad")]
    data = "\n".join(separator.join(line) for line in lines).encode("utf-16")
    (table,) = read_tables(data, "a.csv")
    assert [row.cells for row in table.rows] == [
        ("Para", "Proposal", "Country"),
        ("1", 'a "b",\nc', "Fiji"),
        ("2", "d", "Chad"),
    ]


def test_separated_values_with_the_first_doubled_mark_far_down() -> None:
    lines = ["Para;Proposal;Country", *(f'{n};"Ships, boats {n}";Fiji' for n in range(1500))]
    data = "\n".join([*lines, '9;"Ships ""soon""; and boats";Chad'])
    (table,) = read_tables(data.encode(), "a.csv")
    assert table.rows[1].cells == ("0", "Ships, boats 0", "Fiji")
    assert table.rows[-1].cells == ("9", 'Ships "soon"; and boats', "Chad")


def test_separated_values_with_blanks_after_the_separator() -> None:
    data = b'Para, Proposal, Country\n1, "Ships, boats", Fiji\n2, "Rafts, too", Chad\n'
    (table,) = read_tables(data, "a.csv")
    assert table.rows[1].cells == ("1", "Ships, boats", "Fiji")


def test_tables_of_a_word_file_are_read_as_finally_worded() -> None:
    inner = f"<w:tbl>{_row(_cell(paragraph(run('deep'))))}</w:tbl>"
    body = (
        paragraph(run("Before."))
        + "<w:tbl>"
        + _row(
            _cell(paragraph(run("No"))), _cell(paragraph(run("Text")), '<w:gridSpan w:val="2"/>')
        )
        + _row(
            _cell(paragraph(run("1"))),
            _cell(
                paragraph(run("keep ") + deleted(run("old", tag="delText")) + inserted(run("new")))
                + paragraph(run("second"))
            ),
            _cell(inner + paragraph("")),
        )
        + _row(_cell(paragraph(run("gone"))), properties='<w:del w:id="9" w:author="A"/>')
        + "</w:tbl>"
    )
    (table,) = read_tables(word_file(body), "a.docx")
    assert [row.cells for row in table.rows] == [
        ("No", "Text", ""),
        ("1", "keep new\nsecond", "deep"),
    ]


def test_damaged_and_hostile_spreadsheets_are_refused() -> None:
    sound = {"xl/workbook.xml": "<workbook/>"}
    with pytest.raises(KnownError, match="table_damaged"):
        read_tables(zipped(sound), "a.xlsx")
    with pytest.raises(KnownError, match="word_doctype"):
        read_tables(zipped({**sound, "xl/styles.xml": "<!DOCTYPE x><x/>"}), "a.xlsx")
    with pytest.raises(KnownError, match="table_too_large"):
        read_tables(_sheet(*((n, "x") for n in range(100_001))), "a.xlsx")


def test_a_text_file_without_tables_has_none() -> None:
    assert read_tables(zipped(word_parts(paragraph(run("a")))), "a.docx") == ()


_STRUCK = "<w:strike/>"


def test_struck_words_of_a_word_file_are_printed_and_not_wanted() -> None:
    marked = run("Ferries ") + run("sail", _STRUCK) + run("run", '<w:u w:val="single"/>')
    body = (
        "<w:tbl>"
        + _row(_cell(paragraph(run("No"))), _cell(paragraph(run("Text"))))
        + _row(_cell(paragraph(run("1"))), _cell(paragraph(marked)))
        + _row(_cell(paragraph(run("2"))), _cell(paragraph(run("Nets.", _STRUCK))))
        + "</w:tbl>"
    )
    (table,) = read_tables(word_file(body), "a.docx")
    assert [(row.cells, row.printed) for row in table.rows] == [
        (("No", "Text"), ()),
        (("1", "Ferries run"), ("1", "Ferries sailrun")),
        (("2", ""), ("2", "Nets.")),
    ]
    assert table.warnings == (("struck_words_deleted", 2, "sail"),)
