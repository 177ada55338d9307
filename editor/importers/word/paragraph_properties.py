"""What a `w:pPr` says, with its style behind it."""

from dataclasses import dataclass

from lxml import etree

from editor.importers.word.names import W
from editor.importers.word.numbering import NumberingDefinitions
from editor.importers.word.properties import switch, value, whole_number
from editor.importers.word.styles import (
    NumberingReference,
    ParagraphStyle,
    StyleSheet,
    outline_heading,
)
from editor.importers.word.tracked import Change, marks_in

_NO_LIST = "0"


@dataclass(frozen=True, slots=True)
class ParagraphProperties:
    """Of one paragraph. `numbering` is None outside lists; `original_numbering` is what it
    was before the tracked changes."""

    style: ParagraphStyle
    heading: int
    numbering: NumberingReference | None
    original_numbering: NumberingReference | None
    mark_changes: tuple[Change, ...]
    page_break_before: bool
    ends_page: bool


def read_paragraph_properties(
    element: etree._Element | None, styles: StyleSheet, lists: NumberingDefinitions
) -> ParagraphProperties:
    """The properties that a `w:pPr`, or none, gives a paragraph."""
    style = styles.paragraph_style(value(element, "pStyle"))
    heading = outline_heading(whole_number(value(element, "outlineLvl")))
    break_before = switch(element, "pageBreakBefore")
    numbering = _numbering(element, style, lists)
    mark = element.find(W + "rPr") if element is not None else None
    return ParagraphProperties(
        style=style,
        heading=style.heading if heading is None else heading,
        numbering=numbering,
        original_numbering=_original_numbering(element, numbering, styles, lists),
        mark_changes=tuple(marks_in(mark)),
        page_break_before=style.page_break_before if break_before is None else break_before,
        ends_page=_ends_page(element),
    )


def _numbering(
    element: etree._Element | None, style: ParagraphStyle, lists: NumberingDefinitions
) -> NumberingReference | None:
    direct = element.find(W + "numPr") if element is not None else None
    list_id = value(direct, "numId")
    level = whole_number(value(direct, "ilvl"))
    if list_id is None:
        list_id = style.numbering.list_id
        if list_id is not None and level is None:
            level = _level_of_style(list_id, style, lists)
    if list_id is None or list_id == _NO_LIST:
        return None
    return NumberingReference(list_id, level or 0)


def _level_of_style(list_id: str, style: ParagraphStyle, lists: NumberingDefinitions) -> int | None:
    for identifier in style.identifiers:
        level = lists.level_of_style(list_id, identifier)
        if level is not None:
            return level
    return style.numbering.level


def _original_numbering(
    element: etree._Element | None,
    current: NumberingReference | None,
    styles: StyleSheet,
    lists: NumberingDefinitions,
) -> NumberingReference | None:
    if element is None:
        return current
    if element.find(f"{W}numPr/{W}ins") is not None:
        return None
    before = element.find(f"{W}pPrChange/{W}pPr")
    if before is None:
        return current
    return _numbering(before, styles.paragraph_style(value(before, "pStyle")), lists)


def _ends_page(element: etree._Element | None) -> bool:
    section = element.find(W + "sectPr") if element is not None else None
    return section is not None and value(section, "type") not in ("continuous", "nextColumn")
