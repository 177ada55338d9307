"""A base file whose accents stand in other runs than their letters."""

import pytest

from editor.app.base_check import check_on_base
from editor.exporters.manuscript import Form
from editor.importers.alternative_text import alternative_patch
from editor.importers.plain_text import read_plain_text
from editor.negotiation.composition import compose
from editor.negotiation.delegation import Delegation
from editor.negotiation.patch import Draft, patched
from editor.negotiation.session import ImportedFile
from tests.exporters.word.onto_base.sessions_on_base import session_from, written
from tests.importers.word_files import paragraph, run, word_file

BASE = word_file(
    paragraph(run("1. Cafe") + run("\u0301", "<w:b/>") + run(" owners and pre\u0302")
              + run("\u0323tres meet.", "<w:i/>"))
)  # fmt: skip


@pytest.mark.parametrize(
    "wanted",
    [
        "1. Cafés and prệtres meet.",
        "1. Caf owners and prệtres meet.",
        "1. Caféowners and new prtres shall meet.",
        "",
    ],
)
@pytest.mark.parametrize("form", Form)
def test_words_around_an_accent_are_changed_on_the_base(wanted: str, form: Form) -> None:
    draft = Draft(session_from(BASE))
    draft.put("delegations", "d1", Delegation("d1", "FJI", "Fiji", rank=1, layer_on=True))
    session = draft.session
    assert [each.text for each in session.provisions.values()] == [
        "1. Café owners and prệtres meet."
    ]
    file = ImportedFile("f2", "layer.txt", "")
    layer = alternative_patch(session, "d1", read_plain_text(wanted), file)
    composition = compose(patched(session, layer))
    check_on_base(written(composition, form, BASE), BASE, composition, form)
