"""What a comment in the margin says: that it proposes too, where a delegation stands, or why."""

import re
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

from editor.negotiation.provision import Stance


class Verb(Enum):
    """Words whose stance depends on what they are said of."""

    RETAIN = auto()
    DELETE = auto()


@dataclass(frozen=True, slots=True)
class Said:
    """`names` as written, empty where the author speaks; `quoted` are the words meant."""

    names: str
    verb: Verb | Stance
    quoted: str = ""
    note: str = ""


_VERBS: Final[tuple[tuple[str, Verb | Stance], ...]] = (
    (r"supports?|agrees?(?: (?:to|with))?|endorses?", Stance.SUPPORT),
    (r"opposes?|objects?(?: to)?|rejects?|cannot (?:accept|support|agree)", Stance.OPPOSE),
    (r"reserves?(?: (?:its|our|their|the) positions?)?", Stance.RESERVE),
    (r"can (?:live with|accept)(?: it)?|accepts?", Stance.ACCEPT),
    (r"conditional", Stance.CONDITIONAL),
    (r"retains?|keeps?|maintains?", Verb.RETAIN),
    (r"deletes?|removes?|strikes?(?: out)?", Verb.DELETE),
)
_VERB = "|".join(f"(?P<v{number}>{words})" for number, (words, _) in enumerate(_VERBS))
_NOUN = r"(?:proposals?|amendments?|changes?|deletions?|insertions?|words?|text|paragraph|original)"
_OBJECT = rf"(?=\s*(?:$|[\"“«‘:.,;–—]|(?:it|this|that|these|those|the\s+{_NOUN})\b))"
_ALL_OF_OBJECT = re.compile(
    rf"\s*(?:it|(?:this|that|these|those|the)\s+{_NOUN}|this|that|these|those)"
    r"(?=\s*(?:$|[:.,;–—\n])|\s+(?:because|as|since)\b)",
    re.IGNORECASE,
)
_MODAL = r"(?:we\s+|would\s+like\s+to\s+|wants?\s+to\s+|to\s+)*"
_BY_NAME = re.compile(
    rf"(?P<names>[^:\"“”]{{1,300}}?)\s*:\s*{_MODAL}(?:{_VERB})\b(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
_IN_PROSE = re.compile(
    rf"(?P<names>[^:\"“”]{{1,300}}?)\s+{_MODAL}(?:{_VERB})\b{_OBJECT}(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
_BY_AUTHOR = re.compile(
    rf"(?P<names>){_MODAL}(?:{_VERB})\b{_OBJECT}(?P<rest>.*)", re.IGNORECASE | re.DOTALL
)
_PROPOSED_BY = re.compile(
    r"(?:moved (?:from|to) here; )?proposed by:(?P<names>.+)", re.IGNORECASE | re.DOTALL
)
_SIDES = re.compile(r"(?:open|left in brackets):(?P<sides>.*)", re.IGNORECASE | re.DOTALL)
_BASE_SIDE = "base text"
_CONTESTED = re.compile(
    r"(?:deletion contested; proposed by:(?P<who>[^\n]*)"
    r"|alternative text contested; proposed by:(?P<others>[^\n]*)\n(?P<text>.*))",
    re.IGNORECASE | re.DOTALL,
)
_CONTESTED_PLACE = re.compile(r"its place is contested by:", re.IGNORECASE)
_QUOTED = re.compile(r"\"([^\"]+)\"|“([^”]+)”|«([^»]+)»|‘([^’]+)’")
_EDGES = " \t\n\r:.,;–—-"
_END_OF_STATEMENT = re.compile(r"[;\n]\s*|(?<=\w{4}\.)\s+")
"""A point after less is mostly that of an abbreviation."""


def proposed_by(text: str) -> str:
    """The names, as written, in a comment that only lists who proposes; else nothing."""
    found = _PROPOSED_BY.fullmatch(text.strip())
    return found["names"].strip() if found else ""


def is_about_conflict(text: str) -> bool:
    """Whether it is a remark of a redline of ours about what was still open."""
    said = text.strip()
    return any(each.match(said) for each in (_SIDES, _CONTESTED, _CONTESTED_PLACE))


def sides_told(text: str) -> tuple[str, ...]:
    """The names, as written, behind each side of a bracket, empty for the base words; nothing
    if that is not what a comment tells."""
    found = _SIDES.fullmatch(text.strip())
    sides = found["sides"].split(" / ") if found else ()
    return tuple("" if each.strip() == _BASE_SIDE else each.strip() for each in sides)


def contest_told(text: str) -> tuple[str, str] | None:
    """Who, as written, proposes to delete what the comment is on, or to put a text, the second,
    in its place, which is contested."""
    found = _CONTESTED.fullmatch(text.strip())
    if found is None:
        return None
    return (found["who"] or found["others"] or "").strip(), (found["text"] or "").strip()


def possible_stances(text: str) -> list[Said]:
    """How a comment can be read as a stance, the most telling reading first. Whether `names`
    are delegations is for the caller to say: without that it is only a reason."""
    found = (pattern.fullmatch(text.strip()) for pattern in (_BY_NAME, _IN_PROSE, _BY_AUTHOR))
    return [_said(match) for match in found if match]


def ends_of_statements(text: str) -> list[tuple[int, int]]:
    """`[end, start)`: where one statement of a comment may end and the next one start."""
    quoted = [each.span() for each in _QUOTED.finditer(text)]
    found = (each.span() for each in _END_OF_STATEMENT.finditer(text))
    return [
        (end, start)
        for end, start in found
        if not any(first < end < last for first, last in quoted)
    ]


def _said(match: re.Match[str]) -> Said:
    verb = next(v for number, (_, v) in enumerate(_VERBS) if match[f"v{number}"])
    rest = match["rest"]
    told = _ALL_OF_OBJECT.match(rest)
    if told:
        rest = rest[told.end() :]
    quoted = _QUOTED.search(rest)
    words = ""
    if quoted:
        words = next(filter(None, quoted.groups()))
        rest = rest[: quoted.start()] + rest[quoted.end() :]
    return Said(match["names"].strip(), verb, words.strip(), rest.strip(_EDGES))
