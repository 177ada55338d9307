"""Changes in words that somebody else wants put in, quoted with enough around them to be found."""

from dataclasses import replace

from editor.negotiation.notation.quotation import exact
from editor.negotiation.notation.wording import Wording, edit_of, without_context, wording_of
from editor.text.edit import Edit
from editor.text.tokens import token_boundaries


def wording_in_context(text: str, edit: Edit) -> Wording:
    """`edit` of `text`, its old words quoted with as much around them as is needed to find
    them: quoted like that they stand in `text` only once. If that is not enough to have the
    same edit again, its place is told."""
    plain = wording_of(text, edit)
    if plain.old is not None and _stands_once(text, plain.old.text):
        return plain
    start, end = _unique(text, edit.start, edit.end)
    old = text[start:end]
    new = text[start : edit.start] + edit.text + text[edit.end : end]
    within = Wording(end, exact(old), exact(new)) if old and new else None
    if within is not None and without_context(text, edit_of(text, within)) == edit:
        return within
    return replace(plain, is_placed=True)


def _unique(text: str, start: int, end: int) -> tuple[int, int]:
    """The range grown by words on both sides until its words are nowhere else."""
    places = sorted(token_boundaries(text))
    while (start, end) != (0, len(text)) and not _stands_once(text, text[start:end]):
        start = max((each for each in places if each < start), default=0)
        end = min((each for each in places if each > end), default=len(text))
    return start, end


def _stands_once(text: str, words: str) -> bool:
    if not words.strip():
        return False
    first = text.find(words)
    return text.find(words, first + 1) < 0
