"""Comments beside brackets: where delegations stand on the words in them."""

import pytest

from editor.importers.house_styles.house_style import OPEN_BRACKETS, TRAILING_TAG, HouseStyle
from editor.importers.word.reader import read_word
from editor.negotiation.session import Session
from tests.importers.house_styles.marked_texts import session_in
from tests.importers.tracked.test_comments import around, remark
from tests.importers.word_files import paragraph, part, run, word_parts, zipped


def commented(
    comment: str, *texts: str, author: str = "Clerk", style: HouseStyle = OPEN_BRACKETS
) -> Session:
    """A paper of a paragraph for each text; the comment is on what stands between `<` and `>`."""
    body = "".join(paragraph(_content(each)) for each in texts)
    comments = part("comments", remark(comment, author))
    source = read_word(zipped(word_parts(body, comments=comments)), "paper.docx")
    return session_in(style, source)


def _content(text: str) -> str:
    if "<" not in text:
        return run(text)
    before, rest = text.split("<")
    inside, after = rest.split(">")
    pieces = [run(before) if before else "", around(run(inside) if inside else "")]
    return "".join((*pieces, run(after) if after else ""))


def stands(session: Session) -> list[tuple[str, str, str, str]]:
    """(code, stance, words, note) of each position on words of the text."""
    return [
        (session.delegations[p.delegation].code, str(p.stance), row.text[p.start : p.end], p.note)
        for row in session.provisions.values()
        for p in row.positions
    ]


def aside(session: Session) -> list[str]:
    return [each.raw for each in session.unread.values()]


_RETAINED = [("CAN", "support", "soon", ""), ("GBR", "support", "soon", "")]


@pytest.mark.parametrize(
    "text",
    [
        "1. Boats [may] sail <[soon]>.",
        "1. Boats [may] sail [<soon>].",
        "1. Boats [may] sail [soon]<>.",
        "1. Boats [may] sail <[>soon].",
        "1. Boats [soon] sail <[soon]>.",
    ],
)
def test_a_stance_beside_a_bracket_is_one_on_the_words_in_it(text: str) -> None:
    session = commented("CAN, UK: retain", text)
    assert stands(session) == _RETAINED
    assert [each.start for row in session.provisions.values() for each in row.positions] == [
        text.replace("<", "").replace(">", "").rindex("soon")
    ] * 2
    assert aside(session) == []


@pytest.mark.parametrize(
    ("comment", "found"),
    [
        ("EU: delete", [("EU", "oppose", "soon and often", "")]),
        ("Norway: reserves its position: the capital decides",
         [("NOR", "reserve", "soon and often", "the capital decides")]),
        ("Fiji: delete “often”", [("FJI", "oppose", "often", "")]),
        ("CAN: retain; EU: delete",
         [("CAN", "support", "soon and often", ""), ("EU", "oppose", "soon and often", "")]),
    ],
)  # fmt: skip
def test_what_the_stance_is(comment: str, found: list[tuple[str, str, str, str]]) -> None:
    session = commented(comment, "1. Boats sail <[soon and often]>.")
    assert stands(session) == found
    assert aside(session) == []


def test_a_delegation_that_comments_itself() -> None:
    session = commented("Retain", "1. Boats sail <[soon]>.", author="Canada")
    assert stands(session) == _RETAINED[:1]


def test_the_innermost_bracket_counts() -> None:
    session = commented("CAN: retain", "1. Boats [sail [<soon> and] often].")
    assert stands(session) == [("CAN", "support", "soon and", "")]


def test_words_without_a_bracket() -> None:
    session = commented("CAN: delete", "1. Boats <sail> soon, [today].")
    assert stands(session) == [("CAN", "oppose", "sail", "")]


@pytest.mark.parametrize(
    ("comment", "author", "left"),
    [
        ("Why soon?", "Clerk", "Clerk: Why soon?"),
        ("Lawyers: retain", "Clerk", "Clerk: Lawyers: retain"),
        ("Retain", "Clerk", "Clerk: Retain"),
        ("Why soon?; CAN: retain", "Clerk", "Clerk: Why soon?"),
    ],
)
def test_what_is_no_stance_of_a_delegation_is_set_aside(
    comment: str, author: str, left: str
) -> None:
    session = commented(comment, "1. Boats sail <[soon]>.", author=author)
    assert aside(session) == [left]


def test_beside_words_that_are_not_in_the_text() -> None:
    text = "1. Boats sail [<soon> - US]."
    session = commented("CAN: retain", text, style=TRAILING_TAG)
    assert stands(session) == []
    assert aside(session) == ["Clerk: CAN: retain"]


def test_each_comment_finds_its_paragraph() -> None:
    session = commented("CAN: retain", "1. Boats [soon] sail.", "2. Oars <[soon]> float.")
    assert [row.positions != () for row in session.provisions.values()] == [False, True]


def test_a_comment_on_a_heading_is_not_about_the_text_before_it() -> None:
    session = commented(
        "CAN: delete", "1. On boats [soon].", "II. On <boats>", "2. Oars [may] float."
    )
    assert stands(session) == []
    assert aside(session) == ["Clerk: CAN: delete"]


def test_the_label_of_an_option_may_stand_before_its_words() -> None:
    session = commented(
        "CAN: retain", "Option 1:", "Boats sail <[soon]>.", "Option 2:", "Oars float."
    )
    assert stands(session) == [("CAN", "support", "soon", "")]
