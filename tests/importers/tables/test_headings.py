"""What the headings of columns say, and what becomes of columns that nobody understands."""

import pytest

from editor.importers.names import load_names
from editor.importers.tables.columns import columns_of
from editor.importers.tables.headings import HeadingReader, Role
from editor.importers.tables.proposals import table_patch
from editor.importers.tables.source_table import SourceTable, TableRow
from editor.negotiation.amendment import Amendment
from editor.negotiation.delegation import CHAIR, Delegation
from editor.negotiation.patch import patched
from editor.negotiation.provision import Provision
from editor.negotiation.session import ImportedFile, Session

_TEXT = "Ferries should run on every day of the year."
_NAMES = load_names()


def _session() -> Session:
    delegations = {"chair": CHAIR, "d1": Delegation("d1", "RUR", "Ruritania")}
    return Session(delegations=delegations, provisions={"p1": Provision("p1", 1, _TEXT, "1")})


def _table(*rows: tuple[str, ...]) -> SourceTable:
    return SourceTable(tuple(TableRow(cells, n) for n, cells in enumerate(rows, start=1)))


def _read(*rows: tuple[str, ...]) -> Session:
    file = ImportedFile("f1", "table.docx", "", "2026-01-02")
    session = _session()
    return patched(session, table_patch(session, [_table(*rows)], file, _NAMES))


def _codes(session: Session, amendment: Amendment) -> list[str]:
    return [session.delegations[each].code for each in amendment.sponsors]


def _wanted(session: Session) -> list[tuple[list[str], list[str]]]:
    return [
        ([edit.text for edit in each.edits], _codes(session, each))
        for each in session.amendments.values()
    ]


def _noted(session: Session) -> list[tuple[str, str, bool]]:
    return [
        (each.text, session.delegations[each.delegation or ""].code, bool(each.anchor.amendment))
        for each in session.notes.values()
    ]


@pytest.mark.parametrize(
    ("heading", "party"),
    [
        ("Fiji", "Fiji"),
        ("Fiji and Chad", "Fiji and Chad"),
        ("Fiji, Chad", "Fiji, Chad"),
        ("Trinidad and Tobago", "Trinidad and Tobago"),
        ("Ruritania", "Ruritania"),
        ("Peru & Ruritania", "Peru & Ruritania"),
        ("AOSIS proposal", "AOSIS"),
        ("Fiji’s proposed text", "Fiji"),
        ("European Union (EU) proposals", "European Union (EU)"),
        ("Proposal by Fiji", "Fiji"),
        ("Proposal by European Union (EU)", "European Union (EU)"),
        ("Text proposed by the delegation of Fiji", "Fiji"),
        ("Amendments submitted by Chad and Peru", "Chad and Peru"),
        ("Proposed by Fiji", "Fiji"),
        ("Proposal (Fiji)", "Fiji"),
        ("Fiji (proposal)", "Fiji"),
        ("Fiji: proposed wording", "Fiji"),
        ("Proposal – Fiji", "Fiji"),
    ],
)
def test_headings_of_the_wording_of_a_party(heading: str, party: str) -> None:
    found = HeadingReader(_NAMES, ("RUR", "Ruritania")).read(heading)
    assert (found.role, found.party) == (Role.WORDING, party)


@pytest.mark.parametrize(
    ("heading", "party"),
    [
        ("Comments of Fiji", "Fiji"),
        ("Comments (Fiji)", "Fiji"),
        ("Reasons of Fiji and Chad", "Fiji and Chad"),
        ("Fiji comments", "Fiji"),
        ("Fiji’s reasons", "Fiji"),
        ("Rationale for the proposal by Fiji", "Fiji"),
        ("Remarks from the Bahamas", "Bahamas"),
    ],
)
def test_headings_of_the_reasons_of_a_party(heading: str, party: str) -> None:
    found = HeadingReader(_NAMES).read(heading)
    assert (found.role, found.party) == (Role.REASON, party)


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("Reasons for the proposal", Role.REASON),
        ("Comments of delegations", Role.REASON),
        ("Comments on the text", Role.REASON),
        ("Proposals of Parties", Role.WORDING),
        ("Proposed text", Role.WORDING),
        ("Submitted by", Role.DELEGATION),
        ("Original text", Role.BASE),
        ("Chair’s proposal", Role.COMPROMISE),
        ("Compromise", Role.COMPROMISE),
        ("No.", Role.PLACE),
        ("Comments of the Harbour Office", Role.UNKNOWN),
        ("Proposal by Freedonia", Role.UNKNOWN),
        ("Freedonia proposal", Role.UNKNOWN),
        ("Fiji and Freedonia", Role.UNKNOWN),
        ("Room", Role.UNKNOWN),
        ("", Role.UNKNOWN),
    ],
)
def test_other_headings(heading: str, role: Role) -> None:
    found = HeadingReader(_NAMES).read(heading)
    assert (found.role, found.party) == (role, "")


def test_a_column_of_two_parties_is_of_both() -> None:
    session = _read(
        ("No.", "Base text", "Fiji and Chad", "Ruritania", "Peru proposal"),
        (
            "1", _TEXT, "delete “every”", "replace “should” with “must”",
            "replace “should” with “may”",
        ),
    )  # fmt: skip
    assert _wanted(session) == [([""], ["FJI", "TCD"]), (["must"], ["RUR"]), (["may"], ["PER"])]
    assert not session.unread


def test_comments_of_a_party_are_not_those_of_its_neighbour() -> None:
    session = _read(
        ("Base text", "Fiji", "Comments of Chad", "Reasons of Fiji", "Comments"),
        (_TEXT, "delete “every”", "Costs too much.", "Rest is due.", "Pending."),
    )
    assert _wanted(session) == [([""], ["FJI"])]
    assert sorted(_noted(session)) == [
        ("Costs too much.", "TCD", False),
        ("Pending.", "FJI", True),
        ("Rest is due.", "FJI", True),
    ]
    assert not session.unread


def test_comments_of_a_party_beside_no_wording_are_its_own() -> None:
    session = _read(
        ("Base text", "Fiji", "Peru", "Comments of Chad"), (_TEXT, "", "", "Good as it stands.")
    )
    assert _noted(session) == [("Good as it stands.", "TCD", False)]
    assert not session.unread


def test_a_comment_takes_nothing_back_that_was_proposed_before() -> None:
    session = _read(("No.", "Chad"), ("1", "delete “every”"))
    file = ImportedFile("f2", "second.docx", "", "2026-01-03")
    rows = ("No.", "Fiji", "Comments of Chad"), ("1", "replace “should” with “must”", "Fine.")
    later = patched(session, table_patch(session, [_table(*rows)], file, _NAMES))
    assert {each.state.value for each in later.amendments.values()} == {"proposed"}


def test_what_stands_in_a_column_that_nobody_understands_is_set_aside() -> None:
    session = _read(
        ("No.", "Base text", "Fiji", "Freedonia", "Comments of the Harbour Office"),
        ("1", _TEXT, "delete “every”", "Ferries should run at night.", "Mind the tides."),
        ("7", "", "", "Nets should be mended.", "-"),
    )
    assert [(each.raw, each.reason, each.provision) for each in session.unread.values()] == [
        ("1 | Freedonia: Ferries should run at night.", "column_unknown", "p1"),
        ("1 | Comments of the Harbour Office: Mind the tides.", "column_unknown", "p1"),
        ("7 | Freedonia: Nets should be mended. | -", "row_without_place", ""),
    ]
    (report,) = session.reports.values()
    assert (report.annotations, report.understood, report.guessed) == (4, 1, 0)
    assert report.warnings == (
        ("column_unknown", 1, "Freedonia"),
        ("column_unknown", 1, "Comments of the Harbour Office"),
    )


def test_a_column_without_heading_is_set_aside_where_it_has_more_than_numbers() -> None:
    session = _read(
        ("", "Base text", "Fiji", ""),
        ("1.", _TEXT, "delete “every”", "Boats should, too."),
    )
    assert [each.raw for each in session.unread.values()] == ["Boats should, too."]
    (report,) = session.reports.values()
    assert report.warnings == (("column_unknown", 1, ""),)


def test_a_row_of_long_cells_is_no_row_of_headings() -> None:
    words = "Fiji and Chad, " * 400
    assert columns_of(_table((words, words), ("Text", "Proposal"), ("a", "b")), _NAMES) is not None


def test_columns_beyond_any_number_of_delegations_are_not_understood() -> None:
    heads = ("No.", "Proposal", *("Room",) * 248, "Fiji")
    columns = columns_of(_table(heads, ("1", "Delete")), _NAMES)
    assert columns is not None
    assert (columns.columns[-1].role, columns.columns[-1].heading) == (Role.UNKNOWN, "Fiji")
