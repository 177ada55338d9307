"""Taking a paragraph out of the base document without a mark."""

from editor.exporters.word.elements import Element, name
from editor.exporters.word.onto_base.host import RUNS, Host, runs_of
from editor.exporters.word.onto_base.numbering import Lists
from editor.exporters.word.onto_base.paragraphs import holds_more_than_words

_STAY = frozenset(
    map(
        name,
        (
            "w:bookmarkStart", "w:bookmarkEnd", "w:commentRangeStart", "w:commentRangeEnd",
            "w:permStart", "w:permEnd",
        ),
    )
)  # fmt: skip
"""Ends of ranges whose other end may stand elsewhere."""
_BLOCKS = frozenset(map(name, ("w:p", "w:tbl", "w:sdt", "w:customXml")))
_AROUND_WORDS = frozenset(
    map(name, ("w:hyperlink", "w:fldSimple", "w:smartTag", "m:oMath", "m:oMathPara"))
)


def may_leave(paragraph: Element) -> bool:
    """Whether nothing but words goes with a paragraph, and nothing needs it where it is."""
    return not holds_more_than_words(paragraph) and not _is_needed(paragraph)


def leave(paragraph: Element) -> None:
    """Take a paragraph that may leave out of its place. Ends of ranges go to a neighbour."""
    heir = next((each for each in paragraph.itersiblings() if each.tag == name("w:p")), None)
    if heir is None:
        before = paragraph.itersiblings(preceding=True)
        heir = next((each for each in before if each.tag == name("w:p")), None)
    if heir is not None:
        _inherit(paragraph, heir)
    above = paragraph.getparent()
    if above is not None:
        above.remove(paragraph)


def empty(host: Host, lists: Lists) -> None:
    """Take the words and the number of a paragraph away; all else that it holds stays."""
    properties = host.element.find(name("w:pPr"))
    if properties is not None and host.label:
        lists.take_number(properties, None)
    here = [leaf for leaf in host.leaves if host.element in leaf.element.iterancestors()]
    for run in runs_of(here):
        remove_run(run)


def remove_run(run: Element) -> None:
    """Take a run out, and the link or the formula around it if it was all of it."""
    above = run.getparent()
    if above is None:
        return
    above.remove(run)
    if above.tag in _AROUND_WORDS and next(above.iter(*RUNS), None) is None:
        remove_run(above)


def _is_needed(paragraph: Element) -> bool:
    """A cell, a text box or a content control cannot be without a paragraph at its end."""
    above = paragraph.getparent()
    if above is None or above.tag == name("w:body"):
        return False
    following = next((each for each in paragraph.itersiblings() if each.tag in _BLOCKS), None)
    before = next(
        (each for each in paragraph.itersiblings(preceding=True) if each.tag in _BLOCKS), None
    )
    return following is None and (before is None or before.tag != name("w:p"))


def _inherit(paragraph: Element, heir: Element) -> None:
    """The ends of ranges, and references to comments, go to a neighbour."""
    kept = list(paragraph.iter(*_STAY))
    kept += [
        run
        for each in paragraph.iter(name("w:commentReference"))
        if (run := each.getparent()) is not None
    ]
    place = heir.find(name("w:pPr"))
    at = 0 if place is None else 1
    heir[at:at] = kept
