"""Tracked changes of formatting, as words with a new look."""

import pytest

from editor.importers.word.reader import read_word
from tests.importers.word_files import inserted, paragraph, run, word_file


def _changed(now: str, before: str = "") -> str:
    return f'{now}<w:rPrChange w:id="1" w:author="Ana"><w:rPr>{before}</w:rPr></w:rPrChange>'


def _centred(now: str, before: str = "") -> str:
    return f'{now}<w:pPrChange w:id="1" w:author="Ana"><w:pPr>{before}</w:pPr></w:pPrChange>'


_BOLD = _changed("<w:b/>")
_CENTRE = '<w:jc w:val="center"/>'


@pytest.mark.parametrize(
    ("body", "found"),
    [
        (paragraph(run("Ports ") + run("keep", _BOLD)), [(1, "keep")]),
        (paragraph(run("Ports ", _BOLD) + run("keep", _BOLD)), [(1, "Ports keep")]),
        (paragraph(run("One", _BOLD) + run(" or ") + run("two", _BOLD)), [(1, "One"), (1, "two")]),
        (paragraph(run("One", _BOLD)) + paragraph(run("two", _BOLD)), [(1, "One"), (2, "two")]),
        (paragraph(run("One")) + paragraph(run("Two"), _centred(_CENTRE)), [(2, "Two")]),
        (paragraph(run("Ports ") + run("keep", _BOLD), _centred(_CENTRE)), [(1, "Ports keep")]),
        (paragraph(run("Ports", _changed("", "<w:b/>"))), [(1, "Ports")]),
        (paragraph(run("Ports", _changed("<w:b/>", "<w:b/>"))), []),
        (paragraph(run("Ports"), _centred(_CENTRE, _CENTRE)), []),
        (paragraph(run("Ports", _changed('<w:lang w:val="fr-CA"/>'))), []),
        (paragraph(run("Ports ") + inserted(run("keep", _BOLD))), []),
        (paragraph(run(" ", _BOLD)) + paragraph("", _centred(_CENTRE)), []),
    ],
)
def test_words_with_a_new_look(body: str, found: list[tuple[int, str]]) -> None:
    assert list(read_word(word_file(body), "looks.docx").new_looks) == found
