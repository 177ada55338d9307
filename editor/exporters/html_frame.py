"""What is around the words of a web page: style, the top of the paper, notes."""

from collections.abc import Iterator, Sequence
from html import escape

from editor.exporters.paper_head import PaperHead
from editor.text.scripts import is_east_asian, is_right_to_left

LABEL_GAP = "\u2003"
"""Between a printed label and the words: a space that stays, also in print."""
_STYLE = """
:root { color-scheme: light dark; }
body { font-family: "Times New Roman", Tinos, "Noto Naskh Arabic", "Noto Serif CJK SC", SimSun,
  serif; font-size: 11pt; line-height: 1.35; max-width: 44em; margin: 2em auto; padding: 0 1em;
  color: #1a1a1a; background: #fff; }
h1, h2, h3, h4, h5, h6 { line-height: 1.2; margin: 1.4em 0 .5em; }
h1 { font-size: 15.5pt; } h2 { font-size: 14pt; } h3 { font-size: 12.5pt; }
h4, h5, h6 { font-size: 11pt; }
ins { text-decoration: underline; } del { text-decoration: line-through; }
table.top { width: 100%; border-collapse: collapse; }
table.top td { padding: .1em 0; border-bottom: 1px solid; vertical-align: bottom; }
td.end { text-align: end; }
.subtitle { font-weight: bold; }
.who { font-size: 8pt; font-weight: bold; }
.label { display: inline-block; min-width: 2.2em; }
.notes { border-top: 1px solid; margin-top: 2em; padding-top: .5em; font-size: 9pt; }
.legend { font-size: 10pt; margin: .3em 0; }
.level1 { margin-inline-start: 2.2em; } .level2 { margin-inline-start: 4.4em; }
.level3 { margin-inline-start: 6.6em; }
@media (prefers-color-scheme: dark) { body { color: #e8e8e8; background: #181818; } }
@media print { body { color: #000; background: #fff; max-width: none; margin: 0; } }
"""


def page_of(head: PaperHead, body: str, notes: Sequence[str], words: str) -> str:
    """A page around `body`, with numbered `notes`, both markup; the language and the direction
    are those of the plain `words`."""
    direction = "rtl" if is_right_to_left(words) else "ltr"
    shown = escape(head.title or "Text")
    symbol = f'<meta name="symbol" content="{escape(head.symbol)}">\n' if head.symbol else ""
    return (
        f'<!DOCTYPE html>\n<html lang="{_language(words)}" dir="{direction}">\n<head>\n'
        '<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"{symbol}<title>{shown}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
        f"{''.join(_top(head))}<h1>{shown}</h1>\n{_subtitle(head)}{body}\n{_notes(notes)}"
        "</body>\n</html>\n"
    )


def _top(head: PaperHead) -> Iterator[str]:
    rows = [(head.reading, head.symbol), ("", head.date)]
    lines = [(left, right) for left, right in rows if left or right]
    if lines:
        yield '<table class="top" width="100%">\n'
        for left, right in lines:
            yield f'<tr><td>{escape(left)}</td><td class="end" align="right">{escape(right)}</td>'
            yield "</tr>\n"
        yield "</table>\n"


def _subtitle(head: PaperHead) -> str:
    return f'<p class="subtitle">{escape(head.subtitle)}</p>\n' if head.subtitle else ""


def _notes(notes: Sequence[str]) -> str:
    if not notes:
        return ""
    lines = "\n".join(
        f'<p id="note{number}" dir="auto"><sup>{number}</sup> {text}</p>'
        for number, text in enumerate(notes, start=1)
    )
    return f'<div class="notes">\n{lines}\n</div>\n'


def _language(words: str) -> str:
    """The language as far as the script tells it."""
    if is_right_to_left(words):
        return "he" if any("\u0590" <= each <= "\u05ff" for each in words) else "ar"
    return "zh" if is_east_asian(words) else "en"
