"""Tracked changes of an OpenDocument text, which it lists before its words."""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from editor.importers.open_document.names import DUBLIN_CORE, OFFICE, TEXT
from editor.importers.source import Revision


@dataclass(frozen=True, slots=True)
class Change:
    """`content` holds the words of a deletion, which stand nowhere else."""

    revision: Revision = Revision.NONE
    author: str = ""
    date: str = ""
    content: etree._Element | None = None


def read_changes(body: etree._Element) -> dict[str, Change]:
    """The insertions and deletions by the key under which the text refers to them; changes of
    formatting are none."""
    return {
        region.get(TEXT + "id", ""): change
        for region in body.iter(TEXT + "changed-region")
        for change in _change_of(region)
    }


def _change_of(region: etree._Element) -> Iterator[Change]:
    for name, revision in (("insertion", Revision.INSERTED), ("deletion", Revision.DELETED)):
        element = region.find(TEXT + name)
        if element is not None:
            info = element.find(OFFICE + "change-info")
            yield Change(
                revision,
                "" if info is None else info.findtext(DUBLIN_CORE + "creator", ""),
                "" if info is None else info.findtext(DUBLIN_CORE + "date", ""),
                element if revision is Revision.DELETED else None,
            )
            return
