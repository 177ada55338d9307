"""Which words a comment is about. Its range may open and end anywhere."""

from itertools import islice

from lxml import etree

from editor.importers.word.names import W

MOST_ON_A_RUN = 100
"""Comments that one run can carry; any more of them are on a point."""


class CommentAnchors:
    """Follows the ranges of comments through a story."""

    def __init__(self, root: etree._Element, known: frozenset[str]) -> None:
        self._known = known
        # A range that never ends would cover the rest of the document.
        self._ending = {_key(element) for element in root.iter(W + "commentRangeEnd")}
        self._open: dict[str, bool] = {}
        self._anchored: set[str] = set()

    def open(self, element: etree._Element) -> None:
        """A `w:commentRangeStart`."""
        key = _key(element)
        if key in self._known and key in self._ending:
            self._open[key] = False

    def carried_by_run(self) -> tuple[str, ...]:
        """The comments on a run that is added now."""
        if not self._open:
            return ()
        carried = tuple(islice(self._open, MOST_ON_A_RUN))
        self._anchored.update(carried)
        return carried

    def close(self, element: etree._Element) -> bool:
        """A `w:commentRangeEnd`: True if no run lay within the range."""
        key = _key(element)
        was_open = self._open.pop(key, None) is not None
        return was_open and self.needs_point(element)

    def needs_point(self, element: etree._Element) -> bool:
        """True, once, for a comment that is on no words."""
        key = _key(element)
        if key not in self._known or key in self._anchored or key in self._open:
            return False
        self._anchored.add(key)
        return True


def _key(element: etree._Element) -> str:
    return element.get(W + "id", "")
