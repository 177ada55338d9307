"""Comments that stand in the base text already: whoever writes into a copy of it says them not."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import replace

from editor.importers.revisions import NOT_IN_ORIGINAL
from editor.importers.source import Revision, SourceComment, SourceDocument

_Told = tuple[str, str, str]
"""The author, the words, and the words that it is about."""


def without_base_comments(source: SourceDocument, base: SourceDocument) -> SourceDocument:
    """`source` without the comments that `base` has by the same author, in the same words,
    about the same words. What is said more often than there is said anew.

    Comments of `base` on tracked changes count not: these changes are no base text.
    """
    on_changes = _on_changes(base)
    words = _commented(base)
    left = Counter(_told(each, words) for each in base.comments if each.key not in on_changes)
    words = _commented(source)
    kept: list[SourceComment] = []
    for each in source.comments:
        told = _told(each, words)
        if left[told]:
            left[told] -= 1
        else:
            kept.append(each)
    return replace(source, comments=tuple(kept))


def _told(comment: SourceComment, words: Mapping[str, str]) -> _Told:
    place = words.get(comment.key) or words.get(comment.answers, "")
    return _plain(comment.author), _plain(comment.text), _plain(place)


def _plain(text: str) -> str:
    return " ".join(text.split())


def _commented(document: SourceDocument) -> Mapping[str, str]:
    """The original words that each comment is about, by its key."""
    found: dict[str, list[str]] = defaultdict(list)
    for paragraph in document.paragraphs:
        for run in paragraph.runs:
            for key in run.comments if run.revision not in NOT_IN_ORIGINAL else ():
                found[key].append(run.text)
    return {key: "".join(texts) for key, texts in found.items()}


def _on_changes(document: SourceDocument) -> frozenset[str]:
    return frozenset(
        key
        for paragraph in document.paragraphs
        for run in paragraph.runs
        if run.revision is not Revision.NONE
        for key in run.comments
    )
