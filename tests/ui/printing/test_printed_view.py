"""Each view prints as it is shown."""

from datetime import UTC, datetime

import pytest

from editor.negotiation.composition import compose
from editor.ui.page.spans import View
from editor.ui.printing.printed_view import printed_view
from tests.exporters.small_sessions import change, replacing, session

NOW = datetime(2024, 7, 1, tzinfo=UTC)
TEXT = "States should act."


@pytest.mark.parametrize(
    ("view", "has", "has_not"),
    [
        (View.BASE, "States should act.", "shall"),
        (View.REDLINE, "<del>should</del>", "States shall"),
        (View.CLEAN, "States shall act.", "should"),
        (View.BRACKETS, "States shall act.", "should"),
    ],
)
def test_views(view: View, has: str, has_not: str) -> None:
    wish = change("a", "p1", "CAN", replacing(TEXT, "should", "shall"))
    page = printed_view(compose(session([TEXT], [wish])), view, NOW)
    assert has in page
    assert has_not not in page
