"""Pictures that a tracked change puts in or takes out."""

from lxml import etree

from editor.importers.source import ChangedPicture, Revision
from editor.importers.word.names import W
from editor.importers.word.tracked import Change

PICTURES = frozenset({W + "drawing", W + "pict", W + "object"})
_TELLING = ("descr", "title", "name")


class TrackedPictures:
    """Collects the pictures of a story that are new or gone, as they are met."""

    def __init__(self) -> None:
        self.found: list[ChangedPicture] = []

    def take(self, line: int, element: etree._Element, change: Change) -> None:
        """A picture of this paragraph, and the change that it stands in. A drawn text box is
        none: its words are read."""
        if change.revision in (Revision.NONE, Revision.INSERTED_THEN_DELETED):
            return
        if next(element.iter(W + "txbxContent"), None) is None:
            self.found.append(ChangedPicture(line, change.revision, _told(element)))


def _told(picture: etree._Element) -> str:
    """What its author calls it."""
    named = next(picture.iter("{*}docPr"), None)
    if named is None:
        return ""
    return next(filter(None, (named.get(each, "").strip() for each in _TELLING)), "")
