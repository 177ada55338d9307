"""What makes an insertion without marks sure: the same one in other places."""

from tests.importers.compilation.papers import amendment_of, paper, session_of

_BOATS = "Parties should count boats and rafts [add: Chile] at the pier."


def _confidences(*texts: str) -> list[float]:
    session = session_of(paper(*texts))
    return [each.origin.confidence for each in session.amendments.values() if each.origin]


def test_an_insertion_without_marks_is_a_guess() -> None:
    assert max(_confidences(_BOATS)) < 0.8


def test_the_same_words_in_the_same_surroundings_say_nothing_new() -> None:
    assert max(_confidences(_BOATS, _BOATS, _BOATS)) < 0.8


def test_the_same_words_in_several_surroundings_are_sure() -> None:
    others = (
        "Parties should paint boats and rafts [add: Chile] in spring.",
        "Parties may lend boats and rafts [add: Chile] to each other.",
    )
    assert min(_confidences(_BOATS, *others)) >= 0.8


def test_the_same_words_marked_once_are_sure() -> None:
    marked = "Parties may lend boats ~~and rafts~~ [add: Chile] to each other."
    assert min(_confidences(_BOATS, marked)) >= 0.8


def test_what_another_delegation_inserts_elsewhere_proves_nothing() -> None:
    marked = "Parties may lend boats ~~and rafts~~ [add: Peru] to each other."
    session = session_of(paper(_BOATS, marked))
    origin = amendment_of(session, "CHL").origin
    assert origin is not None
    assert origin.is_guess
