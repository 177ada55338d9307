"""Automatic numbers, as printed."""

import pytest

from editor.importers.source import SourceDocument
from editor.importers.word.number_formats import format_number
from editor.importers.word.reader import read_word
from tests.importers.word_files import deleted, paragraph, part, run, word_file


def _level(number: int, text: str, style: str = "decimal", more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{number}"><w:start w:val="1"/><w:numFmt w:val="{style}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def _abstract(identifier: int, levels: str) -> str:
    return f'<w:abstractNum w:abstractNumId="{identifier}">{levels}</w:abstractNum>'


def _list(identifier: int, abstract: int, overrides: str = "") -> str:
    return f'<w:num w:numId="{identifier}"><w:abstractNumId w:val="{abstract}"/>{overrides}</w:num>'


def _item(list_id: int | str, level: int = 0, mark: str = "") -> str:
    numbering = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>'
    return paragraph(run("x"), numbering + (f"<w:rPr>{mark}</w:rPr>" if mark else ""))


def _read(body: str, numbering: str, **parts: str) -> SourceDocument:
    return read_word(word_file(body, numbering=part("numbering", numbering), **parts), "n.docx")


def _labels(body: str, numbering: str, **parts: str) -> list[str]:
    return [each.label for each in _read(body, numbering, **parts).paragraphs]


_OUTLINE = _level(0, "%1.") + _level(1, "%1.%2", "lowerLetter") + _level(2, "(%3)", "lowerRoman")


def test_levels_restart_below_a_higher_one() -> None:
    body = "".join(_item(1, level) for level in (0, 1, 1, 2, 2, 0, 1, 2))
    assert _labels(body, _abstract(0, _OUTLINE) + _list(1, 0)) == [
        "1.", "1.a", "1.b", "(i)", "(ii)", "2.", "2.a", "(i)",
    ]  # fmt: skip


def test_level_without_its_parent() -> None:
    assert _labels(_item(1, 1) + _item(1, 0), _abstract(0, _OUTLINE) + _list(1, 0)) == ["1.a", "1."]


def test_no_restart_where_the_level_says_so() -> None:
    never = _level(0, "%1.") + _level(1, "%2)", more='<w:lvlRestart w:val="0"/>')
    body = "".join(_item(1, level) for level in (0, 1, 0, 1))
    assert _labels(body, _abstract(0, never) + _list(1, 0)) == ["1.", "1)", "2.", "2)"]


def test_lists_of_one_definition_count_on_unless_overridden() -> None:
    override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
    lists = _abstract(0, _OUTLINE) + _list(1, 0) + _list(2, 0) + _list(3, 0, override)
    body = _item(1) + _item(2) + _item(3) + _item(3) + _item(1)
    assert _labels(body, lists) == ["1.", "2.", "5.", "6.", "7."]


def test_level_of_its_own() -> None:
    own = f'<w:lvlOverride w:ilvl="0">{_level(0, "Article %1", "upperRoman")}</w:lvlOverride>'
    lists = _abstract(0, _OUTLINE) + _list(1, 0, own)
    assert _labels(_item(1) * 2, lists) == ["Article I", "Article II"]


def test_legal_numbers_and_bullets() -> None:
    levels = _level(0, "%1.", "upperRoman") + _level(1, "%1.%2", more="<w:isLgl/>")
    lists = _abstract(0, levels) + _list(1, 0)
    assert _labels(_item(1) + _item(1, 1), lists) == ["I.", "1.1"]
    bullets = _abstract(0, _level(0, "\uf0b7", "bullet")) + _list(1, 0)
    assert _labels(_item(1), bullets) == ["•"]


def test_numbers_through_styles() -> None:
    levels = _level(0, "%1.", more='<w:pStyle w:val="A"/>') + _level(
        1, "%1.%2", more='<w:pStyle w:val="B"/>'
    )
    styles = part(
        "styles",
        '<w:style w:type="paragraph" w:styleId="A"><w:name w:val="Ay"/><w:pPr><w:numPr>'
        '<w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="B"><w:name w:val="heading 2"/>'
        '<w:basedOn w:val="A"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="C"><w:name w:val="_ H_1_GA"/></w:style>',
    )
    body = (
        paragraph(run("x"), '<w:pStyle w:val="A"/>')
        + paragraph(run("x"), '<w:pStyle w:val="B"/>')
        + paragraph(run("x"), '<w:pStyle w:val="A"/><w:numPr><w:numId w:val="0"/></w:numPr>')
        + paragraph(run("x"), '<w:pStyle w:val="C"/><w:outlineLvl w:val="9"/>')
        + paragraph(run("x"), '<w:pStyle w:val="C"/>')
    )
    found = _read(body, _abstract(0, levels) + _list(1, 0), styles=styles).paragraphs
    assert [(each.label, each.heading, each.indent) for each in found] == [
        ("1.", 1, 0),
        ("1.1", 2, 1),
        ("", 1, 0),
        ("", 0, 0),
        ("", 3, 0),
    ]


def test_numbering_style_link() -> None:
    lists = (
        _abstract(0, _level(0, "§ %1"))
        + '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="L"/></w:abstractNum>'
        + _list(1, 0)
        + _list(2, 1)
    )
    styles = part(
        "styles",
        '<w:style w:type="numbering" w:styleId="L"><w:pPr><w:numPr><w:numId w:val="1"/>'
        "</w:numPr></w:pPr></w:style>",
    )
    assert _labels(_item(2), lists, styles=styles) == ["§ 1"]


def test_unknown_lists_print_nothing() -> None:
    assert _labels(_item(7) + _item("x"), _abstract(0, _OUTLINE) + _list(1, 9)) == ["", ""]


def test_numbers_before_and_after_the_changes() -> None:
    inserted = '<w:ins w:id="1" w:author="Ana"/>'
    removed = '<w:del w:id="1" w:author="Ana"/>'
    body = _item(1) + _item(1, mark=inserted) + _item(1) + _item(1, mark=removed) + _item(1)
    found = _read(body + deleted(""), _abstract(0, _OUTLINE) + _list(1, 0)).paragraphs
    assert [(each.label, each.original_label) for each in found] == [
        ("1.", "1."),
        ("2.", ""),
        ("3.", "2."),
        ("3.", "3."),
        ("4.", "4."),
    ]


def test_tracked_numbering() -> None:
    new = paragraph(
        run("x"), '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/><w:ins w:id="1"/></w:numPr>'
    )
    changed = paragraph(
        run("x"),
        '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr><w:pPrChange w:id="2"><w:pPr>'
        '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr></w:pPrChange>',
    )
    found = _read(new + changed, _abstract(0, _OUTLINE) + _list(1, 0)).paragraphs
    assert [(each.label, each.original_label) for each in found] == [("1.", ""), ("1.a", "1.")]


@pytest.mark.parametrize(
    ("number", "style", "printed"),
    [
        (4, "decimal", "4"),
        (4, "decimalZero", "04"),
        (28, "lowerLetter", "bb"),
        (26, "upperLetter", "Z"),
        (0, "lowerLetter", "0"),
        (1994, "upperRoman", "MCMXCIV"),
        (4000, "lowerRoman", "4000"),
        (11, "ordinal", "11th"),
        (22, "ordinal", "22nd"),
        (3, "none", ""),
        (3, "chineseCounting", "3"),
    ],
)
def test_formats(number: int, style: str, printed: str) -> None:
    assert format_number(number, style) == printed
