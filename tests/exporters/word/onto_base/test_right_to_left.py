"""Brackets in paragraphs of a base file that run from right to left."""

from dataclasses import replace

from lxml import etree

from editor.exporters.manuscript import Form
from editor.exporters.word.elements import name
from editor.negotiation.composition import compose
from editor.text.edit import Edit
from tests.exporters.word.onto_base.base_files import base_file
from tests.exporters.word.onto_base.sessions_on_base import parts_of, session_from, written
from tests.exporters.word.onto_base.test_joins import by, gone, with_proposals


def test_brackets_and_numbers_run_as_the_words_beside_them() -> None:
    data = base_file(["Arabic", "plain"], ["", "They report."])
    session = session_from(data)
    arabic = session.base_order[0]
    start = session.provisions[arabic].text.rindex(" ") + 1
    edit = Edit(start, len(session.provisions[arabic].text), "30")
    rivals = [
        by(n, replace(gone(arabic, 0, 0), edits=(replace(edit, text=text),)), who)
        for n, (text, who) in enumerate((("30", "d1"), ("States", "d2")))
    ]
    composition = compose(with_proposals(session, *rivals))
    made = parts_of(written(composition, Form.REDLINE, data))["word/document.xml"]
    runs = list(etree.fromstring(made).find(f".//{name('w:p')}").iter(name("w:r")))  # type: ignore[union-attr]
    found = {
        "".join(run.itertext()).strip(): run.find(f"{name('w:rPr')}/{name('w:rtl')}") is not None
        for run in runs
    }
    assert [key for key in ("[", "/", "]", "30", "States") if found[key]] == ["[", "/", "]", "30"]
