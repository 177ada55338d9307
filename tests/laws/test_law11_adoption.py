"""Law 11: composing the rest on the new base equals composing everything on the old one where
nothing conflicts; what cannot be carried over is listed with a reason, never dropped."""

from hypothesis import assume, given, note
from hypothesis import strategies as st

from editor.errors import KnownError
from editor.exporters.dump import dump
from editor.importers.dump import restored
from editor.negotiation.adoption.adopt import Adoption, adopt
from editor.negotiation.adoption.reasons import Reason
from editor.negotiation.adoption.sorting import NotCarried
from editor.negotiation.amendment import AmendmentKind, AmendmentState
from editor.negotiation.clean_text import labelled_paragraphs
from editor.negotiation.commands.closing_reading import CloseReading
from editor.negotiation.composition import ComposedProvision, compose, recompose
from editor.negotiation.integrity import faults
from editor.negotiation.patch import patched
from editor.negotiation.run import Run, RunKind
from editor.negotiation.session import Session
from tests import strategies as any_rows
from tests.laws.closings import (
    Closing,
    including,
    is_divided,
    is_emptied,
    is_joined,
    may_slide,
    peaceful_closings,
    want_of,
    with_equals,
)
from tests.laws.narration import narrated
from tests.laws.reference.composing import compose_slowly
from tests.laws.reference.wants import included
from tests.laws.strategies import Shape, sessions

WORDS = Shape(provisions=1, delegations=8, amendments=9, structure=False)
MANY = Shape(delegations=8, amendments=10)


def words_of(session: Session) -> list[str]:
    """The clean text, paragraph by paragraph, without empty ones."""
    return [each for each in compose(session).paragraphs if each]


def words_apart_from(session: Session, gone: frozenset[str]) -> list[str]:
    """As `words_of`, without what `gone` alone put in and with what they alone took away. The
    rest stands where it stands beside them: of three insertions at one point the one between
    may be what keeps the others in order."""
    composition = compose(session)

    def apart(provision: str) -> ComposedProvision:
        composed = composition.provision(provision)
        text = "".join(run.text for run in composed.runs if _stays(run, gone))
        return composed._replace(text=text)

    places, joined_after = composition.places, composition.joined_after
    return [text for _, text in labelled_paragraphs(places, joined_after, apart) if text]


def _stays(run: Run, gone: frozenset[str]) -> bool:
    """Whether the words of a run are read when `gone` are not."""
    match run.kind:
        case RunKind.DELETED:
            return gone.issuperset(run.amendments)
        case RunKind.STRUCK:
            return gone.issuperset(run.amendments) and not gone.issuperset(run.inserted_in)
        case RunKind.INSERTED:
            return not gone.issuperset(run.amendments)
        case _:
            return True


def told(closing: Closing) -> None:
    note(narrated(closing.session))
    note(f"agreed: {sorted(closing.agreed)}")


def hold(closing: Closing) -> None:
    told(closing)
    session = closing.session
    assume(not compose_slowly(session).quarrels)  # whose order runs in a circle
    adoption = adopt(session, closing.agreed)
    note(narrated(adoption.session))
    left = [each for each in adoption.not_carried if each.amendment.id in closing.rest]
    assert not [each for each in left if not is_excused(closing, adoption, each)]
    gone = frozenset(each.amendment.id for each in left)
    going_on = including(session, (closing.agreed | closing.rest) - gone)
    if wants_differ(closing, adoption):
        assert compose(adoption.session).conflicts or not compose(going_on).conflicts
        return
    went_on = words_of(adoption.session)
    if went_on != words_of(going_on) and not order_hangs_on_the_rest(closing):
        everything = including(session, closing.agreed | closing.rest)
        assert went_on == words_apart_from(everything, gone)
    known = set(adoption.session.provisions)
    there = [each for each in places_of(closing, going_on) if each in known]
    assert places_of(closing, adoption.session) == there


def wants_differ(closing: Closing, adoption: Adoption) -> bool:
    """Whether proposals want something else of the new base than of the old one: to replace all
    that is left of a provision; what another one wants, when the words that were between them
    are gone; a paragraph for the first time that was wanted twice, and is adopted once."""
    old, new = closing.session, adoption.session
    going_on = [each for each in closing.rest if each in new.amendments]
    before = {each: want_of(old, old.amendments[each]) for each in going_on}
    after = {each: want_of(new, new.amendments[each]) for each in going_on}
    is_whole = any(after[each].is_whole and not before[each].is_whole for each in going_on)
    return is_whole or len({w.key for w in after.values()}) != len({w.key for w in before.values()})


def order_hangs_on_the_rest(closing: Closing) -> bool:
    """Whether what is agreed stands in another order beside the rest than alone, for they share
    an insertion: the new base is what is agreed alone."""
    agreed = with_equals(closing)
    everything = including(closing.session, agreed | closing.rest)
    beside = words_apart_from(everything, closing.rest - agreed)
    alone = words_of(including(closing.session, agreed))
    return beside != alone and [*map(sorted, beside)] == [*map(sorted, alone)]


def is_excused(closing: Closing, adoption: Adoption, left: NotCarried) -> bool:
    """What may not go on though nothing conflicts: what is about both sides of an adopted break,
    a break with nothing on one side, a move of a provision that is gone, and what could not be
    told apart from another in repeated words."""
    row = left.amendment
    match left.reason:
        case Reason.OVER_BREAK:
            return is_divided(closing, row)
        case Reason.DELETED:
            text = closing.session.provisions[row.provision].text
            is_move = row.kind is AmendmentKind.MOVE
            return is_move and is_emptied(closing, row.provision, 0, len(text))
        case Reason.MISPLACED if row.at is not None:
            end = len(closing.session.provisions[row.provision].text)
            sides = ((0, row.at), (row.at, end))
            return any(is_emptied(closing, row.provision, *side) for side in sides)
        case Reason.UNCLEAR:
            return may_slide(row) or is_joined(closing, row)
        case Reason.TARGET_GONE:
            return row.target in {each.amendment.id for each in adoption.not_carried}
    return False


def places_of(closing: Closing, session: Session) -> list[str]:
    """Provisions with words, in order, that have one name in both sessions: not what stands
    behind an adopted break, and not what is joined with another."""
    joined = {
        each
        for row in closing.session.amendments.values()
        if row.kind is AmendmentKind.JOIN
        for each in row.provisions
    }
    known = set(closing.session.provisions) - joined
    found = [begun for begun, text in compose(session).labelled_paragraphs if text]
    return list(dict.fromkeys(each for each in found if each in known))


@given(peaceful_closings(Shape()))
def test_the_rest_composes_as_before(closing: Closing) -> None:
    hold(closing)


@given(peaceful_closings(WORDS))
def test_the_rest_composes_as_before_in_one_provision(closing: Closing) -> None:
    hold(closing)


@given(peaceful_closings(MANY))
def test_the_rest_composes_as_before_among_many(closing: Closing) -> None:
    hold(closing)


@given(peaceful_closings(Shape()))
def test_the_new_base_is_what_is_agreed_alone(closing: Closing) -> None:
    """Law 1 for the new base, and what is agreed by the engine that knows of no adoption."""
    told(closing)
    alone = including(closing.session, with_equals(closing))
    assume(not compose_slowly(alone).quarrels)  # whose order runs in a circle
    new = adopt(closing.session, closing.agreed).session
    nothing = including(new, frozenset())
    assert [text for text in base_of(new) if text] == words_of(alone)
    assert words_of(nothing) == [text for text in base_of(new) if text]


def base_of(session: Session) -> list[str]:
    return [session.provisions[each].text for each in session.base_order]


@st.composite
def quarrelsome_closings(draw: st.DrawFn) -> Closing:
    """Any included proposals, in conflict or not, ruled or not."""
    session = draw(sessions(Shape(delegations=8)))
    chosen = included(session)
    agreed = frozenset(each for each in sorted(chosen) if draw(st.booleans()))
    return Closing(session, agreed, chosen - agreed)


@st.composite
def closings_of_any_rows(draw: st.DrawFn) -> Closing:
    """Sessions with marks, notes, positions, tray items and proposals that fit nowhere."""
    session = draw(any_rows.sessions())
    proposed = [
        each.id for each in session.amendments.values() if each.state is AmendmentState.PROPOSED
    ]
    agreed = frozenset(each for each in proposed if draw(st.booleans()))
    return Closing(session, agreed, frozenset(proposed) - agreed)


def check_whole(closing: Closing) -> None:
    """Nothing is lost, every reference holds, and the way back is exact."""
    told(closing)
    before = closing.session
    try:
        adoption = adopt(before, closing.agreed, "Rev.1")
    except KnownError:
        assert compose(including(before, with_equals(closing))).conflicts
        return
    after = adoption.session
    went_on = list(after.amendments)
    answered = [each.amendment.id for each in adoption.not_carried]
    answered += [each.id for each in adoption.adopted]
    assert sorted(went_on + answered) == sorted(before.amendments)
    for left in adoption.not_carried:
        assert [item for item in after.unread.values() if item.reason == left.reason]
    assert len(after.unread) >= len(before.unread) + len(adoption.not_carried)
    assert set(after.notes) == set(before.notes)
    assert after.reading == "Rev.1"
    assert list(faults(after)) == []
    assert restored(dump(after)) == after
    assert patched(after, adoption.patch.reverse) == before
    assert CloseReading(tuple(closing.agreed), "Rev.1").plan(before) == adoption.patch


@given(quarrelsome_closings())
def test_nothing_is_lost(closing: Closing) -> None:
    check_whole(closing)


@given(closings_of_any_rows())
def test_no_row_is_lost(closing: Closing) -> None:
    check_whole(closing)


@given(quarrelsome_closings())
def test_the_page_is_recomposed(closing: Closing) -> None:
    told(closing)
    try:
        patch = CloseReading(tuple(closing.agreed)).plan(closing.session)
    except KnownError:
        return
    after = patched(closing.session, patch)
    page = recompose(compose(closing.session), after, patch)
    assert page.labelled_paragraphs == compose(after).labelled_paragraphs
