"""Hints: soft remarks where touching changes may have left broken grammar (rule 9)."""

from collections.abc import Callable, Iterable, Iterator

import regex

from editor.negotiation.conflict import Hint, HintKind
from editor.negotiation.run import Run, RunKind

_VISIBLE = (RunKind.KEPT, RunKind.INSERTED, RunKind.ALTERNATIVES)
_ARTICLE = regex.compile(r"\b(?:an (?=[bcdfgjklmnpqrstvwxyz])|a (?=[aei]|o(?!ne\b)))", regex.I)
_DOUBLED_WORD = regex.compile(r"\b(\w{2,})\s+\1\b", regex.I)
_PUNCTUATION = regex.compile(
    r"\s+[,.;:!?]|[,;:][,.;:]|\.\.(?!\.)| {2,}|\w[,;:](?=\p{L})|^\s*[,.;:]"
)
_CAPITAL = regex.compile(r"(?<=[\p{Ll},;] )(?:The|And|Of|To|In|By|For|With|Or|As|On)\b")


TargetOf = Callable[[str], str | None]
"""What an amendment amends, if that is an amendment."""


def hints_in(runs: Iterable[Run], target_of: TargetOf) -> tuple[Hint, ...]:
    """Remarks about the composed text of `runs` (code points of the visible text), only near
    what was changed: the base's own oddities are not the Chair's concern. Whoever amends the
    words of others has read them, so there changes do not merely meet."""
    shown = list(runs)
    text, seams, marks = _seams(shown, target_of)
    if not seams:
        return ()
    found = [Hint(HintKind.SEAM, at, at) for at in sorted(marks)]
    for kind, pattern in (
        (HintKind.ARTICLE, _ARTICLE),
        (HintKind.DOUBLED_WORD, _DOUBLED_WORD),
        (HintKind.PUNCTUATION, _PUNCTUATION),
        (HintKind.CAPITAL, _CAPITAL),
    ):
        found.extend(
            Hint(kind, match.start(), match.end())
            for match in pattern.finditer(text)
            if any(match.start() - 1 <= seam <= match.end() + 1 for seam in seams)
        )
    return tuple(found)


def _seams(runs: list[Run], target_of: TargetOf) -> tuple[str, set[int], set[int]]:
    """The visible text, where changes border on it, and where changes of different
    delegations touch each other."""
    text = ""
    seams: set[int] = set()
    touching: set[int] = set()
    for run, before in zip(runs, (None, *runs), strict=False):
        if run.kind is not RunKind.KEPT:
            seams.add(len(text))
            if before is not None and _meet(before, run, target_of):
                touching.add(len(text))
        if run.kind in _VISIBLE:
            text += run.text
            if run.kind is not RunKind.KEPT:
                seams.add(len(text))
    return text, seams, touching


def _meet(one: Run, other: Run, target_of: TargetOf) -> bool:
    """Whether these are changes of different delegations, neither made to the other."""
    if one.kind is RunKind.KEPT or not set(one.delegations).isdisjoint(other.delegations):
        return False
    return not (_amends(one, other, target_of) or _amends(other, one, target_of))


def _amends(one: Run, other: Run, target_of: TargetOf) -> bool:
    return any(
        target in other.amendments
        for each in one.amendments
        for target in _targets(each, target_of)
    )


def _targets(amendment: str, target_of: TargetOf) -> Iterator[str]:
    """What it amends, what that amends, and so on."""
    target = target_of(amendment)
    while target:
        yield target
        target = target_of(target)
