"""Brackets in tracked files: those of a redline of ours that somebody wrote on in, and those that
somebody typed."""

import re

import pytest

from editor.app.tracked_layers import OtherBase
from editor.negotiation.session import Session
from tests.importers.tracked.bringing_in import (
    AUTHORS,
    code_of,
    composed,
    proposals,
    started,
    with_layers,
)
from tests.importers.word_files import deleted, inserted, paragraph, part, run

_PIECE = re.compile(r"\{(?P<marks>[^|]+)\|(?P<words>[^}]*)\}|(?P<kept>[^{]+)")
_BASE = "Parties shall report."
_SIDES = "{+Chair|[}{+Ana|may}{+Chair| / }{+Ben|must}{+Chair| / }"


def _content(piece: re.Match[str]) -> str:
    if piece["kept"]:
        return run(piece["kept"])
    steps = re.findall(r"([+-])(\w+)", piece["marks"])
    content = run(piece["words"], tag="delText" if "-" in piece["marks"] else "t")
    for kind, who in reversed(steps):
        content = (inserted if kind == "+" else deleted)(content, f'w:id="1" w:author="{who}"')
    return content


def brought_in(text: str, said: str = "") -> Session:
    """After a paragraph was brought in, written as `kept {-Ana|deleted}{+Ben|inserted}` and
    `{+Ana-Ben|deleted within what is inserted}`; `said` is a comment of the Chair on it all."""
    content = "".join(_content(each) for each in _PIECE.finditer(text))
    parts: dict[str, str] = {}
    if said:
        range_start, range_end = (f'<w:commentRange{end} w:id="9"/>' for end in ("Start", "End"))
        content = range_start + content + range_end
        comment = f'<w:comment w:id="9" w:author="Chair">{paragraph(run(said))}</w:comment>'
        parts["comments"] = part("comments", comment)
    whose = {**AUTHORS, "Chair": "Chair"}
    return with_layers(started(_BASE), paragraph(content), whose, OtherBase.REFUSE, **parts)


@pytest.mark.parametrize(
    "typed",
    [
        "Parties shall report{+Chair| [on ships / on ports]}",
        "Parties {-Chair|shall}{+Chair|[may / must]} report",
        "Parties {+Chair|[may / }shall{+Chair|]} report",
        "Parties shall report{+Chair| [on }{+Cleo|small }{+Chair|ships / on ports]}",
        "Parties shall report{+Chair| [on ships / on }{+Cleo|small }{+Chair|ports]}",
    ],
)
def test_brackets_that_the_chair_types_beside_others_are_words(typed: str) -> None:
    session = brought_in(f"{typed}{{+Ana| soon}}.")
    accepted = re.sub(r"\{-\w+\|[^}]*\}|\{\+\w+\||\}", "", typed)
    everybody = [each.code for each in session.delegations.values()]
    assert composed(session, *everybody) == [f"{accepted} soon."]
    assert composed(session, "Chair") == [f"{accepted.replace('small ', '')}."]


@pytest.mark.parametrize(
    ("base", "fiji"),
    [
        ("{-Cleo|shall}", "Parties  report."),
        ("{-Cleo|shall}{+Cleo|will}", "Parties will report."),
        ("shall{+Cleo| now}", "Parties shall now report."),
        ("{+Cleo|ought / }shall", "Parties ought / shall report."),
    ],
)
def test_who_changes_the_base_words_in_a_bracket_changes_these(base: str, fiji: str) -> None:
    session = brought_in(f"Parties {_SIDES}{base}{{+Chair|]}} report.")
    assert composed(session, "Chair") == [_BASE]
    assert composed(session, "Canada") == ["Parties may report."]
    assert composed(session, "Norway") == ["Parties must report."]
    assert composed(session, "Fiji") == [fiji]
    assert all(code_of(session, each) != ["CHAIR"] for each in proposals(session))


_TOLD = "Open: Canada / Norway / base text"


@pytest.mark.parametrize(
    ("first", "canada", "both"),
    [
        ("{+Ana|may}{+Cleo| soon}", "Parties may report.", "may soon"),
        ("{+Cleo|soon }{+Ana|may}", "Parties may report.", "soon may"),
        ("{+Ana|may }{+Cleo|or }{+Ana|can}", "Parties may can report.", "may or can"),
    ],
)
def test_who_writes_in_the_words_of_a_side_amends_these(first: str, canada: str, both: str) -> None:
    sides = _SIDES.replace("{+Ana|may}", first)
    session = brought_in(f"Parties {sides}shall{{+Chair|]}} report.", _TOLD)
    assert composed(session, "Canada") == [canada]
    assert composed(session, "Norway") == ["Parties must report."]
    assert composed(session, "Fiji") == [_BASE]
    assert composed(session, "Canada", "Fiji") == [f"Parties {both} report."]


@pytest.mark.parametrize("dash", ["{+Ana|—}{+Cleo|now}", "{+Ana-Cleo|—}{+Cleo|now}"])
def test_who_writes_beside_the_dash_of_a_deletion_replaces_the_base_words(dash: str) -> None:
    sides = _SIDES.replace("{+Ana|may}", dash)
    session = brought_in(f"Parties {sides}shall{{+Chair|]}} report.", _TOLD)
    assert composed(session, "Canada") == ["Parties  report."]
    assert composed(session, "Norway") == ["Parties must report."]
    assert composed(session, "Fiji") == ["Parties now report."]


def test_who_deletes_all_of_a_bracket_but_one_side_deletes_these_words() -> None:
    sides = "{+Chair-Cleo|[}{+Ana|may}{+Chair-Cleo| / }{+Ben-Cleo|must}{+Chair-Cleo| / }"
    session = brought_in(f"Parties {sides}{{-Cleo|shall}}{{+Chair-Cleo|]}} report.")
    assert composed(session, "Chair") == [_BASE]
    assert composed(session, "Canada") == ["Parties may report."]
    assert composed(session, "Norway") == ["Parties must report."]
    assert composed(session, "Fiji") == ["Parties  report."]
    assert all(code_of(session, each) != ["CHAIR"] for each in proposals(session))
