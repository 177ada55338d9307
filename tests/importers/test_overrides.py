"""No sign in a file makes its words read in another order than they are."""

import pytest

from editor.importers.open_source import read_source
from editor.importers.tables.open_tables import read_tables
from tests.importers.word_files import paragraph, run, word_file

TURNED = "1. States shall \u202ereport\u202c to \u202dFiji\u202c."
PLAIN = "1. States shall report\u202c to Fiji\u202c."


@pytest.mark.parametrize(
    ("name", "data"),
    [("a.txt", TURNED.encode()), ("a.docx", word_file(paragraph(run(TURNED))))],
)
def test_overrides_of_direction_are_left_out_and_remarked(name: str, data: bytes) -> None:
    source = read_source(data, name)

    (words,) = [each for each in source.paragraphs if each.text.strip()]
    assert f"{words.label} {words.text}".strip().endswith(PLAIN[3:])
    assert [each[0] for each in source.warnings] == ["letters_turned"]


def test_cells_have_none_either() -> None:
    (table,) = read_tables("Provision,Delegation\n1,\u202eijiF".encode(), "a.csv")

    assert table.rows[-1].cells == ("1", "ijiF")
    assert table.warnings == (("letters_turned", 2, "ijiF"),)
