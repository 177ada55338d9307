"""Proposals about whole provisions: new ones, alternative texts, joins, splits, deletions."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from editor.importers.compilation.annotations import Mention
from editor.importers.compilation.brackets import Annotation, Printed
from editor.importers.compilation.profile import Verb
from editor.importers.compilation.stream import Token, text_of
from editor.importers.compilation.tracked_tokens import settled_tokens
from editor.importers.labels import leading_label
from editor.importers.revisions import NOT_IN_FINAL
from editor.text.edit import Edit
from editor.text.sequence_match import matching_blocks
from editor.text.tokens import tokens

WHOLE = frozenset(
    {Verb.DELETE_PROVISION, Verb.JOIN, Verb.USE_PROPOSAL, Verb.SUGGESTS, Verb.TEXT_OF}
)
_SPLIT = re.compile(r"\b(?:split|divide|separate)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class AlternativeText:
    """A paragraph that offers another text for the provision: its letter, words, author."""

    letter: str
    text: str
    mentions: tuple[Mention, ...]
    span: tuple[int, int]
    annotation: Annotation


def paragraph_spans(printed: Printed) -> list[tuple[int, int]]:
    starts = [each for each in printed.paragraphs if each < len(printed.tokens)] or [0]
    return list(zip(starts, [*starts[1:], len(printed.tokens)], strict=True))


def alternative_texts(printed: Printed) -> list[AlternativeText]:
    """The paragraphs that close with a bracket of nothing but delegations: `(a) … [France]`."""
    found = []
    for first, last in paragraph_spans(printed):
        inside = [each for each in printed.annotations if first < each.at <= last]
        if not inside or inside[-1].at != last or inside[-1].clauses[0].verb is not Verb.TEXT_OF:
            continue
        words = settled_tokens(printed.tokens[first:last], NOT_IN_FINAL)
        label, text = _without_label(words)
        if not label and len(inside) > 1:
            continue
        annotation = inside[-1]
        found.append(
            AlternativeText(label, text, annotation.clauses[0].mentions, (first, last), annotation)
        )
    return found


def proposal_of(head: Printed) -> Annotation | None:
    """The annotation of a heading that says whose the whole provision is."""
    return next((each for each in head.annotations if each.clauses[0].verb is Verb.PROPOSED), None)


def _without_label(words: Sequence[Token]) -> tuple[str, str]:
    text = text_of(words)
    label = leading_label(text)
    if label is None or not label.depth:
        return "", text
    return label.printed.strip("()"), text[label.words_start :]


def is_split(what: str) -> bool:
    """Whether the words of a prose proposal ask for a split."""
    return bool(_SPLIT.search(what))


def split_by_second_part(base: str, second: str) -> tuple[int, Edit] | None:
    """Where a provision is split so that its second part becomes `second`: the offset of the
    sentence that `second` rewrites, and the edit. None if no sentence ends like it."""
    for start in _sentence_starts(base):
        tail = base[start:]
        if start and _alike(tail, second):
            prefix, suffix = _shared(tail, second)
            return start, Edit(
                start + prefix, len(base) - suffix, second[prefix : len(second) - suffix]
            )
    return None


def _sentence_starts(text: str) -> Iterable[int]:
    return (found.end() for found in re.finditer(r"[.;:]\s+|,\s+(?=and\b)", text))


def _alike(one: str, other: str) -> bool:
    """Whether most words of both are shared, in order."""
    first = [each.lower() for each in tokens(one) if not each.isspace()]
    second = [each.lower() for each in tokens(other) if not each.isspace()]
    shared = sum(block.length for block in matching_blocks(first, second))
    return shared > 0.7 * max(len(first), 1) and shared > 0.6 * max(len(second), 1)


def _shared(one: str, other: str) -> tuple[int, int]:
    """How many characters two texts share at the start and at the end, whole words."""
    first, second = tokens(one), tokens(other)
    prefix = suffix = 0
    count = 0
    while count < min(len(first), len(second)) and first[count] == second[count]:
        prefix += len(first[count])
        count += 1
    left = min(len(first), len(second)) - count
    back = 0
    while back < left and first[-back - 1] == second[-back - 1]:
        suffix += len(first[-back - 1])
        back += 1
    return prefix, suffix
