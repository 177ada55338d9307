"""Hints on the words of a provision, in words. Pure: no widget."""

from dataclasses import dataclass

import regex
from PySide6.QtCore import QCoreApplication

from editor.negotiation.composition import Composition
from editor.negotiation.conflict import Hint, HintKind

_WORD_BEFORE = regex.compile(r"\w{1,20}\W{0,4}\Z")
_WORD_AFTER = regex.compile(r"\W{0,4}\w{1,20}")
_REACH = 24
"""How far from a hint a word beside it can reach."""


@dataclass(frozen=True, slots=True)
class HintFacts:
    """`[start, end)` of the composed text of a provision, the words beside the hint included,
    may read wrong; `words` say why."""

    start: int
    end: int
    words: str


def hints_on(composition: Composition, provision: str) -> tuple[HintFacts, ...]:
    """The hints on a provision in the order of its words; none where no words are left."""
    text = composition.provision(provision).text
    if not text:
        return ()
    hints = sorted(composition.hints(provision), key=lambda each: (each.start, each.end))
    return tuple(_facts(text, each) for each in hints)


def _facts(text: str, hint: Hint) -> HintFacts:
    before = _WORD_BEFORE.search(text[max(0, hint.start - _REACH) : hint.start])
    after = _WORD_AFTER.match(text, hint.end)
    start = hint.start - (len(before.group()) if before else 0)
    end = after.end() if after else hint.end
    words = text[start:end].replace("\n", "¶").strip()
    return HintFacts(start, end, _sentence(hint.kind).format(words=words))


def _sentence(kind: HintKind) -> str:
    return {
        HintKind.SEAM: _tr("Changes meet: “{words}”"),
        HintKind.ARTICLE: _tr("“a” or “an”: “{words}”"),
        HintKind.DOUBLED_WORD: _tr("Twice the same word: “{words}”"),
        HintKind.PUNCTUATION: _tr("Punctuation or spaces: “{words}”"),
        HintKind.CAPITAL: _tr("Capital letter: “{words}”"),
    }[kind]


def _tr(text: str) -> str:
    return QCoreApplication.translate("hint", text)
