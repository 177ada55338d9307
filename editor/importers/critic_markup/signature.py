"""Who a comment behind a change says made it."""

import re
from dataclasses import dataclass

from editor.importers.delegations import is_first_name
from editor.importers.names import load_names
from editor.importers.tracked.comment_words import Verb, possible_stances

_LONGEST = 300
_MOST_WORDS = 8
_LISTS = tuple(map(re.compile, (r"(?!)", r"\s*[,;/]\s*", r"\s*[,;/]\s*|\s+and\s+", r"\s+")))
"""What may stand between names, which have some of it themselves: Trinidad and Tobago."""
_MENTIONS = re.compile(r"(?:^|\s)@")
_OF_SENTENCES = re.compile(r"[.?!;](?:\s|$)")


@dataclass(frozen=True, slots=True)
class Signature:
    """The names, as written, and what is said beside them."""

    names: tuple[str, ...]
    words: str = ""


def signature(comment: str) -> Signature | None:
    """The names at the start of a comment: `@Name: words`, `@A @B: words`, `@CAN words`, and of
    delegations that are known `CAN: words`, `CAN, MEX: words`, `CAN MEX`; None without any."""
    before, colon, words = comment.partition(":")
    if len(before) > _LONGEST or "\n" in before:
        before, colon, words = "", "", ""
    if comment.startswith("@"):
        names = _mentioned(before)
        if colon and names:
            return Signature(names, words.strip())
        return Signature(names) if len(names) > 1 else _mentioned_first(comment[1:])
    names = _known(before)
    return Signature(names, words.strip()) if names else None


def is_by_maker(said: Signature, *, removes: bool) -> bool:
    """Whether it signs the change that it stands behind, which only `removes` words: whoever
    supports or opposes a change has not made it."""
    stances = possible_stances(f"X: {said.words}")
    return all(each.verb is Verb.DELETE and removes for each in stances)


def _mentioned(before: str) -> tuple[str, ...]:
    found = (each.strip() for each in _MENTIONS.split(before))
    return tuple(dict.fromkeys(each for each in found if each))


def _mentioned_first(text: str) -> Signature | None:
    """A name that nothing but its words tells from what is said beside it."""
    words = text.split()
    if not words:
        return None
    for count in range(min(len(words), _MOST_WORDS), 0, -1):
        if _is_known(name := " ".join(words[:count])):
            return Signature((name,), " ".join(words[count:]))
    if len(words) <= _MOST_WORDS and not _OF_SENTENCES.search(text):
        return Signature((" ".join(words),))
    return Signature((words[0],), " ".join(words[1:]))


def _known(written: str) -> tuple[str, ...]:
    """The delegations of the book that `written` lists; nobody if it says anything else."""
    for separator in _LISTS:
        listed = separator.split(written.strip())
        if all(map(_is_known, listed)):
            return tuple(dict.fromkeys(listed))
    return ()


def _is_known(written: str) -> bool:
    found = load_names().find(written)
    return found is not None and not is_first_name(written, found.spellings)
