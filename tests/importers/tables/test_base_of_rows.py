"""Rows of tables against a base that has its labels typed, provisions without label, or words
that are struck."""

from dataclasses import replace

from editor.importers.names import load_names
from editor.importers.tables.proposals import table_patch
from editor.importers.tables.source_table import SourceTable, TableRow
from editor.negotiation.amendment import AmendmentKind
from editor.negotiation.composition import compose
from editor.negotiation.patch import patched
from editor.negotiation.provision import Provision
from editor.negotiation.session import ImportedFile, Session

_TEXTS = {
    "1": "States should protect the rivers of the basin.",
    "2": "States should share information about floods and droughts each year.",
}
_NAMES = load_names()


def _session(*provisions: tuple[str, str]) -> Session:
    rows = enumerate(provisions or _TEXTS.items(), start=1)
    return Session(
        provisions={f"p{n}": Provision(f"p{n}", n, text, label) for n, (label, text) in rows}
    )


def _table_read(session: Session, *rows: TableRow) -> Session:
    file = ImportedFile("f1", "table.docx", "", "2026-01-02")
    return patched(session, table_patch(session, [SourceTable(rows)], file, _NAMES))


def _read(session: Session, *rows: tuple[str, ...]) -> Session:
    return _table_read(session, *(TableRow(cells, n) for n, cells in enumerate(rows, start=1)))


def _left(session: Session) -> list[tuple[str, str]]:
    return [(each.raw, each.reason) for each in session.unread.values()]


def _edited(session: Session) -> list[tuple[str, str]]:
    return [(each.provision, each.edits[0].text) for each in session.amendments.values()]


def _read_marked(*rows: tuple[tuple[str, ...], tuple[str, ...]]) -> Session:
    head = TableRow(("Para", "Text", "Proposal", "Country"), 1)
    marked = (TableRow(cells, n, printed) for n, (cells, printed) in enumerate(rows, start=2))
    return _table_read(_session(), head, *marked)


def test_a_struck_wording_deletes_the_provision_if_it_is_that() -> None:
    session = _read_marked(
        (("1", "", "", "Fiji"), ("1", "", _TEXTS["1"], "Fiji")),
        (("2", "", "", "Fiji"), ("2", "", "States should share everything.", "Fiji")),
        (("1 bis", "", "", "Fiji"), ("1 bis", "", "Wetlands are rivers.", "Fiji")),
    )
    kinds = [(each.kind, each.provision) for each in session.amendments.values()]
    assert kinds == [(AmendmentKind.DELETE_PROVISION, "p1")]
    assert _left(session) == [
        ("2 | States should share everything. | Fiji", "wording_unclear"),
        ("1 bis | Wetlands are rivers. | Fiji", "wording_unclear"),
    ]


def test_words_that_are_struck_in_the_base_text_are_no_change() -> None:
    text = _TEXTS["1"]
    less = text.replace("the rivers of ", "")
    session = _read_marked((("1", less, less, "Fiji"), ("1", text, text, "Fiji")))
    assert not session.amendments
    assert not session.unread


def test_words_that_a_delegation_strikes_are_deleted() -> None:
    text = _TEXTS["2"]
    less = text.replace(" each year", "")
    session = _read_marked((("2", text, less, "Fiji"), ("2", text, text, "Fiji")))
    assert _edited(session) == [("p2", "")]


def test_a_wording_without_the_label_that_the_base_has_typed_keeps_it() -> None:
    session = _read(
        _session(*((label, f"{label}. {text}") for label, text in _TEXTS.items())),
        ("Para", "Base text", "Proposal", "Country"),
        ("1", _TEXTS["1"], _TEXTS["1"].replace("should", "must"), "Fiji"),
        ("2", f"2. {_TEXTS['2']}", "Nobody may ever speak about water to strangers again.", "Fiji"),
    )
    assert not session.unread
    on = {key: replace(each, layer_on=True) for key, each in session.delegations.items()}
    assert list(compose(replace(session, delegations=on)).paragraphs) == [
        f"1. {_TEXTS['1'].replace('should', 'must')}",
        "2. Nobody may ever speak about water to strangers again.",
    ]


def test_rows_of_provisions_without_label_are_found_by_their_words() -> None:
    session = _read(
        _session(
            ("1", "Rivers matter."),
            ("", "Measures of all"),
            ("", "By June"),
            ("2", "Lakes matter."),
            ("", "By June"),
        ),
        ("Provision", "Base text", "Fiji"),
        ("1", "Rivers matter.", "Rivers count."),
        ("", "Measures of all", "Measures of some"),
        ("", "By June", ""),
        ("2", "Lakes matter.", ""),
        ("", "By June", "By early June"),
        ("", "Other words altogether.", "Other words."),
    )
    assert _edited(session) == [
        ("p1", "count"),
        ("p2", "some"),
        ("p5", " early"),
    ]
    assert [(each.reason, each.line) for each in session.unread.values()] == [("other_base", 7)]
