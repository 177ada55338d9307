"""The text of a PDF, line by line."""

from editor.importers.house_styles.joined_lines import joined_lines
from editor.importers.plain_text import read_plain_text
from editor.importers.source import SourceDocument


def joined(text: str) -> list[str]:
    return [each.text for each in joined_lines(read_plain_text(text)).paragraphs]


PAGE = """\
{page}.   {boats} that sail by night carry lights that are seen from all sides and from
     a long way off, and a boat-
     hook that is longer than the {boats}.{page}
     (a) The light of the {boats} is white;
     (b) The hook of the {boats} is of wood and of iron, and as long as the law says it
     should be.

{page} A {boats} is a vessel.
                                   {page}
Rules for vessels
\f"""
KINDS = ("ferry", "raft", "barge", "yacht")


def paper() -> SourceDocument:
    pages = [PAGE.format(page=number, boats=kind) for number, kind in enumerate(KINDS, start=1)]
    return joined_lines(read_plain_text("".join(pages)))


def test_wrapped_lines_are_one_paragraph_and_a_label_opens_the_next() -> None:
    assert joined(PAGE.partition("\n\n")[0].format(page=1, boats="ferry")) == [
        "1. ferry that sail by night carry lights that are seen from all sides and from a long "
        "way off, and a boat-hook that is longer than the ferry.1",
        "(a) The light of the ferry is white;",
        "(b) The hook of the ferry is of wood and of iron, and as long as the law says it should "
        "be.",
    ]


def test_lines_that_are_paragraphs_are_left_alone() -> None:
    text = "1. Boats sail.\n2. Ferries rest.\n3. Rafts drift.\n"
    source = read_plain_text(text)
    assert joined_lines(source) is source


def test_running_heads_and_page_numbers_are_left_out_and_told() -> None:
    found = paper()
    assert not any("Rules" in each.text for each in found.paragraphs)
    told = [(code, words) for code, _line, words in found.warnings]
    assert told == [("page_furniture", "1 (4)"), ("page_furniture", "Rules for vessels (4)")]


def test_notes_under_a_page_are_notes() -> None:
    found = [(note.label, note.paragraphs[0].text) for note in paper().notes]
    assert found[:2] == [("1", "A ferry is a vessel."), ("2", "A raft is a vessel.")]
    assert len(found) == 4


def test_a_hyphen_of_the_printer_goes_if_the_document_has_the_word_without_it() -> None:
    text = "The negotiation goes on for\nlong, and the negotia-\ntion of light-\nhouses too.\n"
    assert joined(text) == [
        "The negotiation goes on for long, and the negotiation of light-houses too."
    ]
