"""Markdown: what is printed is kept, formatting becomes formatting."""

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.errors import KnownError
from editor.importers.markdown import read_markdown
from editor.importers.source import SourceDocument, SourceRun
from editor.importers.text_encoding import decode_text

_SYNTAX = "ab19 \n\t.,:;[](){}*_~`#>+-^!&=|\\'\"/$%"


def _texts(text: str) -> list[str]:
    return [paragraph.text for paragraph in read_markdown(text).paragraphs]


def _only_runs(text: str) -> tuple[SourceRun, ...]:
    (paragraph,) = read_markdown(text).paragraphs
    return paragraph.runs


def _letters_kept(document: SourceDocument) -> Counter[str]:
    flows = [document.paragraphs, *(note.paragraphs for note in document.notes)]
    kept = [paragraph.text for flow in flows for paragraph in flow]
    kept += [run.note for flow in flows for paragraph in flow for run in paragraph.runs]
    kept += [note.label for note in document.notes]
    kept += [detail for code, _line, detail in document.warnings if code != "note_defined_again"]
    return Counter(filter(str.isalnum, "".join(kept)))


@given(st.text(_SYNTAX, max_size=60))
def test_no_letter_is_lost_or_doubled(text: str) -> None:
    assert _letters_kept(read_markdown(text)) == Counter(filter(str.isalnum, text))


_PIECES = (
    "[add: Canada]", "~~struck~~", "[^1]", "[^1]: ", "1. ", "(a) ", "**", "*", "[retain]: ", "# ",
    "---\n", "> ", "\n", "\n\n", "    ", "- ", "word", " ", "|", "`", "~~~", "[x](b)", "a****b",
)  # fmt: skip


@given(st.lists(st.sampled_from(_PIECES), max_size=30).map("".join))
def test_no_letter_of_a_paper_is_lost_or_doubled(text: str) -> None:
    assert _letters_kept(read_markdown(text)) == Counter(filter(str.isalnum, text))


def test_formatting() -> None:
    runs = _only_runs("a *b* **c** ~~d~~ <sup>4</sup><u>e</u> f")
    assert [(run.text, run.italic, run.bold, run.struck) for run in runs[:6]] == [
        ("a ", False, False, False),
        ("b", True, False, False),
        (" ", False, False, False),
        ("c", False, True, False),
        (" ", False, False, False),
        ("d", False, False, True),
    ]
    assert [(run.text, run.superscript, run.underlined) for run in runs[7:]] == [
        ("4", True, False),
        ("e", False, True),
        (" f", False, False),
    ]


def test_strike_across_an_annotation() -> None:
    runs = _only_runs("may ~~help [modify as tracked: Chile] assist~~ States")
    assert [(run.text, run.struck) for run in runs] == [
        ("may ", False),
        ("help [modify as tracked: Chile] assist", True),
        (" States", False),
    ]


def test_nested_formatting() -> None:
    runs = _only_runs("**bold ~~and *all*~~**")
    assert [(run.text, run.bold, run.struck, run.italic) for run in runs] == [
        ("bold ", True, False, False),
        ("and ", True, True, False),
        ("all", True, True, True),
    ]


def test_bold_glued_to_bold() -> None:
    """Two bold lines that a converter set without a space stay two runs."""
    runs = _only_runs("**Item 3****Practices***Recommendation 21*")
    assert [(run.text, run.bold, run.italic) for run in runs] == [
        ("Item 3", True, False),
        ("Practices", True, False),
        ("Recommendation 21", False, True),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "[retain]: UK",
        "[add: Canada]: done",
        "[Article 3](a) applies",
        "use of `words",
        "a `b` c",
        "<US: words> stay",
        "<del",
        "snake_case_name",
        "AT&T and R&D",
        "a < b > c",
        "# ",
    ],
)
def test_what_looks_like_syntax_stays(text: str) -> None:
    assert _texts(text) == ([text] if text.strip(" #") else [])


def test_indented_lines_are_no_code() -> None:
    assert _texts("    (a) ~~old~~ new") == ["(a) old new"]


def test_fences_are_no_code() -> None:
    assert _texts("~~~~a~~ b\n\nc")[-1] == "c"


def test_escapes_and_entities() -> None:
    assert _texts(r"agenda\* \[kept\] A &amp; B") == ["agenda* [kept] A & B"]


def test_links_show_their_text() -> None:
    assert _texts("see [the site](https://example.org/x) now") == ["see the site now"]


def test_unknown_tags_stay_and_comments_are_reported() -> None:
    document = read_markdown("a <foo>b</foo> <!-- secret -->c")
    assert [paragraph.text for paragraph in document.paragraphs] == ["a <foo>b</foo> c"]
    assert document.warnings == (("comment_left_out", 1, "<!-- secret -->"),)


def test_unclosed_tag_ends_with_its_paragraph() -> None:
    first, second = read_markdown("<sup>1 a\n\nb").paragraphs
    assert first.runs[0].superscript
    assert not second.runs[0].superscript


def test_lists_keep_their_numbers() -> None:
    document = read_markdown("3. first\n4. second\n   - deep\n\n7) other\n\n1.\n")
    assert [(each.text, each.indent, each.line) for each in document.paragraphs] == [
        ("3. first", 1, 1),
        ("4. second", 1, 2),
        ("- deep", 2, 3),
        ("7) other", 1, 5),
        ("1. ", 1, 7),
    ]


def test_headings_rulers_and_lines() -> None:
    document = read_markdown("# One\n\n---\n\ntext\nwraps  \nbreaks\n\n#### *Two*\n")
    assert [
        (each.text, each.heading, each.line, each.after_page_break) for each in document.paragraphs
    ] == [
        ("One", 1, 1, False),
        ("text wraps\nbreaks", 0, 5, True),
        ("Two", 4, 9, False),
    ]


def test_footnotes() -> None:
    document = read_markdown(
        "one[^1] two[^b] three[^none]\n\n[^1]: first\n\n    goes on\n\n[^b]: second\n\n"
        "[^c]: unused\n"
    )
    (paragraph,) = document.paragraphs
    assert [(run.text, run.note) for run in paragraph.runs] == [
        ("one", ""),
        ("", "1"),
        (" two", ""),
        ("", "b"),
        (" three[^none]", ""),
    ]
    assert [
        (note.key, note.label, [each.text for each in note.paragraphs]) for note in document.notes
    ] == [("1", "1", ["first", "goes on"]), ("b", "b", ["second"]), ("c", "c", ["unused"])]


def test_footnote_defined_twice_is_kept_twice() -> None:
    document = read_markdown("a[^1]\n\n[^1]: first\n\n[^1]: second\n")
    assert [(note.key, note.label) for note in document.notes] == [("1", "1"), ("1#2", "1")]
    assert document.warnings == (("note_defined_again", 5, "1"),)


def test_front_matter_gives_the_title() -> None:
    document = read_markdown('---\ntitle: "Draft"\nfrom:\n  - here\n---\n\ntext\n')
    assert document.title == "Draft"
    assert [(each.text, each.line) for each in document.paragraphs] == [("text", 7)]
    assert document.warnings[0][0] == "front_matter"


def test_front_matter_ends_at_the_first_line_of_three_dashes() -> None:
    document = read_markdown("---\ntitle: Draft\n- here\n---\nNorway: text\n\n---\n\nmore\n")
    assert [each.text for each in document.paragraphs] == ["Norway: text", "more"]


def test_thousands_of_lines_like_keys_of_a_list_are_no_front_matter_without_an_end() -> None:
    document = read_markdown("---\n" + "-Norway: text\n" * 5_000 + "end\n")
    assert document.warnings == ()
    assert document.paragraphs[0].text.startswith("-Norway: text -Norway: text")


def test_empty_text() -> None:
    assert read_markdown("") == SourceDocument(())
    assert read_markdown(" \n\n \n") == SourceDocument(())


def test_too_deep_is_refused_and_not_cut() -> None:
    assert _texts("> " * 40 + "deep") == ["deep"]
    with pytest.raises(KnownError) as caught:
        read_markdown("> " * 500 + "deep", "notes.md")
    assert caught.value.code == "text_nested_too_deeply"
    assert caught.value.facts["name"] == "notes.md"


def test_real_papers_keep_every_letter(corpus: Path) -> None:
    papers = [*corpus.glob("*.md"), *corpus.glob("series/*.md")]
    assert papers
    for paper in papers:
        text = decode_text(paper.read_bytes(), paper.name)
        visible = text
        for tag in ("<sup>", "</sup>"):
            visible = visible.replace(tag, "")
        assert _letters_kept(read_markdown(text)) == Counter(filter(str.isalnum, visible)), paper


def test_real_compilation(corpus: Path) -> None:
    paper = corpus / "compilation-trafficking-2020.md"
    document = read_markdown(decode_text(paper.read_bytes(), paper.name))
    runs = [run for paragraph in document.paragraphs for run in paragraph.runs]
    # 36 references and 36 notes; no mark of formatting is left in the text.
    assert sum(run.superscript for run in runs) == 72
    assert not any("~~" in run.text or "**" in run.text for run in runs)
