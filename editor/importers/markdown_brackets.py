"""Which square brackets of a Markdown paragraph may be links or references to notes.

The parser looks for the end of a label from each bracket anew, over all the words after it:
of a line of half a million brackets it would never come to the end.
"""

from collections.abc import Callable

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline, image, link
from mdit_py_plugins.footnote.index import footnote_ref

_LONGEST_LABEL = 2_000
_LONGEST_NOTE = 100
Rule = Callable[[StateInline, bool], bool]


def within_bounds(parser: MarkdownIt) -> None:
    """Let the parser try only brackets that close soon: those of links before an address."""
    pairs = _Pairs()
    parser.inline.ruler.at("link", _guarded(link, lambda state: pairs.is_link(state, state.pos)))
    parser.inline.ruler.at(
        "image", _guarded(image, lambda state: pairs.is_link(state, state.pos + 1))
    )
    parser.inline.ruler.at("footnote_ref", _guarded(footnote_ref, pairs.is_note))


def _guarded(rule: Rule, may_be: Callable[[StateInline], bool]) -> Rule:
    return lambda state, silent: may_be(state) and rule(state, silent)


class _Pairs:
    """The brackets of the paragraph that is being parsed."""

    def __init__(self) -> None:
        self._text = ""
        self._ends: dict[int, int] = {}

    def is_link(self, state: StateInline, opening: int) -> bool:
        end = self._end(state.src, opening)
        return 0 < end <= opening + _LONGEST_LABEL and state.src.startswith("(", end + 1)

    def is_note(self, state: StateInline) -> bool:
        return 0 < self._end(state.src, state.pos) <= state.pos + _LONGEST_NOTE

    def _end(self, text: str, opening: int) -> int:
        if text is not self._text:
            self._text, self._ends = text, _paired(text)
        return self._ends.get(opening, 0)


def _paired(text: str) -> dict[int, int]:
    ends: dict[int, int] = {}
    open_ones: list[int] = []
    is_escaped = False
    for at, character in enumerate(text):
        if is_escaped or character == "\\":
            is_escaped = not is_escaped
        elif character == "[":
            open_ones.append(at)
        elif character == "]" and open_ones:
            ends[open_ones.pop()] = at
    return ends
