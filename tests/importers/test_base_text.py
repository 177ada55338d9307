"""Base text: every paragraph is a row, its words untouched."""

from editor.importers.base_text import (
    base_paragraphs,
    base_text_patch,
    base_texts,
    telling_of_changes,
)
from editor.importers.markdown import read_markdown
from editor.importers.plain_text import read_plain_text
from editor.importers.source import Revision, SourceDocument, SourceParagraph, SourceRun
from editor.negotiation.patch import patched
from editor.negotiation.provision import MarkKind, Provision, ProvisionKind
from editor.negotiation.session import ImportedFile, Session

FILE = ImportedFile("f1", "base", "digest")


def _rows(source: SourceDocument) -> list[Provision]:
    session = Session()
    after = patched(session, base_text_patch(session, source, FILE))
    return [after.provisions[key] for key in after.base_order]


def test_plain_text_keeps_every_line_with_its_label() -> None:
    text = "1. Parties shall:\n(a) meet;\n\n(b) part.\n2 bis. Enough."
    rows = _rows(read_plain_text(text))
    assert [row.text for row in rows] == [line for line in text.split("\n") if line]
    assert [row.label for row in rows] == ["1", "(a)", "(b)", "2 bis"]
    assert [row.level for row in rows] == [0, 1, 1, 0]
    assert {row.kind for row in rows} == {ProvisionKind.PROVISION}


def test_the_ninth_letter_is_not_taken_for_one() -> None:
    rows = _rows(read_plain_text("(h) rivers;\n(i) lakes;\n(i) salt lakes."))
    assert [row.level for row in rows] == [1, 1, 2]


def test_headings_carry_labels_to_the_paragraph_below() -> None:
    source = read_markdown(
        "# Report\n\n1. Two days were too short.\n\n## Rivers\n\n"
        "#### *Draft recommendation 3 bis*\n\nParties should dredge.\n\n"
        "#### *Draft recommendation 4*\n\nParties should rest.\n\n## Letters\n\nWe like ferries."
    )
    rows = _rows(source)
    assert [(row.kind.value, row.label) for row in rows] == [
        ("heading", ""),
        ("front_matter", ""),
        ("heading", ""),
        ("heading", ""),
        ("provision", "3 bis"),
        ("heading", ""),
        ("provision", "4"),
        ("heading", ""),
        ("statement", ""),
    ]
    assert rows[4].section == rows[2].id


def test_what_stands_before_the_articles_is_text_too() -> None:
    rows = _rows(read_plain_text("1. Adopts the agreement.\nArticle 1\nIt floats."))
    assert [(row.kind.value, row.label) for row in rows] == [
        ("provision", "1"),
        ("heading", ""),
        ("provision", "Article 1"),
    ]


def test_paragraphs_of_an_article_have_its_number() -> None:
    rows = _rows(read_plain_text("Article 4\n1. Ferries are free.\n2. Bridges are not."))
    assert [row.label for row in rows] == ["", "Article 4.1", "Article 4.2"]


def test_automatic_numbers_of_word_are_labels_and_no_text() -> None:
    run = SourceRun("Ferries are free.")
    rows = _rows(SourceDocument((SourceParagraph((run,), 1, label="4.", original_label="4."),)))
    assert (rows[0].label, rows[0].text) == ("4", "Ferries are free.")


def test_italics_and_notes_become_marks() -> None:
    source = read_markdown("*Recalling* the flood,[^1] decides\n\n[^1]: The second one.")
    session = Session()
    after = patched(session, base_text_patch(session, source, FILE))
    (row,) = after.provisions.values()
    (note,) = after.notes.values()
    assert [(mark.kind, mark.start, mark.end) for mark in row.marks] == [
        (MarkKind.ITALIC, 0, 9),
        (MarkKind.NOTE, 20, 20),
    ]
    assert row.marks[1].note == note.id
    assert (note.text, note.anchor.provision) == ("The second one.", row.id)


def test_tracked_changes_are_rejected() -> None:
    runs = (
        SourceRun("Ferries "),
        SourceRun("should", revision=Revision.DELETED),
        SourceRun("must", revision=Revision.INSERTED),
        SourceRun(" float."),
    )
    (row,) = _rows(SourceDocument((SourceParagraph(runs, 1),)))
    assert row.text == "Ferries should float."


def test_changes_that_a_base_leaves_out_are_told_with_their_authors() -> None:
    kept = SourceParagraph((SourceRun("Bridges stand."),), 1)
    well = SourceRun(" well", revision=Revision.INSERTED, author="Norway")
    changed = SourceParagraph((SourceRun("Ferries float"), well, SourceRun(".")), 2)

    told = telling_of_changes(SourceDocument((kept, changed)))

    assert told.warnings == (("changes_not_in_base", 2, "Norway"),)
    assert telling_of_changes(SourceDocument((kept,))).warnings == ()


def test_words_by_label_leave_the_label_out() -> None:
    source = read_plain_text("1. Ferries float.\n2 bis. Bridges stand.\n1. Again.")
    assert base_texts(source) == {"1": "Ferries float.", "2bis": "Bridges stand."}


def test_an_empty_document_is_an_empty_base() -> None:
    assert base_paragraphs(SourceDocument(())) == []
