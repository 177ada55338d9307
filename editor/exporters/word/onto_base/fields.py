"""Fields that begin and end within one paragraph: what is shown is their result."""

from collections.abc import Iterable
from dataclasses import dataclass

from editor.exporters.word.elements import Element, name

_FIELD_CHARACTER = name("w:fldChar")
_TEXT_BOX = name("w:txbxContent")


@dataclass(eq=False, slots=True)
class Field:
    """The two `w:fldChar` between which a field stands; `end` is None if it goes on in the next
    paragraph."""

    begin: Element
    end: Element | None = None


def fields_around(
    paragraph: Element, elements: Iterable[Element]
) -> dict[Element, tuple[Field, ...]]:
    """For each of the elements that stands in a field which ends in the paragraph, the fields
    around it, the outermost first."""
    if next(paragraph.iter(_FIELD_CHARACTER), None) is None:
        return {}
    wanted = set(elements)
    around: dict[Element, tuple[Field, ...]] = {}
    open_fields: list[Field] = []
    for element in paragraph.iter():
        if element.tag == _FIELD_CHARACTER and _in_box_of(element, paragraph):
            kind = element.get(name("w:fldCharType"))
            if kind == "begin":
                open_fields.append(Field(element))
            elif kind == "end" and open_fields:
                open_fields.pop().end = element
        elif element in wanted and open_fields:
            around[element] = tuple(open_fields)
    return {
        element: tuple(field for field in fields if field.end is not None)
        for element, fields in around.items()
    }


def _in_box_of(element: Element, paragraph: Element) -> bool:
    """Not in a text box that the paragraph holds."""
    for each in element.iterancestors():
        if each is paragraph:
            return True
        if each.tag == _TEXT_BOX:
            return False
    return False


def runs_from(field: Field) -> list[Element]:
    """All runs of a field, from its begin to its end, where they are neighbours."""
    first, last = field.begin.getparent(), None if field.end is None else field.end.getparent()
    if first is None or last is None:
        return []
    runs = [first]
    for each in first.itersiblings():
        if runs[-1] is last:
            break
        runs.append(each)
    return runs if runs[-1] is last else []
