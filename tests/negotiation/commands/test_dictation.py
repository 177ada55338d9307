"""Dictation against a plain text: what a person would see in a plain editor."""

from dataclasses import replace
from unicodedata import normalize

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from editor.errors import KnownError
from editor.negotiation.amendment import Amendment, AmendmentKind, Sponsorship
from editor.negotiation.commands.dictated import Dictate, FinishDictation
from editor.negotiation.commands.dictation import (
    Selection,
    break_paragraph,
    dictate,
    dictated,
)
from editor.negotiation.composition import Composition, compose, recompose
from editor.negotiation.delegation import CHAIR, CHAIR_ID, Delegation
from editor.negotiation.integrity import faults
from editor.negotiation.patch import patched
from editor.negotiation.provision import Provision
from editor.negotiation.ruling import Ruling, RulingKind
from editor.negotiation.run import RunKind
from editor.negotiation.session import Session
from editor.text.edit import Edit
from editor.text.normal_form import normal_form

BASE = "States shall consider the measures."
WORDS = st.sampled_from(
    ("x", " ", "and", " y", "s ", "各国", "é", ",", "\u0301", "👩‍👩‍👧", "الدول ")
)


def session_with(*amendments: Amendment, text: str = BASE, layer_on: bool = True) -> Session:
    return Session(
        delegations={
            CHAIR_ID: CHAIR,
            "can": Delegation("can", "CAN", "Canada", layer_on=layer_on),
            "egy": Delegation("egy", "EGY", "Egypt", layer_on=True),
        },
        provisions={"p1": Provision("p1", 1, text, "3"), "p2": Provision("p2", 2, "Second.", "4")},
        amendments={each.id: each for each in amendments},
    )


def proposal(key: str, who: str, old: str, new: str) -> Amendment:
    start = BASE.index(old)
    edits = normal_form(BASE, [Edit(start, start + len(old), new)])
    return Amendment(key, "p1", edits=edits, sponsorships=(Sponsorship(who),))


class Desk:
    """A composition that follows what is dictated, and the proposal in dictation."""

    def __init__(self, session: Session, speaker: str = "can") -> None:
        self.composition: Composition = compose(session)
        self.speaker = speaker
        self.continuing = ""
        self.caret = 0

    @property
    def session(self) -> Session:
        return self.composition.session

    def text(self, provision: str = "p1") -> str:
        return self.composition.provision(provision).text

    def put(self, start: int, end: int, text: str, provision: str = "p1") -> bool:
        """Whether the words stand where they were typed."""
        at = Selection(provision, start, end)
        found = dictate(self.composition, self.speaker, at, text, self.continuing)
        if found is None:
            return True
        patch = found.command.plan(self.session)
        self.composition = recompose(self.composition, patched(self.session, patch), patch)
        self.continuing, self.caret = dictated(patch), found.caret
        return found.is_exact

    def type(self, at: int, text: str) -> None:
        """Key by key."""
        self.caret = at
        for key in text:
            self.put(self.caret, self.caret, key)

    def own(self) -> list[Amendment]:
        return [a for a in self.session.amendments.values() if a.sponsors == (self.speaker,)]


def test_typing_makes_one_proposal() -> None:
    desk = Desk(session_with())

    desk.type(BASE.index(" the"), " carefully")

    assert desk.text() == "States shall consider carefully the measures."
    assert [each.edits for each in desk.own()] == [(Edit(21, 21, " carefully"),)]


def test_typing_inside_a_word_replaces_the_word() -> None:
    desk = Desk(session_with())

    desk.type(BASE.index("sider"), "x")

    assert [each.edits for each in desk.own()] == [(Edit(13, 21, "conxsider"),)]


def test_typing_over_a_selection_is_a_replacement() -> None:
    desk = Desk(session_with())

    desk.put(7, 12, "should")

    assert [each.edits for each in desk.own()] == [(Edit(7, 12, "should"),)]


def test_a_proposal_typed_back_vanishes() -> None:
    desk = Desk(session_with())

    desk.type(6, " all")
    for _ in range(4):
        desk.put(desk.caret - 1, desk.caret, "")

    assert desk.text() == BASE
    assert desk.own() == []


def test_deleting_on_extends_the_deletion() -> None:
    desk = Desk(session_with())

    for end in range(12, 6, -1):
        desk.put(end - 1, end, "")

    assert desk.text() == "States consider the measures."
    assert len(desk.own()) == 1


def test_elsewhere_is_another_proposal() -> None:
    desk = Desk(session_with())

    desk.type(6, " all")
    desk.put(len(desk.text()) - 1, len(desk.text()) - 1, " now")

    assert len(desk.own()) == 2


def test_beside_an_old_proposal_is_another_proposal() -> None:
    desk = Desk(session_with(proposal("a1", "can", " consider", " duly consider")))

    desk.put(17, 17, " and promptly")

    assert desk.text() == "States shall duly and promptly consider the measures."
    assert len(desk.own()) == 2


def test_inside_an_old_proposal_changes_it() -> None:
    desk = Desk(session_with(proposal("a1", "can", " consider", " very duly consider")))

    desk.put(17, 17, " much")

    assert desk.text() == "States shall very much duly consider the measures."
    assert len(desk.own()) == 1


def test_deleting_everything_deletes_the_provision() -> None:
    desk = Desk(session_with())

    desk.put(0, len(BASE), "")
    assert [each.kind for each in desk.own()] == [AmendmentKind.DELETE_PROVISION]

    desk.put(0, 0, "Gone")
    assert [each.kind for each in desk.own()] == [AmendmentKind.REPLACE_PROVISION]
    assert desk.text() == "Gone"


def test_a_layer_that_is_off_shows_what_is_typed_into_it() -> None:
    desk = Desk(session_with(layer_on=False))

    desk.type(6, " all")

    assert desk.text() == "States all shall consider the measures."


@pytest.mark.parametrize(
    ("start", "end", "code"),
    [(15, 15, "words_of_others"), (10, 16, "words_of_others"), (13, 13, "would_conflict")],
)
def test_words_of_others_are_refused(start: int, end: int, code: str) -> None:
    desk = Desk(session_with(proposal("a1", "egy", "consider", "examine")))

    with pytest.raises(KnownError) as refused:
        desk.put(start, end, "z")

    assert refused.value.code == code


def bridged(*amendments: Amendment, text: str = "should now discuss") -> Session:
    """The Chair has bridged a conflict between the two delegations."""
    rivals = [proposal("a1", "can", "consider", "weigh"), proposal("a2", "egy", "consider", "see")]
    bridge = Ruling("r1", frozenset(("a1", "a2")), RulingKind.BRIDGE, text=text)
    return replace(session_with(*rivals, *amendments), rulings={"r1": bridge})


def test_inside_a_bridging_text_a_delegation_amends_it() -> None:
    desk = Desk(bridged())
    assert desk.text() == "States shall should now discuss the measures."
    desk.type(desk.text().index("now") + 3, "ly")
    assert desk.text() == "States shall should nowly discuss the measures."
    (mine,) = (a for a in desk.session.amendments.values() if a.target == "r1")
    assert mine.edits == (Edit(7, 10, "nowly"),)
    assert not list(faults(desk.session))


def test_words_selected_in_a_bridging_text_are_struck_by_the_speaker() -> None:
    desk = Desk(bridged())
    start = desk.text().index("now ")
    desk.put(start, start + 4, "")
    assert desk.text() == "States shall should discuss the measures."
    runs = desk.composition.provision("p1").runs
    (struck,) = (each for each in runs if each.kind is RunKind.STRUCK)
    assert (struck.delegations, struck.inserted_by) == (("can",), (CHAIR_ID,))
    desk.put(start - 1, start - 1, " now")
    assert not any(a.target for a in desk.session.amendments.values())


def test_words_that_a_bridging_text_shares_with_the_base_are_amended_as_base_words() -> None:
    desk = Desk(bridged(text="consider and discuss"))
    desk.put(desk.text().index("and"), desk.text().index("and") + 3, "or")
    (mine,) = (a for a in desk.session.amendments.values() if a.target == "r1")
    assert mine.edits == (Edit(9, 12, "or"),)
    assert desk.text() == "States shall consider or discuss the measures."


def test_the_chair_rewords_its_own_bridging_text() -> None:
    desk = Desk(bridged(), speaker=CHAIR_ID)
    start = desk.text().index("now ")
    desk.put(start, start + 4, "")
    assert desk.session.rulings["r1"].text == "should discuss"
    assert set(desk.session.amendments) == {"a1", "a2"}


def test_a_bridging_text_that_others_amend_is_amended_beside_them() -> None:
    theirs = Amendment(
        "a9", "p1", edits=(Edit(11, 18, "talk"),), target="r1", sponsorships=(Sponsorship("egy"),)
    )
    desk = Desk(bridged(theirs))
    assert desk.text() == "States shall should now talk the measures."
    desk.put(desk.text().index("now"), desk.text().index("now") + 3, "then")
    assert desk.text() == "States shall should then talk the measures."
    with pytest.raises(KnownError, match="words_of_others"):
        desk.put(desk.text().index("talk") + 1, desk.text().index("talk") + 2, "x")


def test_brackets_are_refused() -> None:
    rivals = (
        proposal("a1", "egy", "consider", "examine"),
        proposal("a2", "can", "consider", "study"),
    )
    desk = Desk(session_with(*rivals))

    with pytest.raises(KnownError) as refused:
        desk.put(15, 15, "z")

    assert refused.value.code == "in_brackets"


def test_deletions_of_others_stay_theirs() -> None:
    desk = Desk(session_with(proposal("a1", "egy", "the ", "")))

    desk.put(13, 30, "study plans")

    assert desk.text() == "States shall study plans."
    assert "a1" in desk.session.amendments


def test_what_equals_anothers_becomes_one_with_it_at_the_end() -> None:
    desk = Desk(session_with(proposal("a1", "egy", "States", "States all")))
    own = desk.session.delegations["egy"]
    desk.composition = compose(
        replace(
            desk.session,
            delegations={**desk.session.delegations, "egy": replace(own, layer_on=False)},
        )
    )

    desk.type(6, " all")
    patch = FinishDictation(desk.continuing).plan(desk.session)
    after = patched(desk.session, patch)

    assert {a.id: set(a.sponsors) for a in after.amendments.values()} == {"a1": {"can", "egy"}}
    assert patched(after, patch.reverse) == desk.session


def test_enter_splits() -> None:
    desk = Desk(session_with())

    found = break_paragraph(desk.composition, "can", "p1", 12)
    after = compose(patched(desk.session, found.command.plan(desk.session)))

    assert after.paragraphs == ("States shall", " consider the measures.", "Second.")


def test_a_break_of_ones_own_can_be_deleted() -> None:
    desk = Desk(session_with())
    found = break_paragraph(desk.composition, "can", "p1", 12)
    desk.composition = compose(patched(desk.session, found.command.plan(desk.session)))

    desk.put(12, 13, "")

    assert desk.text() == BASE
    assert desk.own() == []


def test_enter_at_the_end_proposes_a_provision() -> None:
    desk = Desk(session_with())

    found = break_paragraph(desk.composition, "can", "p1", len(BASE))
    desk.composition = compose(patched(desk.session, found.command.plan(desk.session)))
    new = next(each for each in desk.session.provisions.values() if not each.is_base)
    desk.put(0, 0, "Third.", new.id)

    assert new.label == "3 bis"
    assert desk.composition.paragraphs == (BASE, "Third.", "Second.")
    assert not list(faults(desk.session))


def test_an_empty_new_provision_goes_at_the_end_of_dictation() -> None:
    desk = Desk(session_with())
    command = break_paragraph(desk.composition, "can", "p1", 0).command
    patch = command.plan(desk.session)
    after = patched(desk.session, patch)

    gone = FinishDictation(dictated(patch)).plan(after)

    assert patched(after, gone) == desk.session


class Typing(RuleBasedStateMachine):
    """One delegation alone: every keystroke lands, and the text is what a plain editor has."""

    others: tuple[Amendment, ...] = ()

    @initialize(text=st.sampled_from((BASE, "a b a b a b", "各国 consider", "", "naïve, naïve")))
    def open(self, text: str) -> None:
        self.desk = Desk(session_with(text=text))
        self.plain = text

    @rule(data=st.data(), text=WORDS, away=st.booleans())
    def type(self, data: st.DataObject, text: str, away: bool) -> None:
        start = data.draw(st.integers(0, len(self.plain)))
        if away:
            self.desk.continuing = ""
        self._put(start, start, text)

    @rule(text=WORDS)
    def type_on(self, text: str) -> None:
        at = min(self.desk.caret, len(self.plain))
        self._put(at, at, text)

    @rule(data=st.data(), text=st.sampled_from(("", "", "z")))
    def replace(self, data: st.DataObject, text: str) -> None:
        start = data.draw(st.integers(0, len(self.plain)))
        end = data.draw(st.integers(start, min(len(self.plain), start + 9)))
        self._put(start, end, text)

    @rule()
    def backspace(self) -> None:
        at = min(self.desk.caret, len(self.plain))
        if at:
            self._put(at - 1, at, "")

    def _put(self, start: int, end: int, text: str) -> None:
        plain = normalize("NFC", self.plain[:start] + text + self.plain[end:])
        assert self.desk.put(start, end, text)
        self.plain = plain

    @invariant()
    def reads_like_a_plain_text(self) -> None:
        if hasattr(self, "desk"):
            assert self.desk.text() == self.plain
            assert compose(self.desk.session).provision("p1").text == self.plain
            assert not list(faults(self.desk.session))

    @invariant()
    def the_base_needs_no_proposal(self) -> None:
        if hasattr(self, "desk") and len(self.desk.own()) == 1:
            assert self.plain != self.desk.session.provisions["p1"].text


TestTyping = Typing.TestCase
TestTyping.settings = settings(stateful_step_count=20)


class TypingAmongOthers(RuleBasedStateMachine):
    """With others' proposals in the text: what lands exactly reads like a plain text; what is
    refused changes nothing; what others propose is never touched."""

    @initialize(
        chosen=st.sets(
            st.sampled_from(
                (
                    ("consider", "examine"),
                    ("shall ", ""),
                    (" the", " all the"),
                    (".", " and report."),
                    ("States", "States Parties"),
                )
            )
        )
    )
    def open(self, chosen: set[tuple[str, str]]) -> None:
        theirs = [proposal(f"a{n}", "egy", *each) for n, each in enumerate(sorted(chosen))]
        self.desk = Desk(session_with(*theirs))
        self.theirs = {each.id: each for each in theirs}

    @rule(data=st.data(), text=st.one_of(st.just(""), WORDS), on=st.booleans())
    def put(self, data: st.DataObject, text: str, on: bool) -> None:
        before = self.desk.text()
        session = self.desk.session
        start = min(self.desk.caret, len(before)) if on else data.draw(st.integers(0, len(before)))
        end = data.draw(st.integers(start, min(len(before), start + 6)))
        try:
            exact = self.desk.put(start, end, text)
        except KnownError:
            assert self.desk.session is session
            return
        if exact:
            expected = normalize("NFC", before[:start] + text + before[end:])
            assert normalize("NFC", self.desk.text()) == expected

    @invariant()
    def others_are_untouched(self) -> None:
        if hasattr(self, "desk"):
            amendments = self.desk.session.amendments
            assert {key: amendments[key] for key in self.theirs} == self.theirs
            assert not self.desk.composition.open_conflicts
            assert not list(faults(self.desk.session))


TestTypingAmongOthers = TypingAmongOthers.TestCase
TestTypingAmongOthers.settings = settings(stateful_step_count=15)


def test_a_command_of_nothing_takes_its_proposals_back() -> None:
    session = session_with(proposal("a1", "can", "consider", "examine"))

    patch = Dictate("can", "p1", (), ("a1",)).plan(session)

    assert patched(session, patch).amendments == {}
    assert patched(patched(session, patch), patch.reverse) == session
