"""Walking through the body, a note or a text box of an OpenDocument text."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from lxml import etree

from editor.importers.open_document.changes import Change
from editor.importers.open_document.lists import ListCounter, whole_number
from editor.importers.open_document.names import (
    DRAW,
    DRAWING_WORDS,
    DUBLIN_CORE,
    LINK,
    OFFICE,
    TABLE,
    TEXT,
)
from editor.importers.open_document.styles import Styles
from editor.importers.runs import joined_runs
from editor.importers.source import (
    Revision,
    SourceComment,
    SourceNote,
    SourceParagraph,
    SourceRun,
)
from editor.importers.text_budget import TextBudget
from editor.importers.word.anchors import MOST_ON_A_RUN

_SPACES = re.compile(r"[ \t\r\n]+")
_NO_CHANGE = Change()
_UNSEEN = frozenset(
    {
        TEXT + "tracked-changes", TEXT + "sequence-decls", TEXT + "ruby-text", OFFICE + "forms",
        DRAWING_WORDS + "title", DRAWING_WORDS + "desc",
    }
)  # fmt: skip


@dataclass(slots=True)
class _Paragraph:
    element: etree._Element
    line: int
    flow: int
    label: str
    indent: int
    in_table: bool
    in_text_box: bool
    block: Change
    runs: list[SourceRun] = field(default_factory=list)
    mark: Change = _NO_CHANGE


@dataclass(slots=True)
class StoryResources:
    """What all stories of a text share, and what they find beside their words."""

    styles: Styles
    lists: ListCounter
    changes: Mapping[str, Change]
    lines: Iterator[int]
    flows: Iterator[int]
    formula: Callable[[str], str]
    """The signs of the formula in a part of the file."""
    budget: TextBudget
    notes: dict[str, SourceNote] = field(default_factory=dict)
    comments: list[SourceComment] = field(default_factory=list)
    told: set[str] = field(default_factory=set)
    """The deletions whose words were read: each stands in one place."""


def read_story(root: etree._Element, resources: StoryResources) -> tuple[SourceParagraph, ...]:
    """All paragraphs below `root`; those of a text box follow the paragraph that holds it.
    Nesting is bounded by the parser."""
    return tuple(_StoryReader(resources).read(root))


class _StoryReader:
    def __init__(self, resources: StoryResources) -> None:
        self._resources = resources
        self._paragraphs: list[_Paragraph] = []
        self._open: list[_Paragraph] = []
        self._changes: dict[str, Change] = {}
        self._flow = next(resources.flows)
        self._tables = 0
        self._block = _NO_CHANGE
        """The change around the outermost table that is being read."""
        self._boxes = 0
        self._lists: list[tuple[str, str]] = []
        """Key and style of the lists around, the innermost last."""
        self._label = ""
        self._anchored: list[str] = []
        """Comments that begin here and end elsewhere."""
        self._blocks: dict[str, Callable[[etree._Element], None]] = {
            TEXT + "p": self._take_paragraph,
            TEXT + "h": self._take_paragraph,
            TEXT + "list": self._take_list,
            TEXT + "list-item": self._take_item,
            TABLE + "table": self._take_table,
            TABLE + "table-cell": self._take_cell,
            TEXT + "change": self._take_deletion,
            TEXT + "change-start": self._start_change,
            TEXT + "change-end": self._end_change,
        }
        self._inline: dict[str, Callable[[etree._Element, SourceRun], None]] = {
            TEXT + "s": self._take_spaces,
            TEXT + "tab": lambda _element, look: self._add("\t", look),
            TEXT + "line-break": lambda _element, look: self._add("\n", look),
            TEXT + "note": self._take_note,
            OFFICE + "annotation": self._take_comment,
            OFFICE + "annotation-end": self._end_comment,
            TEXT + "change": lambda element, look: self._take_deletion(element),
            TEXT + "change-start": lambda element, look: self._start_change(element),
            TEXT + "change-end": lambda element, look: self._end_change(element),
            DRAW + "object": self._take_object,
        }

    def read(self, root: etree._Element) -> list[SourceParagraph]:
        self._take_blocks(root)
        return [self._finished(each) for each in self._paragraphs]

    def _take_blocks(self, parent: etree._Element) -> None:
        for element in parent:
            if not isinstance(element.tag, str) or element.tag in _UNSEEN:
                continue
            take = self._blocks.get(element.tag, self._take_blocks)
            take(element)

    def _take_paragraph(self, element: etree._Element) -> None:
        style = element.get(TEXT + "style-name", "")
        label, self._label = self._label, ""
        level = whole_number(element.get(TEXT + "outline-level"))
        is_numbered_heading = element.tag == TEXT + "h" and not self._lists
        if is_numbered_heading and level and element.get(TEXT + "is-list-header") != "true":
            label = self._resources.lists.next_label("", "", level)
        paragraph = _Paragraph(
            element,
            next(self._resources.lines),
            self._flow,
            label,
            max(len(self._lists) - 1, 0),
            self._tables > 0,
            self._boxes > 0,
            self._block,
        )
        self._paragraphs.append(paragraph)
        self._open.append(paragraph)
        look = self._resources.styles.dressed(SourceRun(""), "paragraph", style)
        self._take_inline(element, look)
        paragraph.mark = self._change
        self._open.pop()

    def _take_inline(self, parent: etree._Element, look: SourceRun) -> None:
        self._add_words(parent.text or "", look)
        for element in parent:
            if isinstance(element.tag, str) and element.tag not in _UNSEEN:
                take = self._inline.get(element.tag)
                if take is not None:
                    take(element, look)
                elif element.tag.startswith(DRAW):
                    self._take_drawing(element, look)
                else:
                    style = element.get(TEXT + "style-name", "")
                    dressed = self._resources.styles.dressed(look, "text", style)
                    self._take_inline(element, dressed)
            self._add_words(element.tail or "", look)

    def _take_spaces(self, element: etree._Element, look: SourceRun) -> None:
        self._add(" " * min(whole_number(element.get(TEXT + "c")) or 1, 1000), look)

    def _add_words(self, written: str, look: SourceRun) -> None:
        """White space at the start of a paragraph and doubled white space are not printed
        (OpenDocument 1.3, part 3, 6.1.2)."""
        text = _SPACES.sub(" ", written)
        if text.startswith(" ") and self._open:
            before = next((run.text for run in reversed(self._open[-1].runs) if run.text), "")
            if not before or before.endswith(" "):
                text = text[1:]
        self._add(text, look)

    def _add(self, text: str, look: SourceRun) -> None:
        self._resources.budget.spend(len(text))
        if text and self._open:
            change = self._change
            run = replace(
                look,
                text=text,
                revision=change.revision,
                author=change.author,
                date=change.date,
                comments=tuple(self._anchored),
            )
            self._open[-1].runs.append(run)

    def _take_list(self, element: etree._Element) -> None:
        style = element.get(TEXT + "style-name", "")
        if self._lists:
            key, around = self._lists[-1]
            self._lists.append((key, style or around))
        else:
            self._lists.append((self._resources.lists.begin(element, style), style))
        self._take_blocks(element)
        self._lists.pop()

    def _take_item(self, element: etree._Element) -> None:
        key, style = self._lists[-1] if self._lists else ("", "")
        start = whole_number(element.get(TEXT + "start-value"))
        first = next((each for each in element if isinstance(each.tag, str)), None)
        if first is not None and first.tag != TEXT + "list":
            depth = len(self._lists)
            self._label = self._resources.lists.next_label(key, style, depth, start)
        self._take_blocks(element)
        self._label = ""

    def _take_table(self, element: etree._Element) -> None:
        self._tables += 1
        self._block = self._change if self._tables == 1 else self._block
        self._within_borders(element)
        self._tables -= 1
        self._block = self._block if self._tables else _NO_CHANGE

    def _take_cell(self, element: etree._Element) -> None:
        self._within_borders(element)

    def _take_object(self, element: etree._Element, look: SourceRun) -> None:
        """A formula stands in a part of its own; its signs are words of the paragraph."""
        part = element.get(LINK + "href", "").removeprefix("./")
        self._add(self._resources.formula(f"{part}/content.xml"), look)

    def _take_drawing(self, element: etree._Element, look: SourceRun) -> None:
        """A frame or shape in a line, and the paragraphs written in it."""
        for each in element.iter(DRAW + "object"):
            self._take_object(each, look)
        lists, self._lists = self._lists, []
        self._boxes += 1
        self._within_borders(element)
        self._boxes -= 1
        self._lists = lists

    def _within_borders(self, element: etree._Element) -> None:
        outside = self._flow
        self._flow = next(self._resources.flows)
        self._take_blocks(element)
        self._flow = outside

    def _take_note(self, element: etree._Element, look: SourceRun) -> None:
        notes = self._resources.notes
        key = element.get(TEXT + "id", "") or f"note{len(notes) + 1}"
        body = element.find(TEXT + "note-body")
        label = element.findtext(TEXT + "note-citation", "").strip()
        paragraphs = () if body is None else read_story(body, self._resources)
        notes.setdefault(key, SourceNote(key, label, paragraphs, label))
        if self._open:
            change = self._change
            run = replace(look, note=key, revision=change.revision, author=change.author)
            self._open[-1].runs.append(replace(run, date=change.date))

    def _take_comment(self, element: etree._Element, look: SourceRun) -> None:
        comments = self._resources.comments
        key = element.get(OFFICE + "name", "") or f"comment{len(comments) + 1}"
        words = read_story(element, self._resources)
        comments.append(
            SourceComment(
                key,
                element.findtext(DUBLIN_CORE + "creator", ""),
                element.findtext(DUBLIN_CORE + "date", ""),
                "\n".join(each.text for each in words),
            )
        )
        if element.get(OFFICE + "name") and len(self._anchored) < MOST_ON_A_RUN:
            self._anchored.append(key)
        elif self._open:
            self._open[-1].runs.append(replace(look, comments=(key,)))

    def _end_comment(self, element: etree._Element, look: SourceRun) -> None:
        name = element.get(OFFICE + "name", "")
        self._anchored = [each for each in self._anchored if each != name]

    @property
    def _change(self) -> Change:
        """What is tracked of the words that are read now: the innermost change."""
        return next(reversed(self._changes.values()), _NO_CHANGE)

    def _start_change(self, element: etree._Element) -> None:
        key = element.get(TEXT + "change-id", "")
        if key in self._resources.changes:
            self._changes[key] = self._resources.changes[key]

    def _end_change(self, element: etree._Element) -> None:
        self._changes.pop(element.get(TEXT + "change-id", ""), None)

    def _take_deletion(self, element: etree._Element) -> None:
        """Words that were deleted here; between two of their paragraphs a mark was deleted too."""
        key = element.get(TEXT + "change-id", "")
        deletion = self._resources.changes.get(key)
        if deletion is None or deletion.content is None or key in self._resources.told:
            return
        self._resources.told.add(key)
        blocks = list(deletion.content.iter(TEXT + "p", TEXT + "h"))
        around = self._change
        if around.revision is Revision.INSERTED:
            both = Revision.INSERTED_THEN_DELETED
            deletion = replace(deletion, revision=both, author=around.author, date=around.date)
        self._changes[key] = deletion
        if self._open:
            self._take_deleted_inside(blocks, deletion)
        else:
            for block in blocks:
                self._take_paragraph(block)
        self._changes.pop(key, None)

    def _take_deleted_inside(self, blocks: list[etree._Element], deletion: Change) -> None:
        for number, block in enumerate(blocks):
            if number:
                self._break_open_paragraph(deletion)
            style = block.get(TEXT + "style-name", "")
            look = self._resources.styles.dressed(SourceRun(""), "paragraph", style)
            self._take_inline(block, look)

    def _break_open_paragraph(self, deletion: Change) -> None:
        """The words so far become a paragraph of their own, whose mark was deleted."""
        paragraph = self._open[-1]
        first = replace(paragraph, label="", mark=deletion)
        self._paragraphs.insert(self._place_of(paragraph), first)
        paragraph.runs = []
        paragraph.line = next(self._resources.lines)

    def _place_of(self, paragraph: _Paragraph) -> int:
        """Counted from the end, near which it stands."""
        place = len(self._paragraphs) - 1
        while self._paragraphs[place] is not paragraph:
            place -= 1
        return place

    def _finished(self, draft: _Paragraph) -> SourceParagraph:
        styles = self._resources.styles
        style = draft.element.get(TEXT + "style-name", "")
        level = 0
        if draft.element.tag == TEXT + "h":
            stated = whole_number(draft.element.get(TEXT + "outline-level"))
            level = stated or styles.outline_level(style) or 1
        runs = list(joined_runs(draft.runs))
        if runs and runs[-1].text.endswith(" "):
            runs[-1] = replace(runs[-1], text=runs[-1].text.rstrip(" "))
        return SourceParagraph(
            runs=tuple(run for run in runs if run.text or run.note or run.comments),
            line=draft.line,
            style=styles.paragraph_name(style),
            heading=level,
            label=draft.label,
            indent=draft.indent,
            mark_revision=draft.mark.revision,
            mark_author=draft.mark.author,
            mark_date=draft.mark.date,
            block_revision=draft.block.revision,
            block_author=draft.block.author,
            block_date=draft.block.date,
            in_table=draft.in_table,
            in_text_box=draft.in_text_box,
            flow=draft.flow,
            original_label=draft.label,
        )
