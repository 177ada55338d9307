"""Where in a Word file the words of its paragraphs stand: which element shows which of them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count
from typing import NamedTuple

from lxml import etree

from editor.importers.composed_runs import composed_texts
from editor.importers.file_faults import FileFault, refusal
from editor.importers.source import SourceRun
from editor.importers.word.labels import LabelWriter
from editor.importers.word.names import MATH, W
from editor.importers.word.numbering import NumberingDefinitions
from editor.importers.word.package import WordPackage
from editor.importers.word.renumbering import Renumbering
from editor.importers.word.story import Handler, Handlers, StoryReader, StoryResources
from editor.importers.word.styles import NumberingReference, StyleSheet
from editor.importers.word.tracked import DELETIONS, INSERTIONS
from editor.text.unicode_form import in_form

_TEXTS = frozenset({W + "t", MATH + "t"})
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


class Leaf(NamedTuple):
    """An element and the characters that it shows; `note` is the key of a note to which it
    refers, and there are no characters then."""

    element: etree._Element
    text: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class PlacedParagraph:
    """A `w:p` with its leaves in the order of the text, and its automatic number as printed."""

    element: etree._Element
    leaves: tuple[Leaf, ...]
    label: str
    numbering: NumberingReference | None

    @property
    def text(self) -> str:
        return "".join(leaf.text for leaf in self.leaves)


@dataclass(frozen=True, slots=True)
class WordPlaces:
    """The main part of a Word file: its root element, its paragraphs as `read_word` has them,
    and what their numbers would be in another order."""

    main_part: str
    root: etree._Element
    paragraphs: tuple[PlacedParagraph, ...]
    renumbering: Renumbering


def read_places(data: bytes, name: str) -> WordPlaces:
    """The places of all words in the body of a Word file.

    `name` is a fact of every refusal. Raises KnownError (`archive_…`, `word_…`).
    """
    package = WordPackage(data, name)
    root = package.main()
    body = root.find(W + "body")
    if body is None:
        raise refusal(FileFault.WORD_DAMAGED, name, part=package.main_part)
    styles = StyleSheet(next(iter(package.related("styles")), None))
    lists = NumberingDefinitions(next(iter(package.related("numbering")), None), styles)
    finder = _PlaceFinder(body, StoryResources(styles, lists, count(1), frozenset()))
    story = finder.read()
    finished = LabelWriter(lists).finish(story.drafts)
    paragraphs = tuple(
        PlacedParagraph(
            element, tuple(_composed(leaves)), paragraph.label, draft.properties.numbering
        )
        for element, leaves, paragraph, draft in zip(
            finder.elements, finder.leaves, finished, story.drafts, strict=True
        )
    )
    return WordPlaces(package.main_part, root, paragraphs, Renumbering(lists))


class _PlaceFinder(StoryReader):
    """Reads a story and remembers, for each paragraph, which element gave which characters."""

    def __init__(self, root: etree._Element, resources: StoryResources) -> None:
        super().__init__(root, resources)
        self.elements: list[etree._Element] = []
        self.leaves: list[list[Leaf]] = []
        self._page_end = self._here = root

    def _handlers(self) -> tuple[Handlers, Handlers]:
        starts, ends = super()._handlers()
        return {tag: self._noting(handler) for tag, handler in starts.items()}, ends

    def _noting(self, handler: Handler) -> Handler:
        def noted(element: etree._Element) -> None:
            self._here = element
            handler(element)

        return noted

    def _start_paragraph(self, element: etree._Element) -> None:
        super()._start_paragraph(element)
        self.elements.append(element)
        self.leaves.append([])

    def _take_break(self, element: etree._Element) -> None:
        super()._take_break(element)
        if element.get(W + "type") == "page":
            self._page_end = element

    def _add_run(self, run: SourceRun) -> None:
        super()._add_run(run)
        if self._open_drafts and (run.text or run.note):
            self.leaves[self._open_drafts[-1].line - 1].extend(self._leaves_of(run))

    def _leaves_of(self, run: SourceRun) -> Iterator[Leaf]:
        """One leaf; two where a page that ended within the paragraph is a line break before
        the words."""
        shown = self._here.text or ""
        if run.text.startswith("\n") and shown.strip() and self._here.tag == W + "t":
            yield Leaf(self._page_end, "\n")
            yield Leaf(self._here, run.text[1:])
        else:
            yield Leaf(self._here, run.text, run.note)


def _composed(leaves: Sequence[Leaf]) -> Iterator[Leaf]:
    """The leaves with the characters that the reader gives them (see `composed_runs`): an
    accent that was taken to its letter is taken in the file too, so that both can be cut."""

    def belong(one: int, other: int) -> bool:
        first, second = leaves[one].element, leaves[other].element
        both_text = first.tag in _TEXTS and second.tag in _TEXTS
        return both_text and _change_around(first) is _change_around(second)

    texts = composed_texts([leaf.text for leaf in leaves], belong)
    for leaf, text in zip(leaves, texts, strict=True):
        if text != in_form("NFC", leaf.text) and leaf.element.tag in _TEXTS:
            leaf.element.text = text
            leaf.element.set(_SPACE, "preserve")
        yield leaf._replace(text=text)


def _change_around(element: etree._Element) -> etree._Element | None:
    return next(element.iterancestors(*INSERTIONS, *DELETIONS), None)
