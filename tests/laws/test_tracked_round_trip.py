"""A redline of layers, brought in again as layers on the same base, is these layers."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from hypothesis import assume, given
from hypothesis import strategies as st

from editor.app.switching import Switches, switched
from editor.app.tracked_layers import layer_of_one
from editor.exporters.manuscript import Form
from editor.importers.names import load_names
from editor.importers.revisions import accept
from editor.importers.tracked.heard import Heard
from editor.importers.tracked.layers import compare_with_base, tracked_layers
from editor.importers.tracked.voices import Voices, authors_found
from editor.importers.word.reader import read_word
from editor.negotiation.amendment import Amendment, AmendmentKind, AmendmentState
from editor.negotiation.composition import Composition, compose
from editor.negotiation.integrity import faults
from editor.negotiation.patch import patched
from editor.negotiation.provision import Provision
from editor.negotiation.session import ImportedFile, Session
from editor.text.normal_form import normal_form
from tests.examples import one_in
from tests.exporters.word.reading import words as accepted_words
from tests.exporters.word.reading import written
from tests.laws.cases import negotiation, structural
from tests.laws.strategies import Shape, sessions, unruled_sessions

_END = Provision("pz", 99, "z w z.", "9")
"""A paragraph that nobody touches: with no mark that stays, Word cannot keep a new paragraph
and a deleted one apart."""


@st.composite
def agreeing(draw: st.DrawFn, shape: Shape) -> Session:
    """All layers on, no conflict, nothing that a redline cannot say: changes that meet in one
    place, a change of several places with co-sponsors, one paragraph proposed several times, a
    provision moved, split or joined by several and changed by others too."""
    session = draw(unruled_sessions(shape))
    alone = {
        key: replace(each, alternatives=(), positions=())
        for key, each in session.amendments.items()
    }
    provisions = {**session.provisions, _END.id: _END}
    session = replace(session, amendments=alone, provisions=provisions, decisions={})
    session = switched(session, Switches.all())
    composition = compose(session)
    assume(not composition.conflicts and not composition.order_questions)
    assume(not composition.asleep)
    live = [each for each in alone.values() if each.state is AmendmentState.PROPOSED]
    places = [place for each in live for place in (each.provisions or (each.provision,))]
    for each in live:
        combines = each.kind is AmendmentKind.JOIN and each.text is not None
        is_several = combines or len(each.edits) > 1
        is_shy = is_several or each.kind in (AmendmentKind.MOVE, AmendmentKind.SPLIT)
        is_shy = is_shy or (each.kind is AmendmentKind.JOIN and is_shared(each, live))
        own = each.provisions or (each.provision,)
        assume(not is_shy or all(places.count(place) == 1 for place in own))
        assume(not is_several or len(each.sponsors) == 1)
    assume(not has_twins(session))
    assume(not touching(session))
    return session


def has_twins(session: Session) -> bool:
    """Whether equal paragraphs are proposed in one place: which is whose, nobody can tell."""
    new = [
        (each.after, each.text)
        for each in session.amendments.values()
        if each.kind is AmendmentKind.NEW_PROVISION and each.state is AmendmentState.PROPOSED
    ]
    return len(new) != len(set(new))


def is_shared(join: Amendment, live: Sequence[Amendment]) -> bool:
    """Whether several delegations propose it, in one proposal or in several."""
    equal = [each for each in live if each.provisions == join.provisions]
    return len({who for each in equal for who in each.sponsors}) > 1


def base_of(session: Session) -> Session:
    base = {key: each for key, each in session.provisions.items() if each.is_base}
    return replace(session, provisions=base, amendments={})


def brought_in(session: Session, on: Session) -> Session:
    """The redline of `session` as layers of `on`."""
    source = read_word(written(session, Form.REDLINE), "redline.docx")
    by_name = {each.name: each.id for each in session.delegations.values()}
    assert {each.name for each in authors_found(source)} <= by_name.keys()
    assert not compare_with_base(on, source).differences
    row = ImportedFile(f"f{len(on.files) + 1}", "redline.docx", "0", "2024-01-01")
    voices = Voices(by_name, by_name)
    return patched(on, tracked_layers(on, source, voices, row, load_names(), Heard(on)).patch)


def words(session: Session, *on: str) -> list[str]:
    switches = Switches.only(on) if on else Switches.all()
    return [each for each in compose(switched(session, switches)).paragraphs if each]


def come_back(session: Session, again: Session) -> None:
    """Sound and whole, and in every layer alone and all together the same words."""
    assert list(faults(again)) == []
    assert not again.unread
    assert words(again) == words(session)
    for each in session.delegations:
        assert words(again, each) == words(session, each)


def touching(session: Session) -> bool:
    """Whether different changes meet in one place: what meets there is one change to Word."""
    live = [each for each in session.amendments.values() if each.state is AmendmentState.PROPOSED]
    found = {
        (each.provision, edit)
        for each in live
        for edit in normal_form(session.provisions[each.provision].text, each.edits)
    }
    return any(
        one != other and place == there and one.start <= other.end and other.start <= one.end
        for place, one in found
        for there, other in found
    )


def signed(composition: Composition) -> dict[tuple[str, str, tuple[str, ...]], str]:
    """What is new and what is gone in each provision, by the names behind it."""
    found: dict[tuple[str, str, tuple[str, ...]], str] = defaultdict(str)
    for place in composition.places:
        for run in composition.provision(place.provision).runs:
            if run.amendments:
                found[place.provision, run.kind, run.delegations] += run.text
    return found


@one_in(2)
@given(agreeing(Shape(delegations=4, amendments=5, inner=False, rulings=False)))
def test_layers_come_back(session: Session) -> None:
    come_back(session, brought_in(session, base_of(session)))


@one_in(2)
@given(agreeing(Shape(delegations=4, amendments=4, structure=False, inner=False, rulings=False)))
def test_changed_words_come_back_with_their_names(session: Session) -> None:
    again = brought_in(session, base_of(session))
    assert signed(compose(again)) == signed(compose(session))


@one_in(2)
@given(agreeing(Shape(delegations=4, amendments=5, inner=False, rulings=False)))
def test_the_same_file_again_changes_nothing(session: Session) -> None:
    """Rule 11."""
    once = brought_in(session, base_of(session))
    again = brought_in(session, once)
    assert words(again) == words(once)
    assert {key: each.state for key, each in again.amendments.items()} == {
        key: each.state for key, each in once.amendments.items()
    }


@one_in(2)
@given(sessions())
def test_the_layer_of_whoever_sends_a_redline_is_its_final_text(session: Session) -> None:
    """Also with conflicts in brackets, and words in the words of others."""
    assume(not has_twins(session))
    source = read_word(written(session, Form.REDLINE), "redline.docx")
    base = replace(base_of(session), decisions={}, rulings={})
    row = ImportedFile("f1", "redline.docx", "0", "2024-01-01")
    again = patched(base, layer_of_one(base, "Delegation 0", source, row).patch)
    assert list(faults(again)) == []
    final = [each for each in accepted_words(accept(source)) if each]
    assert words(again, "Delegation 0") == final


def test_a_move_of_a_text_shorter_than_its_printed_label_comes_back() -> None:
    session = negotiation(
        ["a", "b", "They report."],
        structural("A", AmendmentKind.MOVE, after="p1"),
    )
    labelled = {
        key: replace(each, label=f"{each.ordinal}.") for key, each in session.provisions.items()
    }
    session = replace(session, provisions=labelled)
    come_back(session, brought_in(session, base_of(session)))
