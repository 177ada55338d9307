"""A paragraph of the base document as something that can be cut between any two characters."""

from bisect import bisect_left
from collections.abc import Sequence
from copy import deepcopy

from editor.errors import BugError
from editor.exporters.word.elements import SPACE, Element, hollow, name
from editor.exporters.word.onto_base.fields import Field, fields_around
from editor.exporters.word.onto_base.one_line import in_one_line
from editor.exporters.word.onto_base.word_base import BaseParagraph

RUNS = frozenset({name("w:r"), name("m:r")})
_TEXTS = frozenset({name("w:t"), name("m:t")})
PROPERTIES = frozenset({name("w:rPr"), name("m:rPr")})
MATTERS = frozenset(
    map(
        name,
        (
            "w:t", "m:t", "w:tab", "w:ptab", "w:cr", "w:br", "w:sym", "w:noBreakHyphen",
            "w:softHyphen", "w:drawing", "w:pict", "w:object", "w:contentPart", "w:fldChar",
            "w:instrText", "w:commentReference", "w:footnoteReference", "w:endnoteReference",
            "w:ruby", "mc:AlternateContent",
        ),
    )
)  # fmt: skip
"""What a change of the words beside it leaves alone."""


class Leaf:
    """Characters `[start, end)` of the text (code points) and the element that shows them. A
    reference to a note shows none; nor does a space that the text does not have, which goes
    with the one before it."""

    __slots__ = ("element", "end", "fields", "note", "start")

    def __init__(
        self, element: Element, start: int, end: int, note: str, fields: tuple[Field, ...]
    ) -> None:
        self.element = element
        self.start = start
        self.end = end
        self.note = note
        self.fields = fields

    @property
    def run(self) -> Element:
        """The run that the element stands in."""
        run = self.element.getparent()
        assert run is not None
        return run


class Host:
    """The paragraph of one base provision, whose `text` is in one line. `number` is its place
    among all paragraphs of the document, `label` its automatic number as printed."""

    def __init__(self, paragraph: BaseParagraph, number: int, text: str) -> None:
        self.element = paragraph.element
        self.label = paragraph.label
        self.list_id = paragraph.list_id
        self.level = paragraph.level
        self.number = number
        self.text = text
        self._source = paragraph
        self._leaves: list[Leaf] | None = None

    @property
    def leaves(self) -> list[Leaf]:
        """In the order of the text."""
        if self._leaves is None:
            around = fields_around(self.element, [leaf[0] for leaf in self._source.leaves])
            self._leaves = []
            position = 0
            leaves = self._source.leaves
            if self.text != self._source.text:
                leaves = list(in_one_line(leaves, self.text))
            for element, text, note in leaves:
                end = position + len(text)
                fields = around.get(element, ())
                if note:
                    _isolate(element)
                self._leaves.append(Leaf(_in_run(element), position, end, note, fields))
                position = end
        return self._leaves

    def words(self, start: int, end: int) -> list[Leaf]:
        """The leaves of exactly the characters `[start, end)`, cut out if need be; references
        to notes are not among them."""
        self._cut_text(start)
        self._cut_text(end)
        leaves = self.leaves
        first = bisect_left(leaves, start, key=lambda leaf: leaf.start)
        found: list[Leaf] = []
        for leaf in leaves[first:]:
            if leaf.start > end:
                break
            is_space = leaf.start == leaf.end and not leaf.note and start < leaf.start
            if is_space or leaf.start < leaf.end <= end:
                found.append(leaf)
        return found

    def notes_at(self, position: int) -> list[Leaf]:
        """The references to notes at a place in the text."""
        leaves = self.leaves
        first = bisect_left(leaves, position, key=lambda leaf: leaf.start)
        return [
            leaf
            for leaf in leaves[first : first + 50]
            if leaf.start == position and leaf.note and leaf.end == position
        ]

    def after(self, leaf: Leaf) -> Leaf | None:
        """The next leaf of the text."""
        at = self.leaves.index(leaf) + 1
        return self.leaves[at] if at < len(self.leaves) else None

    def _cut_text(self, position: int) -> None:
        leaves = self.leaves
        at = bisect_left(leaves, position, key=lambda leaf: leaf.end)
        leaf = leaves[at] if at < len(leaves) else None
        if leaf is None or not leaf.start < position < leaf.end or leaf.element.tag not in _TEXTS:
            return
        text = self.text[leaf.start : leaf.end]
        rest = deepcopy(leaf.element)
        rest.tail = None
        leaf.element.addnext(rest)
        _set_text(leaf.element, text[: position - leaf.start])
        _set_text(rest, text[position - leaf.start :])
        leaves.insert(at + 1, Leaf(rest, position, leaf.end, "", leaf.fields))
        leaf.end = position


def _in_run(element: Element) -> Element:
    """The element, or what holds it, right below its run."""
    for each in (element, *element.iterancestors()):
        above = each.getparent()
        if above is not None and above.tag in RUNS:
            return each
    raise BugError("words outside of a run")


def cut_after(element: Element) -> None:
    """Let the run that `element` stands in end with it; what follows is a run of its own."""
    rest = list(element.itersiblings())
    if rest:
        _moved_to_new_run(element, rest)


def cut_before(element: Element) -> None:
    """Let the run that `element` stands in begin with it."""
    before = element.getprevious()
    if before is not None and before.tag not in PROPERTIES:
        cut_after(before)


def _isolate(reference: Element) -> None:
    """Let a reference to a note stand in a run of its own, with the mark that follows it."""
    last = reference
    if reference.get(name("w:customMarkFollows")) is not None:
        for each in reference.itersiblings(name("w:t"), name("w:sym")):
            last = each
    cut_before(reference)
    cut_after(last)


def runs_of(leaves: Sequence[Leaf]) -> list[Element]:
    """The runs that show these leaves and nothing else that matters: no picture, no end of a
    field, no other words."""
    wanted = {leaf.element for leaf in leaves}
    runs: list[Element] = []
    for leaf in leaves:
        if not leaf.note:
            _set_apart(leaf.element, wanted)
    for leaf in leaves:
        if not runs or runs[-1] is not leaf.run:
            runs.append(leaf.run)
    return runs


def _set_apart(element: Element, wanted: set[Element]) -> None:
    for sibling in element.itersiblings(preceding=True):
        if sibling in wanted:
            break
        if sibling.tag in MATTERS:
            cut_after(sibling)
            break
    for sibling in element.itersiblings():
        if sibling in wanted:
            break
        if sibling.tag in MATTERS:
            cut_before(sibling)
            break


def _moved_to_new_run(element: Element, rest: Sequence[Element]) -> None:
    run = element.getparent()
    assert run is not None
    second = hollow(run)
    second.extend(deepcopy(each) for each in run if each.tag in PROPERTIES)
    second.extend(rest)
    run.addnext(second)


def _set_text(element: Element, text: str) -> None:
    element.text = text
    element.set(SPACE, "preserve")
