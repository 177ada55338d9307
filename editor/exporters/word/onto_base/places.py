"""Where in a paragraph new runs go: between the words before and the words after, out of links,
fields and content controls that hold only one of them."""

from editor.exporters.word.elements import Element, name
from editor.exporters.word.onto_base.fields import Field
from editor.exporters.word.onto_base.host import Leaf, cut_after, cut_before

_REVISIONS = frozenset({name("w:ins"), name("w:del")})
_MATH = name("m:oMath").removesuffix("oMath")


def put_after(
    leaf: Leaf, following: Leaf | None, replaced: Leaf | None, paragraph: Element, new: Element
) -> None:
    """Put `new` right after the words of `leaf`, before those of `following`, the next leaf of
    the paragraph. What replaces the words from `replaced` to `leaf` stays in the link or the
    content control that holds these."""
    left = _left_fields(leaf, following)
    if left:
        end = left[0].end
        assert end is not None
        cut_after(end)
        anchor = end.getparent()
    else:
        if not leaf.note:
            cut_after(leaf.element)
        anchor = leaf.run
    assert anchor is not None
    stops = {paragraph}
    if following is not None:
        stops.add(_common(anchor, following.run, paragraph))
    if replaced is not None:
        stops.add(_common(anchor, replaced.run, paragraph))
    while (above := anchor.getparent()) is not None and (
        above.tag in _REVISIONS or above not in stops
    ):
        if is_math(above) and any(is_math(each) for each in stops):
            break
        anchor = above
    anchor.addnext(new)


def put_before(leaf: Leaf, paragraph: Element, new: Element) -> None:
    """Put `new` right before the words of `leaf`, the first of the paragraph."""
    start = leaf.fields[0].begin if leaf.fields else leaf.element
    cut_before(start)
    anchor = start.getparent()
    assert anchor is not None
    while (above := anchor.getparent()) is not None and above is not paragraph:
        anchor = above
    anchor.addprevious(new)


def outside(element: Element) -> Element:
    """The revision or the formula around an element, or the element itself."""
    found = element
    for each in element.iterancestors():
        if each.tag in _REVISIONS or is_math(each):
            found = each
        elif each.tag == name("w:p"):
            break
    return found


def is_math(element: Element) -> bool:
    return str(element.tag).startswith(_MATH)


def _left_fields(leaf: Leaf, following: Leaf | None) -> list[Field]:
    """The fields that end between the two, the outermost first."""
    stay = () if following is None else following.fields
    return [field for field in leaf.fields if field not in stay]


def _common(one: Element, other: Element, paragraph: Element) -> Element:
    around = set(other.iterancestors())
    for each in one.iterancestors():
        if each in around:
            return each
    return paragraph
