"""How a compilation reads."""

import io
import zipfile
from dataclasses import replace

import pytest

from editor.exporters.compilation.compilation import compilation
from editor.exporters.markdown import markdown
from editor.exporters.word.lint import lint
from editor.exporters.word.paper import word_paper
from editor.importers.markdown import read_markdown
from editor.importers.source import SourceComment
from editor.importers.word.reader import read_word
from editor.negotiation.amendment import Amendment, AmendmentKind, Position, Sponsorship
from editor.negotiation.delegation import CHAIR_ID
from editor.negotiation.note import Note, NoteAnchor
from editor.negotiation.provision import BasePosition, Provision, ProvisionStatus, Stance
from editor.negotiation.session import Session
from editor.text.edit import Edit
from tests.exporters.compilation.papers import (
    NOW,
    Written,
    as_markdown,
    as_word,
    back,
    with_replaced,
)
from tests.exporters.everything import everything
from tests.exporters.small_sessions import after, by, change, replacing, session

TEXT = "States should act soon."


def lines(talks: Session) -> list[str]:
    """The paragraphs before the legend."""
    paragraphs = [each.text for each in compilation(talks).paragraphs]
    return paragraphs[1 : paragraphs.index("How to read this compilation")]


def test_words_stand_beside_what_is_said_of_them() -> None:
    positions = (Position("EGY", Stance.OPPOSE), Position("FJI", Stance.SUPPORT))
    wish = replace(
        change("a", "p1", "CAN JPN", after(TEXT, "act", " together")), positions=positions
    )
    assert lines(session([TEXT], [wish])) == [
        "1\tStates should act together [add “together”: Canada, Japan, support: Fiji, "
        "remove: Egypt] soon."
    ]


def test_old_words_stand_before_new_ones() -> None:
    wishes = [
        change("a", "p1", "CAN", replacing(TEXT, "should", "shall")),
        change("b", "p1", "EGY", replacing(TEXT, " soon", "")),
    ]
    assert lines(session([TEXT], wishes)) == [
        "1\tStates should shall [replace “should” with “shall”: Canada] act soon "
        "[delete “soon”: Egypt]."
    ]


def test_a_status_is_a_line_of_its_own() -> None:
    row = Provision("p1", 1, TEXT, "1", status=ProvisionStatus.PENDING, pending_on=("CAN", "EGY"))
    assert lines(session([row])) == [f"1\t{TEXT}", "[pending on Canada; Egypt]"]


def test_whole_provisions() -> None:
    kind = AmendmentKind
    wishes = [
        by("CAN", Amendment("a", "p1", kind.REPLACE_PROVISION, text="Act.")),
        by("EGY", Amendment("b", "p1", kind.DELETE_PROVISION)),
        by("FJI", Amendment("c", "q", kind.NEW_PROVISION, text="Rest.", label="1 bis", after="p1")),
        by("JPN", Amendment("d", "p2", kind.MOVE, after="")),
        by("JPN", Amendment("e", "p1", kind.JOIN, provisions=("p1", "p2"))),
        by("JPN", Amendment("f", "p2", kind.SPLIT, at=5)),
    ]
    assert lines(session([TEXT, "Then. Or."], wishes)) == [
        f"1\t{TEXT} [delete the provision: Egypt] [combine 1; 2: Japan]",
        "Act. [replace the provision with this text: Canada]",
        "1 bis\t[proposed by: Fiji] Rest.",
        "2\tThen. [split the provision here: Japan] Or. "
        "[move the provision to the beginning: Japan]",
    ]


def test_amendments_to_amendments_name_their_target() -> None:
    wish = change("a", "p1", "CAN", after(TEXT, "act", " firmly and firmly"))
    again = replace(change("b", "p1", "EGY", Edit(12, 18, "fast")), target="a")
    assert (
        "[replace “and firmly” with “and fast” (on 1): Egypt]"
        in lines(session([TEXT], [wish, again]))[0]
    )


def test_reasons_are_footnotes_on_the_delegation() -> None:
    wish = change("a", "p1", "CAN EGY", replacing(TEXT, "should", "shall"))
    note = Note("n", "The treaty binds.", delegation="EGY", anchor=NoteAnchor("p1", "a"))
    paper = compilation(session([TEXT], [wish], [note]))
    assert [each.paragraphs for each in paper.notes] == [("Egypt: The treaty binds.",)]
    pieces = paper.paragraphs[1].pieces
    number = next(i for i, each in enumerate(pieces) if each.note)
    assert pieces[number - 1].text.endswith("Egypt")


def test_nothing_private_is_in_the_file() -> None:
    secret = Position("EGY", Stance.CONDITIONAL, "PRIVATE-ONE", private=True)
    chair = (Sponsorship(CHAIR_ID),)
    wishes = [
        replace(change("a", "p1", "CAN", replacing(TEXT, "should", "shall")), positions=(secret,)),
        Amendment("b", "p1", edits=(after(TEXT, "act", " PRIVATE-TWO"),), sponsorships=chair),
        Amendment("c", "p1", edits=(replacing(TEXT, "soon", "late"),), sponsorships=chair),
    ]
    notes = [
        Note("n1", "PRIVATE-THREE", delegation=CHAIR_ID, anchor=NoteAnchor("p1")),
        Note("n2", "PRIVATE-FOUR", anchor=NoteAnchor("p1", "b")),
    ]
    talks = session([TEXT], wishes, notes)
    named = replace(talks.delegations[CHAIR_ID], name="PRIVATE-FIVE")
    talks = replace(talks, delegations={**talks.delegations, CHAIR_ID: named})
    paper = compilation(talks)
    with zipfile.ZipFile(io.BytesIO(word_paper(paper, NOW))) as archive:
        parts = b"".join(archive.read(each) for each in archive.namelist())
    assert b"PRIVATE" not in parts + markdown(paper)
    assert b"late" not in markdown(paper)


def test_the_word_file_is_sound_and_has_its_scripts() -> None:
    data = word_paper(compilation(everything()), NOW)
    assert lint(data, ()) == []
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        body = archive.read("word/document.xml").decode()
    assert "<w:bidi/>" in body
    assert "<w:rtl/>" in body
    assert 'w:hint="eastAsia"' in body


@pytest.mark.parametrize(
    "text",
    [
        "1. One",
        "# Two",
        "- Three",
        "a_b*c* <i>",
        " four ",
        "`x` &amp;",
        "five\u00a0",
        "\u3000six\u2003",
        "\u202f \t# seven\u1680\u2009",
    ],
)
def test_markdown_keeps_what_looks_like_markdown(text: str) -> None:
    (row, *_) = back(as_markdown(session([text]))).provisions.values()
    assert row.text == text


def test_a_name_that_somebody_put_in_is_read() -> None:
    wish = change("a", "p1", "CAN", replacing(TEXT, "should", "shall"))
    data = word_paper(compilation(session([TEXT], [wish])), NOW)
    read = back(read_word(with_replaced(data, ": Canada]", ": Canada, Tonga]"), "x"))
    [row] = read.amendments.values()
    assert [read.delegations[each].name for each in row.sponsors] == ["Canada", "Tonga"]
    assert read.delegations[row.sponsors[1]].code == "TON"


@pytest.mark.parametrize("words", ["It", "States should quickly"])
def test_a_stance_on_words_that_somebody_changed_is_left_alone(words: str) -> None:
    position = BasePosition("FJI", 7, 16, Stance.SUPPORT)
    wish = change("a", "p2", "CAN", replacing(TEXT, "should", "shall"))
    first = Provision("p1", 1, "States should go.", "1", positions=(position,))
    written = markdown(compilation(session([first, TEXT], [wish]))).decode()
    read = back(read_markdown(written.replace("States should go", words, 1)))
    assert [each.text for each in read.provisions.values()] == [f"{words}.", TEXT]
    assert len(read.amendments) == 1
    [left] = read.unread.values()
    assert (left.raw, left.reason) == ("[retain “should go”: Fiji]", "not_in_base")
    assert read.provisions[left.provision].text == f"{words}."


def test_a_proposal_on_words_that_are_gone_is_left_with_what_amends_it() -> None:
    wishes = [
        change("a", "p1", "CAN", after(TEXT, "should", " soon")),
        replace(change("b", "p1", "EGY", Edit(0, 5, " now")), target="a"),
        change("c", "p1", "FJI", replacing(TEXT, "act", "move")),
    ]
    notes = {"n1": Note("n1", "A reason.", "1", "n1", "CAN", NoteAnchor("p1", "a"))}
    talks = replace(session([TEXT], wishes), notes=notes)
    written = markdown(compilation(talks)).decode()
    read = back(read_markdown(written.replace("[add “soon”", "[delete “soonest”", 1)))
    assert [list(each.edits) for each in read.amendments.values()] == [list(wishes[2].edits)]
    left = sorted(each.raw.split()[0] for each in read.unread.values())
    assert left == ["[delete", "[replace", "soon"]
    assert [each.text for each in read.notes.values()] == ["A reason."]


def test_what_somebody_wrote_among_our_brackets_is_left_unread() -> None:
    wish = change("a", "p1", "CAN", replacing(TEXT, "should", "shall"))
    written = markdown(compilation(session([TEXT], [wish]))).decode()
    own = "[replace “should” with “shall”: Canada\\]"
    assert own in written
    by_hand = f"[ask “Canada” why\\] \\{own} [Tonga agrees\\]"
    read = back(read_markdown(written.replace(own, by_hand, 1)))
    assert len(read.amendments) == 1
    assert [each.raw for each in read.unread.values()] == ["[ask “Canada” why]", "[Tonga agrees]"]


def test_words_that_somebody_underlined_are_left_unread() -> None:
    wish = change("a", "p1", "CAN", after(TEXT, "should", " soon"))
    written = markdown(compilation(session([TEXT], [wish]))).decode()
    read = back(read_markdown(written.replace("States", "States<ins> and others</ins>", 1)))
    assert [each.text for each in read.provisions.values()] == [TEXT]
    assert len(read.amendments) == 1
    assert [each.raw for each in read.unread.values()] == ["and others"]


@pytest.mark.parametrize("written", [as_markdown, as_word])
def test_a_provision_without_words_comes_back(written: Written) -> None:
    empty = Provision("p2", 2, "", status=ProvisionStatus.OPEN)
    read = back(written(session([TEXT, empty])))
    assert [(each.text, each.status) for each in read.provisions.values()] == [
        (TEXT, ProvisionStatus.NOT_REACHED),
        ("", ProvisionStatus.OPEN),
    ]
    assert not read.unread


def test_groups_are_listed_as_they_stand_in_the_text() -> None:
    wishes = [
        replace(change("x", "p2", "CAN", replacing(TEXT, "should", "shall")), group="g1"),
        replace(change("y", "p2", "CAN", replacing(TEXT, "act", "move")), group="g1"),
        replace(change("u", "p1", "EGY", replacing(TEXT, "should", "must")), group="g2"),
        replace(change("v", "p1", "EGY", replacing(TEXT, "act", "go")), group="g2"),
    ]
    paper = compilation(session([TEXT, TEXT], wishes))
    together = [each.text for each in paper.paragraphs if each.text.startswith("Proposed together")]
    assert together == ["Proposed together: 1, 2", "Proposed together: 3, 4"]


def test_comments_on_our_own_paper_are_left_unread() -> None:
    source = as_word(session([TEXT, "Boats sail."]))
    row = next(each for each in source.paragraphs if "Boats sail." in each.text)
    marked = replace(row, runs=tuple(replace(run, comments=("1",)) for run in row.runs))
    commented = replace(
        source,
        paragraphs=tuple(marked if each is row else each for each in source.paragraphs),
        comments=(SourceComment("1", "Fiji", "", "We reserve."),),
        warnings=(("hidden_text_left_out", row.line, "secret"),),
    )
    read = back(commented)
    [left] = read.unread.values()
    assert (left.raw, left.reason) == ("Fiji: We reserve.", "comment_in_margin")
    assert read.provisions[left.provision].text == "Boats sail."
    assert [each.warnings for each in read.reports.values()] == [commented.warnings]


def test_the_title_of_our_own_paper_is_nothing_to_report() -> None:
    assert [each.warnings for each in back(as_markdown(session([TEXT]))).reports.values()] == [()]


@pytest.mark.parametrize("written", [as_markdown, as_word])
def test_a_character_like_the_sign_of_a_note_is_none(written: Written) -> None:
    text = "States should\U000f0001 act."
    wishes = [
        change("a", "p1", "CAN", after(text, "act", " \U000f0002together")),
        change("b", "p1", "EGY", replacing(text, "should\U000f0001", "shall\U000f0000")),
    ]
    notes = {"n1": Note("n1", "A reason.", "1", "n1", "CAN", NoteAnchor("p1", "a"))}
    read = back(written(replace(session([text], wishes), notes=notes)))
    assert [each.text for each in read.provisions.values()] == [text]
    assert sorted(edit.text for each in read.amendments.values() for edit in each.edits) == [
        " \U000f0002together",
        "shall\U000f0000",
    ]
    assert [each.text for each in read.notes.values()] == ["A reason."]


def test_a_sign_in_an_annotation_says_nothing() -> None:
    wish = change("a", "p1", "CAN", replacing(TEXT, "should", "shall"))
    paper = markdown(compilation(session([TEXT], [wish]))).decode()
    read = back(read_markdown(paper.replace(": Canada", ": Canada\U000f0005", 1)))
    assert read == back(read_markdown(paper))
