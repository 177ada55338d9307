"""Comparing clean versions with a text of 300 pages."""

from collections.abc import Iterator

from editor.text.alignment import align
from tests.performance.figures import Figure, figure
from tests.performance.stopwatch import Stopwatch
from tests.performance.synthetic_text import document, version
from tests.text.rebuilding import rebuild

PARAGRAPHS = 4000
WORDS = 120_000
VERSIONS = 40
CHANGED = 100


def run() -> Iterator[Figure]:
    """Compare 40 versions, each with about 100 changed paragraphs; each is rebuilt exactly."""
    base = document(PARAGRAPHS, WORDS, seed=1)
    versions = [version(base, CHANGED, seed) for seed in range(2, VERSIONS + 2)]
    each = Stopwatch()
    for new in versions:
        with each:
            pairings = align(base, new)
        if rebuild(base, pairings) != new:
            raise AssertionError("a version was not rebuilt exactly")
    yield figure("compare one version of 300 pages", each, "ms")
    yield figure(
        "compare 40 versions of 300 pages, in all", each.meanwhile(sum(each.seconds)), "s", "< 3"
    )
