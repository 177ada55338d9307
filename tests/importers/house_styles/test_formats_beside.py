"""Words that a format sets apart, with the delegations named beside them."""

import pytest

from editor.importers.house_styles.guess import guess_profile
from editor.importers.house_styles.house_style import BOLD_ADDED, UNDERLINED_ADDED
from editor.importers.names import load_names
from editor.importers.source import SourceDocument, SourceParagraph, SourceRun
from editor.negotiation.provision import ProvisionKind
from tests.importers.house_styles.marked_texts import base, session_in, wanted

LEGEND = "Additions are underlined; deletions are struck out."


def document(*lines: str) -> SourceDocument:
    """`*bold*`, `_underlined_`, `~struck~`."""
    return SourceDocument(
        tuple(SourceParagraph(tuple(_runs(each)), line) for line, each in enumerate(lines, 1))
    )


def _runs(line: str) -> list[SourceRun]:
    runs = [SourceRun("")]
    for character in line:
        last = runs[-1]
        if character in "*_~":
            runs.append(
                SourceRun(
                    "",
                    bold=last.bold is not (character == "*"),
                    underlined=last.underlined is not (character == "_"),
                    struck=last.struck is not (character == "~"),
                )
            )
        else:
            runs[-1] = SourceRun(
                last.text + character,
                bold=last.bold,
                underlined=last.underlined,
                struck=last.struck,
            )
    return [each for each in runs if each.text]


@pytest.mark.parametrize(
    ("line", "text", "found"),
    [
        ("A ~big~ *small* (Kenya) boat.", "A big boat.", [("KEN", "big", "small")]),
        ("A [big] *small* [Kenya, EU] boat.", "A big boat.", [("EU KEN", "big", "small")]),
        ("A [big] (Kenya) boat *sails* [EU].", "A big boat.",
         [("KEN", "big", ""), ("EU", "", "sails")]),
        ("A ~big~ [Kenya] boat.", "A big boat.", [("KEN", "big", "")]),
        ("A ~big~ boat *sails*.", "A big boat.", [("NA", "big", ""), ("NA", "", "sails")]),
        ("A *small (Kenya)* boat.", "A boat.", [("KEN", "", "small")]),
        ("A boat [Kenya] *sails*.", "A boat Kenya.", [("NA", "Kenya", "sails")]),
    ],
)  # fmt: skip
def test_in_bold(line: str, text: str, found: list[tuple[str, str, str]]) -> None:
    session = session_in(BOLD_ADDED, document(f"1. {line}"))
    assert base(session) == [f"1. {text}"]
    assert wanted(session) == found


def test_underlined_and_struck_words() -> None:
    lines = (LEGEND, "1. A ~big~ [Kenya] _small_ [Kenya] boat [sails] ~far~ _near_ [EU, Fiji].")
    session = session_in(UNDERLINED_ADDED, document(*lines))
    assert base(session) == [LEGEND, "1. A big boat [sails] far."]
    assert wanted(session)[:2] == [("KEN", "big", "small"), ("EU FJI", "far", "near")]


def test_a_whole_new_paragraph() -> None:
    session = session_in(UNDERLINED_ADDED, document("1. A boat.", "_2. A ship._ [Kenya]"))
    assert base(session) == ["1. A boat."]
    (new,) = session.amendments.values()
    assert [session.delegations[each].code for each in new.sponsors] == ["KEN"]


@pytest.mark.parametrize(
    ("legend", "profile"),
    [
        (LEGEND, "underlined"),
        ("Proposed additions underlined, proposed deletions struck through.", "underlined"),
        ("New text is in bold, deletions are struck through.", "bold"),
        ("New text is in *bold*; text to be deleted is in [brackets].", "bold"),
    ],
)
def test_the_legend_is_front_matter_and_decides(legend: str, profile: str) -> None:
    source = document(legend, "1. A ~big~ [Kenya] boat.", "2. A [ship].")
    assert guess_profile(source, load_names()).name == profile
    session = session_in(BOLD_ADDED, source)
    first = min(session.provisions.values(), key=lambda each: each.ordinal)
    assert (first.kind, first.text) == (ProvisionKind.FRONT_MATTER, legend.replace("*", ""))
    assert not any(each.provision == first.id for each in session.amendments.values())


def test_a_numbered_provision_about_marks_is_no_legend() -> None:
    session = session_in(BOLD_ADDED, document("1. New text is in [bold].", "2. A boat."))
    assert len(session.amendments) == 1


def test_what_was_printed_is_kept_with_the_proposal() -> None:
    session = session_in(BOLD_ADDED, document("1. A *small* (Kenya; EU) boat."))
    (found,) = session.amendments.values()
    assert found.origin is not None
    assert found.origin.raw == "small [Kenya, EU]"
