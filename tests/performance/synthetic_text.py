"""Made-up texts of any size, and versions of them as a delegation would send them.

Words are made of syllables, as frequent as words of a real text are (a few everywhere, most of
them rare), so that paragraphs resemble each other as little and as much as real ones do.
"""

from collections.abc import Callable
from itertools import accumulate
from random import Random

_COMMON = ("the", "of", "and", "to", "in", "that", "for", "by", "on", "with", "shall", "should")
_SYLLABLES = (
    "ba",
    "co",
    "di",
    "fer",
    "gu",
    "la",
    "men",
    "no",
    "per",
    "ri",
    "so",
    "ta",
    "ul",
    "ven",
)
_VOCABULARY = 4000


def document(paragraphs: int, words: int, seed: int) -> list[str]:
    """`paragraphs` different paragraphs of about `words` words in all; a tenth are headings."""
    random = Random(seed)
    say = _speaker(random)
    length = words / paragraphs
    texts = []
    for number in range(1, paragraphs + 1):
        if number % 10 == 1:
            texts.append(f"Section {number // 10 + 1}: {say(3)}")
        else:
            texts.append(_sentences(say, round(random.uniform(0.5, 1.7) * length)))
    return texts


def version(base: list[str], changed: int, seed: int) -> list[str]:
    """`base` after about `changed` paragraphs were amended, rewritten, added, dropped, moved,
    split or joined."""
    random = Random(seed)
    say = _speaker(random)
    texts = list(base)
    for _ in range(changed):
        change = random.choices(_CHANGES, _HOW_OFTEN)[0]
        change(texts, random.randrange(1, len(texts) - 1), random, say)
    return texts


def _speaker(random: Random) -> Callable[[int], str]:
    maker = Random(1)
    vocabulary = [
        *_COMMON,
        *("".join(maker.choices(_SYLLABLES, k=maker.randint(2, 4))) for _ in range(_VOCABULARY)),
    ]
    weights = list(accumulate(1 / (rank + 3) for rank in range(len(vocabulary))))
    return lambda count: " ".join(random.choices(vocabulary, cum_weights=weights, k=count))


def _sentences(say: Callable[[int], str], words: int) -> str:
    half = max(1, words // 2)
    return f"{say(half).capitalize()}, {say(3)}. {say(half).capitalize()}."


def _amend(texts: list[str], at: int, random: Random, say: Callable[[int], str]) -> None:
    words = texts[at].split(" ")
    for _ in range(random.randint(1, 4)):
        start = random.randrange(len(words))
        words[start : start + random.randint(0, 3)] = say(random.randint(1, 4)).split(" ")
    texts[at] = " ".join(words)


def _rewrite(texts: list[str], at: int, random: Random, say: Callable[[int], str]) -> None:
    texts[at] = _sentences(say, random.randint(15, 45))


def _add(texts: list[str], at: int, random: Random, say: Callable[[int], str]) -> None:
    texts.insert(at, _sentences(say, random.randint(15, 45)))


def _drop(texts: list[str], at: int, random: Random, say: Callable[[int], str]) -> None:
    del texts[at]


def _move(texts: list[str], at: int, random: Random, say: Callable[[int], str]) -> None:
    texts.insert(random.randrange(len(texts) - 1), texts.pop(at))


def _split(texts: list[str], at: int, random: Random, say: Callable[[int], str]) -> None:
    texts[at : at + 1] = [part for part in texts[at].replace(". ", ".\n").split("\n") if part]


def _join(texts: list[str], at: int, random: Random, say: Callable[[int], str]) -> None:
    texts[at : at + 2] = [" ".join(texts[at : at + 2])]


_CHANGES = (_amend, _rewrite, _add, _drop, _move, _split, _join)
_HOW_OFTEN = (70, 5, 8, 8, 3, 3, 3)
