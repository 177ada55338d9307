"""Changes of several delegations in one place: words that nobody wrote together stay apart."""

import re

import pytest

from editor.importers.revisions import accept, reject
from editor.importers.word.reader import read_word
from editor.negotiation.session import Session
from tests.importers.tracked.bringing_in import code_of, composed, proposals, started, with_layers
from tests.importers.word_files import (
    BY_AUTHOR,
    BY_OTHER,
    deleted,
    inserted,
    paragraph,
    run,
    word_file,
)

_PIECE = re.compile(r"\[(?P<marks>[^|]+)\|(?P<words>[^\]]*)\]|(?P<kept>[^\[]+)")
_BY = {"A": BY_AUTHOR, "B": BY_OTHER, "C": 'w:id="3" w:author="Cleo"'}


def _content(piece: re.Match[str]) -> str:
    if piece["kept"]:
        return run(piece["kept"])
    content = run(piece["words"], tag="delText" if "-" in piece["marks"] else "t")
    for kind, who in reversed(re.findall(r"([+-])(\w)", piece["marks"])):
        content = (inserted if kind == "+" else deleted)(content, _BY[who])
    return content


def brought_in(text: str, original: str, final: str) -> Session:
    """After a paragraph was brought in, written as `kept [-A|deleted][+B|inserted]` and
    `[+A-B|deleted within what is inserted]`: A is Canada, B Norway, C Fiji."""
    body = paragraph("".join(_content(each) for each in _PIECE.finditer(text)))
    source = read_word(word_file(body), "paper.docx")
    assert [reject(source).paragraphs[0].text, accept(source).paragraphs[0].text] == [
        original,
        final,
    ]
    return with_layers(started(original), body)


@pytest.mark.parametrize(
    ("text", "final", "only_canada"),
    [
        ("the [-A|old][+B|new] text", "the new text", "the  text"),
        ("the [+B|new][-A|old] text", "the new text", "the  text"),
        ("the [-A|o][+B|new][-A|ld] text", "the new text", "the  text"),
        ("the[-A| old][+B|new] text", "thenew text", "the text"),
        ("the [+B|new][-A|old ]text", "the newtext", "the text"),
        ("the [-A|ol][+B|new][-A|d ]text", "the newtext", "the text"),
    ],
)
def test_words_typed_right_at_deleted_ones_replace_these(
    text: str, final: str, only_canada: str
) -> None:
    session = brought_in(text, "the old text", final)
    assert composed(session, "Canada") == [only_canada]
    assert composed(session, "Norway") == ["the new text"]
    (both,) = composed(session, "Canada", "Norway")
    assert both in ("the new text", "the [— / new / old] text")


@pytest.mark.parametrize(
    ("text", "original", "final", "only_norway"),
    [
        ("the [-A|old, ][+B|new][-A|worn] text", "the old, worn text", "the new text",
         "the new text"),
        ("the [-A|old][-B| worn][+B|new] text", "the old worn text", "the new text",
         "the new text"),
        ("the text[-A|s][+B|ual]", "the texts", "the textual", "the textual"),
        ("[-A|They report.][+B|They meet.] So.", "They report. So.", "They meet. So.",
         "They meet. So."),
        ("[-A|They report.][+B|They meet.]", "They report.", "They meet.", "They meet."),
        ("the [-A|old][-A+B|new] text", "the old text", "the  text", "the new text"),
        ("the [-A|old][-C| worn][+B|new] text", "the old worn text", "the new text",
         "the old new text"),
    ],
)  # fmt: skip
def test_all_that_is_deleted_there_is_replaced(
    text: str, original: str, final: str, only_norway: str
) -> None:
    assert composed(brought_in(text, original, final), "Norway") == [only_norway]


@pytest.mark.parametrize(
    ("text", "both"),
    [
        ("the [-A|old][+A-B|young][+B|new] text", "the new text"),
        ("the [-A|old][+B|new][+A-B|young] text", "the new text"),
        ("the [-A|old][+B|very ][+A|young] text", "the very young text"),
        ("the[-A| old][+B| very][+A| young] text", "the very young text"),
        ("the [-A|old][+A|young][+B|ish] text", "the youngish text"),
        ("the [+B|un][-A|old][+A|young] text", "the unyoung text"),
    ],
)
def test_words_typed_right_at_inserted_ones_amend_these(text: str, both: str) -> None:
    session = brought_in(text, "the old text", both)
    young = next(each for each in proposals(session) if code_of(session, each) == ["CAN"])
    assert {each.target for each in proposals(session)} == {None, young.id}
    assert composed(session, "Canada") == ["the young text"]
    assert composed(session, "Norway") == ["the old text"]
    assert composed(session, "Canada", "Norway") == [both]


@pytest.mark.parametrize(
    "text",
    [
        "the [-A|one ][+B|two ][-B|three ][+A|four ]five",
        "the[-A| one][+B| two][-B| three][+A| four] five",
    ],
)
def test_words_that_the_other_keeps_part_two_changes(text: str) -> None:
    session = brought_in(text, "the one three five", "the two four five")
    assert composed(session, "Canada") == ["the three four five"]
    assert composed(session, "Norway") == ["the one two five"]
    assert composed(session, "Canada", "Norway") == ["the two four five"]


@pytest.mark.parametrize(
    ("text", "original", "final", "who", "only"),
    [
        ("the [+C|new][-B|old ][+A|worn ]end", "the old end", "the newworn end",
         "Fiji", "the new end"),
        ("the [-C|old ][+A|new][-C|worn ][+B|grey ]end", "the old worn end",
         "the newgrey end", "Canada", "the new end"),
        ("the [+C|new][-A|old ][+B|grey][-A|worn]end", "the old wornend", "the newgreyend",
         "Norway", "the greyend"),
    ],
)  # fmt: skip
def test_words_do_not_amend_what_lies_beyond_words_that_its_owner_keeps(
    text: str, original: str, final: str, who: str, only: str
) -> None:
    assert composed(brought_in(text, original, final), who) == [only]


def test_of_two_that_make_one_word_the_longer_one_is_amended() -> None:
    session = brought_in("an [+B|un][+A|worthy ]end", "an end", "an unworthy end")
    assert composed(session, "Canada") == ["an worthy end"]
    assert composed(session, "Norway") == ["an end"]
    assert composed(session, "Canada", "Norway") == ["an unworthy end"]


def test_what_stands_in_words_that_amend_others_amends_these_too() -> None:
    text = "an [+C|a][+A|bcd][+B|efghi ]end"
    session = brought_in(text, "an end", "an abcdefghi end")
    assert {*composed(session, "Canada"), *composed(session, "Fiji")} == {"an end"}
    assert composed(session, "Norway") == ["an efghi end"]
    assert len(proposals(session)) == 3


@pytest.mark.parametrize(
    ("text", "final", "canada", "norway"),
    [
        ("the [-A|old ][+B|new ]text", "the new text", "the text", "the old new text"),
        ("the [+B|very ][-A|old][+A|young] text", "the very young text", "the young text",
         "the very old text"),
        ("the[-A| old ][+B| new ]text", "the new text", "the text", "the old new text"),
    ],
)  # fmt: skip
def test_words_that_stand_by_themselves_stand_beside(
    text: str, final: str, canada: str, norway: str
) -> None:
    session = brought_in(text, "the old text", final)
    assert composed(session, "Canada") == [canada]
    assert composed(session, "Norway") == [norway]
    assert composed(session, "Canada", "Norway") == [final]
