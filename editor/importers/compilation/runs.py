"""Runs: neighbouring words of one formatting."""

from dataclasses import dataclass

from editor.importers.compilation.grammar_words import SENTENCE_ENDS
from editor.importers.compilation.ground import Ground


@dataclass(frozen=True, slots=True)
class Run:
    """Consecutive words `[start, end)` of one formatting."""

    start: int
    end: int
    struck: bool
    run: int


def runs_of(ground: Ground, first: int, at: int) -> list[Run]:
    """The runs of base-or-unknown words in the segment; plain ones of different source runs
    count as one, struck ones do not."""
    found: list[Run] = []
    for index in range(first, at):
        word = ground.words[index]
        if word.owner is not None:
            continue
        last = found[-1] if found else None
        if (
            last
            and last.end == index
            and last.struck == word.struck
            and (not word.struck or last.run == word.run)
        ):
            found[-1] = Run(last.start, index + 1, last.struck, last.run)
        else:
            found.append(Run(index, index + 1, word.struck, word.run))
    while (
        found
        and not found[-1].struck
        and all(not ground.words[i].is_word for i in range(found[-1].start, found[-1].end))
    ):
        found.pop()
    return found


def sentence_start(ground: Ground, first: int, at: int) -> int:
    """Where the sentence that ends at `at` starts, not before `first`."""
    for position in range(at - 2, first - 1, -1):
        if ground.words[position].text in SENTENCE_ENDS and ground.words[position + 1].spaced:
            return position + 1
    return first
