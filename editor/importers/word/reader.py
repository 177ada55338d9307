"""A Word file as a source document."""

from collections.abc import Sequence
from itertools import count

from lxml import etree

from editor.importers.file_faults import FileFault, refusal
from editor.importers.source import SourceDocument, SourceParagraph
from editor.importers.word.comments import comment_keys, read_comments
from editor.importers.word.labels import LabelWriter
from editor.importers.word.names import COMMENTS_EXTENDED, W
from editor.importers.word.notes import finish_notes, read_note_numbering, read_note_stories
from editor.importers.word.numbering import NumberingDefinitions
from editor.importers.word.package import WordPackage
from editor.importers.word.story import StoryResources, read_story
from editor.importers.word.styles import StyleSheet

_NOTE_KINDS = ("footnote", "endnote")
_TITLE_STYLE = "title"


def read_word(data: bytes, name: str) -> SourceDocument:
    """Everything in a Word file that can be read, tracked changes marked and not applied.

    `name` is a fact of every refusal. Raises KnownError (`archive_…`, `word_…`).
    """
    package = WordPackage(data, name)
    body = package.main().find(W + "body")
    if body is None:
        raise refusal(FileFault.WORD_DAMAGED, name, part=package.main_part)
    styles = StyleSheet(_first(package.related("styles")))
    lists = NumberingDefinitions(_first(package.related("numbering")), styles)
    comments = package.related("comments")
    resources = StoryResources(styles, lists, count(1), comment_keys(comments))
    settings = _first(package.related("settings"))

    story = read_story(body, resources)
    labels = LabelWriter(lists)
    paragraphs = labels.finish(story.drafts)
    notes = {
        key: note
        for kind in _NOTE_KINDS
        for key, note in read_note_stories(package.related(f"{kind}s"), kind, resources).items()
    }
    numbering = {kind: read_note_numbering(settings, kind) for kind in _NOTE_KINDS}
    return SourceDocument(
        paragraphs,
        notes=finish_notes(story, notes, numbering, labels),
        title=_title(paragraphs),
        warnings=story.warnings,
        comments=read_comments(comments, package.related(COMMENTS_EXTENDED), resources),
        margins=_read_margins(package, resources, lists),
        new_looks=story.new_looks,
        pictures=story.pictures,
    )


def _first(roots: Sequence[etree._Element]) -> etree._Element | None:
    return roots[0] if roots else None


def _title(paragraphs: Sequence[SourceParagraph]) -> str:
    titles = (each.text.strip() for each in paragraphs if each.style.lower() == _TITLE_STYLE)
    return next((title for title in titles if title), "")


def _read_margins(
    package: WordPackage, resources: StoryResources, lists: NumberingDefinitions
) -> tuple[SourceParagraph, ...]:
    margins: list[SourceParagraph] = []
    seen: set[tuple[str, ...]] = set()
    for root in (*package.related("header"), *package.related("footer")):
        paragraphs = LabelWriter(lists).finish(read_story(root, resources).drafts)
        texts = tuple(paragraph.text for paragraph in paragraphs)
        if any(text.strip() for text in texts) and texts not in seen:
            seen.add(texts)
            margins.extend(paragraphs)
    return tuple(margins)
