"""One change of words, as an annotation that stands in the text quotes it.

The annotation stands where the old words end, or where new words are put in. Quoted words lose
the spaces around them where the text says which they were.
"""

from dataclasses import dataclass

from editor.negotiation.notation.annotation import Verb
from editor.negotiation.notation.quotation import Quotation, can_be_plain, exact
from editor.text.edit import Edit
from editor.text.tokens import tokens

_CLOSING = frozenset(",.;:!?)]”’%…")
_OPENING = frozenset("([“‘")


@dataclass(frozen=True, slots=True)
class Wording:
    """What goes and what comes, and at which offset (code points of the text) that is said.
    `is_placed` if the offset has to be told, for nothing else shows it."""

    at: int
    old: Quotation | None
    new: Quotation | None
    is_placed: bool = False


def wording_of(text: str, edit: Edit) -> Wording:
    """How `edit` of `text` is said: `edit_of` gives it back."""
    plain = _plainly(text, edit)
    if plain is not None and edit_of(text, plain) == edit:
        return plain
    old, new = text[edit.start : edit.end], edit.text
    return Wording(
        edit.end if old else edit.start,
        Quotation(old, is_exact=True) if old else None,
        Quotation(new, is_exact=True) if new or not old else None,
    )


def verb_of(wording: Wording) -> Verb:
    """What a change of words is called."""
    if wording.old is None:
        return Verb.ADD
    return Verb.DELETE if wording.new is None else Verb.REPLACE


def edit_of(text: str, wording: Wording) -> Edit:
    """The edit of `text` that is said. Raises ValueError if the old words do not stand there."""
    old, new, at = wording.old, wording.new, wording.at
    if old is None:
        words = new or Quotation("")
        return Edit(at, at, words.text if words.is_exact else _spaced(text, at, words.text))
    start = at - len(old.text)
    if start < 0 or text[start:at] != old.text:
        raise ValueError(f"{old.text!r} does not end at {at}")
    if new is None and not old.is_exact:
        return _with_a_space(text, start, at)
    return Edit(start, at, new.text if new else "")


def _plainly(text: str, edit: Edit) -> Wording | None:
    old, new = text[edit.start : edit.end], edit.text
    if old and new:
        if not (can_be_plain(old) and can_be_plain(new)):
            return Wording(edit.end, exact(old), exact(new))
        return Wording(edit.end, Quotation(old), Quotation(new))
    words = (old or new).strip(" ")
    if not can_be_plain(words):
        return None
    if new:
        return Wording(edit.start, None, Quotation(words))
    return Wording(edit.start + old.index(words) + len(words), Quotation(words), None)


def _spaced(text: str, at: int, words: str) -> str:
    """Words put in at an offset, set apart from the letters beside them."""
    before, after = text[:at][-1:], text[at : at + 1]
    if before and before not in _OPENING and not before.isspace() and words[0] not in _CLOSING:
        words = f" {words}"
    if after and after not in _CLOSING and not after.isspace():
        words = f"{words} "
    return words


def _with_a_space(text: str, start: int, end: int) -> Edit:
    """Words taken out with the space that would be left over."""
    after = text[end : end + 1]
    if start and text[start - 1] == " " and (not after or after == " " or after in _CLOSING):
        return Edit(start - 1, end, "")
    if not start and after == " ":
        return Edit(start, end + 1, "")
    return Edit(start, end, "")


def without_context(text: str, edit: Edit) -> Edit:
    """The edit without the words at its ends that it leaves as they are."""
    old, new = tokens(text[edit.start : edit.end]), tokens(edit.text)
    start, end = edit.start, edit.end
    while old and new and old[0] == new[0]:
        start += len(old.pop(0))
        new.pop(0)
    while old and new and old[-1] == new[-1]:
        end -= len(old.pop())
        new.pop()
    return Edit(start, end, "".join(new))
