"""A compilation whose insertions and deletions are tracked in the file."""

import pytest

from editor.importers.compilation.build import compilation_patch
from editor.importers.compilation.read import read_compilation
from editor.importers.names import load_names
from editor.importers.plain_text import read_plain_text
from editor.importers.source import SourceDocument
from editor.importers.word.reader import read_word
from editor.negotiation.patch import patched
from editor.negotiation.session import Session
from editor.text.edit import apply_edits
from tests.importers.compilation.papers import FILE, wishes
from tests.importers.redlines import tracked_paper
from tests.importers.word_files import paragraph, run, word_parts, zipped


def _session(source: SourceDocument, base: str = "") -> Session:
    beside = read_plain_text(base) if base else None
    reading = read_compilation(source, load_names(), beside)
    session = Session()
    return patched(session, compilation_patch(session, reading, FILE))


def _bases(session: Session) -> list[str]:
    return [each.text for each in session.provisions.values()]


def _wanted(session: Session, place: str = "p1") -> list[tuple[str, str]]:
    """Who wants what text of a provision, amendment by amendment."""
    base = session.provisions[place].text
    return [
        (
            " ".join(sorted(session.delegations[one].code for one in each.sponsors)),
            apply_edits(base, each.edits),
        )
        for each in session.amendments.values()
        if each.provision == place and each.edits
    ]


def _aside(session: Session) -> list[tuple[str, str, str]]:
    return [(each.reason, each.raw, each.provision) for each in session.unread.values()]


def _is_understood(session: Session) -> bool:
    (report,) = session.reports.values()
    return report.understood == report.annotations


def test_sentences_inserted_before_an_annotation_are_all_its_own() -> None:
    session = _session(
        tracked_paper(
            "1. Boats shall carry lamps.{+ They shall also ring bells in fog. Oars are kept dry.+}"
            " [add: Brazil]"
        )
    )
    assert _bases(session) == ["1. Boats shall carry lamps."]
    assert _wanted(session) == [
        (
            "BRA",
            "1. Boats shall carry lamps. They shall also ring bells in fog. Oars are kept dry.",
        )
    ]
    assert _is_understood(session)
    assert not _aside(session)


def test_words_inserted_before_an_annotation() -> None:
    session = _session(
        tracked_paper("1. Boats shall {+quietly and in good time +}[add: Kenya] sail.")
    )
    assert _bases(session) == ["1. Boats shall sail."]
    assert _wanted(session) == [("KEN", "1. Boats shall quietly and in good time sail.")]


def test_a_plain_mark_may_stand_between() -> None:
    session = _session(tracked_paper("1. Boats shall sail{+ on calm seas+}. [add: Kenya]"))
    assert _wanted(session) == [("KEN", "1. Boats shall sail on calm seas.")]
    assert _is_understood(session)


def test_an_insertion_that_does_not_end_at_the_annotation_is_a_guess() -> None:
    session = _session(tracked_paper("1. Boats shall {+quietly +}sail home [add: Kenya] at dusk."))
    assert _wanted(session) == [("KEN", "1. Boats shall quietly sail home at dusk.")]
    assert not _is_understood(session)


def test_inserted_words_of_nobody_are_set_aside_and_no_base_text() -> None:
    session = _session(
        tracked_paper(
            "1. Boats {+and rafts +}shall sail home{+ slowly+} [add: Kenya] at dusk.",
            "2. Oars {+shall +}float. {%Paddles sink.%}",
        )
    )
    assert _bases(session) == ["1. Boats shall sail home at dusk.", "2. Oars float."]
    assert _wanted(session) == [("KEN", "1. Boats shall sail home slowly at dusk.")]
    assert _aside(session) == [
        ("words_of_nobody", "and rafts", "p1"),
        ("words_of_nobody", "shall", "p2"),
        ("words_of_nobody", "Paddles sink.", "p2"),
    ]


def test_a_deletion_of_nobody_is_set_aside_and_base_text() -> None:
    session = _session(
        tracked_paper("1. {-Small -}boats shall sail home{+ slowly+} [add: Kenya] at dusk.")
    )
    assert _bases(session) == ["1. Small boats shall sail home at dusk."]
    assert _aside(session) == [("deletion_not_attributed", "Small", "p1")]


@pytest.mark.parametrize(
    ("printed", "before", "after"),
    [
        ("{-protect-}{+conserve+} [modify as tracked: Canada]", "protect", "conserve"),
        ("{+conserve+}{-protect-} [modify as tracked: Canada]", "protect", "conserve"),
        ("{-protect-} {+conserve+} [modify as tracked: Canada]", "protect", "conserve"),
        ("{-protect-}{+conserve+} [replace: Canada]", "protect", "conserve"),
        ("{-protect-}{+conserve+} [add: Canada]", "protect", "conserve"),
        ("{-protect-}{+conserve+} [replace with 'conserve': Canada]", "protect", "conserve"),
        ("protect{-s-}{+ed+} [modify as tracked: Canada]", "protects", "protected"),
        ("{-C-}{+c+}onserve [modify as tracked: Canada]", "Conserve", "conserve"),
        ("protect{-s-} [delete: Canada]", "protects", "protect"),
        ("row{+ing+} [add: Canada]", "row", "rowing"),
        ("no{+ +}one sees [modify as tracked: Canada]", "noone sees", "no one sees"),
        ("no{- -}one sees [modify as tracked: Canada]", "no one sees", "noone sees"),
        ("deep{- -}{+-+}sea [modify as tracked: Canada]", "deep sea", "deep-sea"),
        ("see{+, name,+} [add: Canada], and fear", "see, and fear", "see, name,, and fear"),
    ],
)
def test_words_typed_over_others_are_old_and_new(printed: str, before: str, after: str) -> None:
    session = _session(tracked_paper(f"1. States shall {printed} trees and wells."))
    assert _bases(session) == [f"1. States shall {before} trees and wells."]
    assert _wanted(session) == [("CAN", f"1. States shall {after} trees and wells.")]
    assert _is_understood(session)
    assert not _aside(session)


def test_a_change_of_nobody_leaves_the_base_as_it_was() -> None:
    session = _session(
        tracked_paper(
            "1. States protect{-s-}{+ed+} any{+ +}one's {-wells-}{+springs+}, lamps.",
            "2. Oars float{+ well+} [add: Kenya].",
        )
    )
    assert _bases(session)[0] == "1. States protects anyone's wells, lamps."
    told = " ".join(raw for _reason, raw, _place in _aside(session))
    for word in ("protects", "protected", "any", "wells", "springs"):
        assert word in told.split()


def test_words_written_without_spaces() -> None:
    session = _session(
        tracked_paper(
            "1. 各国应{-保护-}{+养护+} [modify as tracked: Canada] 森林{+和湿地+} [add: Chile]。"
        )
    )
    assert _bases(session) == ["1. 各国应保护 森林。"]
    assert _wanted(session)[0] == ("CAN", "1. 各国应养护 森林。")


def test_several_tracked_changes_of_one_sentence_are_one_modification() -> None:
    session = _session(
        tracked_paper(
            "1. Lamps are lit. {-Boats-}{+Rafts+} shall {-sail-}{+drift+} home"
            " [modify as tracked: Chile] at dusk."
        )
    )
    assert _wanted(session) == [("CHL", "1. Lamps are lit. Rafts shall drift home at dusk.")]
    assert _is_understood(session)


def test_annotations_part_the_changes() -> None:
    session = _session(
        tracked_paper(
            "1. Boats shall {-sail-}[delete: Kenya]{+row+}[add: Chile] home"
            "{+ at dusk+} [add: Peru, Brazil]."
        )
    )
    assert _bases(session) == ["1. Boats shall sail home."]
    assert _wanted(session) == [
        ("KEN", "1. Boats shall home."),
        ("CHL", "1. Boats shall sail row home."),
        ("BRA PER", "1. Boats shall sail home at dusk."),
    ]


def test_a_deletion_behind_an_insertion_of_nobody_is_not_understood() -> None:
    session = _session(
        tracked_paper("1. Boats shall sail home{+ slowly+} [delete: Kenya] at dusk.")
    )
    assert _bases(session) == ["1. Boats shall sail home at dusk."]
    assert not _wanted(session)
    assert {reason for reason, _raw, _place in _aside(session)} == {
        "words_of_nobody",
        "annotation_not_understood",
    }


def test_quoted_words_come_before_tracked_ones() -> None:
    session = _session(
        tracked_paper("1. Boats shall sail{+ slowly at dusk+} [add 'at dusk': Kenya] home.")
    )
    assert _wanted(session) == [("KEN", "1. Boats shall sail at dusk home.")]
    assert _aside(session) == [("words_of_nobody", "slowly", "p1")]


def test_the_base_beside_it_settles_which_words_are_base() -> None:
    session = _session(
        tracked_paper(
            "1. States shall {-protect-}{+conserve+} [modify as tracked: Canada] trees"
            "{+ and wells+} [add: Chile]."
        ),
        "1. States shall protect trees.",
    )
    assert [each.text.removeprefix("1. ") for each in session.provisions.values()] == [
        "States shall protect trees."
    ]
    assert [(who, what.removeprefix("1. ")) for who, what in _wanted(session)] == [
        ("CAN", "States shall conserve trees."),
        ("CHL", "States shall protect trees and wells."),
    ]


def test_a_paper_typed_with_tracking_on_is_read_as_plain() -> None:
    session = _session(
        tracked_paper("{+1. Boats shall sail 'slowly' [add 'slowly': Kenya] home.+}")
    )
    assert _bases(session)[0].startswith("1. Boats shall sail")
    assert _bases(session)[0].endswith("home.")


def test_a_provision_that_is_inserted_as_a_whole() -> None:
    session = _session(
        tracked_paper(
            "1. Boats shall sail{+ slowly+} [add: Kenya] home.",
            "{+2. Oars shall float.+} [add: Peru]",
        )
    )
    assert "Oars" not in _bases(session)[1]
    assert _wanted(session, "p2") == [("PER", "2. Oars shall float.")]


def test_tracked_changes_in_a_heading_are_set_aside() -> None:
    session = _session(
        tracked_paper(
            "I. {-Boats-}{+Rafts+} of the lake",
            "Draft recommendation 1",
            "Boats shall {-sail-}{+row+} [modify as tracked: Kenya] home.",
        )
    )
    assert _bases(session) == ["I. Boats of the lake", "Boats shall sail home."]
    assert _aside(session) == [
        ("deletion_not_attributed", "Boats", "p1"),
        ("insertion_not_attributed", "Rafts", "p1"),
    ]


def test_an_alternative_text_is_read_after_its_changes() -> None:
    session = _session(
        tracked_paper(
            "Draft recommendation 1",
            "Boats shall sail home [delete and replace with proposal (a): Kenya].",
            "(a) Boats shall {-drift-}{+row+} home. [Kenya]",
        )
    )
    assert [each.text for each in session.amendments.values()] == ["Boats shall row home."]


def test_a_proposed_provision_that_is_inserted_as_a_whole_has_its_words() -> None:
    session = _session(
        tracked_paper(
            "Draft recommendation 1",
            "Boats shall sail{+ slowly+} [add: Kenya] home.",
            "Draft recommendation 2 [Proposed by Chile]",
            "{+Oars shall float.+}",
        )
    )
    assert _bases(session) == ["Boats shall sail home.", "Oars shall float."]
    assert not _aside(session)


@pytest.mark.parametrize("new", ["<w:u w:val='single'/>", ""], ids=["underlined", "plain"])
def test_struck_words_that_touch_the_new_ones(new: str) -> None:
    body = paragraph(
        run("1. States shall ")
        + run("protect", "<w:strike/>")
        + run("conserve", new)
        + run(" [modify as tracked: Canada] trees.")
    )
    session = _session(read_word(zipped(word_parts(body)), "paper.docx"))
    assert wishes(session, "1") == [("CAN", "protect", "conserve")]
    assert _wanted(session)[0][1] == "1. States shall conserve trees."
