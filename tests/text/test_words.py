"""Words and their places."""

from editor.text.words import Words, words_of


def test_places_in_code_points() -> None:
    assert words_of(" a é, 👩\u200d👧") == Words(
        ("a", "é", ",", "👩\u200d👧"), (1, 3, 4, 6), (2, 4, 5, 9)
    )


def test_no_words() -> None:
    assert words_of(" \n") == words_of("") == Words((), (), ())


def test_what_is_a_word_does_not_depend_on_the_rest_of_the_text() -> None:
    for text in ("CO₂ of the State’s 5 m² 'quoted'", "l'eau_x ½ a‿b"):
        assert words_of(f"{text} 各 ° e\u0301").words[: len(words_of(text).words)] == (
            words_of(text).words
        )
