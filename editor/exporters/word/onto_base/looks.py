"""The look of inserted words: that of their neighbours in the base document."""

from collections.abc import Iterator
from copy import deepcopy

from editor.exporters.word.elements import Element, element, name
from editor.exporters.word.onto_base.order import put_in_order
from editor.exporters.word.runs import characters
from editor.text.scripts import is_east_asian, stretches

_NOT_TAKEN_OVER = frozenset(map(name, ("w:ins", "w:del", "w:rPrChange", "w:vanish", "w:webHidden")))
_OF_ONE_SIDE = ("w:rStyle", "w:vertAlign")
"""Taken over only if the words on both sides have it: a link, a raised figure."""
_BOLD, _ITALIC = ("w:b", "w:bCs"), ("w:i", "w:iCs")


def look_of(run: Element | None) -> Element:
    """The properties of a run as those of another, empty if it has none."""
    stated = None if run is None else run.find(name("w:rPr"))
    if stated is None:
        return element("w:rPr")
    look = deepcopy(stated)
    for each in list(look):
        if each.tag in _NOT_TAKEN_OVER:
            look.remove(each)
    return look


def look_between(before: Element | None, after: Element | None) -> Element:
    """The look of words between two runs: that of the first, or else of the second, without
    what only one of them is (a link, a raised figure)."""
    look = look_of(after if before is None else before)
    other = look_of(None if before is None else after)
    for tag in _OF_ONE_SIDE:
        ours, theirs = look.find(name(tag)), other.find(name(tag))
        value = None if theirs is None else theirs.get(name("w:val"))
        if ours is not None and ours.get(name("w:val")) != value:
            look.remove(ours)
    return look


def with_typography(look: Element, *, italic: bool, bold: bool, was: tuple[bool, bool]) -> Element:
    """The look, made italic and bold or not where its neighbour `was` otherwise."""
    for wanted, had, tags in ((italic, was[0], _ITALIC), (bold, was[1], _BOLD)):
        if wanted == had:
            continue
        for tag in tags:
            stated = look.find(name(tag))
            if stated is not None:
                look.remove(stated)
            put_in_order(look, element(tag) if wanted else element(tag, val="0"))
    return look


def runs_like(look: Element, text: str, within: str = "") -> Iterator[Element]:
    """Runs of a text in a look, one for each direction of writing; `within` is the paragraph in
    which it stands, if that is more."""
    for stretch in stretches(text, within):
        properties = deepcopy(look)
        for stated in properties.findall(name("w:rtl")):
            properties.remove(stated)
        if stretch.is_right_to_left:
            put_in_order(properties, element("w:rtl"))
        if is_east_asian(stretch.text):
            fonts = properties.find(name("w:rFonts"))
            if fonts is None:
                put_in_order(properties, element("w:rFonts", hint="eastAsia"))
            else:
                fonts.set(name("w:hint"), "eastAsia")
        run = element("w:r")
        if len(properties):
            run.append(properties)
        run.extend(characters(stretch.text))
        yield run
