"""The composed text and the page, place by place."""

from collections.abc import Iterable

import pytest
from hypothesis import given

from editor.errors import KnownError
from editor.negotiation.composition import compose
from editor.negotiation.run import Option, Run, RunKind, visible_text
from editor.negotiation.session import Session
from editor.ui.page.entries import entry_of
from editor.ui.page.places import Side, composed_place, copied, page_place
from editor.ui.page.spans import Look, Span, View
from tests.strategies import sessions

SPANS = (
    Span("a ", Look.PLAIN),
    Span("old", Look.DELETED),
    Span("new", Look.INSERTED),
    Span("CAN", Look.TAG),
    Span(" z", Look.PLAIN),
)


@pytest.mark.parametrize(
    ("place", "left", "right"),
    [(0, 0, 0), (1, 1, 1), (2, 2, 5), (3, 6, 6), (5, 8, 11), (7, 13, 13)],
)
def test_a_place_has_two_sides_where_something_else_stands(
    place: int, left: int, right: int
) -> None:
    assert page_place(SPANS, place, Side.LEFT) == left
    assert page_place(SPANS, place, Side.RIGHT) == right


def test_every_place_on_the_page_is_one_in_the_text() -> None:
    places = [composed_place(SPANS, offset) for offset in range(14)]

    assert places == [0, 1, 2, 2, 2, 2, 3, 4, 5, 5, 5, 5, 6, 7]


def test_brackets_are_one_thing() -> None:
    inside = Run(RunKind.INSERTED, "x", 1, 1)
    option = Option("x", (inside,), ("a1",), ("can",))
    run = Run(RunKind.ALTERNATIVES, "[x / y]", 1, 2, conflict="c", options=(option,))
    spans = (
        Span("a", Look.PLAIN),
        Span("[", Look.BRACKET, run=run, conflict="c"),
        Span("x", Look.INSERTED, run=inside, conflict="c"),
        Span("CAN", Look.TAG, run=run, conflict="c"),
        Span("]", Look.BRACKET, run=run, conflict="c"),
        Span("b", Look.PLAIN),
    )

    assert composed_place(spans, 1) == 1
    assert composed_place(spans, 7) == 8
    assert page_place(spans, 8) == 7
    for offset in (2, 3, 6):
        with pytest.raises(KnownError, match="in_brackets"):
            composed_place(spans, offset)


def test_copied_words_have_no_tags() -> None:
    assert copied(SPANS, 1, 12) == " oldnew "


def inside_brackets(runs: Iterable[Run]) -> set[int]:
    """The places of the composed text inside the alternatives of a conflict."""
    found: set[int] = set()
    at = 0
    for run in runs:
        if run.kind is RunKind.ALTERNATIVES:
            found.update(range(at + 1, at + len(run.text)))
        at += len(visible_text([run]))
    return found


@given(sessions())
def test_places_agree_with_the_composition(session: Session) -> None:
    """In the views that are edited the page reads as the composed text, place for place."""
    composition = compose(session)
    for place in composition.places:
        composed = composition.provision(place.provision).text
        if place.role is place.role.MOVED_AWAY:
            continue
        inside = inside_brackets(composition.provision(place.provision).runs)
        for view in (View.REDLINE, View.CLEAN):
            spans = entry_of(composition, place, view).spans
            for at in set(range(len(composed) + 1)) - inside:
                for side in Side:
                    assert composed_place(spans, page_place(spans, at, side)) == at
            length = sum(len(span.text) for span in spans)
            assert composed_place(spans, length) == len(composed)
