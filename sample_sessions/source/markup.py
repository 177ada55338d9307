"""The marks inside a provision's text, and the parts they stand for.

`<+words|X>` inserted, `<~words|X>` inserted and struck, `<-words|X>` deleted,
`<=old|new|X>` replaced, `<#base|shown|names>` anything else: base words, how they are shown,
and the names of the changes declared beside the text. Everything outside is base text.
"""

import re
from collections.abc import Callable

from sample_sessions.source.model import Change, Part

_MARK = re.compile(r"<([-+~=#])([^<>]*)>")
_NOTE = re.compile(r"\{[^{}]*\}")


def unfolded(text: str) -> str:
    """One line: the line breaks of the source file are spaces."""
    return re.sub(r"\s*\n\s*", " ", text.strip("\n"))


def without_notes(text: str) -> str:
    """`text` without references to notes and ends of pages."""
    return _NOTE.sub("", text)


def parts_of(text: str) -> tuple[tuple[Part, ...], tuple[Change, ...]]:
    """The parts of a provision's text, and the changes that its short marks stand for."""
    parts: list[Part] = []
    changes: list[Change] = []
    position = 0
    for mark in _MARK.finditer(text):
        parts.append(_kept(text[position : mark.start()]))
        position = mark.end()
        if mark[1] == "#":
            base, shown, names = mark[2].split("|")
            parts.append(Part(base, shown, tuple(names.split())))
            continue
        part, change = _SHORT_MARKS[mark[1]](f"mark-{len(changes) + 1}", *mark[2].split("|"))
        parts.append(part)
        changes.append(change)
    parts.append(_kept(text[position:]))
    return tuple(part for part in parts if part.base or part.shown), tuple(changes)


def _kept(words: str) -> Part:
    return Part(without_notes(words), words)


def _struck(words: str) -> str:
    bare = words.strip(" ")
    return words.replace(bare, f"~~{bare}~~")


def _annotated(words: str, annotation: str) -> str:
    """The annotation follows the words; a space after the words follows the annotation."""
    trailing = words[len(words.rstrip(" ")) :]
    return f"{words.rstrip(' ')} [{annotation}]{trailing}"


def _added(name: str, words: str, who: str) -> tuple[Part, Change]:
    change = Change(name, without_notes(who), new=words)
    return Part("", _annotated(words, f"add: {who}"), (name,)), change


def _added_struck(name: str, words: str, who: str) -> tuple[Part, Change]:
    change = Change(name, without_notes(who), new=words)
    return Part("", _annotated(_struck(words), f"add: {who}"), (name,)), change


def _deleted(name: str, words: str, who: str) -> tuple[Part, Change]:
    change = Change(name, without_notes(who), old=words)
    return Part(words, _annotated(_struck(words), f"delete: {who}"), (name,)), change


def _replaced(name: str, old: str, new: str, who: str) -> tuple[Part, Change]:
    change = Change(name, without_notes(who), old=old, new=new)
    shown = _annotated(f"{_struck(old)} {new}", f"modify as tracked: {who}")
    return Part(old, shown, (name,)), change


_SHORT_MARKS: dict[str, Callable[..., tuple[Part, Change]]] = {
    "+": _added,
    "~": _added_struck,
    "-": _deleted,
    "=": _replaced,
}
