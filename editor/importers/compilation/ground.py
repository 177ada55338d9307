"""The ground of one provision: its printed words, and what is known of each.

A printed word is base text or somebody's insertion; the readers of extents find out which.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from rapidfuzz.distance import Levenshtein

from editor.importers.compilation.brackets import Annotation
from editor.importers.compilation.profile import ConventionProfile
from editor.importers.source import Revision

ClauseKey = tuple[int, int]
"""Serial of an annotation, number of a clause in it."""

_NO_SPACE_BEFORE = frozenset(",.;:!?)]”’%…")
_NO_SPACE_AFTER = frozenset("([“‘")


@dataclass(slots=True)
class Word:
    """A printed word or mark. `in_base` is None while it is not known; `owner` is the clause
    that inserted it; `base_text` replaces the text in the base where the print garbled it.
    `revision` is what a tracked change says about the word, `gap` about the space before it."""

    text: str
    spaced: bool = True
    struck: bool = False
    italic: bool = False
    run: int = 0
    line: int = 0
    in_base: bool | None = None
    owner: ClauseKey | None = None
    base_text: str = ""
    is_fused: bool = False
    revision: Revision = Revision.NONE
    gap: Revision = Revision.NONE

    @property
    def is_word(self) -> bool:
        return self.text[:1].isalnum()

    @property
    def key(self) -> str:
        return self.text.lower()

    @property
    def is_base(self) -> bool:
        return self.in_base is not False and self.owner is None


@dataclass(slots=True)
class Ground:
    """Words `words[:length]` of the provision's own paragraph(s), with the annotations, in order.
    `at` gives for each annotation (by serial) the number of words before it."""

    words: list[Word]
    annotations: list[Annotation]
    at: dict[int, int]
    profile: ConventionProfile
    word_of: list[int] = field(default_factory=list)
    """For each printed token of the stretch (and its end) the number of words before it."""
    first: int = 0
    """Number of the first token of the stretch in its provision."""
    warnings: list[tuple[str, int, str]] = field(default_factory=list)

    def segment_start(self, annotation: Annotation) -> int:
        """Where the words that may belong to `annotation` start: at the annotation before it
        that stands at another place."""
        here = self.at[annotation.serial]
        return max(
            (at for serial, at in self.at.items() if at < here and serial < annotation.serial),
            default=0,
        )

    def struck_run_before(self, end: int, start: int) -> int:
        """Where the run of struck words that ends at `end` begins, not before `start`."""
        first = end
        while first > start and self.words[first - 1].struck:
            first -= 1
        return first

    def left_of(self, position: int, number: int) -> list[str]:
        """The `number` base words before `position`, nearest last."""
        found: list[str] = []
        while position > 0 and len(found) < number:
            position -= 1
            if self.words[position].is_base:
                found.append(self.words[position].key)
        return found[::-1]

    def right_of(self, position: int, number: int) -> list[str]:
        found: list[str] = []
        while position < len(self.words) and len(found) < number:
            if self.words[position].is_base:
                found.append(self.words[position].key)
            position += 1
        return found

    def text(self, indices: Iterable[int]) -> str:
        """The words at `indices` as they are read."""
        ordered = sorted(indices)
        return joined([self.words[i] for i in ordered])


def joined(words: Sequence[Word]) -> str:
    """Words as text, with a space where one was printed."""
    pieces: list[str] = []
    for number, word in enumerate(words):
        if number and needs_space(words[number - 1].text, word.text, word.spaced):
            pieces.append(" ")
        pieces.append(word.text)
    return "".join(pieces)


def needs_space(before: str, after: str, spaced: bool) -> bool:
    """Whether a space stands between two words that may come from different places."""
    return spaced and after[0] not in _NO_SPACE_BEFORE and before[-1] not in _NO_SPACE_AFTER


def same_word(one: str, other: str) -> bool:
    """Whether two words are the same but for case, number or a slip of the pen."""
    first, second = one.lower(), other.lower()
    if first == second:
        return True
    if min(len(first), len(second)) < 5 or not (first[0].isalpha() and second[0].isalpha()):
        return False
    return Levenshtein.distance(first, second, score_cutoff=1) <= 1
