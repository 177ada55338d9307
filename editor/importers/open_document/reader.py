"""An OpenDocument text as a source document."""

from functools import cache
from itertools import count

from lxml import etree

from editor.importers.archive import Archive
from editor.importers.file_faults import FileFault, refusal
from editor.importers.open_document.changes import read_changes
from editor.importers.open_document.lists import ListCounter, ListStyles
from editor.importers.open_document.names import DUBLIN_CORE, MANIFEST, MATH, OFFICE, STYLE
from editor.importers.open_document.story import StoryResources, read_story
from editor.importers.open_document.styles import Styles
from editor.importers.source import SourceDocument, SourceParagraph
from editor.importers.text_budget import TextBudget
from editor.importers.word.safe_xml import parse_part

_CONTENT = "content.xml"
_STYLES = "styles.xml"
_META = "meta.xml"
_MANIFEST = "META-INF/manifest.xml"
_MARGINS = (STYLE + "header", STYLE + "header-first", STYLE + "footer", STYLE + "footer-first")


def read_open_document(data: bytes, name: str) -> SourceDocument:
    """Everything in a text (.odt) that can be read, tracked changes marked and not applied.

    `name` is a fact of every refusal. Raises KnownError (`archive_…`, `word_…`,
    `file_is_encrypted`).
    """
    archive = Archive(data, name)
    _refuse_encryption(archive, name)
    content = _part(archive, _CONTENT, name)
    body = None if content is None else content.find(f"{OFFICE}body/{OFFICE}text")
    if content is None or body is None:
        raise refusal(FileFault.WORD_DAMAGED, name, part=_CONTENT)
    styles = _part(archive, _STYLES, name)
    roots = [content] if styles is None else [content, styles]
    resources = StoryResources(
        Styles(roots),
        ListCounter(ListStyles(roots)),
        read_changes(body),
        count(1),
        count(1),
        cache(lambda part: _formula(_part(archive, part, name))),
        TextBudget(name),
    )
    paragraphs = read_story(body, resources)
    return SourceDocument(
        paragraphs,
        notes=tuple(resources.notes.values()),
        title=_title(archive, name),
        comments=tuple(resources.comments),
        margins=_margins(styles, resources),
    )


def _part(archive: Archive, part: str, name: str) -> etree._Element | None:
    if part not in archive.part_names:
        return None
    return parse_part(archive.read(part), part, name)


def _formula(root: etree._Element | None) -> str:
    """The signs of a formula in their order; another embedded object has none."""
    if root is None:
        return ""
    signs = root.iter(*(MATH + tag for tag in ("mi", "mn", "mo", "mtext")))
    return "".join("".join((each.text or "").split()) for each in signs)


def _refuse_encryption(archive: Archive, name: str) -> None:
    manifest = _part(archive, _MANIFEST, name)
    if manifest is not None and next(manifest.iter(MANIFEST + "encryption-data"), None) is not None:
        raise refusal(FileFault.ENCRYPTED, name)


def _title(archive: Archive, name: str) -> str:
    meta = _part(archive, _META, name)
    title = None if meta is None else next(meta.iter(DUBLIN_CORE + "title"), None)
    return "" if title is None else (title.text or "").strip()


def _margins(
    styles: etree._Element | None, resources: StoryResources
) -> tuple[SourceParagraph, ...]:
    """Paragraphs of headers and footers, each different one once."""
    found: dict[tuple[str, ...], tuple[SourceParagraph, ...]] = {}
    for element in styles.iter(*_MARGINS) if styles is not None else ():
        paragraphs = read_story(element, resources)
        texts = tuple(each.text for each in paragraphs)
        if any(text.strip() for text in texts):
            found.setdefault(texts, paragraphs)
    return tuple(each for paragraphs in found.values() for each in paragraphs)
