"""The redline in CriticMarkup: rejecting all of it gives the base, accepting all the composed
text. A paragraph is a line; a line break within marks is a paragraph mark that comes or goes."""

from collections.abc import Iterator

from editor.exporters.manuscript import SOFT_BREAK, Piece, Tracked
from editor.exporters.redline import redline
from editor.exporters.stream import NO_MARK
from editor.exporters.voice_names import VoiceNames
from editor.negotiation.composition import Composition

_MARKS = {Tracked.INSERTED: "++", Tracked.DELETED: "--"}
_LITERAL = "\\"


def critic_markup(composition: Composition, *, with_names: bool = True) -> str:
    """The text; a backslash stands before `{`, `}` and backslashes of the text itself."""
    names = VoiceNames(composition.session.delegations, "") if with_names else None
    return "".join(_stream(composition, names))


def _stream(composition: Composition, names: VoiceNames | None) -> Iterator[str]:
    for paragraph in redline(composition):
        for piece in paragraph.pieces:
            yield _piece(piece, names)
        if paragraph.mark is not NO_MARK:
            yield _marked("\n", paragraph.mark, paragraph.mark_author, names)


def _piece(piece: Piece, names: VoiceNames | None) -> str:
    words = piece.text.replace(SOFT_BREAK, " ").replace("\n", " ")
    for each in (_LITERAL, "{", "}"):
        words = words.replace(each, f"{_LITERAL}{each}")
    if not words or piece.tracked is Tracked.STRUCK:
        return ""
    return _marked(words, piece.tracked, piece.author, names)


def _marked(words: str, tracked: Tracked, author: str, names: VoiceNames | None) -> str:
    mark = _MARKS.get(tracked)
    if mark is None:
        return words
    comment = f"{{>>{names.author(author)}<<}}" if names else ""
    return f"{{{mark}{words}{mark}}}{comment}"
