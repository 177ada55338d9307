"""Markdown, as negotiators' papers use it: nothing printed may vanish into syntax.

CommonMark with strikethrough and footnotes, without what would swallow words of a draft:
link definitions (`[add: Canada]: …`), code (indented lines, back quotes), blocks of HTML.
A link is one only if its target is an address, so that `[Article 3](a)` stays as it is.
"""

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

from editor.importers.file_faults import FileFault, refusal
from editor.importers.markdown_brackets import within_bounds
from editor.importers.markdown_inline import read_inline
from editor.importers.source import SourceDocument, SourceNote, SourceParagraph, SourceRun

_SWALLOWS_WORDS = ("reference", "code", "fence", "html_block", "backticks")
_REORDERS_NOTES = ("footnote_tail", "footnote_inline")
_ADDRESS = re.compile(r"https?://|mailto:", re.IGNORECASE)
# A line fits in one way only: one that begins with "-" goes on, even if it looks like a key.
_FRONT_MATTER = re.compile(
    r"---\n([\w-]+:.*\n(?:(?!---(?:\n|\Z))(?:[ \t-]|\w[\w-]*:).*\n)*)---(?:\n|\Z)"
)
_TITLE = re.compile(r"^title:[ \t]*(.*)$", re.MULTILINE)
_GLUED_BOLD = re.compile(r"(?<=[^\s*])\*{4}(?=[^\s*])")
_NOTHING_BETWEEN = "**<sub></sub>**"
_DEEPEST = 90


def read_markdown(text: str, name: str = "") -> SourceDocument:
    """The paragraphs and footnotes of a Markdown text whose lines end with `\\n`.

    Numbers and bullets of lists stay at the start of the text, as printed; a hard line break
    is `\\n`, a soft one a space; a ruler becomes `after_page_break`; `indent` counts the
    lists and quotations around a paragraph. Comments and front matter are dropped with a
    warning. Raises KnownError `text_nested_too_deeply`.
    """
    front_matter = _FRONT_MATTER.match(text)
    if front_matter is None:
        return _read_body(text, name)
    # Blank lines in its place keep the line numbers of the rest.
    blank = "\n" * front_matter.group().count("\n")
    document = _read_body(blank + text[front_matter.end() :], name)
    title = _TITLE.search(front_matter.group(1))
    return replace(
        document,
        title=title.group(1).strip(" \"'") if title else "",
        warnings=(("front_matter", 1, front_matter.group(1)), *document.warnings),
    )


def _read_body(text: str, name: str) -> SourceDocument:
    blocks = _Blocks()
    # CommonMark cannot tell the two ends in `**one****other**`; converters write that.
    for token in _parser(name).parse(_GLUED_BOLD.sub(_NOTHING_BETWEEN, text)):
        blocks.take(token)
    return SourceDocument(
        tuple(blocks.body.paragraphs), tuple(blocks.notes), warnings=tuple(blocks.warnings)
    )


class _AddressesOnly(MarkdownIt):
    def validateLink(self, url: str) -> bool:  # noqa: N802 (the library's name)
        return _ADDRESS.match(url) is not None and super().validateLink(url)


def _parser(name: str) -> MarkdownIt:
    parser = _AddressesOnly("commonmark", {"maxNesting": _DEEPEST + 10})
    parser.use(footnote_plugin).enable("strikethrough")
    parser.disable([*_SWALLOWS_WORDS, *_REORDERS_NOTES])
    within_bounds(parser)
    parser.block.ruler.before("blockquote", "depth", _depth_guard(name))
    return parser


def _depth_guard(name: str) -> Callable[[StateBlock, int, int, bool], bool]:
    """A rule that matches nothing; without it the parser drops what is nested too deeply."""

    def guard(state: StateBlock, line: int, _end: int, _silent: bool) -> bool:
        if state.level > _DEEPEST:
            raise refusal(FileFault.NESTED_TOO_DEEPLY, name, line=line + 1, limit=_DEEPEST)
        return False

    return guard


@dataclass
class _Flow:
    """The paragraphs of the body or of one note, as they come in."""

    key: str = ""
    line: int = 0
    paragraphs: list[SourceParagraph] = field(default_factory=list)


class _Blocks:
    def __init__(self) -> None:
        self.body = _Flow()
        self.notes: list[SourceNote] = []
        self.warnings: list[tuple[str, int, str]] = []
        self._taken: set[str] = set()
        self._defined: Counter[str] = Counter()
        """How often a label was defined again."""
        self._flows = [self.body]
        self._markers: list[tuple[str, int]] = []
        self._indent = 0
        self._heading = 0
        self._break_before = False

    def take(self, token: Token) -> None:
        line = token.map[0] + 1 if token.map else 0
        match token.type:
            case "inline":
                runs = read_inline(
                    token.children or (),
                    lambda comment: self.warnings.append(("comment_left_out", line, comment)),
                )
                self._add(runs, line)
            case "heading_open":
                self._heading = int(token.tag.removeprefix("h"))
            case "heading_close":
                self._heading = 0
            case "hr":
                self._break_before = True
            case "list_item_open":
                self._markers.append((f"{token.info}{token.markup} ", line))
            case "list_item_close":
                self._flush_markers()
            case "footnote_reference_open":
                self._flows.append(_Flow(str(token.meta["label"]), line))
            case "footnote_reference_close":
                self._close_note()
            case "bullet_list_open" | "ordered_list_open" | "blockquote_open":
                self._indent += 1
            case "bullet_list_close" | "ordered_list_close" | "blockquote_close":
                self._indent -= 1

    def _add(self, runs: tuple[SourceRun, ...], line: int) -> None:
        marker = "".join(text for text, _line in self._markers)
        self._markers.clear()
        if marker:
            runs = (SourceRun(marker), *runs)
        if not runs:
            return
        self._flows[-1].paragraphs.append(
            SourceParagraph(
                runs,
                line,
                heading=self._heading,
                indent=self._indent,
                after_page_break=self._break_before,
            )
        )
        self._break_before = False

    def _flush_markers(self) -> None:
        """A number without words is a paragraph too."""
        if self._markers:
            self._add((), self._markers[0][1])

    def _close_note(self) -> None:
        flow = self._flows.pop()
        if flow.key in self._taken:
            self.warnings.append(("note_defined_again", flow.line, flow.key))
        key = self._free_key(flow.key)
        self._taken.add(key)
        self.notes.append(SourceNote(key, flow.key, tuple(flow.paragraphs)))

    def _free_key(self, label: str) -> str:
        key = label
        while key in self._taken:
            self._defined[label] += 1
            key = f"{label}#{self._defined[label] + 1}"
        return key
