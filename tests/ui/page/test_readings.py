"""The texts of a block in which words are looked for."""

import pytest

from editor.negotiation.run import Run, RunKind
from editor.ui.page.readings import places_of, readings_of, sought
from editor.ui.page.spans import LINE_BREAK, PARAGRAPH_MARK, PILCROW, Look, Span


def plain(text: str) -> Span:
    return Span(text, Look.PLAIN)


def changed(text: str, look: Look, kind: RunKind) -> Span:
    return Span(text, look, run=Run(kind, text, 0, 0))


STRUCK_AND_PUT = (
    plain("Parties "),
    changed("should", Look.DELETED, RunKind.DELETED),
    changed("shall", Look.INSERTED, RunKind.INSERTED),
    Span("FJI", Look.TAG),
    plain(" meet"),
)


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("parties should meet", (0, 27)),
        ("parties shall meet", (0, 27)),
        ("shouldshall meet", (8, 27)),
        ("shallfji", (14, 22)),
        ("shall ", (14, 23)),
    ],
)
def test_places_are_those_of_the_block(words: str, place: tuple[int, int]) -> None:
    assert places_of(sought(words), readings_of(STRUCK_AND_PUT)) == [place]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The State’s “own” waters", 'state\'s "own" waters'),
        ("İzmir and the Straße", "izmir and"),
        ("10\u00a0%  of\u2028it", "10 % of it"),
        ("a [bracket] (sic)*", "[bracket] (sic)*"),
    ],
)
def test_words_are_found_as_keyboards_write_them(text: str, words: str) -> None:
    assert places_of(sought(words), readings_of([plain(text)]))


def test_a_break_between_paragraphs_is_a_space() -> None:
    run = Run(RunKind.INSERTED, "\n", 0, 0)
    parted = [
        plain("in time."),
        Span(PILCROW, Look.BREAK, run=run),
        Span("FJI", Look.TAG, run=run),
        Span(LINE_BREAK, Look.BREAK, run=run),
        plain("Each year"),
        Span(PARAGRAPH_MARK, Look.BREAK, run=run),
        plain("all meet."),
    ]

    assert places_of(sought("time. each year all"), readings_of(parted)) == [(3, 27)]


def test_of_two_that_overlap_the_one_that_stands_there_is_the_place() -> None:
    doubled = [
        plain("the "),
        changed("the ", Look.DELETED, RunKind.DELETED),
        plain("sea"),
    ]

    assert places_of(sought("the sea"), readings_of(doubled)) == [(4, 11)]
