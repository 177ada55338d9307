"""Printed labels before the words of a paragraph: typed with a tab in one document, numbered
automatically in the other, part of the text in a third."""

import re
from collections.abc import Collection
from typing import Final

from editor.importers.labels import LABEL, leading_label
from editor.negotiation.provision import Provision

_LONGEST: Final = 40
_ALONE: Final = re.compile(rf"{LABEL}[.:)]?", re.IGNORECASE)


def printed_label(text: str) -> str:
    """The label before a tab at the start of a paragraph, or nothing."""
    label, tab, _ = text[:_LONGEST].partition("\t")
    words = label.strip()
    if not tab or not words:
        return ""
    found = leading_label(f"{words} ")
    whole = found is not None and found.words_start > len(words)
    return words if whole or _ALONE.fullmatch(words) else ""


def their_words_start(text: str, ours: Collection[str], *, prints_labels: bool) -> int:
    """Where the words of a paragraph begin: after a tab, if the words behind it are among
    `ours` (in single spaces), or if the document prints labels like that and this is one."""
    start = text[:_LONGEST].find("\t") + 1
    if not start or in_single_spaces(text) in ours:
        return 0
    behind = in_single_spaces(text[start:])
    is_layout = behind in ours or (prints_labels and printed_label(text))
    return start if is_layout else 0


def our_words_start(provision: Provision, theirs: Collection[str]) -> int:
    """Where the words of a provision begin that has its label in its text, if the document
    has the words (in single spaces) without it."""
    if in_single_spaces(provision.text) in theirs or not provision.shows_label:
        return 0
    found = leading_label(provision.text)
    if found is None or in_single_spaces(provision.text[found.words_start :]) not in theirs:
        return 0
    return found.words_start


def in_single_spaces(text: str) -> str:
    return " ".join(text.split())
