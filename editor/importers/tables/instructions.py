"""Wishes put as instructions: add "w" after "v", delete "w", replace "a" with "b", "a" to read
"b"."""

import re
from dataclasses import dataclass
from enum import StrEnum

from editor.importers.provision_headings import NOUN
from editor.text.edit import Edit
from editor.text.tokens import tokens


class Fault(StrEnum):
    """Why an instruction could not be followed; codes of trays."""

    WORDS_NOT_FOUND = "words_not_found"
    WORDS_FOUND_AGAIN = "words_found_again"
    """The quoted words stand there more than once."""


@dataclass(frozen=True, slots=True)
class Instruction:
    """One wish in the words of the table, as an edit of the provision or why it is none."""

    raw: str
    edit: Edit | None = None
    fault: Fault | None = None


_OPEN, _CLOSE = "“‘'\"„«”", "”’'\"“»"
_ADD = r"(?:add|insert|include)"
_DELETE = r"(?:delete|remove|strike(?: out)?|omit|drop)"
_REPLACE = r"(?:replace|substitute|change)"
_SHOULD = r"(?:(?:is|are)\s+)?(?:should|shall|must|to|would|could)"
_WORDS = r"(?:the )?(?:words?|phrase|term|text|sentence|reference to)?\s*:?\s*"


def _quoted(name: str) -> str:
    return rf"[{_OPEN}](?P<{name}>[^{_OPEN}{_CLOSE}]+(?:[’'](?=\w)[^{_OPEN}{_CLOSE}]*)*)[{_CLOSE}]"


_FORMS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"{_REPLACE}\s+{_WORDS}{_quoted('old')}\s+(?:with|by|to)\s+{_WORDS}{_quoted('new')}",
        rf"{_DELETE}\s+{_WORDS}{_quoted('old')}(?:\s+and)?\s+(?:replace|substitute)"
        rf"\s+(?:it\s+)?(?:with|by)\s+{_WORDS}{_quoted('new')}",
        rf"{_DELETE}\s+{_WORDS}{_quoted('old')}",
        rf"{_WORDS}{_quoted('old')}\s+(?:{_SHOULD}\s+)?(?:now\s+)?reads?\s*(?:as\s+|:\s*)?"
        rf"{_WORDS}{_quoted('new')}",
        rf"(?:for|instead\s+of)\s+{_WORDS}{_quoted('old')}\s*,?\s+read\s*:?\s*"
        rf"{_WORDS}{_quoted('new')}",
        rf"{_WORDS}{_quoted('old')}\s+{_SHOULD}\s+be\s+(?:replaced|substituted|changed)\s+"
        rf"(?:with|by|to)\s+{_WORDS}{_quoted('new')}",
        rf"{_WORDS}{_quoted('old')}\s+{_SHOULD}\s+be\s+(?:deleted|removed|omitted|struck(?:\s+out)?)",
        rf"{_ADD}\s+{_WORDS}{_quoted('new')}\s+(?P<side>after|before|following)\s+"
        rf"{_WORDS}{_quoted('anchor')}",
        rf"(?P<side>after|before|following)\s+{_WORDS}{_quoted('anchor')}\s*,?\s+{_ADD}\s+"
        rf"{_WORDS}{_quoted('new')}",
        rf"{_ADD}\s+{_WORDS}{_quoted('new')}\s+(?:at|to)\s+(?:the\s+)?(?:very\s+)?"
        r"(?P<edge>end|beginning|start)(?:\s+of\s+(?:the\s+)?\w+)?",
    )
)
_BETWEEN = re.compile(r"\s*(?:[;.,\n]|\band\b|\bthen\b|\balso\b|\bplease\b)*\s*", re.IGNORECASE)
_DELETE_ALL = re.compile(
    rf"[\[(]?(?:{_DELETE}|deleted|deletion)"
    rf"(?:\s+(?:it|all|(?:of\s+)?(?:the\s+|this\s+)?(?:whole\s+|entire\s+)?{NOUN}))?[.\])]*",
    re.IGNORECASE,
)


def deletes_all(wording: str) -> bool:
    """Whether the words ask for the whole provision to go."""
    return _DELETE_ALL.fullmatch(wording.strip()) is not None


def instructions(wording: str, text: str) -> tuple[Instruction, ...] | None:
    """The instructions that make up all of `wording`, followed in `text` (edits in its code
    points); None if it is not instructions from end to end."""
    found: list[Instruction] = []
    position = _skip(wording, 0)
    while position < len(wording):
        match = next((m for form in _FORMS if (m := form.match(wording, position))), None)
        if match is None:
            return None
        found.append(_followed(match, text))
        position = _skip(wording, match.end())
    return tuple(found) or None


def _skip(wording: str, position: int) -> int:
    between = _BETWEEN.match(wording, position)
    return between.end() if between else position


def _followed(match: re.Match[str], text: str) -> Instruction:
    parts = match.groupdict()
    new = (parts.get("new") or "").strip()
    if parts.get("edge"):
        at = len(text.rstrip(" .;:")) if parts["edge"].lower() == "end" else 0
        return Instruction(match.group(), _insertion(text, at, new))
    quoted = (parts.get("old") or parts.get("anchor") or "").strip()
    places = _places(text, quoted)
    if len(places) != 1:
        fault = Fault.WORDS_FOUND_AGAIN if places else Fault.WORDS_NOT_FOUND
        return Instruction(match.group(), fault=fault)
    start, end = places[0]
    if parts.get("old"):
        return Instruction(match.group(), _replacement(text, start, end, new))
    at = start if (parts["side"] or "").lower() == "before" else end
    return Instruction(match.group(), _insertion(text, at, new))


def _insertion(text: str, at: int, new: str) -> Edit:
    """`new` as words of their own at `at`, the spaces around them counted in."""
    before = "" if at == 0 or text[at - 1].isspace() or new[:1] in ",.;:)" else " "
    after = "" if at >= len(text) or not text[at].isalnum() else " "
    return Edit(at, at, f"{before}{new}{after}")


def _replacement(text: str, start: int, end: int, new: str) -> Edit:
    """Where words go and none come, the space beside them goes too."""
    if not new:
        if text[start - 1 : start] == " ":
            start -= 1
        elif text[end : end + 1] == " ":
            end += 1
    return Edit(start, end, new)


def _places(text: str, quoted: str) -> list[tuple[int, int]]:
    """Where the quoted words stand as whole words, whatever their case and spaces."""
    bounds = [0]
    for token in tokens(text):
        bounds.append(bounds[-1] + len(token))
    edges = set(bounds)
    pattern = r"\s+".join(re.escape(word) for word in quoted.split())
    if not pattern:
        return []
    return [
        match.span()
        for match in re.finditer(pattern, text, re.IGNORECASE)
        if edges.issuperset(match.span())
    ]
