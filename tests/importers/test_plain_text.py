"""Plain text: a paragraph is a line."""

from hypothesis import given
from hypothesis import strategies as st

from editor.importers.plain_text import read_plain_text
from editor.importers.source import SourceDocument


def test_a_line_is_a_paragraph_and_blank_lines_separate_nothing() -> None:
    document = read_plain_text("1. One\n\n \t \n  (a) two \nthree")
    assert [(each.text, each.line) for each in document.paragraphs] == [
        ("1. One", 1),
        ("  (a) two ", 4),
        ("three", 5),
    ]


def test_empty_text_is_an_empty_document() -> None:
    assert read_plain_text("") == SourceDocument(())
    assert read_plain_text("\n \n") == SourceDocument(())


def test_form_feed_is_a_page_break() -> None:
    document = read_plain_text("one\n\ftwo\nthree\f\n\nfour")
    assert [(each.text, each.line, each.after_page_break) for each in document.paragraphs] == [
        ("one", 1, False),
        ("two", 2, True),
        ("three", 3, False),
        ("four", 5, True),
    ]


def test_only_line_ends_separate() -> None:
    assert len(read_plain_text("a\u2028b\u0085c").paragraphs) == 1


@given(st.text("ab .[]~*#\n\t", max_size=40))
def test_nothing_but_blank_lines_is_left_out(text: str) -> None:
    lines = [line for line in text.split("\n") if line.strip()]
    assert [each.text for each in read_plain_text(text).paragraphs] == lines
