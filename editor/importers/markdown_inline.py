"""The inside of one Markdown paragraph: tokens to runs."""

import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace

from markdown_it.token import Token

from editor.importers.source import SourceRun

_STYLE_OF_TOKEN = {"em": "italic", "strong": "bold", "s": "struck"}
_STYLE_OF_TAG = {
    "sup": "superscript",
    "sub": "",
    "em": "italic",
    "i": "italic",
    "strong": "bold",
    "b": "bold",
    "del": "struck",
    "s": "struck",
    "strike": "struck",
    "ins": "underlined",
    "u": "underlined",
}
_TAG = re.compile(r"<(/?)([a-zA-Z]+)(?:\s[^>]*)?/?>")


def read_inline(tokens: Iterable[Token], drop: Callable[[str], None]) -> tuple[SourceRun, ...]:
    """The runs of one paragraph; `drop` is told each comment, which is not shown.

    Tags known as formatting become formatting; any other keeps its place in the text. Where
    formatting ends and begins anew, the runs stay apart: a converter may have glued lines.
    """
    inline = _Inline(drop)
    for token in tokens:
        inline.take(token)
    return tuple(inline.runs)


class _Inline:
    def __init__(self, drop: Callable[[str], None]) -> None:
        self.runs: list[SourceRun] = []
        self._open: Counter[str] = Counter()
        self._drop = drop
        self._starts_run = True

    def take(self, token: Token) -> None:
        if token.type == "softbreak":
            self._add(" ")
        elif token.type == "hardbreak":
            self._add("\n")
        elif token.type == "html_inline":
            self._take_html(token.content)
        elif token.type == "footnote_ref":
            self.runs.append(SourceRun("", superscript=True, note=str(token.meta["label"])))
            self._starts_run = True
        elif token.nesting:
            style = _STYLE_OF_TOKEN.get(token.type.rpartition("_")[0], "")
            self._open[style] += token.nesting
            self._starts_run = True
        else:
            self._add(token.content)

    def _take_html(self, html: str) -> None:
        if html.startswith("<!--"):
            self._drop(html)
            return
        tag = _TAG.fullmatch(html)
        name = tag.group(2).lower() if tag else ""
        if name == "br":
            self._add("\n")
        elif tag is None or name not in _STYLE_OF_TAG:
            self._add(html)
        else:
            style = _STYLE_OF_TAG[name]
            change = -1 if tag.group(1) else 1
            self._open[style] = max(0, self._open[style] + change)
            self._starts_run = True

    def _add(self, text: str) -> None:
        if not text:
            return
        if not self._starts_run:
            self.runs[-1] = replace(self.runs[-1], text=self.runs[-1].text + text)
            return
        self._starts_run = False
        self.runs.append(
            SourceRun(
                text,
                bold=self._open["bold"] > 0,
                italic=self._open["italic"] > 0,
                struck=self._open["struck"] > 0,
                underlined=self._open["underlined"] > 0,
                superscript=self._open["superscript"] > 0,
            )
        )
