"""Tracked changes of formatting: which words of a story were given another look."""

from lxml import etree

from editor.importers.word.names import W

_OF_RUN = W + "rPrChange"
_OF_PARAGRAPH = W + "pPrChange"
_NO_LOOK = frozenset(
    W + name
    for name in (
        "rPrChange", "pPrChange", "ins", "del", "moveFrom", "moveTo", "rPr", "sectPr",
        "lang", "noProof",
    )
)  # fmt: skip


class NewLooks:
    """Collects the words with a new look of a story, as they are read."""

    def __init__(self) -> None:
        self._found: list[tuple[int, str]] = []
        self._paragraphs: set[int] = set()
        self._open = 0
        """The line in which the last words had a new look."""

    def start_paragraph(self, line: int, properties: etree._Element | None) -> None:
        if _is_new(properties, _OF_PARAGRAPH):
            self._paragraphs.add(line)

    def take(self, line: int, text: str, properties: etree._Element | None) -> None:
        """Words that nobody inserted or deleted, and the properties of their run."""
        if line not in self._paragraphs and not _is_new(properties, _OF_RUN):
            self._open = 0
        elif self._open == line:
            self._found[-1] = (line, self._found[-1][1] + text)
        else:
            self._open = line
            self._found.append((line, text))

    @property
    def found(self) -> tuple[tuple[int, str], ...]:
        """The line and the words, those of neighbouring runs together."""
        return tuple((line, words) for line, words in self._found if words.strip())


def _is_new(properties: etree._Element | None, change: str) -> bool:
    """Whether the change tells of another look: some tell of none."""
    tracked = properties.find(change) if properties is not None else None
    if properties is None or tracked is None:
        return False
    before = tracked.find(change.removesuffix("Change"))
    return _look(properties) != (frozenset() if before is None else _look(before))


def _look(properties: etree._Element) -> frozenset[bytes]:
    return frozenset(
        etree.tostring(each, method="c14n", exclusive=True, with_tail=False)
        for each in properties
        if each.tag not in _NO_LOOK
    )
