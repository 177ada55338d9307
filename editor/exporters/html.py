"""A composition as one web page: no scripts, no files beside it, names as text."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape
from itertools import pairwise

from editor.exporters.forms import manuscript
from editor.exporters.html_frame import LABEL_GAP, page_of
from editor.exporters.manuscript import (
    SOFT_BREAK,
    Form,
    ManuscriptParagraph,
    Piece,
    Tracked,
)
from editor.exporters.ordinals import label_parts
from editor.exporters.paper_head import SUBTITLES, PaperHead
from editor.exporters.redline import redline
from editor.exporters.remark_words import remark_words
from editor.exporters.voice_names import VoiceNames
from editor.negotiation.composition import Composition
from editor.negotiation.note import Note
from editor.negotiation.provision import ProvisionKind
from editor.text.scripts import is_right_to_left, needs_space

_DEEPEST_LEVEL, _DEEPEST_HEADING = 3, 6
_BRACKETS = frozenset("[/]")
"""Nobody is named for the brackets around alternatives."""


def html_page(
    composition: Composition,
    form: Form,
    head: PaperHead | None = None,
    *,
    with_names: bool = True,
) -> str:
    """The page in one of the forms, with `head` above it. In a redline each change names who
    makes it, and remarks (co-sponsors, reasons, what is open) are numbered notes at its end."""
    session = composition.session
    paragraphs: Sequence[ManuscriptParagraph] = manuscript(composition, form)
    if form is Form.REDLINE:
        paragraphs = tuple(redline(composition))
    page = _Page(VoiceNames(session.delegations, ""), session.notes, paragraphs, with_names)
    body = "\n".join(page.paragraph(each) for each in paragraphs)
    words = "".join(session.provisions[each].text for each in session.base_order)
    return page_of(head or PaperHead(session.title, SUBTITLES[form]), body, page.footnotes, words)


class _Page:
    def __init__(
        self,
        names: VoiceNames,
        notes: Mapping[str, Note],
        paragraphs: Iterable[ManuscriptParagraph],
        with_names: bool,
    ) -> None:
        self._names = names
        self._notes = notes
        self._with_names = with_names
        self.footnotes: list[str] = []
        self._left = Counter(
            remark.number
            for paragraph in paragraphs
            for piece in paragraph.pieces
            for remark in piece.remarks
        )

    def paragraph(self, paragraph: ManuscriptParagraph) -> str:
        """One paragraph; a tracked mark is a pilcrow in the words."""
        words = "".join(self._pieces([*paragraph.pieces, *_mark(paragraph)]))
        text = "".join(each.text for each in paragraph.pieces if not each.is_label)
        direction = "rtl" if is_right_to_left(text) else "ltr"
        if paragraph.kind is ProvisionKind.HEADING:
            level = min(max(paragraph.level, 1) + 1, _DEEPEST_HEADING)
            return f'<h{level} dir="{direction}">{words}</h{level}>'
        level = min(max(paragraph.level, 0), _DEEPEST_LEVEL)
        return f'<p class="{paragraph.kind} level{level}" dir="{direction}">{words}</p>'

    def _pieces(self, pieces: Sequence[Piece]) -> Iterator[str]:
        """Pieces beside each other by one voice carry its name once, after the last."""
        for piece, after in pairwise([*pieces, None]):
            assert piece is not None
            yield self._piece(piece)
            ends = after is None or self._voice(piece) != self._voice(after)
            told = self._who(self._voice(piece)) if ends else ""
            yield told
            yield _raised(self._remarks(piece))
            if after is not None and _touch(piece, after, told):
                yield " "

    def _piece(self, piece: Piece) -> str:
        if piece.note:
            note = self._notes.get(piece.note)
            if note is None:
                return ""
            return _raised([self._numbered(escape(note.text).replace("\n", "<br>"))])
        words = escape(piece.text).replace(SOFT_BREAK, "<br>").replace("\n", "<br>")
        if piece.is_label:
            words = f'<span class="label">{_label(piece.text)}</span>{LABEL_GAP}'
        for tag, applies in (("i", piece.italic), ("b", piece.bold)):
            if applies and words:
                words = f"<{tag}>{words}</{tag}>"
        return self._tracked(words, piece) if words and piece.tracked else words

    def _tracked(self, words: str, piece: Piece) -> str:
        match piece.tracked:
            case Tracked.INSERTED:
                return f"<ins>{words}</ins>"
            case Tracked.DELETED:
                return f"<del>{words}</del>"
            case _:
                return f"<del><ins>{words}</ins>{self._who(piece.author)}</del>"

    def _voice(self, piece: Piece) -> str:
        """The delegation that is named after a piece, nobody for what stays."""
        if not piece.tracked or piece.text.strip() in _BRACKETS:
            return ""
        return piece.struck_by if piece.tracked is Tracked.STRUCK else piece.author

    def _who(self, author: str) -> str:
        if not self._with_names or not author:
            return ""
        return f' <span class="who" dir="auto">[{escape(self._names.author(author))}]</span>'

    def _remarks(self, piece: Piece) -> Iterator[str]:
        """The numbers of the remarks that end with a piece."""
        for remark in piece.remarks:
            self._left[remark.number] -= 1
            if self._with_names and not self._left[remark.number]:
                who = escape(self._names.author(remark.author))
                words = escape(remark_words(remark, self._names.author)).replace("\n", "<br>")
                yield self._numbered(f"{who}: {words}")

    def _numbered(self, text: str) -> str:
        self.footnotes.append(text)
        number = len(self.footnotes)
        return f'<a href="#note{number}">{number}</a>'


def _raised(numbers: Iterable[str]) -> str:
    shown = ", ".join(numbers)
    return f"<sup>{shown}</sup>" if shown else ""


def _label(text: str) -> str:
    parts = label_parts(text.rstrip())
    return "".join(f"<i>{escape(part)}</i>" if italic else escape(part) for part, italic in parts)


def _mark(paragraph: ManuscriptParagraph) -> Iterator[Piece]:
    if paragraph.mark in (Tracked.INSERTED, Tracked.DELETED):
        yield Piece("¶", paragraph.mark, paragraph.mark_author)


def _touch(piece: Piece, after: Piece, told: str) -> bool:
    """Whether a space has to keep two pieces apart: words that go from those that come in their
    place, a name from the word after it."""
    if piece.is_label or not (piece.tracked or after.tracked):
        return False
    if told:
        return after.text[:1].isalnum()
    changes = piece.tracked is not after.tracked and piece.tracked and after.tracked
    return bool(changes) and needs_space(piece.text, after.text)
