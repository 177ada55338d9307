"""Where in a story a paragraph stands: in which cell or text box, and what happened to it."""

from collections.abc import Iterator

from lxml import etree

from editor.importers.word.names import W
from editor.importers.word.tracked import Change, combined, marks_in


class Surroundings:
    """Follows tables and text boxes. A flow is a series of paragraphs that no border parts."""

    def __init__(self, flows: Iterator[int]) -> None:
        self._numbers = flows
        self._flows = [next(flows)]
        self._blocks: list[Change] = []
        self._tables = 0
        self._text_boxes = 0

    @property
    def flow(self) -> int:
        return self._flows[-1]

    @property
    def in_table(self) -> bool:
        return self._tables > 0

    @property
    def in_text_box(self) -> bool:
        return self._text_boxes > 0

    @property
    def block(self) -> Change:
        """What tracked changes say about the rows and cells around."""
        return combined(self._blocks)

    def start_table(self, _element: etree._Element) -> None:
        self._tables += 1

    def end_table(self, _element: etree._Element) -> None:
        self._tables -= 1
        self._flows[-1] = next(self._numbers)

    def start_row(self, element: etree._Element) -> None:
        self._blocks.append(combined(marks_in(element.find(W + "trPr"))))

    def end_row(self, _element: etree._Element) -> None:
        self._blocks.pop()

    def start_cell(self, element: etree._Element) -> None:
        self._blocks.append(combined(marks_in(element.find(W + "tcPr"))))
        self._flows.append(next(self._numbers))

    def end_cell(self, _element: etree._Element) -> None:
        self._blocks.pop()
        self._flows.pop()

    def start_text_box(self, _element: etree._Element) -> None:
        self._text_boxes += 1
        self._flows.append(next(self._numbers))

    def end_text_box(self, _element: etree._Element) -> None:
        self._text_boxes -= 1
        self._flows.pop()
