"""A redline in CriticMarkup, brought in again as layers on the same base, is these layers."""

from dataclasses import replace

from hypothesis import given

from editor.app.tracked_layers import layers_by_author
from editor.exporters.critic_markup import critic_markup
from editor.importers.open_source import read_source
from editor.importers.revisions import accept, reject
from editor.importers.source import SourceDocument
from editor.importers.tracked.layers import compare_with_base
from editor.importers.tracked.voices import authors_found
from editor.negotiation.amendment import AmendmentState
from editor.negotiation.composition import compose
from editor.negotiation.note import Note, NoteAnchor
from editor.negotiation.patch import patched
from editor.negotiation.session import ImportedFile, Session
from tests.examples import one_in
from tests.laws.strategies import Shape, sessions
from tests.laws.test_tracked_round_trip import agreeing, base_of, come_back, signed


def redline(session: Session) -> SourceDocument:
    return read_source(critic_markup(compose(session)).encode(), "redline.txt")


def brought_in(session: Session, on: Session) -> Session:
    source = redline(session)
    names = {each.name for each in session.delegations.values()}
    assert {each.name for each in authors_found(source)} <= names
    assert not compare_with_base(on, source).differences
    row = ImportedFile(f"f{len(on.files) + 1}", "redline.txt", "0", "2024-01-01")
    return patched(on, layers_by_author(on, source, row, {each: each for each in names}).patch)


def without_labels(document: SourceDocument) -> list[str]:
    texts = (each.text.rpartition("\t")[2] for each in document.paragraphs)
    return [each for each in texts if each.strip()]


@one_in(2)
@given(sessions(Shape()))
def test_rejecting_gives_the_base_and_accepting_the_composed_text(session: Session) -> None:
    document = redline(session)
    base = [session.provisions[each].text for each in session.base_order]
    assert without_labels(reject(document)) == [each for each in base if each.strip()]
    composed = compose(session).paragraphs
    assert without_labels(accept(document)) == [each for each in composed if each.strip()]
    assert not document.warnings


@one_in(2)
@given(agreeing(Shape(delegations=4, amendments=5, inner=False, rulings=False)))
def test_layers_come_back(session: Session) -> None:
    come_back(session, brought_in(session, base_of(session)))


@one_in(2)
@given(agreeing(Shape(delegations=4, amendments=4, structure=False, inner=False, rulings=False)))
def test_changed_words_come_back_with_their_names(session: Session) -> None:
    again = brought_in(session, base_of(session))
    assert signed(compose(again)) == signed(compose(session))


@one_in(4)
@given(agreeing(Shape(delegations=3, amendments=3, structure=False, inner=False, rulings=False)))
def test_reasons_come_back(session: Session) -> None:
    live = [each for each in session.amendments.values() if each.state is AmendmentState.PROPOSED]
    notes = {
        f"r{number}": Note(
            f"r{number}",
            f"Because {{{number}}}:\nso it is.",
            delegation=each.sponsors[0],
            anchor=NoteAnchor(amendment=each.id),
        )
        for number, each in enumerate(live)
    }
    session = replace(session, notes=notes)
    again = brought_in(session, base_of(session))
    found = {(each.text, each.delegation) for each in again.notes.values()}
    assert found == {(each.text, each.delegation) for each in notes.values()}
