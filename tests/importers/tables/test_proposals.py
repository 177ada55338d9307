"""Tables of proposals against a small base text."""

from dataclasses import replace

import pytest

from editor.errors import KnownError
from editor.importers.names import load_names
from editor.importers.tables.proposals import table_patch
from editor.importers.tables.source_table import SourceTable, TableRow
from editor.negotiation.amendment import Amendment, AmendmentKind, AmendmentState
from editor.negotiation.composition import compose
from editor.negotiation.patch import patched
from editor.negotiation.provision import Provision, Stance
from editor.negotiation.session import ImportedFile, Session

_TEXTS = {
    "1": "States should protect the rivers of the basin.",
    "2": "States should share information about floods and droughts each year.",
    "Article 3": "A fund is established by the parties.",
}
_NAMES = load_names()


def _session() -> Session:
    provisions = {
        f"p{n}": Provision(f"p{n}", n, text, label)
        for n, (label, text) in enumerate(_TEXTS.items(), start=1)
    }
    return Session(provisions=provisions)


def _table(*rows: tuple[str, ...]) -> SourceTable:
    return SourceTable(tuple(TableRow(cells, n) for n, cells in enumerate(rows, start=1)))


def _read(session: Session, *rows: tuple[str, ...], whose: str = "", key: str = "f1") -> Session:
    file = ImportedFile(key, "table.xlsx", "", "2026-01-02")
    return patched(session, table_patch(session, [_table(*rows)], file, _NAMES, whose))


def _layers_on(session: Session, *codes: str) -> Session:
    rows = {
        key: replace(each, layer_on=each.code in codes) for key, each in session.delegations.items()
    }
    return replace(session, delegations=rows)


def _texts(session: Session, *codes: str) -> list[str]:
    return list(compose(_layers_on(session, *codes)).paragraphs)


def _codes(session: Session, amendment: Amendment) -> list[str]:
    return [session.delegations[each].code for each in amendment.sponsors]


def test_whole_wordings_are_compared_with_the_base() -> None:
    session = _read(
        _session(),
        ("Paragraph", "Proposed text", "Rationale", "Delegation"),
        ("1", "States shall protect the rivers and lakes of the basin.", "Lakes too.", "Fiji"),
        ("Art. 3", "Delete", "", "Chad and Fiji"),
    )
    assert _texts(session, "FJI") == [
        "States shall protect the rivers and lakes of the basin.",
        _TEXTS["2"],
    ]
    kinds = [(each.kind, _codes(session, each)) for each in session.amendments.values()]
    assert kinds == [
        (AmendmentKind.EDIT, ["FJI"]),
        (AmendmentKind.EDIT, ["FJI"]),
        (AmendmentKind.DELETE_PROVISION, ["FJI", "TCD"]),
    ]
    (note,) = session.notes.values()
    assert note.text == "Lakes too."
    assert note.id in session.amendments[note.anchor.amendment].notes
    (report,) = session.reports.values()
    assert (report.annotations, report.understood, report.guessed) == (2, 2, 0)


def test_a_column_for_each_party_and_one_for_the_compromise() -> None:
    session = _read(
        _session(),
        ("No.", "Base text", "Fiji", "European Union", "Compromise"),
        (
            "2", _TEXTS["2"], "add “timely” before “information”", "-",
            "States should share timely information about floods and droughts each year.",
        ),
    )  # fmt: skip
    assert [_codes(session, each) for each in session.amendments.values()] == [["FJI", "CHAIR"]]
    assert _texts(session, "FJI")[1] == (
        "States should share timely information about floods and droughts each year."
    )


def test_cells_left_empty_below_a_merged_one_belong_to_it() -> None:
    session = _read(
        _session(),
        ("Provision", "Amendment", "Country"),
        ("2", "delete “each year”", "Fiji"),
        ("", "replace “should” with “must”", ""),
    )
    assert _texts(session, "FJI")[1] == "States must share information about floods and droughts."


def test_a_row_without_label_is_found_by_its_base_words() -> None:
    session = _read(
        _session(),
        ("Current text", "Proposed amendment", "Country"),
        (_TEXTS["1"], "add “, as a matter of urgency” at the end", "Fiji"),
    )
    assert _texts(session, "FJI")[0] == (
        "States should protect the rivers of the basin, as a matter of urgency."
    )


def test_new_provisions_go_after_the_one_they_are_counted_from() -> None:
    session = _read(
        _session(),
        ("Para", "Proposed text", "Country"),
        ("1 bis", "1 bis. Wetlands are rivers.", "Fiji"),
    )
    (new,) = session.amendments.values()
    assert (new.kind, new.after, new.label) == (AmendmentKind.NEW_PROVISION, "p1", "1 bis")
    assert _texts(session, "FJI")[1] == "Wetlands are rivers."


def test_what_is_no_wish_is_a_position_or_a_reason() -> None:
    session = _read(
        _session(),
        ("Para", "Proposal", "Comments", "Country"),
        ("1", "Retain", "", "Fiji"),
        ("1", "", "Costs must be known first.", "Chad"),
        ("2", "no change", "", "Chad"),
    )
    assert not session.amendments
    (position,) = session.provisions["p1"].positions
    assert (position.stance, position.start, position.end) == (Stance.SUPPORT, 0, len(_TEXTS["1"]))
    (note,) = session.notes.values()
    assert (note.text, note.anchor.provision) == ("Costs must be known first.", "p1")
    assert not session.unread


def test_what_cannot_be_placed_or_followed_stays_with_its_reason() -> None:
    session = _read(
        _session(),
        ("Para", "Text", "Proposal", "Country"),
        ("99", "", "Anything at all.", "Fiji"),
        ("1", "", "delete “oceans”", "Fiji"),
        ("1", "", "add “all” before “the”", "Fiji"),
        ("2", "", "and glaciers", "Fiji"),
        ("2", "Another text altogether.", "States may do so.", "Fiji"),
    )
    assert not session.amendments
    assert [(each.raw, each.reason, each.line) for each in session.unread.values()] == [
        ("99 | Anything at all. | Fiji", "row_without_place", 2),
        ("1 | delete “oceans” | Fiji", "words_not_found", 3),
        ("1 | add “all” before “the” | Fiji", "words_found_again", 4),
        ("2 | and glaciers | Fiji", "wording_unclear", 5),
        ("2 | Another text altogether. | States may do so. | Fiji", "other_base", 6),
    ]


def _left(session: Session) -> list[tuple[str, str]]:
    return [(each.raw, each.reason) for each in session.unread.values()]


def _wanted(session: Session) -> list[tuple[list[str], list[str]]]:
    return [
        ([edit.text for edit in each.edits], _codes(session, each))
        for each in session.amendments.values()
    ]


def test_what_is_left_says_whose_it_is() -> None:
    session = _read(
        _session(),
        ("Para", "Fiji", "Chad", "Reason", "Room"),
        ("99", "Parties shall pay.", "Nobody shall pay.", "Money is short.", "B"),
        ("1", "delete “basin”; delete “oceans”", "", "", "C"),
    )
    assert _left(session) == [
        (
            "99 | Fiji: Parties shall pay. | Chad: Nobody shall pay. | Money is short. | Room: B",
            "row_without_place",
        ),
        ("1 | Room: C", "column_unknown"),
        ("1 | Fiji: delete “oceans”", "words_not_found"),
    ]
    assert _wanted(session) == [([""], ["FJI"])]


@pytest.mark.parametrize("above", ["ditto", "Idem.", "”"])
def test_what_is_as_above_is_wanted_by_both(above: str) -> None:
    session = _read(
        _session(),
        ("Para", "Proposal", "Comments", "Country"),
        ("1", "replace “should” with “must”", "It binds.", "Fiji"),
        (above, above, above, "Chad"),
    )
    assert _wanted(session) == [(["must"], ["FJI", "TCD"])]
    assert [each.text for each in session.notes.values()] == ["It binds.", "It binds."]


def test_another_provisions_wording_is_not_taken_as_above() -> None:
    session = _read(
        _session(),
        ("Para", "Proposal", "Country"),
        ("1", "replace “should” with “must”", "Fiji"),
        ("2", "ditto", "Chad"),
    )
    assert _wanted(session) == [(["must"], ["FJI"])]
    assert _left(session) == [("2 | ditto | Chad", "wording_unclear")]


def test_several_columns_of_reasons_and_of_wordings() -> None:
    session = _read(
        _session(),
        ("Para", "Proposed deletion", "Suggested addition", "Rationale", "Comments", "Country"),
        ("2", "delete “each year”", "add “timely” before “information”", "Time.", "Cost.", "Fiji"),
    )
    assert _wanted(session) == [([""], ["FJI"]), ([" timely"], ["FJI"])]
    assert [each.text for each in session.notes.values()] == ["Time.", "Cost."]
    assert {each.notes for each in session.amendments.values()} == {("n1", "n2")}


def test_remarks_in_a_second_column_of_wordings_are_no_text() -> None:
    remark = "We were told of this only last week, and Suva has still to decide."
    session = _read(
        _session(),
        ("Para", "Proposed text", "Proposal status", "Country"),
        ("1", "States must protect the rivers of the basin.", remark, "Fiji"),
        ("1 bis", "Wetlands are rivers.", remark, "Fiji"),
    )
    assert [each.text or each.edits[0].text for each in session.amendments.values()] == [
        "must",
        "Wetlands are rivers.",
    ]
    assert _left(session) == [
        (f"1 | {remark} | Fiji", "wording_unclear"),
        (f"1 bis | {remark} | Fiji", "wording_unclear"),
    ]


def test_a_second_column_of_names_has_cosponsors_or_is_left() -> None:
    session = _read(
        _session(),
        ("Para", "Proposal", "Country", "Co-sponsors"),
        ("1", "replace “should” with “must”", "Fiji", "Chad and Peru"),
        ("2", "delete “each year”", "Chad", ""),
        ("Art. 3", "Delete", "Peru", "Ms Ana Lemu"),
    )
    assert [codes for _, codes in _wanted(session)] == [["FJI", "TCD", "PER"], ["TCD"], ["PER"]]
    assert _left(session) == [("Art. 3 | Delete | Peru | Ms Ana Lemu", "name_unknown")]


_HEADS = ("Para", "Proposal", "Country")
_ROWS = ("replace “should” with “must”", "delete “each year”", "Delete")


def _second_names(heading: str, *names: tuple[str, str]) -> Session:
    rows = (
        (label, wish, *both)
        for label, wish, both in zip(("1", "2", "Art. 3"), _ROWS, names, strict=False)
    )
    return _read(_session(), (*_HEADS, heading), *rows)


def test_who_wrote_a_row_below_a_merged_name_is_no_delegation() -> None:
    session = _second_names("Author", ("Norway", "Kari Berg"), ("", "Ola Dahl"), ("-", "Kari Berg"))
    assert [codes for _, codes in _wanted(session)] == [["NOR"], ["NOR"], ["NOR"]]
    assert _left(session)[1] == ("2 | delete “each year” | Ola Dahl | Norway", "name_unknown")


def test_a_known_organisation_without_a_country_is_whose_the_row_is() -> None:
    session = _second_names(
        "Organisation", ("Norway", "World Bank"), ("", "African Union"), ("", "Polar Clerks")
    )
    codes = {each.provision: _codes(session, each) for each in session.amendments.values()}
    assert codes == {"p1": ["NOR", "WB"], "p2": ["AU"], "p3": ["NOR"]}
    assert [reason for _, reason in _left(session)] == ["name_unknown"]


def test_cosponsors_below_a_merged_name_join_it() -> None:
    session = _second_names("Co-sponsors", ("Fiji", ""), ("", "Chad"), ("", ""))
    assert [codes for _, codes in _wanted(session)] == [["FJI"], ["FJI", "TCD"], ["FJI", "TCD"]]


def test_names_in_the_second_column_alone_are_whose_the_rows_are() -> None:
    session = _second_names("Organisation", ("", "Polar Clerks"), ("", "Ferry Friends"))
    assert [codes for _, codes in _wanted(session)] == [["PC"], ["FF"]]


def test_a_reason_beside_no_wording_of_several_parties_is_left() -> None:
    session = _read(
        _session(),
        ("Para", "Fiji", "Chad", "Compromise", "Reason"),
        ("1", "", "", "", "It is good as it stands."),
    )
    assert not session.notes
    assert _left(session) == [("1 | It is good as it stands.", "reason_of_nobody")]


def test_a_reason_beside_no_wording_is_the_delegations_where_the_chair_may_word_too() -> None:
    session = _read(
        _session(),
        ("Para", "Compromise", "Proposal", "Country", "Reason"),
        ("1", "", "", "Fiji", "It is good as it stands."),
    )
    (note,) = session.notes.values()
    assert session.delegations[note.delegation or ""].code == "FJI"


def test_a_later_table_supersedes_only_in_the_provisions_it_lists() -> None:
    head = ("Para", "Proposal", "Country")
    first = _read(
        _session(),
        head,
        ("1", "replace “should” with “must”", "Fiji"),
        ("2", "delete “each year”", "Fiji"),
    )
    later = _read(first, head, ("1", "replace “should” with “may”", "Fiji"), key="f2")
    states = {
        (each.provision, each.edits[0].text): each.state for each in later.amendments.values()
    }
    assert states == {
        ("p1", "must"): AmendmentState.SUPERSEDED,
        ("p2", ""): AmendmentState.PROPOSED,
        ("p1", "may"): AmendmentState.PROPOSED,
    }


def test_a_table_that_names_nobody_needs_a_delegation() -> None:
    rows = (("Para", "Proposal"), ("1", "Delete"))
    with pytest.raises(KnownError, match="no_delegation_in_table"):
        _read(_session(), *rows)
    session = _session()
    fiji = _read(session, ("Para", "Proposal", "Country"), ("1", "Delete", "Fiji"))
    whose = next(each.id for each in fiji.delegations.values() if each.code == "FJI")
    again = _read(fiji, *rows, whose=whose, key="f2")
    assert [each.sponsors for each in again.amendments.values()] == [(whose,)]


def test_what_the_reader_of_a_table_remarked_is_in_the_report() -> None:
    warnings = (("letters_turned", 2, "delete “each year”"),)
    table = replace(_table(_HEADS, ("2", "delete “each year”", "Fiji")), warnings=warnings)
    session = _session()
    file = ImportedFile("f1", "table.xlsx", "", "2026-01-02")
    session = patched(session, table_patch(session, [table], file, _NAMES))
    (report,) = session.reports.values()
    assert (report.understood, report.warnings) == (1, warnings)


def test_other_tables_are_none_of_proposals() -> None:
    with pytest.raises(KnownError, match="no_table_found"):
        _read(_session(), ("Name", "Room"), ("Ms A", "4"))
