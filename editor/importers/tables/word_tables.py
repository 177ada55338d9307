"""The tables of a Word file, with the words its tracked changes lead to."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import count

from lxml import etree

from editor.importers.revisions import accept
from editor.importers.source import SourceDocument, SourceParagraph
from editor.importers.struck_words import struck_words, without_struck_runs
from editor.importers.tables.source_table import SourceTable, TableRow
from editor.importers.tables.table_size import TableSize
from editor.importers.word.labels import LabelWriter
from editor.importers.word.names import W
from editor.importers.word.numbering import NumberingDefinitions
from editor.importers.word.package import WordPackage
from editor.importers.word.properties import value, whole_number
from editor.importers.word.story import StoryResources, read_story
from editor.importers.word.styles import StyleSheet


def read_word_tables(data: bytes, name: str) -> tuple[SourceTable, ...]:
    """The tables of the body from top to bottom; a table inside a cell is words of that cell.

    Raises KnownError (`archive_…`, `word_…`, `table_too_large`).
    """
    package = WordPackage(data, name)
    styles = StyleSheet(next(iter(package.related("styles")), None))
    lists = NumberingDefinitions(next(iter(package.related("numbering")), None), styles)
    resources = StoryResources(styles, lists, count(1), frozenset())
    reader = _TableReader(resources, LabelWriter(lists), TableSize(name))
    tables = (reader.read(each) for each in _outermost(package.main()))
    return tuple(table for table in tables if table.rows)


def _outermost(root: etree._Element) -> Iterator[etree._Element]:
    walk = etree.iterwalk(root, events=("start",), tag=W + "tbl")
    for _event, element in walk:
        walk.skip_subtree()
        yield element


@dataclass(frozen=True, slots=True)
class _Cell:
    """The words of a cell, the same with what is struck, and the first words that are."""

    words: str = ""
    printed: str = ""
    struck: str = ""


class _TableReader:
    def __init__(self, resources: StoryResources, labels: LabelWriter, size: TableSize) -> None:
        self._resources = resources
        self._labels = labels
        self._size = size
        self._lines = count(1)

    def read(self, table: etree._Element) -> SourceTable:
        rows: list[TableRow] = []
        struck: list[tuple[int, str]] = []
        for row in _own(table, "tr"):
            if row.find(f"{W}trPr/{W}del") is not None:
                continue
            cells, line = tuple(self._cells(row)), next(self._lines)
            struck.extend((line, each.struck) for each in cells if each.struck)
            printed = tuple(each.printed for each in cells)
            if any(printed):
                is_marked = any(each.struck for each in cells)
                words = tuple(each.words for each in cells)
                rows.append(TableRow(words, line, printed if is_marked else ()))
        if not struck:
            return SourceTable(tuple(rows))
        return SourceTable(tuple(rows), warnings=(("struck_words_deleted", *struck[0]),))

    def _cells(self, row: etree._Element) -> Iterator[_Cell]:
        for cell in _own(row, "tc"):
            yield self._cell(cell)
            self._size.add(_width(cell))
            for _column in range(1, _width(cell)):
                yield _Cell()

    def _cell(self, cell: etree._Element) -> _Cell:
        drafts = read_story(cell, self._resources).drafts
        final = accept(SourceDocument(self._labels.finish(drafts))).paragraphs
        struck = next(filter(None, map(struck_words, final)), "")
        printed = _words(final)
        if not struck:
            return _Cell(printed, printed)
        left = (each for each in map(without_struck_runs, final) if each.text.strip())
        return _Cell(_words(left), printed, struck)


def _words(paragraphs: Iterable[SourceParagraph]) -> str:
    lines = (f"{each.label} {each.text}".strip() for each in paragraphs)
    return "\n".join(line for line in lines if line)


def _own(parent: etree._Element, tag: str) -> Iterator[etree._Element]:
    """The rows of a table or the cells of a row, also within content controls, but not those
    of a table inside."""
    for element in parent.iter(W + tag):
        if next(element.iterancestors(parent.tag)) is parent:
            yield element


def _width(cell: etree._Element) -> int:
    """How many columns a cell spans."""
    return min(whole_number(value(cell.find(W + "tcPr"), "gridSpan")) or 1, 63)
