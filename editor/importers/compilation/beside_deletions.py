"""Insertions printed right after words that others delete, and that end like these.

The same text comes about when the insertion stands one repetition earlier, inside the deleted
words, where it could not stand without them. It is put before them.
"""

from dataclasses import replace

from editor.importers.compilation.extent import Extent
from editor.importers.compilation.ground import Ground
from editor.importers.compilation.profile import Verb
from editor.importers.compilation.settled import Settled


def part_from_deletions(one: Settled) -> None:
    """Put such insertions before the deleted words, with the comma that these began with."""
    deletions = [each for each in one.extents.values() if _is_deletion(each)]
    for _annotation, key, clause in one.wishes():
        extent = one.extents.get(key)
        if extent is None or clause.verb is not Verb.ADD or not _is_insertion(extent):
            continue
        for deletion in deletions:
            if _ends_alike(one.ground, deletion, extent):
                place = min(deletion.old)
                literal = one.ground.text(extent.new)
                if one.ground.words[place].text == ",":
                    literal = f", {literal}"
                one.extents[key] = replace(extent, literal=literal, place=place)


def _is_deletion(extent: Extent) -> bool:
    return bool(extent.old) and _adds_nothing(extent) and not extent.new


def _is_insertion(extent: Extent) -> bool:
    return bool(extent.new) and _adds_nothing(extent) and not extent.old


def _adds_nothing(extent: Extent) -> bool:
    """Whether there is nothing to it beside printed words of the text."""
    return extent.literal is None and extent.target is None


def _ends_alike(ground: Ground, deletion: Extent, insertion: Extent) -> bool:
    last_old, last_new = max(deletion.old), max(insertion.new)
    return (
        min(insertion.new) == last_old + 1
        and last_new - last_old == len(insertion.new)
        and ground.words[min(insertion.new)].is_word
        and ground.words[last_old].key == ground.words[last_new].key
    )
