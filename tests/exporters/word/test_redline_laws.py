"""Law 13: rejecting all changes gives the base, accepting all the composed text; and everybody
who is behind a change is named."""

import pytest
from hypothesis import given

from editor.exporters.manuscript import Form
from editor.exporters.word.lint import lint
from editor.importers.revisions import accept, has_revisions, reject
from editor.importers.source import SourceDocument
from editor.importers.word.reader import read_word
from editor.negotiation.composition import Composition, compose
from editor.negotiation.run import Run, RunKind
from editor.negotiation.session import Session
from tests.examples import one_in
from tests.exporters.word.pandoc import in_single_spaces, pandoc_lines
from tests.exporters.word.reading import (
    base_of,
    composed,
    read,
    words,
    written,
)
from tests.laws.strategies import Shape, sessions

pytestmark = pytest.mark.laws

NEGOTIATIONS = sessions(Shape(delegations=6, amendments=8))


@given(NEGOTIATIONS)
def test_rejecting_gives_the_base_and_accepting_the_composed_text(session: Session) -> None:
    document = read(session, Form.REDLINE)
    assert words(reject(document)) == base_of(session)
    assert words(accept(document)) == composed(compose(session))


@given(NEGOTIATIONS)
def test_the_clean_file_says_the_composed_text_and_lists_what_is_open(session: Session) -> None:
    composition = compose(session)
    document = read(session, Form.CLEAN)
    text = words(document)
    listed = len(composition.open_conflicts) and len(composition.open_conflicts) + 1
    assert text[: len(text) - listed] == composed(composition)
    assert not has_revisions(document)


@given(NEGOTIATIONS)
def test_everybody_behind_a_change_is_named_and_nobody_else(session: Session) -> None:
    composition = compose(session)
    document = read_word(written(session, Form.REDLINE), "redline.docx")
    behind = {session.delegations[each].name for each in _behind(composition)}
    included = [each for each in session.amendments if composition.is_included(each)]
    may_sign = {session.delegations[d].name for each in included for d in _on(composition, each)}
    authors = _authors(document)
    told = " ".join(f"{each.author} {each.text}" for each in document.comments)
    assert authors <= may_sign | {"Chair"}
    assert {each for each in behind if each not in authors and each not in told} == set()


@given(NEGOTIATIONS)
def test_every_form_is_a_sound_file(session: Session) -> None:
    names = {each.name for each in session.delegations.values()}
    for form in Form:
        assert lint(written(session, form), names) == []


@one_in(5)
@given(NEGOTIATIONS)
def test_pandoc_reads_the_same(session: Session) -> None:
    data, composition = written(session, Form.REDLINE), compose(session)
    for how, expected in (("reject", base_of(session)), ("accept", composed(composition))):
        lines = map(_without_label, pandoc_lines(data, how))
        found = [line for line in lines if line]
        if composition.joined_after:
            # Where a paragraph mark is deleted pandoc puts a space.
            assert _without_spaces(found) == _without_spaces(expected)
        else:
            assert found == [line for line in in_single_spaces(expected) if line]


def _without_label(line: str) -> str:
    """Labels are numbers here, and no word is one."""
    label, _, rest = line.partition(" ")
    return rest if label.isdecimal() else line


def _without_spaces(lines: list[str]) -> list[str]:
    return [squeezed for line in lines if (squeezed := "".join(line.split()))]


def _behind(composition: Composition) -> set[str]:
    """The delegations behind all that differs from the base."""
    named: set[str] = set()
    amendments = composition.session.amendments
    for place in composition.places:
        named.update(_of_runs(composition.provision(place.provision).runs))
        named.update(d for a in place.amendments for d in _on(composition, a))
    for joined in composition.structure.joined_after.values():
        named.update(d for a in joined if a in amendments for d in _on(composition, a))
    return named


def _of_runs(runs: tuple[Run, ...]) -> set[str]:
    return {d for run in runs if run.kind is not RunKind.KEPT for d in run.delegations}


def _on(composition: Composition, amendment: str) -> set[str]:
    session = composition.session
    sponsors = set(session.amendments[amendment].sponsors)
    return {each for each in sponsors if session.delegations[each].layer_on} or sponsors


def _authors(document: SourceDocument) -> set[str]:
    runs = [run for paragraph in document.paragraphs for run in paragraph.runs]
    found = {name for run in runs for name in (run.author, run.deleted_by)}
    found |= {each.mark_author for each in document.paragraphs}
    return found - {""}
