"""Which strike marks to believe."""

from editor.importers.compilation.brackets import printed_of
from editor.importers.compilation.profile import VERB_LIST
from editor.importers.compilation.stream import lines_of, tokens_of
from editor.importers.markdown import read_markdown
from editor.importers.names import load_names


def _struck(text: str) -> str:
    names = load_names()
    tokens = tokens_of(list(lines_of(read_markdown(text).paragraphs)))
    printed = printed_of(tokens, VERB_LIST, lambda written: names.find(written) is not None)
    return " ".join(each.text for each in printed.tokens if each.struck)


def test_a_plain_strike_holds() -> None:
    assert _struck("Parties should ~~row fast~~ [delete: Chile] home.") == "row fast"


def test_a_strike_that_runs_over_an_annotation_holds_before_it() -> None:
    assert _struck("should ~~row [delete: Chile] home and sail [add: Peru].~~") == "row"


def test_a_strike_over_one_annotation_that_ends_on_a_word_holds_throughout() -> None:
    assert _struck("~~row [delete: Chile] and sail~~ swim [modify as tracked: Peru]") == (
        "row and sail"
    )


def test_a_strike_that_begins_inside_an_annotation_is_none() -> None:
    assert _struck("row [delete: Chile, ~~Peru] home and sail [add: Peru].~~") == ""


def test_strike_marks_left_as_characters_count() -> None:
    assert _struck("rivers~~, lakes~~ [add: Chile], and seas") == ", lakes"
