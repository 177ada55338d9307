"""Wordings side by side."""

from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from zipfile import ZipFile

import pytest
from lxml import etree
from openpyxl import load_workbook

from editor.exporters.anonymous import anonymous
from editor.exporters.dump import provisions_in_order
from editor.exporters.tables.comparison import comparison, plain, same_wordings
from editor.exporters.tables.sheet import comparison_sheet
from editor.exporters.tables.spreadsheets import spreadsheet
from editor.exporters.word.comparison import word_comparison
from editor.exporters.word.elements import name
from editor.exporters.word.lint import lint
from editor.importers.word.reader import read_word
from editor.negotiation.amendment import Amendment, AmendmentKind
from editor.negotiation.composition import Composition, compose
from editor.negotiation.provision import Provision, ProvisionKind
from editor.negotiation.ruling import Ruling, RulingKind
from editor.negotiation.session import Heading, Session
from editor.text.edit import Edit
from tests.exporters.everything import everything
from tests.exporters.sample import sample_with_all_layers_on
from tests.exporters.small_sessions import after, by, change, replacing, session
from tests.performance.bench_engine import all_on
from tests.performance.negotiations import negotiation

NOW = datetime(2024, 7, 1, tzinfo=UTC)
HEADING = Heading("heading", "Talks & more", "", "TALKS/1")
TEXT = "States should act soon."


def body_of(data: bytes) -> bytes:
    with ZipFile(BytesIO(data)) as archive:
        return archive.read("word/document.xml")


@pytest.fixture
def talks() -> Composition:
    wishes = [
        change("a", "p1", "CAN EGY", replacing(TEXT, "should", "shall")),
        change("b", "p1", "JPN", replacing(TEXT, " soon", "")),
        by("FJI", Amendment("c", "p2", AmendmentKind.DELETE_PROVISION)),
        by(
            "FJI",
            Amendment(
                "n", "q", AmendmentKind.NEW_PROVISION, text="New.", label="2 bis", after="p2"
            ),
        ),
    ]
    return compose(session([TEXT, "Rest."], wishes))


def test_a_row_for_each_provision(talks: Composition) -> None:
    first, second, new = comparison(talks).rows
    assert {key: plain(words) for key, words in first.wordings.items()} == {
        "CAN": "States shall act soon.",
        "EGY": "States shall act soon.",
        "JPN": "States should act.",
    }
    assert first.compromise == "States shall act."
    assert (plain(second.wordings["FJI"]), second.compromise) == ("[deleted]", "[deleted]")
    assert (new.label, new.base, plain(new.wordings["FJI"]), new.compromise) == (
        "2 bis", "", "New.", "New.",
    )  # fmt: skip


def _amended() -> Session:
    """Canada puts words in, Egypt amends them; Fiji amends them and the base words."""
    firmly = change("a", "p1", "CAN", after(TEXT, "act", " firmly and at once"))
    fast = replace(change("b", "p1", "EGY", Edit(1, 7, "fast")), target="a")
    once = replace(change("c", "p1", "FJI", Edit(14, 19, "")), target="a")
    shall = change("d", "p1", "FJI", replacing(TEXT, "should", "shall"))
    return session([TEXT], [firmly, fast, once, shall])


def test_what_is_wanted_in_the_words_of_others_stands_in_the_cell() -> None:
    talks = _amended()
    table = comparison(compose(talks))
    (row,) = table.rows
    assert {each: plain(row.cell(each)) for each in table.delegations} == {
        "CAN": "States should act firmly and at once soon.",
        "EGY": "in the proposal of Canada: replace “firmly” with “fast”",
        "FJI": "States shall act soon.\nin the proposal of Canada: delete “once”",
    }
    data = word_comparison(talks, table, NOW)
    assert lint(data, ()) == []
    assert any(
        "in the proposal of Canada: replace" in each.text
        for each in read_word(data, "x").paragraphs
    )


def test_who_proposes_the_same_words_amends_its_own() -> None:
    talks = _amended()
    equal = change("e", "p1", "EGY", after(TEXT, "act", " firmly and at once"))
    talks = replace(talks, amendments={**talks.amendments, "e": equal})
    (row,) = comparison(compose(talks)).rows
    assert plain(row.cell("EGY")) == "States should act fast and at once soon."


def test_what_is_wanted_in_a_new_provision_of_others() -> None:
    new = Amendment(
        "n", "q", AmendmentKind.NEW_PROVISION, text="All act.", label="1 bis", after="p1"
    )
    wish = replace(change("b", "q", "EGY", Edit(0, 3, "Some")), target="n")
    rows = comparison(compose(session([TEXT], [by("FJI", new), wish]))).rows
    assert plain(rows[1].cell("EGY")) == "in the proposal of Fiji: replace “All” with “Some”"


def test_what_is_wanted_in_the_text_of_the_chair() -> None:
    wishes = [
        change("a", "p1", "CAN", replacing(TEXT, "should", "shall")),
        change("b", "p1", "EGY", replacing(TEXT, "should", "may")),
        replace(change("c", "p1", "FJI", Edit(0, 4, "must")), target="r"),
    ]
    ruling = Ruling("r", frozenset({"a", "b"}), RulingKind.BRIDGE, text="will")
    talks = replace(session([TEXT], wishes), rulings={"r": ruling})
    (row,) = comparison(compose(talks)).rows
    assert plain(row.cell("FJI")) == "in the text of the Chair: replace “will” with “must”"


def test_without_names_nobody_is_named_in_a_cell() -> None:
    talks = anonymous(_amended(), lambda _words: False)
    table = comparison(compose(talks))
    assert "in another proposal: replace “firmly” with “fast”" in [
        plain(table.rows[0].cell(each)) for each in table.delegations
    ]


def test_equal_wordings_stand_once(talks: Composition) -> None:
    table = comparison(talks)
    found = list(same_wordings(table.rows[0], table.delegations))
    assert [who for who, _ in found] == [("CAN", "EGY"), ("JPN",)]


@pytest.mark.parametrize(
    "talks",
    [everything(), sample_with_all_layers_on(), all_on(negotiation(60, 1200, 8, 300))],
    ids=["everything", "sample", "random"],
)
def test_a_wording_is_that_of_the_delegation_alone(talks: Session) -> None:
    """As composed from scratch with its layer alone, whatever the others want."""
    table = comparison(compose(talks))
    rows = [each for each in provisions_in_order(talks) if each.kind is ProvisionKind.PROVISION]
    found_rows = [each for each in table.rows if each.kind is ProvisionKind.PROVISION]
    for delegation in table.delegations:
        alone = compose(_with_one_layer(talks, delegation))
        for row, found in zip(rows, found_rows, strict=True):
            if delegation in found.wordings:
                words = alone.provision(row.id)
                gone = "[deleted]" if row.is_base else ""
                assert plain(found.wordings[delegation]) == (
                    gone if words.is_gone else words.text.strip()
                )
            elif row.is_base:
                assert alone.provision(row.id).text == row.text


def _with_one_layer(talks: Session, delegation: str) -> Session:
    delegations = {
        key: replace(each, layer_on=key == delegation) for key, each in talks.delegations.items()
    }
    return replace(talks, delegations=delegations, decisions={}, rulings={})


def test_the_sheet(talks: Composition) -> None:
    data = spreadsheet(comparison_sheet(talks.session, comparison(talks)), HEADING, NOW)
    sheet = load_workbook(BytesIO(data)).active
    assert sheet is not None
    rows = list(sheet.iter_rows(values_only=True))
    assert rows[0] == ("Provision", "Base text", "Canada", "Egypt", "Fiji", "Japan", "Compromise")
    assert rows[1] == (
        "1", TEXT, "States shall act soon.", "States shall act soon.", None,
        "States should act.", "States shall act.",
    )  # fmt: skip
    assert (sheet.freeze_panes, sheet.print_title_rows) == ("C2", "$1:$1")


def test_no_cell_is_a_formula() -> None:
    talks = compose(session(["=1+1", "@SUM(A1)", "-2"]))
    data = spreadsheet(comparison_sheet(talks.session, comparison(talks)), HEADING, NOW)
    sheet = load_workbook(BytesIO(data)).active
    assert sheet is not None
    assert [cell.data_type for cell in sheet["B"]] == ["s"] * 4


def test_the_word_file_lies_across_and_repeats_its_head(talks: Composition) -> None:
    data = word_comparison(talks.session, comparison(talks), NOW)
    assert lint(data, ()) == []
    body = etree.fromstring(body_of(data))
    (size,) = body.iter(name("w:pgSz"))
    assert size.get(name("w:orient")) == "landscape"
    assert int(size.get(name("w:w"), 0)) > int(size.get(name("w:h"), 0))
    assert len(list(body.iter(name("w:tblHeader")))) == 1
    words = [each.text for each in read_word(data, "x").paragraphs if each.in_table]
    assert words[:7] == ["Provision", "Base text", "Canada", "Egypt", "Fiji", "Japan", "Compromise"]


def test_many_delegations_share_a_column() -> None:
    talks = compose(sample_with_all_layers_on())
    data = word_comparison(talks.session, comparison(talks), NOW)
    assert lint(data, ()) == []
    words = [each.text for each in read_word(data, "x").paragraphs if each.in_table]
    assert words[:4] == ["Provision", "Base text", "Proposals", "Compromise"]
    assert any(each.startswith("European Union, New Zealand: Parties should") for each in words)


def test_scripts() -> None:
    talks = compose(everything())
    data = word_comparison(talks.session, comparison(talks), NOW)
    assert lint(data, ()) == []
    assert b"<w:bidi/>" in body_of(data)


@pytest.mark.parametrize(
    ("text", "is_turned"), [("ينبغي للدول أن تعمل الآن.", True), ("States should act.", False)]
)
def test_columns_run_from_the_right_in_arabic(text: str, is_turned: bool) -> None:
    word = text.split()[-2]
    talks = compose(session([text], [change("a", "p1", "EGY", replacing(text, word, "X"))]))
    body = body_of(word_comparison(talks.session, comparison(talks), NOW))
    assert (b"<w:bidiVisual/>" in body) is is_turned
    sheet = comparison_sheet(talks.session, comparison(talks))
    made = load_workbook(BytesIO(spreadsheet(sheet, HEADING, NOW))).worksheets[0]
    assert bool(made.sheet_view.rightToLeft) is is_turned


def test_headings_without_anything_below_are_left_out() -> None:
    rows = [
        Provision("h1", 0, "Introduction", kind=ProvisionKind.HEADING, level=1),
        Provision("p0", 1, "The group met.", kind=ProvisionKind.FRONT_MATTER),
        Provision("h2", 2, "Measures", kind=ProvisionKind.HEADING, level=1),
        Provision("h3", 3, "At home", kind=ProvisionKind.HEADING, level=2),
        Provision("p1", 4, TEXT, "1"),
        Provision("h4", 5, "Letters", kind=ProvisionKind.HEADING, level=1),
    ]
    table = comparison(compose(session(rows)))
    assert [each.base for each in table.rows] == ["Measures", "At home", TEXT]
