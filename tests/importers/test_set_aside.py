"""Nothing that a reader sets aside is lost: it is in the report or in the tray."""

from editor.app.tracked_layers import layers_by_author
from editor.importers.alternative_text import alternative_patch
from editor.importers.base_text import base_text_patch
from editor.importers.compilation.build import compilation_patch
from editor.importers.compilation.read import read_compilation
from editor.importers.house_styles.house_style import TRAILING_TAG
from editor.importers.house_styles.read import read_house_style
from editor.importers.markdown import read_markdown
from editor.importers.names import load_names
from editor.importers.set_aside import comments_left
from editor.importers.source import SourceComment, SourceDocument, SourceParagraph, SourceRun
from editor.importers.word.reader import read_word
from editor.negotiation.delegation import CHAIR, CHAIR_ID, Delegation
from editor.negotiation.patch import patched
from editor.negotiation.session import Heading, ImportedFile, Session
from tests.importers.ways_in import Way, brought_in
from tests.importers.word_files import BY_OTHER, inserted, paragraph, part, run, word_file

FILE = ImportedFile("f1", "paper.docx", "digest")
OTHER = ImportedFile("f2", "layer.docx", "digest")
EMPTY = Session(
    headings={"heading": Heading()},
    delegations={
        CHAIR_ID: CHAIR,
        "nor": Delegation("nor", "NOR", "Norway", layer_on=True),
        "usa": Delegation("usa", "USA", "United States of America"),
    },
)
HIDDEN = run("all coastal ", "<w:vanish/>")
COMMENTS = part(
    "comments",
    f'<w:comment w:id="1" w:author="Secretariat">{paragraph(run("Norway reserves on this"))}'
    f'</w:comment><w:comment w:id="2" w:author="Ana">{paragraph(run(" "))}</w:comment>',
)


def _paper(*texts: str) -> SourceDocument:
    """Paragraphs, the second with hidden words, the last with a comment."""
    *before, last = texts
    body = "".join(
        paragraph(run(text) + HIDDEN * (number == 1)) for number, text in enumerate(before)
    )
    commented = (
        f'<w:commentRangeStart w:id="1"/>{run(last)}<w:commentRangeEnd w:id="1"/>'
        '<w:r><w:commentReference w:id="1"/></w:r><w:r><w:commentReference w:id="2"/></w:r>'
    )
    return read_word(word_file(body + paragraph(commented), comments=COMMENTS), "paper.docx")


def _left(session: Session, file: str = "f1") -> list[tuple[str, str, str, int]]:
    rows = session.unread.values()
    return [
        (each.raw, each.reason, each.provision, each.line) for each in rows if each.file == file
    ]


def _warned(session: Session, file: str = "f1") -> list[tuple[str, int, str]]:
    reports = session.reports.values()
    return [each for report in reports if report.file == file for each in report.warnings]


def test_of_a_base_text() -> None:
    paper = _paper("1. Boats sail.", "2. Boats rest.", "3. Boats sink.")
    session = patched(EMPTY, base_text_patch(EMPTY, paper, FILE))
    texts = [each.text for each in session.provisions.values()]
    assert texts == ["1. Boats sail.", "2. Boats rest.", "3. Boats sink."]
    assert _warned(session) == [("hidden_text_left_out", 2, "all coastal ")]
    assert _left(session) == [
        ("Secretariat: Norway reserves on this", "comment_in_margin", "p3", 3)
    ]


def test_comments_in_markdown() -> None:
    paper = read_markdown("Boats sail.\n\nBoats <!-- Norway: reserve here --> rest.\n")
    session = patched(EMPTY, base_text_patch(EMPTY, paper, FILE))
    assert _warned(session) == [("comment_left_out", 3, "<!-- Norway: reserve here -->")]


def test_a_text_without_such_things_has_no_report() -> None:
    session = patched(EMPTY, base_text_patch(EMPTY, read_markdown("Boats sail."), FILE))
    session = patched(session, alternative_patch(session, "nor", read_markdown("They."), OTHER))
    assert (session.reports, session.unread) == ({}, {})


def test_of_a_whole_text_of_a_delegation() -> None:
    base = read_markdown("Boats sail.\n\nBoats rest at night.\n")
    session = patched(EMPTY, base_text_patch(EMPTY, base, FILE))
    layer = _paper("Boats sail.", "All of them are painted red.", "Boats rest at last.")
    session = patched(session, alternative_patch(session, "nor", layer, OTHER))
    assert _warned(session, "f2") == [("hidden_text_left_out", 2, "all coastal ")]
    assert _left(session, "f2") == [
        ("Secretariat: Norway reserves on this", "comment_in_margin", "p2", 3)
    ]


def test_of_tracked_changes_by_several_authors() -> None:
    base = read_markdown("Boats sail.\n\nBoats rest.\n")
    session = patched(EMPTY, base_text_patch(EMPTY, base, FILE))
    first = paragraph(run("Boats ") + inserted(run("always ")) + HIDDEN + run("sail."))
    body = first + paragraph(run("Boats ") + inserted(run("never "), BY_OTHER) + run("rest."))
    tracked = read_word(word_file(body), "layer.docx")
    whose = {"Ana": "Norway", "Ben": "United States of America"}
    session = patched(session, layers_by_author(session, tracked, OTHER, whose).patch)
    assert len(session.amendments) == 2
    assert _warned(session, "f2") == [("hidden_text_left_out", 1, "all coastal ")]


def test_of_coloured_words_once_for_the_text_and_its_layers() -> None:
    red = run("always ", '<w:color w:val="FF0000"/>')
    body = paragraph(run("Boats ") + red + HIDDEN + run("sail."))
    session = brought_in(Way.FORMATTED, word_file(body), "paper.docx", EMPTY)
    assert len(session.amendments) == 1
    warned = [each for report in session.reports.values() for each in report.warnings]
    assert warned == [("hidden_text_left_out", 1, "all coastal ")]


def test_of_a_compilation() -> None:
    paper = _paper("Draft article 1", "Boats [add “never”: Norway] sail.", "Boats sink.")
    reading = read_compilation(paper, load_names())
    session = patched(EMPTY, compilation_patch(EMPTY, reading, FILE))
    [(raw, reason, provision, line)] = _left(session)
    assert (raw, reason) == ("Secretariat: Norway reserves on this", "comment_in_margin")
    assert (session.provisions[provision].text, line) == ("Boats sink.", 3)
    assert ("hidden_text_left_out", 2, "all coastal ") in _warned(session)


def test_of_a_house_style() -> None:
    paper = _paper("1. Boats [always - US] sail.", "2. Boats rest.", "3. Boats sink.")
    reading = read_house_style(paper, load_names(), TRAILING_TAG)
    session = patched(EMPTY, compilation_patch(EMPTY, reading, FILE))
    [(raw, reason, provision, line)] = _left(session)
    assert (raw, reason) == ("Secretariat: Norway reserves on this", "comment_in_margin")
    assert (session.provisions[provision].text, line) == ("3. Boats sink.", 3)
    assert ("hidden_text_left_out", 2, "all coastal ") in _warned(session)


def test_an_answer_is_where_its_question_is() -> None:
    runs = (SourceRun("Boats sail.", comments=("1",)),)
    source = SourceDocument(
        (SourceParagraph(runs, 4),),
        comments=(
            SourceComment("1", "", "", "Why?"),
            SourceComment("2", "Ana", "", "Of old.", answers="1"),
            SourceComment("3", "", "", "Nowhere."),
        ),
    )
    found = [(each.raw, each.provision, each.line) for each in comments_left(source, [6, 3, 3, 5])]
    assert found == [("Why?", 2, 4), ("Ana: Of old.", 2, 4), ("Nowhere.", None, 0)]
