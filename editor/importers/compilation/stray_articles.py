"""Struck articles that tracking left inside a fixed phrase: "in ~~the~~ accordance with"."""

from dataclasses import replace

from editor.importers.compilation.evidence import Evidence
from editor.importers.compilation.grammar_words import ARTICLES, PREPOSITIONS
from editor.importers.compilation.ground import Ground
from editor.importers.compilation.settled import Settled

_TIMES = 2


def drop_stray_articles(one: Settled, evidence: Evidence) -> None:
    """Take them for no base text, and out of every extent: the document has the phrase
    elsewhere, and never with them. An annotation right after one speaks of it, though."""
    ends = set(one.ground.at.values())
    strays = {
        index
        for index, word in enumerate(one.ground.words[1:-2], 1)
        if word.struck
        and word.key in ARTICLES
        and word.in_base is None
        and word.owner is None
        and ends.isdisjoint((index, index + 1))
        and _is_stray(one.ground, index, evidence)
    }
    for index in strays:
        one.ground.words[index].in_base = False
    for key, extent in one.extents.items():
        one.extents[key] = replace(extent, old=extent.old - strays)


def _is_stray(ground: Ground, index: int, evidence: Evidence) -> bool:
    before, article, noun, after = (each.key for each in ground.words[index - 1 : index + 3])
    return (
        before in PREPOSITIONS
        and after in PREPOSITIONS
        and evidence.attested((before, noun, after)) >= _TIMES
        and evidence.attested((before, article, noun)) == 1
    )
