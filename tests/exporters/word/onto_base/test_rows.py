"""Tables some rows of which are deleted: the rows go, not only their words."""

from collections.abc import Sequence

import pytest
from lxml import etree

from editor.app.base_check import check_on_base
from editor.exporters.manuscript import Form
from editor.exporters.word.elements import Element, name
from editor.importers.revisions import accept, reject
from editor.importers.source import SourceDocument
from editor.importers.tracked.changes import ChangedThing, tracked_changes
from editor.importers.word.reader import read_word
from editor.negotiation.amendment import Amendment, AmendmentKind, Sponsorship
from editor.negotiation.composition import compose
from editor.negotiation.delegation import Delegation
from editor.negotiation.patch import Draft, patched
from editor.negotiation.session import Session
from tests.exporters.word.onto_base.sessions_on_base import parts_of, session_from, written
from tests.importers.word_files import paragraph, run, word_file

_ROWS = (("1", "States act."), ("2", "They report."), ("", "They meet."))


def _table(rows: Sequence[Sequence[str]] = _ROWS, properties: str = "") -> str:
    return (
        "<w:tbl><w:tblPr/><w:tblGrid/>"
        + "".join(
            f"<w:tr>{''.join(_cell(each, properties) for each in row)}</w:tr>" for row in rows
        )
        + "</w:tbl>"
    )


def _cell(text: str, properties: str) -> str:
    words = paragraph(run(text)) if text else "<w:p/>"
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{words}</w:tc>"


def _base(table: str) -> bytes:
    return word_file(paragraph(run("Before.")) + table + paragraph(run("After.")))


def _without(session: Session, *texts: str) -> Session:
    """The session with a layer in which the provisions that say these are deleted."""
    draft = Draft(session)
    draft.put("delegations", "d1", Delegation("d1", "CAN", "Canada", layer_on=True))
    for number, text in enumerate(texts):
        key = next(each.id for each in session.provisions.values() if each.text == text)
        row = Amendment(
            f"a{number}",
            key,
            AmendmentKind.DELETE_PROVISION,
            sponsorships=(Sponsorship("d1", number),),
        )
        draft.put("amendments", row.id, row)
    return patched(session, draft.patch())


def _exported(base: bytes, form: Form, *gone: str) -> bytes:
    composition = compose(_without(session_from(base), *gone))
    made = written(composition, form, base)
    check_on_base(made, base, composition, form)
    return made


def _rows(data: bytes) -> list[Element]:
    return list(etree.fromstring(parts_of(data)["word/document.xml"]).iter(name("w:tr")))


def _lines(source: SourceDocument) -> list[str]:
    return [each.text for each in source.paragraphs if each.text.strip()]


def _marked(data: bytes) -> list[bool]:
    """Of each row whether it is marked as deleted."""
    mark = f"{name('w:trPr')}/{name('w:del')}"
    return [row.find(mark) is not None for row in _rows(data)]


def test_a_row_whose_words_are_all_deleted_is_deleted() -> None:
    base = _base(_table())
    made = _exported(base, Form.REDLINE, "2", "They report.", "They meet.")
    assert _marked(made) == [False, True, True]
    source = read_word(made, "redline.docx")
    rows = [each for each in tracked_changes(source) if each.thing is ChangedThing.ROW]
    assert {each.author for each in rows} == {"Canada"}
    assert _lines(reject(source)) == _lines(read_word(base, "base.docx"))
    assert _lines(accept(source)) == ["Before.", "1", "States act.", "After."]


def test_everything_in_a_deleted_row_is_marked() -> None:
    row = _rows(_exported(_base(_table()), Form.REDLINE, "They meet."))[2]
    for each in row.iter(name("w:p")):
        assert each.find(f"{name('w:pPr')}/{name('w:rPr')}/{name('w:del')}") is not None
    for each in row.iter(name("w:r")):
        assert next(each.iterancestors(name("w:del")), None) is not None


def test_a_row_in_which_words_are_left_stays() -> None:
    base = _base(_table())
    assert _marked(_exported(base, Form.REDLINE, "They report.")) == [False] * 3
    assert len(_rows(_exported(base, Form.CLEAN, "They report."))) == 3


def test_a_row_with_a_part_of_a_taller_cell_stays() -> None:
    base = _base(_table(_ROWS, "<w:vMerge w:val='restart'/>"))
    assert _marked(_exported(base, Form.REDLINE, "They meet.")) == [False] * 3
    assert len(_rows(_exported(base, Form.CLEAN, "They meet."))) == 3


@pytest.mark.parametrize("form", [Form.CLEAN, Form.BRACKETED])
def test_a_deleted_row_is_not_in_a_text_without_marks(form: Form) -> None:
    made = _exported(_base(_table()), form, "2", "They report.")
    assert len(_rows(made)) == 2
    assert _lines(read_word(made, "clean.docx"))[:5] == [
        "Before.", "1", "States act.", "They meet.", "After.",
    ]  # fmt: skip


def test_a_table_without_rows_goes() -> None:
    made = _exported(_base(_table([["They meet."]])), Form.CLEAN, "They meet.")
    assert b"<w:tbl>" not in parts_of(made)["word/document.xml"]
    inner = _table([["They meet."]])
    outer = _base(f"<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc>{inner}<w:p/></w:tc></w:tr></w:tbl>")
    assert _rows(_exported(outer, Form.CLEAN, "They meet.")) == []
    assert _marked(_exported(outer, Form.REDLINE, "They meet.")) == [True, True]
