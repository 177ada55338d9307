"""A line break inside a paragraph is a space of the base text, and no word is lost by it."""

import pytest

from editor.importers.alternative_text import alternative_patch
from editor.importers.base_text import base_text_patch, base_texts
from editor.importers.markdown import read_markdown
from editor.importers.single_lines import in_single_lines
from editor.importers.source import SourceDocument, SourceParagraph, SourceRun
from editor.negotiation.composition import compose
from editor.negotiation.delegation import CHAIR, CHAIR_ID, Delegation
from editor.negotiation.patch import patched
from editor.negotiation.provision import MarkKind
from editor.negotiation.session import Heading, ImportedFile, Session

FILE = ImportedFile("f1", "text.md", "digest")
SESSION = Session(
    headings={"heading": Heading()},
    delegations={CHAIR_ID: CHAIR, "can": Delegation("can", "CAN", "Canada", layer_on=True)},
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1. Parties shall  \nmeet.", "1. Parties shall meet."),
        ("1. Parties shall\\\nmeet.", "1. Parties shall meet."),
        ("1. Parties shall <br> meet.", "1. Parties shall meet."),
        ("1. Parties<br><br>meet.", "1. Parties meet."),
    ],
)
def test_a_hard_break_is_a_space_of_the_base_text(text: str, expected: str) -> None:
    source = read_markdown(text)
    session = patched(SESSION, base_text_patch(SESSION, source, FILE))

    assert [each.text for each in session.provisions.values()] == [expected]
    assert list(base_texts(source).values()) == [expected.removeprefix("1. ")]


def test_italics_stay_at_their_words() -> None:
    source = read_markdown("Parties  \n*shall*  \nmeet.")
    session = patched(SESSION, base_text_patch(SESSION, source, FILE))

    [row] = session.provisions.values()
    [italic] = row.marks
    assert italic.kind is MarkKind.ITALIC
    assert row.text[italic.start : italic.end].strip() == "shall"


def test_the_same_text_with_and_without_breaks_makes_no_proposal() -> None:
    plain, broken = read_markdown("Parties shall meet."), read_markdown("Parties  \nshall meet.")
    session = patched(SESSION, base_text_patch(SESSION, plain, FILE))

    assert not alternative_patch(session, "can", broken, FILE).changes[:-1]


def test_a_layer_reads_in_single_lines() -> None:
    base, wanted = read_markdown("Parties meet."), read_markdown("Parties shall  \nnever meet.")
    session = patched(SESSION, base_text_patch(SESSION, base, FILE))
    session = patched(session, alternative_patch(session, "can", wanted, FILE))

    assert compose(session).paragraphs == ("Parties shall never meet.",)


def test_breaks_of_every_kind_and_the_borders_of_runs() -> None:
    runs = (SourceRun("a\v"), SourceRun("b\u2028c"), SourceRun("\r\nd", bold=True))
    single = in_single_lines(SourceDocument((SourceParagraph(runs, 1),)))
    assert single.paragraphs[0].text == "a b c d"
    assert [each.bold for each in single.paragraphs[0].runs] == [False, False, True]
