"""Who stands where."""

from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO

from openpyxl import load_workbook

from editor.exporters.tables.positions import positions
from editor.exporters.tables.sheet import positions_sheet
from editor.exporters.tables.spreadsheets import spreadsheet
from editor.negotiation.amendment import Amendment, AmendmentKind, AmendmentState, Position
from editor.negotiation.provision import BasePosition, Provision, Stance
from editor.negotiation.session import Heading
from tests.exporters.small_sessions import by, change, replacing, session

NOW = datetime(2024, 7, 1, tzinfo=UTC)
HEADING = Heading("heading", "Talks & more", "", "TALKS/1")
TEXT = "States should act soon."


def test_stances_of_each_proposal_without_private_ones() -> None:
    said = (
        Position("EGY", Stance.OPPOSE),
        Position("FJI", Stance.ACCEPT),
        Position("JPN", Stance.SUPPORT, private=True),
    )
    wish = change("a", "p1", "CAN", replacing(TEXT, "should", "shall"))
    wish = replace(wish, positions=said, state=AmendmentState.PARKED)
    talks = session([TEXT], [wish])
    (row,) = positions(talks)
    assert (row.provision, row.proposal) == ("1", "replace “should” with “shall”")
    assert row.stances == {"CAN": "proposes", "EGY": "opposes", "FJI": "can live with it"}
    sheet = load_workbook(
        BytesIO(spreadsheet(positions_sheet(talks, positions(talks)), HEADING, NOW))
    ).active
    assert sheet is not None
    assert list(sheet.iter_rows(values_only=True)) == [
        ("Provision", "Proposal", "State", "Canada", "Egypt", "Fiji"),
        ("1", "replace “should” with “shall”", "parked", "proposes", "opposes", "can live with it"),
    ]


def test_proposals_on_new_provisions_stand_where_these_stand_in_the_text() -> None:
    new = Amendment("n", "pn", AmendmentKind.NEW_PROVISION, text="A new one.", after="p1")
    wishes = [
        change("b", "p2", "JPN", replacing(TEXT, "should", "must")),
        change("c", "pn", "EGY", replacing("A new one.", "new", "newer")),
        by("CAN", new),
        change("a", "p1", "FJI", replacing(TEXT, "should", "shall")),
    ]
    talks = session([TEXT, TEXT], wishes)
    found = [each.proposal for each in positions(talks)]
    assert [each.split()[-1] for each in found] == ["“shall”", "one.”", "“newer”", "“must”"]


def test_positions_on_base_words_have_rows_and_their_delegations_columns() -> None:
    said = (
        BasePosition("EGY", 7, 17, Stance.SUPPORT),
        BasePosition("FJI", 7, 17, Stance.OPPOSE),
        BasePosition("JPN", 0, 6, Stance.RESERVE),
        BasePosition("chair", 0, 6, Stance.OPPOSE),
    )
    wish = change("a", "p1", "CAN", replacing(TEXT, "soon", "now"))
    talks = session([Provision("p1", 1, TEXT, "1", positions=said), TEXT], [wish])
    sheet = positions_sheet(talks, positions(talks))
    assert sheet.head == ["Provision", "Proposal", "State", "Canada", "Egypt", "Fiji", "Japan"]
    assert sheet.rows == [
        ["1", "retain “States”", "", "", "", "", "reserves"],
        ["1", "retain “should act”", "", "", "supports", "opposes", ""],
        ["1", "replace “soon” with “now”", "", "proposes", "", "", ""],
    ]
