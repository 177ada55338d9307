import pytest

from editor.importers.names.resemblance import likeness, misspelling


@pytest.mark.parametrize(
    ("spelling", "known"),
    [
        ("gluf cooperation council", "gulf cooperation council"),
        ("phillipines", "philippines"),
        ("venezeula", "venezuela"),
        ("trinidad and tobbago", "trinidad and tobago"),
    ],
)
def test_wrong_letters_are_a_misspelling(spelling: str, known: str) -> None:
    assert 0.8 <= misspelling(spelling, known) < 1


@pytest.mark.parametrize(
    ("spelling", "known"),
    [
        ("republic of china", "republic of chile"),  # another word
        ("republic of china", "peoples republic of china"),  # a word less
        ("south sudan", "sudan"),
        ("northern ireland", "ireland"),
        ("macao", "malta"),
        ("uae", "uar"),  # abbreviations
        ("iraq", "iran"),
    ],
)
def test_another_name_is_no_misspelling(spelling: str, known: str) -> None:
    assert misspelling(spelling, known) == 0


def test_likeness_does_not_mind_order_or_missing_words() -> None:
    assert likeness("republic of iran", "iran republic of islamic") > 0.9
    assert likeness("iran", "iran") == 1
    assert likeness("iran", "peru") < 0.5
