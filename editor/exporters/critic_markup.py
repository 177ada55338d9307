"""The redline in CriticMarkup: rejecting all of it gives the base, accepting all the composed
text. A paragraph is a line; a line break within marks is a paragraph mark that comes or goes.

Behind each change a comment names who makes it, `{>>@Canada @Fiji:<<}`; comments behind that say
why, `{>>@Fiji: words<<}`, and what is still open.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from editor.exporters.manuscript import (
    SOFT_BREAK,
    ManuscriptParagraph,
    Piece,
    Remark,
    RemarkKind,
    Tracked,
)
from editor.exporters.redline import redline
from editor.exporters.remark_words import remark_words
from editor.exporters.stream import NO_MARK
from editor.exporters.voice_names import VoiceNames
from editor.negotiation.composition import Composition

_MARKS = {Tracked.INSERTED: "++", Tracked.DELETED: "--"}
_BREAK = re.compile(f"[\n{SOFT_BREAK}]")
_LITERAL = "\\"
_ALL_WHO_PROPOSE = frozenset({RemarkKind.SPONSORS, RemarkKind.MOVED_AWAY, RemarkKind.MOVED_HERE})


def critic_markup(composition: Composition, *, with_names: bool = True) -> str:
    """The text; a backslash stands before `{`, `}` and backslashes of the text itself. Without
    names there are no comments."""
    paragraphs = tuple(redline(composition))
    names = VoiceNames(composition.session.delegations, "") if with_names else None
    writer = _Writer(names)
    return "".join(
        writer.paragraph(paragraph, following)
        for paragraph, following in pairwise((*paragraphs, None))
        if paragraph is not None
    )


class _Writer:
    def __init__(self, names: VoiceNames | None) -> None:
        self._names = names
        self._told: set[int] = set()

    def paragraph(
        self, paragraph: ManuscriptParagraph, following: ManuscriptParagraph | None
    ) -> str:
        pieces = paragraph.pieces
        homes = _homes(pieces)
        words = "".join(self._piece(each, homes.get(n, ())) for n, each in enumerate(pieces))
        if paragraph.mark is NO_MARK:
            return words
        who = _behind(paragraph.mark_author, _remarks_on_mark(paragraph, following))
        return words + self._marked("\n", paragraph.mark, who)

    def _piece(self, piece: Piece, remarks: Iterable[Remark]) -> str:
        """What is said of words that stay comes before them: behind them, it would be about the
        change that they follow."""
        told = "".join(self._remarks(remarks))
        words = _escaped(_BREAK.sub(" ", piece.text))
        if not words or piece.tracked is Tracked.STRUCK:
            return told
        if piece.tracked is Tracked.NO:
            return told + words
        return self._marked(words, piece.tracked, _behind(piece.author, piece.remarks)) + told

    def _marked(self, words: str, tracked: Tracked, who: Iterable[str]) -> str:
        mark = _MARKS.get(tracked, "")
        if not mark:
            return words
        return f"{{{mark}{words}{mark}}}{self._comment(who)}"

    def _remarks(self, remarks: Iterable[Remark]) -> Iterator[str]:
        for each in remarks:
            if self._names and each.kind not in _ALL_WHO_PROPOSE and each.number not in self._told:
                self._told.add(each.number)
                words = remark_words(each, self._names.author)
                yield self._comment((each.author,), words)

    def _comment(self, who: Iterable[str], words: str = "") -> str:
        if self._names is None:
            return ""
        named = " ".join(f"@{self._names.author(each)}" for each in who)
        said = f"{named}: {words}".rstrip()
        return f"{{>>{_escaped(said)}<<}}"


def _escaped(words: str) -> str:
    for each in (_LITERAL, "{", "}"):
        words = words.replace(each, f"{_LITERAL}{each}")
    return words


def _homes(pieces: Sequence[Piece]) -> Mapping[int, list[Remark]]:
    """Beside which of the pieces that carry it each remark is told: a change of its author's,
    else the first, but not the label if there are words."""
    carrying: dict[Remark, list[int]] = defaultdict(list)
    for number, piece in enumerate(pieces):
        for each in piece.remarks:
            carrying[each].append(number)
    homes: dict[int, list[Remark]] = defaultdict(list)
    for remark, numbers in carrying.items():
        best = min(numbers, key=lambda n: (pieces[n].is_label, pieces[n].author != remark.author))
        homes[best].append(remark)
    return homes


def _behind(author: str, remarks: Iterable[Remark]) -> tuple[str, ...]:
    """The author of a change and all who propose it too."""
    listed = (each for each in remarks if each.kind in _ALL_WHO_PROPOSE and each.author == author)
    others = next((each.delegations for each in listed), ())
    return tuple(dict.fromkeys((author, *others)))


def _remarks_on_mark(
    paragraph: ManuscriptParagraph, following: ManuscriptParagraph | None
) -> Iterator[Remark]:
    """Those on the pieces of an inserted break; of a join those on all that it joins."""
    after = following.pieces if following else ()
    if paragraph.mark is Tracked.INSERTED:
        for piece in (*paragraph.pieces[-1:], *after[:1]):
            if not piece.text:
                yield from piece.remarks
    elif any(each.tracked is not Tracked.DELETED for each in after if not each.is_label):
        on_all = (frozenset(each.remarks) for each in after)
        yield from frozenset.intersection(*on_all)
