"""Walking through one story of a Word file: the body, a note, a comment, a header.

The walk is a flat series of start and end events, so that no nesting can exhaust the stack.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from lxml import etree

from editor.importers.source import ChangedPicture, Revision, SourceRun
from editor.importers.word.anchors import CommentAnchors
from editor.importers.word.draft import ParagraphDraft
from editor.importers.word.fields import FieldState
from editor.importers.word.names import MATH, MC, ON_VALUES, W
from editor.importers.word.new_looks import NewLooks
from editor.importers.word.numbering import NumberingDefinitions
from editor.importers.word.paragraph_properties import read_paragraph_properties
from editor.importers.word.pictures import PICTURES, TrackedPictures
from editor.importers.word.properties import value
from editor.importers.word.run_format import (
    NOTHING_SAID,
    RunProperties,
    read_run_properties,
    resolve,
)
from editor.importers.word.styles import StyleSheet
from editor.importers.word.surroundings import Surroundings
from editor.importers.word.symbols import public_character
from editor.importers.word.tracked import (
    DELETIONS,
    INSERTIONS,
    Change,
    combined,
    read_change,
)

_PLAIN_SPACE: Final = " \t\r\n"
_SPACE_ATTRIBUTE: Final = "{http://www.w3.org/XML/1998/namespace}space"
_AFTER_NOTE_NUMBER: Final = " \t\u00a0)"
_LINE_SPACES: Final = str.maketrans("\r\n", "  ")
_CHARACTERS: Final = {
    W + "tab": "\t",
    W + "ptab": "\t",
    W + "cr": "\n",
    W + "noBreakHyphen": "\u2011",
    W + "softHyphen": "\u00ad",
}
_UNSEEN: Final = tuple(
    W + name
    for name in (
        "pPr", "rPr", "tblPr", "tblPrEx", "tblGrid", "trPr", "tcPr", "sectPr", "sdtPr",
        "sdtEndPr", "smartTagPr", "customXmlPr", "instrText", "delInstrText", "rt",
    )
)  # fmt: skip
Handler = Callable[[etree._Element], None]
Handlers = dict[str, Handler]
NOTE_KINDS: Final = {W + "footnoteReference": "footnote", W + "endnoteReference": "endnote"}


@dataclass(frozen=True, slots=True)
class StoryResources:
    """What every story of a file shares. `flows` gives numbers to runs of paragraphs."""

    styles: StyleSheet
    lists: NumberingDefinitions
    flows: Iterator[int]
    comments: frozenset[str]


@dataclass(frozen=True, slots=True)
class Story:
    """The paragraphs of a story, the marks of notes that have one of their own instead of a
    number, warnings (code, line, detail), words with a new look (line, words), and pictures that
    are new or gone."""

    drafts: tuple[ParagraphDraft, ...]
    custom_marks: dict[str, str]
    warnings: tuple[tuple[str, int, str], ...]
    new_looks: tuple[tuple[int, str], ...] = ()
    pictures: tuple[ChangedPicture, ...] = ()


def read_story(root: etree._Element, resources: StoryResources) -> Story:
    """All paragraphs below `root` in the order of the file; those of a text box follow the
    paragraph that holds it."""
    return StoryReader(root, resources).read()


class StoryReader:
    """One walk through a story; `read_story` is the way in."""

    def __init__(self, root: etree._Element, resources: StoryResources) -> None:
        self._root = root
        self._resources = resources
        self._anchors = CommentAnchors(root, resources.comments)
        self._fields = FieldState()
        self._drafts: list[ParagraphDraft] = []
        self._open_drafts: list[ParagraphDraft] = []
        self._formats: list[RunProperties] = []
        self._changes: list[Change] = []
        self._moves: dict[str, str] = {}
        self._surroundings = Surroundings(resources.flows)
        self._page_break = False
        self._after_note_number = False
        self._custom_note = ""
        self._custom_marks: dict[str, str] = {}
        self._warnings: list[tuple[str, int, str]] = []
        self._new_looks = NewLooks()
        self._pictures = TrackedPictures()
        self._run_properties: etree._Element | None = None

    def read(self) -> Story:
        starts, ends = self._handlers()
        skipped = frozenset((*_UNSEEN, MATH + "ctrlPr"))
        tags = [*skipped, *starts, *ends]
        walk = etree.iterwalk(self._root, events=("start", "end"), tag=tags)
        for event, element in walk:
            tag = element.tag
            if event == "end":
                if tag in ends:
                    ends[tag](element)
            elif tag in skipped or self._is_other_branch(element):
                walk.skip_subtree()
            elif tag in starts:
                starts[tag](element)
        return Story(
            tuple(self._drafts),
            self._custom_marks,
            tuple(self._warnings),
            self._new_looks.found,
            tuple(self._pictures.found),
        )

    def _handlers(self) -> tuple[Handlers, Handlers]:
        """What to do where an element starts, and where it ends."""
        around = self._surroundings
        starts: Handlers = {
            W + "p": self._start_paragraph,
            W + "r": self._start_run,
            MATH + "r": self._start_run,
            W + "t": self._take_text,
            W + "delText": self._take_text,
            MATH + "t": self._take_text,
            W + "br": self._take_break,
            W + "sym": self._take_symbol,
            W + "fldChar": self._take_field,
            W + "tbl": around.start_table,
            W + "tr": around.start_row,
            W + "tc": around.start_cell,
            W + "txbxContent": around.start_text_box,
            W + "footnoteRef": self._take_note_number,
            W + "endnoteRef": self._take_note_number,
            W + "commentRangeStart": self._anchors.open,
            W + "commentRangeEnd": self._end_comment,
            W + "commentReference": self._take_comment,
            W + "altChunk": self._take_embedded,
            W + "subDoc": self._take_embedded,
            MC + "Choice": _nothing,
            MC + "Fallback": _nothing,
        }
        ends: Handlers = {
            W + "p": self._end_paragraph,
            W + "r": self._end_run,
            MATH + "r": self._end_run,
            W + "tbl": around.end_table,
            W + "tr": around.end_row,
            W + "tc": around.end_cell,
            W + "txbxContent": around.end_text_box,
        }
        starts |= dict.fromkeys(_CHARACTERS, self._take_character)
        starts |= dict.fromkeys(PICTURES, self._take_picture)
        starts |= dict.fromkeys(NOTE_KINDS, self._take_note)
        starts |= dict.fromkeys(INSERTIONS | DELETIONS, self._start_change)
        ends |= dict.fromkeys(INSERTIONS | DELETIONS, self._end_change)
        for end in ("moveFromRange", "moveToRange"):
            starts[f"{W}{end}Start"] = self._open_move
            starts[f"{W}{end}End"] = self._close_move
        return starts, ends

    # Paragraphs and what surrounds them.

    def _start_paragraph(self, element: etree._Element) -> None:
        resources = self._resources
        around = self._surroundings
        properties = read_paragraph_properties(
            element.find(W + "pPr"), resources.styles, resources.lists
        )
        draft = ParagraphDraft(
            line=len(self._drafts) + 1,
            properties=properties,
            mark=combined([*self._changes, *properties.mark_changes]),
            block=around.block,
            flow=around.flow,
            in_table=around.in_table,
            in_text_box=around.in_text_box,
            after_page_break=self._page_break or properties.page_break_before,
        )
        self._page_break = False
        self._new_looks.start_paragraph(draft.line, element.find(W + "pPr"))
        self._drafts.append(draft)
        self._open_drafts.append(draft)

    def _end_paragraph(self, _element: etree._Element) -> None:
        draft = self._open_drafts.pop()
        self._page_break = self._page_break or draft.properties.ends_page
        self._fields.end_paragraph()

    def _is_other_branch(self, element: etree._Element) -> bool:
        """Of alternative contents the first is shown."""
        if element.tag not in (MC + "Choice", MC + "Fallback"):
            return False
        return element.getprevious() is not None

    def _take_embedded(self, element: etree._Element) -> None:
        kind = etree.QName(element).localname
        self._warnings.append(("embedded_document_left_out", len(self._drafts), kind))

    # Tracked changes.

    def _start_change(self, element: etree._Element) -> None:
        revision = Revision.INSERTED if element.tag in INSERTIONS else Revision.DELETED
        move = ""
        if element.tag in (W + "moveFrom", W + "moveTo") and self._moves:
            move = next(reversed(self._moves.values()))
        self._changes.append(read_change(element, revision, move))

    def _end_change(self, _element: etree._Element) -> None:
        self._changes.pop()

    def _open_move(self, element: etree._Element) -> None:
        self._moves[element.get(W + "id", "")] = element.get(W + "name", "")

    def _close_move(self, element: etree._Element) -> None:
        self._moves.pop(element.get(W + "id", ""), None)

    # Runs and what is in them.

    def _start_run(self, element: etree._Element) -> None:
        properties = self._run_properties = element.find(W + "rPr")
        style = self._open_drafts[-1].properties.style.run if self._open_drafts else NOTHING_SAID
        styles = self._resources.styles
        self._formats.append(
            resolve(
                read_run_properties(properties),
                styles.character_style(value(properties, "rStyle")),
                style,
                styles.defaults,
            )
        )

    def _end_run(self, _element: etree._Element) -> None:
        self._formats.pop()
        self._custom_note = ""

    def _take_text(self, element: etree._Element) -> None:
        text = element.text or ""
        if element.get(_SPACE_ATTRIBUTE) != "preserve":
            text = text.strip(_PLAIN_SPACE)
        self._add(text.translate(_LINE_SPACES))

    def _take_character(self, element: etree._Element) -> None:
        self._add(_CHARACTERS[element.tag])

    def _take_symbol(self, element: etree._Element) -> None:
        try:
            code = int(element.get(W + "char", ""), 16)
        except ValueError:
            return
        if 0x20 <= code < 0xD800 or 0xE000 <= code < 0xFFFE:
            self._add(public_character(code, element.get(W + "font", "")))

    def _take_break(self, element: etree._Element) -> None:
        if element.get(W + "type") != "page":
            self._add("\n")
        elif self._open_drafts and not self._open_drafts[-1].runs:
            self._open_drafts[-1].after_page_break = True
        else:
            self._page_break = True

    def _take_field(self, element: etree._Element) -> None:
        self._fields.take(element.get(W + "fldCharType", ""))

    def _take_picture(self, element: etree._Element) -> None:
        if self._open_drafts:
            draft = self._open_drafts[-1]
            change = combined([draft.block, *self._changes])
            self._pictures.take(draft.line, element, change)

    def _take_note_number(self, _element: etree._Element) -> None:
        """The number repeated in the note itself, in the brackets that some languages use."""
        draft = self._open_drafts[-1] if self._open_drafts else None
        if draft is not None and all(run.text.strip() in ("", "(") for run in draft.runs):
            draft.runs.clear()
        self._after_note_number = True

    def _take_note(self, element: etree._Element) -> None:
        key = f"{NOTE_KINDS[element.tag]} {element.get(W + 'id', '')}"
        self._add_run(SourceRun("", superscript=True, note=key))
        if element.get(W + "customMarkFollows", "") in ON_VALUES:
            self._custom_note = key

    def _add(self, text: str) -> None:
        if self._custom_note:
            marks = self._custom_marks
            marks[self._custom_note] = marks.get(self._custom_note, "") + text
            return
        if self._fields.hides_text or not self._open_drafts:
            return
        if self._after_note_number:
            text = text.lstrip(_AFTER_NOTE_NUMBER)
        if not text:
            return
        self._after_note_number = False
        look = self._formats[-1] if self._formats else NOTHING_SAID
        if look.hidden:
            self._warnings.append(("hidden_text_left_out", len(self._drafts), text))
            return
        if self._page_break and self._open_drafts[-1].runs:
            # The page broke within this paragraph.
            self._page_break = False
            text = "\n" + text
        if not self._changes:
            self._new_looks.take(self._open_drafts[-1].line, text, self._run_properties)
        self._add_run(
            SourceRun(
                text,
                bold=bool(look.bold),
                italic=bool(look.italic),
                struck=bool(look.struck),
                underlined=bool(look.underlined),
                superscript=bool(look.superscript),
                colour=look.colour or "",
                highlight=look.highlight or "",
            )
        )

    def _add_run(self, run: SourceRun) -> None:
        if not self._open_drafts:
            return
        comments = self._anchors.carried_by_run()
        if self._changes or comments:
            change = combined(self._changes)
            run = replace(
                run,
                revision=change.revision,
                author=change.author,
                date=change.date,
                deleted_by=change.deleted_by,
                deleted_on=change.deleted_on,
                move=change.move,
                comments=comments,
            )
        self._open_drafts[-1].add(run)

    # Comments.

    def _end_comment(self, element: etree._Element) -> None:
        if self._anchors.close(element):
            self._add_comment_point(element)

    def _take_comment(self, element: etree._Element) -> None:
        if self._anchors.needs_point(element):
            self._add_comment_point(element)

    def _add_comment_point(self, element: etree._Element) -> None:
        draft = self._open_drafts[-1] if self._open_drafts else None
        if draft is None and self._drafts:
            draft = self._drafts[-1]
        if draft is not None:
            draft.add(SourceRun("", comments=(element.get(W + "id", ""),)))


def _nothing(_element: etree._Element) -> None:
    """An element that matters only for what is skipped."""
