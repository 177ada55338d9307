"""Elements of WordprocessingML, made with lxml."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import count

from lxml import etree

NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "w15": "http://schemas.microsoft.com/office/word/2012/wordml",
}
_OF_OTHERS = {
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
}
"""Found in the files of others only."""
W = f"{{{NAMESPACES['w']}}}"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")

Element = etree._Element


@cache
def name(tag: str) -> str:
    """`w:p` as lxml writes it."""
    prefix, _, local = tag.partition(":")
    return f"{{{NAMESPACES.get(prefix) or _OF_OTHERS[prefix]}}}{local}"


def element(tag: str, *children: Element, **attributes: str) -> Element:
    """`element("w:ins", run, id="3", author="Canada")`; attributes are in the namespace of the
    tag."""
    prefix, _, _ = tag.partition(":")
    made = etree.Element(name(tag), nsmap=NAMESPACES)
    for key, value in attributes.items():
        made.set(name(f"{prefix}:{key}"), xml_text(value))
    made.extend(children)
    return made


def text_element(text: str, *, deleted: bool = False) -> Element:
    """`w:t` or `w:delText`, its spaces preserved."""
    made = element("w:delText" if deleted else "w:t")
    made.text = xml_text(text)
    made.set(SPACE, "preserve")
    return made


def hollow(like: Element) -> Element:
    """An element of the same name and attributes, with nothing in it."""
    made = etree.Element(like.tag, nsmap=NAMESPACES)
    for key, value in like.attrib.items():
        made.set(key, value)
    return made


def xml_text(text: str) -> str:
    """Without the characters that XML cannot hold."""
    return _NOT_IN_XML.sub("", text)


def new_ids(taken: int) -> Iterator[str]:
    """One counter for all annotation ids of a package, above the ids of its `taken` notes:
    LibreOffice mistakes a comment for the note of the same id."""
    return map(str, count(taken + 1))
