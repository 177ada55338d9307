"""Texts in colours and lines: whose the changes are, where delegations are named beside them."""

from pathlib import Path

from editor.app.formatted_layers import add_formatted
from editor.app.importing import Incoming, add_base_text
from editor.negotiation.provision import ProvisionKind
from editor.negotiation.session import Session
from tests.importers.word_files import paragraph, run, word_file

STRUCK, LINED = "<w:strike/>", '<w:u w:val="single"/>'
LEGEND = "Additions are underlined; deletions are struck out."
WHOSE = {"struck": "Norway", "underlined": "Norway"}
MARKED = paragraph(
    run("1. Boats ")
    + run("may", STRUCK)
    + run(" ")
    + run("shall", LINED)
    + run(" [Kenya, Fiji] sail ")
    + run("far", LINED)
    + run(".")
)


def _wanted(session: Session) -> list[tuple[set[str], list[str]]]:
    return [
        (
            {session.delegations[key].code for key in each.sponsors},
            [edit.text for edit in each.edits],
        )
        for each in session.amendments.values()
    ]


def test_names_beside_the_words_are_cosponsors_and_no_part_of_the_text(tmp_path: Path) -> None:
    paper = tmp_path / "paper.docx"
    paper.write_bytes(word_file(paragraph(run(LEGEND)) + MARKED))
    incoming = Incoming.into(tmp_path / "new.rolling")
    add_formatted(incoming, paper, WHOSE)
    session = incoming.session
    legend, first = sorted(session.provisions.values(), key=lambda each: each.ordinal)
    assert (legend.kind, legend.text) == (ProvisionKind.FRONT_MATTER, LEGEND)
    assert first.text == "1. Boats may sail."
    assert sorted(_wanted(session), key=str) == sorted(
        [({"KEN", "FJI"}, ["shall"]), ({"NOR"}, [" far"])], key=str
    )
    assert not session.unread


def test_a_legend_that_the_base_does_not_have_is_left_out_and_told(tmp_path: Path) -> None:
    paper, text = tmp_path / "paper.docx", tmp_path / "base.txt"
    paper.write_bytes(word_file(paragraph(run(LEGEND)) + MARKED))
    text.write_text("1. Boats may sail.\n")
    incoming = Incoming.into(tmp_path / "new.rolling")
    add_base_text(incoming, text)
    add_formatted(incoming, paper, WHOSE)
    assert len(incoming.session.amendments) == 2
    told = [each for report in incoming.reports for each in report.warnings]
    assert ("legend_left_out", 1, LEGEND) in told
