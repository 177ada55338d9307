"""Tracked changes in texts with brackets, tags and formats."""

from dataclasses import replace

import pytest

from editor.importers.house_styles.guess import guess_profile
from editor.importers.house_styles.house_style import (
    BOLD_ADDED,
    OPEN_BRACKETS,
    TRAILING_TAG,
    HouseStyle,
)
from editor.importers.names import load_names
from editor.negotiation.session import Session
from tests.importers.house_styles.marked_texts import base, session_in, wanted
from tests.importers.redlines import tracked_paper


def _aside(session: Session) -> list[tuple[str, str, str]]:
    return [(each.reason, each.raw, each.provision) for each in session.unread.values()]


@pytest.mark.parametrize("style", [OPEN_BRACKETS, TRAILING_TAG], ids=lambda style: str(style.name))
def test_changes_of_nobody_are_set_aside_and_not_in_the_base(style: HouseStyle) -> None:
    session = session_in(
        style,
        tracked_paper(
            "1. States shall {-protect-}{+conserve+} [the] trees.",
            "2. Boats {+never +}sink{%, alas%}.",
        ),
    )
    assert base(session) == ["1. States shall protect [the] trees.", "2. Boats sink."]
    assert _aside(session) == [
        ("deletion_not_attributed", "Ana: protect", "p1"),
        ("insertion_not_attributed", "Ana: conserve", "p1"),
        ("insertion_not_attributed", "Ana: never", "p2"),
        ("insertion_not_attributed", "Ana: , alas", "p2"),
    ]


def test_a_mark_that_is_inserted_is_read_and_listed() -> None:
    session = session_in(
        TRAILING_TAG,
        tracked_paper("1. Boats shall sail {+[slowly - US] +}home [{-soon-}{+now+} - EU]."),
    )
    assert base(session) == ["1. Boats shall sail home."]
    assert wanted(session) == [("USA", "", "slowly"), ("EU", "", "now")]
    assert _aside(session) == [
        ("tracked_insertion_accepted", "Ana: [slowly - US]", "p1"),
        ("tracked_deletion_accepted", "Ana: soon", "p1"),
        ("tracked_insertion_accepted", "Ana: now", "p1"),
    ]


def test_a_paragraph_that_is_inserted_as_a_whole() -> None:
    session = session_in(
        OPEN_BRACKETS,
        tracked_paper("1. Boats [shall] sail.", "{+2. Oars float.+}", "3. Lamps [may] burn."),
    )
    assert base(session) == ["1. Boats [shall] sail.", "3. Lamps [may] burn."]
    assert _aside(session)[0][:2] == ("insertion_not_attributed", "Ana: 2. Oars float.")


def test_a_paper_typed_with_tracking_on_is_plain_text() -> None:
    session = session_in(
        OPEN_BRACKETS,
        tracked_paper("{+1. Boats [shall] sail.+}", "{+2. Oars +}{-never -}{+float.+}"),
    )
    assert base(session) == ["1. Boats [shall] sail.", "2. Oars never float."]
    assert _aside(session) == [("deletion_not_attributed", "Ana: never", "p2")]


def test_a_style_of_formats_takes_changes_for_its_formats() -> None:
    session = session_in(
        BOLD_ADDED, tracked_paper("1. States shall {-protect-}{+conserve+} [Canada] trees.")
    )
    assert base(session) == ["1. States shall protect trees."]
    assert {who for who, _old, _new in wanted(session)} == {"CAN"}


@pytest.mark.parametrize(
    ("change", "words", "found"),
    [
        ("{-protect-}{+conserve+} [Canada]", "protect", [("CAN", "protect", "conserve")]),
        ("protect {+well +}(Fiji, Norway)", "protect", [("FJI NOR", "", "well")]),
        ("protect{+ well [Canada]+}", "protect", [("CAN", "", "well")]),
        ("{-protect-} {+[Canada]+} save", "protect save", [("CAN", "protect", "")]),
    ],
)
def test_changes_with_a_name_beside_them_are_proposals_of_whoever_is_named(
    change: str, words: str, found: list[tuple[str, str, str]]
) -> None:
    paper = tracked_paper(f"1. States shall {change} {{+all +}}trees.", "2. Boats [may] sink.")
    assert guess_profile(paper, load_names()).name == OPEN_BRACKETS.name
    session = session_in(OPEN_BRACKETS, paper)
    assert base(session) == [f"1. States shall {words} trees.", "2. Boats [may] sink."]
    assert wanted(session) == found
    assert ("insertion_not_attributed", "Ana: all", "p1") in _aside(session)
    assert {raw for _why, raw, _where in _aside(session)} <= {"Ana: all", "Ana: [Canada]"}


def test_a_paragraph_that_is_inserted_with_a_name_is_a_provision_that_is_proposed() -> None:
    session = session_in(
        OPEN_BRACKETS,
        tracked_paper("1. Boats [shall] sail.", "{+2. Oars float. [Canada]+}", "3. Lamps burn."),
    )
    assert base(session) == ["1. Boats [shall] sail.", "3. Lamps burn."]
    (new,) = [each for each in session.provisions.values() if not each.is_base]
    assert new.text == "2. Oars float."
    assert session.delegations[new.proposed_by or ""].code == "CAN"
    assert _aside(session) == []


def test_lines_under_words_mean_nothing_beside_named_changes() -> None:
    paper = tracked_paper("1. States shall {-protect-}{+conserve+} [Canada] trees.")
    (first, *rest) = paper.paragraphs[0].runs
    lined = replace(paper.paragraphs[0], runs=(replace(first, underlined=True), *rest))
    session = session_in(OPEN_BRACKETS, replace(paper, paragraphs=(lined,)))
    assert base(session) == ["1. States shall protect trees."]
    assert wanted(session) == [("CAN", "protect", "conserve")]
