"""The redline of the sample with all layers on, and of a session with everything in it."""

from collections.abc import Callable

import pytest

from editor.exporters.manuscript import Form
from editor.exporters.printed_label import PrintedLabels
from editor.exporters.word.lint import lint
from editor.importers.revisions import accept, reject
from editor.importers.word.reader import read_word
from editor.negotiation.composition import compose
from editor.negotiation.run import RunKind
from editor.negotiation.session import Session
from tests.exporters.everything import everything
from tests.exporters.sample import sample_with_all_layers_on
from tests.exporters.word.pandoc import pandoc_lines
from tests.exporters.word.reading import composed, lines, words, written

SESSIONS = pytest.mark.parametrize("made", [sample_with_all_layers_on, everything])


@SESSIONS
def test_every_form_is_sound(made: Callable[[], Session]) -> None:
    session = made()
    names = {each.name for each in session.delegations.values()}
    for form in Form:
        assert lint(written(session, form), names) == []


@SESSIONS
def test_rejected_and_accepted_text(made: Callable[[], Session]) -> None:
    session = made()
    document = read_word(written(session, Form.REDLINE), "redline.docx")
    labels = PrintedLabels(session)
    base = [session.provisions[each] for each in session.base_order]
    assert lines(reject(document)) == [labels.of(each) + each.text for each in base]
    assert words(accept(document)) == composed(compose(session))


@SESSIONS
def test_pandoc_reads_the_same(made: Callable[[], Session]) -> None:
    data = written(made(), Form.REDLINE)
    ours = read_word(data, "redline.docx")
    for how, settled in (("accept", accept), ("reject", reject)):
        found = [_squeezed(line) for line in pandoc_lines(data, how)]
        assert found == [_squeezed(line) for line in lines(settled(ours))]


@SESSIONS
def test_every_delegation_behind_a_change_is_named(made: Callable[[], Session]) -> None:
    session = made()
    composition = compose(session)
    document = read_word(written(session, Form.REDLINE), "redline.docx")
    behind = {
        session.delegations[delegation].name
        for place in composition.places
        for run in composition.provision(place.provision).runs
        if run.kind is not RunKind.KEPT or run.contested
        for delegation in run.delegations
    }
    runs = [run for paragraph in document.paragraphs for run in paragraph.runs]
    told = " ".join(f"{each.author}: {each.text}" for each in document.comments)
    told += " ".join(f"{run.author} {run.deleted_by}" for run in runs)
    assert len(behind) >= 4
    assert {name for name in behind if name not in told} == set()


def _squeezed(line: str) -> str:
    """Without spaces: pandoc puts one where a paragraph mark is deleted."""
    return "".join(line.split())
