"""Where a new paragraph goes between two of the base document."""

from editor.exporters.word.elements import Element, name

_CONTAINERS = frozenset(map(name, ("w:tc", "w:txbxContent", "w:sdtContent", "w:customXml")))
_BODY = name("w:body")


def place(new: Element, after: Element | None, before: Element | None) -> None:
    """Put a paragraph right after one and before another, which need not be neighbours: beside
    the one that stands less deep in tables, text boxes and content controls. A text box is read
    after the paragraph that holds it."""
    if before is not None and after is not None and after in before.iterancestors():
        before.addprevious(new)
    elif after is not None and (before is None or _depth(after) <= _depth(before)):
        anchor = after if before is not None or not _depth(after) else _in_body(after)
        anchor.addnext(new)
    elif before is not None:
        anchor = _in_body(before) if after is None else before
        anchor.addprevious(new)


def place_at_end(new: Element, root: Element) -> None:
    """Put a paragraph at the end of the body, in its last section."""
    body = next(root.iter(_BODY))
    if len(body) and body[-1].tag == name("w:sectPr"):
        body[-1].addprevious(new)
    else:
        body.append(new)


def _depth(paragraph: Element) -> int:
    return sum(each.tag in _CONTAINERS for each in paragraph.iterancestors())


def _in_body(paragraph: Element) -> Element:
    """The child of the body that holds a paragraph."""
    for each in (paragraph, *paragraph.iterancestors()):
        above = each.getparent()
        if above is not None and above.tag == _BODY:
            return each
    return paragraph
