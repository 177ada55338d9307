"""New paragraphs in the base document: proposed provisions, and those that moved there."""

from collections import Counter
from collections.abc import Mapping, Sequence

from lxml import etree

from editor.exporters.manuscript import ManuscriptParagraph, Piece, Tracked
from editor.exporters.typography import look_at
from editor.exporters.word.elements import Element, element, name
from editor.exporters.word.onto_base.editing import Seat
from editor.exporters.word.onto_base.host import Host, Leaf
from editor.exporters.word.onto_base.looks import look_between, look_of, runs_like, with_typography
from editor.exporters.word.onto_base.numbering import Lists
from editor.exporters.word.onto_base.order import put_in_order
from editor.exporters.word.onto_base.paragraphs import (
    like,
    set_mark,
)
from editor.exporters.word.onto_base.pen import Pen
from editor.negotiation.provision import ProvisionKind
from editor.text.scripts import is_right_to_left


class Guests:
    """Makes paragraphs that look like their neighbours of the same kind. `seats` are the base
    provisions in order."""

    def __init__(self, seats: Sequence[Seat], pen: Pen, lists: Lists) -> None:
        self._seats = list(seats)
        self._by_id: Mapping[str, Seat] = {each.provision.id: each for each in seats}
        self._index = {each.provision.id: index for index, each in enumerate(seats)}
        self._pen = pen
        self._lists = lists

    def paragraph(self, wanted: ManuscriptParagraph, after: str) -> Element:
        """A new paragraph; `after` is the base provision before it, or ""."""
        own = self._by_id.get(wanted.provision)
        model = own or self._model(wanted, after)
        made = element("w:p", self._properties(model, wanted))
        words = _words(wanted)
        for piece in wanted.pieces:
            made.extend(self._pen.comments.before(piece))
            made.extend(self._runs(piece, model, own, words))
            made.extend(self._pen.comments.after(piece))
        if self._pen.tracks:
            set_mark(made, self._pen.tracker, wanted.mark, wanted.mark_author)
        return made

    def plain(self, text: str, after: str, kind: ProvisionKind) -> Element:
        """A paragraph of the program's own, without a mark."""
        wanted = ManuscriptParagraph("", kind, 0, (Piece(text),))
        model = self._model(wanted, after)
        runs = runs_like(_usual_look(model)[0], text)
        return element("w:p", self._properties(model, wanted), *runs)

    def _model(self, wanted: ManuscriptParagraph, after: str) -> Seat | None:
        """The nearest base provision of the same kind and depth, before it if there is one."""
        here = self._index.get(after, -1)
        around = [*reversed(self._seats[: here + 1]), *self._seats[here + 1 :]]
        fits = (
            lambda each: (
                each.provision.kind is wanted.kind and each.provision.level == wanted.level
            ),
            lambda each: each.provision.kind is wanted.kind,
        )
        for fit in fits:
            found = next((each for each in around if fit(each)), None)
            if found is not None:
                return found
        return around[0] if around else None

    def _properties(self, model: Seat | None, wanted: ManuscriptParagraph) -> Element:
        if model is None:
            return element("w:pPr")
        host = model.host
        stated = host.element.find(name("w:pPr"))
        properties = like(stated)
        for each in properties.findall(name("w:pageBreakBefore")):
            properties.remove(each)
        if host.label:
            indent = self._lists.indent(host.list_id, host.level, stated)
            self._lists.take_number(properties, indent)
        words = _words(wanted)
        if is_right_to_left(words) and not is_right_to_left(host.text):
            put_in_order(properties, element("w:bidi"))
        elif is_right_to_left(host.text) and words and not is_right_to_left(words):
            put_in_order(properties, element("w:bidi", val="0"))
        return properties

    def _runs(
        self, piece: Piece, model: Seat | None, own: Seat | None, words: str
    ) -> Sequence[Element]:
        if piece.note:
            return self._note(piece, own)
        text = piece.text
        if own is not None and piece.is_label and own.host.label:
            text = f"{own.host.label}\t"
        if not text:
            return []
        if own is not None and piece.start is not None:
            runs = _copies(own.host, piece, text, words)
        else:
            look, was = _usual_look(model)
            look = with_typography(look, italic=piece.italic, bold=piece.bold, was=was)
            runs = list(runs_like(look, text, words))
        return self._pen.inserted(runs, piece)

    def _note(self, piece: Piece, own: Seat | None) -> Sequence[Element]:
        leaves = own.host.notes_at(piece.start) if own and piece.start is not None else []
        for leaf in leaves[:1]:
            tracked = piece.tracked if self._pen.tracks else Tracked.NO
            run = self._pen.notes.repeat(leaf.element, tracked, piece.author)
            return [] if run is None else self._pen.inserted([run], piece)
        return []


def _words(paragraph: ManuscriptParagraph) -> str:
    return "".join(piece.text for piece in paragraph.pieces if not piece.is_label)


def _copies(host: Host, piece: Piece, text: str, words: str) -> list[Element]:
    """Base words once more, each in its own look, in a paragraph of `words`."""
    assert piece.start is not None
    end = piece.start + len(text)
    runs: list[Element] = []
    for leaf in host.leaves:
        low, high = max(leaf.start, piece.start), min(leaf.end, end)
        if low < high:
            part = text[low - piece.start : high - piece.start]
            runs.extend(runs_like(look_between(leaf.run, None), part, words))
    return runs


def _usual_look(model: Seat | None) -> tuple[Element, tuple[bool, bool]]:
    """The look of most of the words of a paragraph, and whether it is italic and bold."""
    lengths: Counter[bytes] = Counter()
    found: dict[bytes, Leaf] = {}
    for leaf in [] if model is None else model.host.leaves:
        key = etree.tostring(look_between(leaf.run, None), method="c14n")
        lengths[key] += leaf.end - leaf.start
        found.setdefault(key, leaf)
    if model is None or not lengths:
        return look_of(None), (False, False)
    leaf = found[lengths.most_common(1)[0][0]]
    return look_between(leaf.run, None), look_at(model.provision, leaf.start)
