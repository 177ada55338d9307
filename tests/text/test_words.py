"""Words and their places."""

from editor.text.words import Words, words_of


def test_places_in_code_points() -> None:
    assert words_of(" a é, 👩\u200d👧") == Words(
        ("a", "é", ",", "👩\u200d👧"), (1, 3, 4, 6), (2, 4, 5, 9)
    )


def test_no_words() -> None:
    assert words_of(" \n") == words_of("") == Words((), (), ())
