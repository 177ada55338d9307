"""A composition as one web page: no scripts, no files beside it, names as text."""

from collections.abc import Iterator, Mapping, Sequence
from html import escape

from editor.exporters.forms import manuscript
from editor.exporters.manuscript import (
    SOFT_BREAK,
    Form,
    ManuscriptParagraph,
    Piece,
    Tracked,
)
from editor.exporters.redline import redline
from editor.exporters.word.remarks import remark_words
from editor.exporters.word.scripts import is_east_asian, is_right_to_left
from editor.exporters.word.voice_names import VoiceNames
from editor.negotiation.composition import Composition
from editor.negotiation.note import Note
from editor.negotiation.provision import ProvisionKind

_STYLE = """
:root { color-scheme: light dark; }
body { font-family: "Times New Roman", Tinos, "Noto Serif CJK SC", SimSun, serif;
  font-size: 11pt; line-height: 1.35; max-width: 44em; margin: 2em auto; padding: 0 1em;
  color: #1a1a1a; background: #fff; }
h1, h2, h3, h4, h5, h6 { line-height: 1.2; margin: 1.4em 0 .5em; }
ins { text-decoration: underline; } del { text-decoration: line-through; }
.who { font-size: 8pt; font-weight: bold; }
.label { display: inline-block; min-width: 2.2em; }
.notes { border-top: 1px solid; margin-top: 2em; padding-top: .5em; font-size: 9pt; }
.level1 { margin-inline-start: 2.2em; } .level2 { margin-inline-start: 4.4em; }
.level3 { margin-inline-start: 6.6em; }
@media (prefers-color-scheme: dark) { body { color: #e8e8e8; background: #181818; } }
@media print { body { color: #000; background: #fff; max-width: none; margin: 0; } }
"""
_DEEPEST_LEVEL, _DEEPEST_HEADING = 3, 6
_BRACKETS = frozenset("[/]")
"""Nobody is named for the brackets around alternatives."""


def html_page(composition: Composition, form: Form, *, with_names: bool = True) -> str:
    """The page in one of the forms. In a redline each change names who makes it, and remarks
    (co-sponsors, reasons, what is open) are numbered notes at its end."""
    session = composition.session
    page = _Page(VoiceNames(session.delegations, ""), session.notes, with_names)
    paragraphs: Sequence[ManuscriptParagraph] = manuscript(composition, form)
    if form is Form.REDLINE:
        paragraphs = tuple(redline(composition))
    body = "\n".join(page.paragraph(each) for each in paragraphs)
    words = "".join(session.provisions[each].text for each in session.base_order)
    return page_of(session.title or "Text", body, page.footnotes, words)


def page_of(title: str, body: str, notes: Sequence[str], words: str) -> str:
    """A page around `body`, with numbered `notes`, both markup; the language and the direction
    are those of the plain `words`."""
    direction = "rtl" if is_right_to_left(words) else "ltr"
    shown = escape(title)
    return (
        f'<!DOCTYPE html>\n<html lang="{_language(words)}" dir="{direction}">\n<head>\n'
        '<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{shown}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
        f"<h1>{shown}</h1>\n{body}\n{_notes(notes)}</body>\n</html>\n"
    )


def _notes(notes: Sequence[str]) -> str:
    if not notes:
        return ""
    lines = "\n".join(
        f'<p id="note{number}"><sup>{number}</sup> {text}</p>'
        for number, text in enumerate(notes, start=1)
    )
    return f'<div class="notes">\n{lines}\n</div>\n'


def _language(words: str) -> str:
    """The language as far as the script tells it."""
    if is_right_to_left(words):
        return "he" if any("\u0590" <= each <= "\u05ff" for each in words) else "ar"
    return "zh" if is_east_asian(words) else "en"


class _Page:
    def __init__(self, names: VoiceNames, notes: Mapping[str, Note], with_names: bool) -> None:
        self._names = names
        self._notes = notes
        self._with_names = with_names
        self.footnotes: list[str] = []
        self._told: set[int] = set()

    def paragraph(self, paragraph: ManuscriptParagraph) -> str:
        """One paragraph; a tracked mark is a pilcrow in the words."""
        words = "".join(self._piece(each) for each in paragraph.pieces)
        if paragraph.mark in (Tracked.INSERTED, Tracked.DELETED):
            words += self._tracked("¶", paragraph.mark, paragraph.mark_author)
        text = "".join(each.text for each in paragraph.pieces if not each.is_label)
        direction = "rtl" if is_right_to_left(text) else "ltr"
        if paragraph.kind is ProvisionKind.HEADING:
            level = min(max(paragraph.level, 1) + 1, _DEEPEST_HEADING)
            return f'<h{level} dir="{direction}">{words}</h{level}>'
        level = min(max(paragraph.level, 0), _DEEPEST_LEVEL)
        return f'<p class="{paragraph.kind} level{level}" dir="{direction}">{words}</p>'

    def _piece(self, piece: Piece) -> str:
        if piece.note:
            note = self._notes.get(piece.note)
            return self._numbered(escape(note.text)) if note else ""
        words = escape(piece.text).replace(SOFT_BREAK, "<br>").replace("\n", "<br>")
        if piece.is_label:
            words = f'<span class="label">{words.rstrip()}</span> '
        for tag, applies in (("i", piece.italic), ("b", piece.bold)):
            if applies and words:
                words = f"<{tag}>{words}</{tag}>"
        if words and piece.tracked:
            author = "" if piece.text.strip() in _BRACKETS else piece.author
            words = self._tracked(words, piece.tracked, author, piece.struck_by)
        return words + "".join(self._remarks(piece))

    def _tracked(self, words: str, tracked: Tracked, author: str, struck_by: str = "") -> str:
        match tracked:
            case Tracked.INSERTED:
                return f"<ins>{words}</ins>{self._who(author)}"
            case Tracked.DELETED:
                return f"<del>{words}</del>{self._who(author)}"
            case _:
                inner = f"<ins>{words}</ins>{self._who(author)}"
                return f"<del>{inner}</del>{self._who(struck_by)}"

    def _who(self, author: str) -> str:
        if not self._with_names or not author:
            return ""
        return f' <span class="who">[{escape(self._names.author(author))}]</span> '

    def _remarks(self, piece: Piece) -> Iterator[str]:
        if not self._with_names:
            return
        for remark in piece.remarks:
            if remark.number not in self._told:
                self._told.add(remark.number)
                who = escape(self._names.author(remark.author))
                words = escape(remark_words(remark, self._names.author)).replace("\n", "<br>")
                yield self._numbered(f"{who}: {words}")

    def _numbered(self, text: str) -> str:
        self.footnotes.append(text)
        number = len(self.footnotes)
        return f'<sup><a href="#note{number}">{number}</a></sup>\u200a'
