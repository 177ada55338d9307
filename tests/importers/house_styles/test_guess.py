"""Which house style a text is in."""

import pytest

from editor.importers.house_styles.guess import guess_profile
from editor.importers.markdown import read_markdown
from editor.importers.names import load_names
from editor.importers.plain_text import read_plain_text

_TEXTS = {
    "verb-list": "1. Boats always [add: Norway] sail [delete 'x': EU].",
    "trailing-tag": "1. Boats [always - US; G77 delete] sail [never] far.",
    "parenthesis": "1. Boats (always - Jordan) sail [far – India].",
    "leading-tag": "1. Boats [US/J: always] [EU: never] sail.",
    "brackets": "1. Boats [shall][should] sail [, at night].",
    "capitals": "1. boats of old sail NEW BOATS and OLD BOATS [DELETE: far] TO OLD.",
}


@pytest.mark.parametrize(("profile", "text"), _TEXTS.items())
def test_by_the_marks_in_the_text(profile: str, text: str) -> None:
    found = guess_profile(read_plain_text(text), load_names())
    assert found.name == profile
    assert all(each.example in text for each in found.examples(profile))
    assert found.examples(profile)


def test_by_bold_words_inside_paragraphs() -> None:
    text = "Boats sail **far** [away] or **near** home and **rest**.\n\nThey **too** rest.\n\n" * 3
    assert guess_profile(read_markdown(text), load_names()).name == "bold"


def test_a_legend_decides() -> None:
    text = "[…] deleted, (…) added\n\n1. Boats [always – India] and [far – Egypt] sail."
    found = guess_profile(read_plain_text(text), load_names())
    assert found.name == "parenthesis"
    assert [(each.sign, each.meaning.value) for each in found.legend] == [
        ("[", "deleted"),
        ("(", "added"),
    ]


def test_a_text_without_marks_is_left_to_the_verb_list() -> None:
    assert guess_profile(read_plain_text("1. Boats sail."), load_names()).name == "verb-list"


def test_a_tag_behind_many_words() -> None:
    text = f"1. Boats [{'sail - and rest - ' * 60}at night - US; G77 delete] always."
    assert guess_profile(read_plain_text(text), load_names()).name == "trailing-tag"


def test_very_many_brackets_in_each_other() -> None:
    text = "(" * 30_000 + "Boats" + ")" * 30_000
    assert guess_profile(read_plain_text(text), load_names()).name == "verb-list"
