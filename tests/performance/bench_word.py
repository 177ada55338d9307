"""Writing a large compromise as a Word file, and checking it before it is handed over."""

from collections.abc import Iterator
from datetime import UTC, datetime

from editor.app.export_check import check_word_file
from editor.exporters.manuscript import Form
from editor.exporters.word.writer import word_file
from editor.negotiation.composition import compose
from tests.performance.bench_engine import all_on
from tests.performance.figures import Figure, figure, timed
from tests.performance.negotiations import negotiation

_NOW = datetime(2026, 1, 1, tzinfo=UTC)
_TIMES = 5


def run() -> Iterator[Figure]:
    composition = compose(all_on(negotiation(4000, 120_000, 40, 5_000)))
    made = word_file(composition, Form.REDLINE, _NOW)
    size = "4,000 paragraphs × 40 × 5,000"
    for what, act in (
        ("the redline as a Word file", lambda: word_file(composition, Form.REDLINE, _NOW)),
        ("checking that file", lambda: check_word_file(made, composition, Form.REDLINE)),
    ):
        yield figure(f"{size}: {what}", timed(act, _TIMES), "s")
