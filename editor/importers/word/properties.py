"""Small questions to an element of WordprocessingML."""

from lxml import etree

from editor.importers.word.names import OFF_VALUES, W

_LONGEST_NUMBER = len("-2147483648")


def value(parent: etree._Element | None, tag: str) -> str | None:
    """`w:val` of the child `w:tag`: None if there is no such child, "" if it has no value."""
    child = parent.find(W + tag) if parent is not None else None
    return None if child is None else child.get(W + "val", "")


def switch(parent: etree._Element | None, tag: str) -> bool | None:
    """A property that is on or off; None where nothing is said."""
    stated = value(parent, tag)
    return None if stated is None else stated not in OFF_VALUES


def whole_number(text: str | None) -> int | None:
    """The number in an attribute, None if there is none or it is not a number of 32 bits."""
    if text is None or len(text) > _LONGEST_NUMBER:
        return None
    try:
        return int(text)
    except ValueError:
        return None
