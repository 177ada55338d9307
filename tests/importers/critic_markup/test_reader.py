"""Texts with CriticMarkup as documents with tracked changes and comments."""

import time

import pytest

from editor.importers.open_source import read_source
from editor.importers.revisions import accept, has_revisions, reject
from editor.importers.source import Revision, SourceDocument

Tracked = tuple[str, Revision, str]


def read(text: str, name: str = "paper.txt") -> SourceDocument:
    return read_source(text.encode(), name)


def lines(document: SourceDocument) -> list[str]:
    return [each.text for each in document.paragraphs if each.text]


def tracked(document: SourceDocument) -> list[Tracked]:
    return [
        (run.text, run.revision, run.author)
        for paragraph in document.paragraphs
        for run in paragraph.runs
        if run.revision is not Revision.NONE and run.text
    ]


def comments(document: SourceDocument) -> list[tuple[str, str]]:
    return [(each.author, each.text) for each in document.comments]


def commented(document: SourceDocument, key: str) -> list[str]:
    return [run.text for each in document.paragraphs for run in each.runs if key in run.comments]


@pytest.mark.parametrize("name", ["paper.txt", "paper.md"])
def test_each_mark(name: str) -> None:
    paper = read("We {++all ++}agree{-- now--} to {~~act~>*rest*~~} {==here==}.", name)
    rest = "*rest*" if name.endswith("txt") else "rest"
    assert lines(reject(paper)) == ["We agree now to act here."]
    assert lines(accept(paper)) == [f"We all agree to {rest} here."]
    assert tracked(paper)[:2] == [("all ", Revision.INSERTED, ""), (" now", Revision.DELETED, "")]
    assert not paper.comments
    assert not paper.warnings


def test_a_text_without_marks_stays_as_it_is() -> None:
    text = r"Set {a} and \{b\} -- or ++c++ ~> d."
    paper = read(text)
    assert lines(paper) == [text]
    assert not has_revisions(paper)
    assert not paper.warnings


@pytest.mark.parametrize("name", ["paper.txt", "paper.md"])
def test_a_backslash_makes_signs_words(name: str) -> None:
    paper = read(r"\{++a++\} {++\{b\}++} c:\\d", name)
    assert lines(accept(paper)) == [r"{++a++} {b} c:\d"]
    assert lines(reject(paper)) == [r"{++a++}  c:\d"]


def test_a_line_break_within_marks_is_a_paragraph_mark() -> None:
    paper = read("One.{++\nTwo.++}\nThree.{--\n--}Four.\n")
    assert lines(reject(paper)) == ["One.", "Three.", "Four."]
    assert lines(accept(paper)) == ["One.", "Two.", "Three.Four."]


def test_marks_cross_paragraphs_with_blank_lines_between() -> None:
    paper = read("One.\n\n{++Two.\n\nTwo *bis*.\n\n++}Three {--is\n\nlong--}.", "paper.md")
    assert lines(reject(paper)) == ["One.", "Three is", "long."]
    assert lines(accept(paper)) == ["One.", "Two.", "Two bis.", "Three ."]


def test_what_is_put_in_and_taken_out_again_is_in_neither_text() -> None:
    paper = read("a {++b {--c--}{>>@Fiji:<<} d++}{>>@Canada:<<} e")
    (again,) = [each for each in paper.paragraphs[0].runs if each.deleted_by]
    assert (again.text, again.author, again.deleted_by) == ("c", "Canada", "Fiji")
    assert lines(accept(paper)) == ["a b  d e"]
    assert lines(reject(paper)) == ["a  e"]


@pytest.mark.parametrize(
    ("comment", "author", "said"),
    [
        ("Canada", "Canada", []),
        ("CAN", "CAN", []),
        ("@Friends of the text:", "Friends of the text", []),
        ("@Friends of the text", "Friends of the text", []),
        ("CAN: as in article 3", "CAN", [("CAN", "as in article 3")]),
        ("@jo: as in\narticle 3", "jo", [("jo", "as in\narticle 3")]),
        ("@CAN shorter than before", "CAN", [("CAN", "shorter than before")]),
        ("CAN MEX", "CAN", [("CAN", "Proposed by: CAN, MEX")]),
        ("Canada, Trinidad and Tobago", "Canada",
         [("Canada", "Proposed by: Canada, Trinidad and Tobago")]),
        ("@New Friends @Old Friends:", "New Friends",
         [("New Friends", "Proposed by: New Friends, Old Friends")]),
        ("better so", "", [("", "better so")]),
        ("Note: better so", "", [("", "Note: better so")]),
        ("Can we say so?", "", [("", "Can we say so?")]),
        ("NOR: supports", "", [("NOR", "supports")]),
        ("CAN, UK: retain", "", [("", "CAN, UK: retain")]),
    ],
)  # fmt: skip
def test_what_a_comment_behind_a_change_says(
    comment: str, author: str, said: list[tuple[str, str]]
) -> None:
    paper = read(f"a {{++b++}}{{>>{comment}<<}} c")
    assert tracked(paper) == [("b", Revision.INSERTED, author)]
    assert comments(paper) == said
    assert all(commented(paper, each.key) == ["b"] for each in paper.comments)


def test_words_taken_out_for_others_share_a_signature() -> None:
    paper = read("a {--b--}{++c++}{>>CAN: why<<} {~~d~>e~~}{>>Fiji<<}")
    assert [each[2] for each in tracked(paper)] == ["CAN", "CAN", "Fiji", "Fiji"]
    assert commented(paper, "c1") == ["b", "c"]


def test_what_is_said_behind_a_signature_is_said_by_whoever_signs() -> None:
    paper = read("a {++b++}{>>@Fiji:<<}{>>so it reads well<<}{>>NOR: supports<<}")
    assert comments(paper) == [("Fiji", "so it reads well"), ("NOR", "supports")]


def test_delete_said_of_a_deletion_signs_it() -> None:
    assert tracked(read("a{-- b--}{>>CAN: delete<<}"))[0][2] == "CAN"
    assert tracked(read("a{++ b++}{>>CAN: delete<<}"))[0][2] == ""


def test_comments_on_words_that_stay() -> None:
    paper = read("We {==agree==}{>>CAN: retain<<} to{>>when?<<} act.")
    assert comments(paper) == [("CAN", "retain"), ("", "when?")]
    assert (commented(paper, "c1"), commented(paper, "c2")) == (["agree"], [""])
    assert lines(paper) == ["We agree to act."]


def test_signs_without_a_partner_stay_and_are_remarked() -> None:
    paper = read("a {++b {++c++} d\ne --} {~~f~~}\n{>>g {--h--} {>>i<<}\nj {==k")
    assert lines(accept(paper)) == ["a {++b c d", "e --} {~~f~~}", "{>>g  ", "j {==k"]
    assert [each[:2] for each in paper.warnings] == [
        ("critic_mark_alone", number) for number in (1, 2, 3, 4)
    ]
    assert paper.warnings[0][2] == "a {++b {++c++} d"


def test_a_mark_that_is_never_closed_is_all_there_is() -> None:
    paper = read("a {++b\nc")
    assert lines(paper) == ["a {++b", "c"]
    assert [each[0] for each in paper.warnings] == ["critic_mark_alone"]


def test_lines_count_those_within_comments() -> None:
    paper = read("a {++b++}{>>c\nd<<}\ne {++f")
    assert [each.line for each in paper.paragraphs] == [1, 3]
    assert paper.warnings[0][1] == 3


def test_marks_in_notes_and_what_markdown_drops() -> None:
    paper = read("a[^1]\n\n[^1]: old{-- note--}\n\n<!-- {++b++} -->\n", "paper.md")
    (note,) = accept(paper).notes
    assert note.paragraphs[0].text == "old"
    assert ("comment_left_out", 5, "<!-- {++b++} -->") in paper.warnings


@pytest.mark.parametrize("sign", ["{++", "{++a++}", "{>>", "{~~", "++}", "{>>a<<}", "\\\\"])
def test_a_hundred_thousand_signs_are_read_in_a_line(sign: str) -> None:
    begun = time.process_time()
    read(sign * (100_000 // len(sign)))
    assert time.process_time() - begun < 20
