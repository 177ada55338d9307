"""The tables of a Word file, with the words its tracked changes lead to."""

from collections.abc import Iterator
from itertools import count

from lxml import etree

from editor.importers.revisions import accept
from editor.importers.source import SourceDocument
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


class _TableReader:
    def __init__(self, resources: StoryResources, labels: LabelWriter, size: TableSize) -> None:
        self._resources = resources
        self._labels = labels
        self._size = size
        self._lines = count(1)

    def read(self, table: etree._Element) -> SourceTable:
        rows = (
            TableRow(tuple(self._cells(row)), next(self._lines))
            for row in _own(table, "tr")
            if row.find(f"{W}trPr/{W}del") is None
        )
        return SourceTable(tuple(row for row in rows if any(row.cells)))

    def _cells(self, row: etree._Element) -> Iterator[str]:
        for cell in _own(row, "tc"):
            yield self._words(cell)
            self._size.add(_width(cell))
            for _column in range(1, _width(cell)):
                yield ""

    def _words(self, cell: etree._Element) -> str:
        drafts = read_story(cell, self._resources).drafts
        final = accept(SourceDocument(self._labels.finish(drafts)))
        lines = (f"{each.label} {each.text}".strip() for each in final.paragraphs)
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
