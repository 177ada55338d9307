"""Law 11: closing a reading, as a secretariat expects it, case by case."""

from dataclasses import replace

import pytest

from editor.errors import KnownError
from editor.negotiation.adoption.adopt import Adoption, adopt
from editor.negotiation.adoption.reasons import Reason, Remainder
from editor.negotiation.amendment import START, Amendment, AmendmentKind, Position
from editor.negotiation.composition import compose
from editor.negotiation.note import Note, NoteAnchor
from editor.negotiation.provision import (
    BasePosition,
    Mark,
    MarkKind,
    Provision,
    ProvisionStatus,
    Stance,
)
from editor.negotiation.ruling import RulingKind
from editor.negotiation.session import Decision, Session
from editor.text.edit import Edit
from tests.laws.cases import in_own_order, negotiation, ruling, structural, swap, words

TEXT = "States shall act soon."


def base(session: Session) -> list[str]:
    return [session.provisions[each].text for each in session.base_order]


def reasons(adoption: Adoption) -> dict[str, Reason]:
    return {each.amendment.id: each.reason for each in adoption.not_carried}


def new(name: str, text: str, after: str) -> Amendment:
    kind = AmendmentKind.NEW_PROVISION
    return structural(name, kind, f"n{name}", text=text, after=after)


def test_adopted_words_are_base_and_their_sponsors_are_kept() -> None:
    adopted = words("a", swap(TEXT, "shall", "must"), by="a b")
    adoption = adopt(negotiation(TEXT, adopted, words("c", swap(TEXT, "soon", "now"))), ["a"])
    assert base(adoption.session) == ["States must act soon."]
    assert [each.id for each in adoption.adopted] == ["a"]
    positions = adoption.session.provisions["p0"].positions
    assert positions == tuple(BasePosition(d, 7, 11, Stance.SUPPORT) for d in "ab")
    assert adoption.session.amendments["c"].edits == (Edit(16, 20, "now"),)


def test_an_equal_proposal_is_adopted_with_it() -> None:
    same = swap(TEXT, "shall", "must")
    adoption = adopt(negotiation(TEXT, words("a", same), words("b", same)), ["a"])
    assert {each.id for each in adoption.adopted} == {"a", "b"}
    assert adoption.not_carried == ()


def test_a_rival_goes_to_the_tray_with_its_sponsors() -> None:
    session = negotiation(
        TEXT, words("a", swap(TEXT, "shall", "must")), words("b", swap(TEXT, "shall", "may"))
    )
    adoption = adopt(session, ["a"])
    assert reasons(adoption) == {"b": Reason.CLASHES}
    (item,) = adoption.session.unread.values()
    assert (item.reason, item.provision) == (Reason.CLASHES, "p0")
    assert item.raw == "b: edit “shall” → “may”"


def test_a_conflict_among_the_agreed_is_refused() -> None:
    session = negotiation(
        TEXT, words("a", swap(TEXT, "shall", "must")), words("b", swap(TEXT, "shall", "may"))
    )
    with pytest.raises(KnownError) as caught:
        adopt(session, ["a", "b"])
    assert caught.value.code == "adopted_in_conflict"
    assert caught.value.facts["amendments"] == "a, b"


def test_brackets_on_purpose_are_no_text_either() -> None:
    settled = ruling("r", RulingKind.BRACKET, "ab")
    rivals = [words(each, swap(TEXT, "shall", f"{each}x")) for each in "ab"]
    with pytest.raises(KnownError):
        adopt(negotiation(TEXT, *rivals, rulings=[settled]), ["a", "b"])


def test_a_ruling_is_honoured_and_has_done_its_work() -> None:
    rivals = [words(each, swap(TEXT, "shall", f"{each}x")) for each in "ab"]
    settled = ruling("r", RulingKind.OPTION, "ab", ("b",))
    adoption = adopt(negotiation(TEXT, *rivals, rulings=[settled]), ["a", "b"])
    assert base(adoption.session) == ["States bx act soon."]
    assert reasons(adoption) == {"a": Reason.RULED_OUT}
    assert adoption.settled == (settled,)
    assert adoption.session.rulings == {}


def test_a_bridging_text_becomes_base() -> None:
    rivals = [words(each, swap(TEXT, "shall", f"{each}x")) for each in "ab"]
    bridge = ruling("r", RulingKind.BRIDGE, "ab", text="should")
    adoption = adopt(negotiation(TEXT, *rivals, rulings=[bridge]), ["a", "b"])
    assert base(adoption.session) == ["States should act soon."]
    assert set(reasons(adoption).values()) == {Reason.RULED_OUT}


def test_what_stood_before_and_after_adopted_words_stays_there() -> None:
    point = len("States shall")
    inserted = [words(each, Edit(point, point, f" {each}")) for each in "abc"]
    session = negotiation(TEXT, *inserted)
    adoption = adopt(session, ["b"])
    assert compose(adoption.session).paragraphs == ("States shall a b c act soon.",)


def test_the_order_of_places_that_became_one_is_kept() -> None:
    start, end = len("States"), len("States shall")
    session = negotiation(
        TEXT,
        words("x", Edit(start, end, "")),
        words("a", Edit(end, end, " a")),
        words("b", Edit(start, start, " b")),
    )
    adoption = adopt(session, ["x"])
    assert compose(adoption.session).paragraphs == ("States b a act soon.",)
    (kept,) = adoption.session.rulings.values()
    assert (kept.how, kept.choice) == (RulingKind.ORDER, ("b", "a"))


def test_gaps_of_a_deleted_provision_keep_their_order() -> None:
    session = negotiation(
        ["One.", "Two.", "Three."],
        structural("x", AmendmentKind.DELETE_PROVISION, "p1"),
        new("a", "After two.", "p1"),
        new("b", "After one.", "p0"),
    )
    adoption = adopt(session, ["x"])
    assert base(adoption.session) == ["One.", "Three."]
    assert compose(adoption.session).paragraphs == ("One.", "After one.", "After two.", "Three.")
    (item,) = adoption.session.unread.values()
    assert (item.reason, item.provision) == (Remainder.LEFT_BASE, "")
    assert item.raw == "“Two.”; x: delete_provision"


def test_new_provisions_before_and_after_an_adopted_one() -> None:
    session = negotiation(["One."], *(new(each, each, "p0") for each in "abc"))
    adoption = adopt(session, ["b"])
    after = adoption.session
    assert after.base_order == ("p0", "nb")
    assert after.provisions["nb"].is_base
    assert compose(after).paragraphs == ("One.", "a", "b", "c")


def test_a_split_makes_a_provision_of_its_own() -> None:
    text = "One thing. Another thing."
    session = negotiation(
        text,
        structural("x", AmendmentKind.SPLIT, at=11),
        words("a", swap(text, "Another", "A second")),
    )
    session = labelled(session, "7")
    after = adopt(session, ["x"]).session
    first, second = (after.provisions[each] for each in after.base_order)
    assert (first.id, first.label, second.label) == ("p0", "7", "7 bis")
    assert (after.amendments["a"].provision, after.amendments["a"].edits) == (
        second.id,
        (Edit(0, 7, "A second"),),
    )


def labelled(session: Session, label: str) -> Session:
    row = replace(session.provisions["p0"], label=label)
    return replace(session, provisions={**session.provisions, "p0": row})


def test_a_join_folds_what_is_in_the_second_provision() -> None:
    session = negotiation(
        ["One,", " two."],
        structural("x", AmendmentKind.JOIN, provisions=("p0", "p1")),
        Amendment("a", "p1", edits=(Edit(1, 4, "three"),), sponsorships=words("a").sponsorships),
    )
    session = replace(
        session,
        notes={"n": Note("n", "Why two.", anchor=NoteAnchor("p1"))},
        delegations={**session.delegations, "a": replace(session.delegations["x"], id="a")},
    )
    after = adopt(session, ["x"]).session
    assert base(after) == ["One, two."]
    assert after.amendments["a"].edits == (Edit(5, 8, "three"),)
    assert after.notes["n"].anchor.provision == "p0"


def test_an_amendment_to_adopted_words_is_an_edit_of_the_base() -> None:
    point = len("States")
    session = negotiation(
        TEXT,
        words("a", Edit(point, point, " and regions")),
        words("b", Edit(5, 12, "cities"), target="a"),
    )
    after = adopt(session, ["a"]).session
    carried = after.amendments["b"]
    assert (carried.target, carried.edits) == (None, (Edit(11, 18, "cities"),))
    assert compose(after).paragraphs == ("States and cities shall act soon.",)


def test_an_amendment_to_what_is_not_adopted_stays_one() -> None:
    point = len("States")
    session = negotiation(
        TEXT,
        words("x", swap(TEXT, "soon", "now")),
        words("a", Edit(point, point, " and regions")),
        words("b", Edit(5, 12, "cities"), target="a"),
    )
    after = adopt(session, ["x"]).session
    assert after.amendments["b"] == session.amendments["b"]


def test_an_alternative_to_what_is_adopted_is_settled_by_it() -> None:
    session = negotiation(
        TEXT,
        replace(words("a", swap(TEXT, "soon", "now")), alternatives=("b",)),
        words("b", swap(TEXT, "shall", "must")),
    )
    assert reasons(adopt(session, ["a"])) == {"b": Reason.ALTERNATIVE}


def test_several_edits_stand_or_fall_together() -> None:
    both = words("b", swap(TEXT, "shall", "may"), swap(TEXT, "soon", "now"))
    session = negotiation(TEXT, words("a", swap(TEXT, "shall", "must")), both)
    adoption = adopt(session, ["a"])
    assert reasons(adoption) == {"b": Reason.CLASHES}
    assert "“soon” → “now”" in next(iter(adoption.session.unread.values())).raw


def test_what_is_left_of_a_proposal_goes_on() -> None:
    both = words("b", swap(TEXT, "shall", "must"), swap(TEXT, "soon", "now"))
    session = negotiation(TEXT, words("a", swap(TEXT, "shall", "must")), both)
    after = adopt(session, ["a"]).session
    assert after.amendments["b"].edits == (Edit(16, 20, "now"),)


def test_a_wish_to_delete_the_provision_outlives_a_change_of_its_words() -> None:
    session = negotiation(
        TEXT,
        words("a", swap(TEXT, "soon", "now")),
        structural("b", AmendmentKind.DELETE_PROVISION),
    )
    adoption = adopt(session, ["a"])
    assert adoption.session.amendments["b"].kind is AmendmentKind.DELETE_PROVISION


def test_marks_positions_and_statuses_go_along() -> None:
    row = Provision(
        "p0",
        0,
        TEXT,
        status=ProvisionStatus.OPEN,
        marks=(Mark(MarkKind.ITALIC, 0, 6), Mark(MarkKind.NOTE, 16, 16, "n")),
        positions=(BasePosition("b", 17, 21, Stance.OPPOSE),),
    )
    kept = Provision("p1", 1, "Agreed.", status=ProvisionStatus.AGREED_AD_REF)
    session = negotiation(
        [TEXT, "Agreed."],
        words("a", swap(TEXT, "shall", "must all")),
        words("b", swap(TEXT, "soon", "now")),
    )
    session = replace(session, provisions={"p0": row, "p1": kept}, notes={"n": Note("n", "!")})
    after = adopt(session, ["a"]).session.provisions
    assert after["p0"].marks == (Mark(MarkKind.ITALIC, 0, 6), Mark(MarkKind.NOTE, 19, 19, "n"))
    assert after["p0"].positions[0] == BasePosition("b", 20, 24, Stance.OPPOSE)
    assert after["p0"].status is ProvisionStatus.NOT_REACHED
    assert after["p1"] == kept


def test_a_private_position_stays_private() -> None:
    said = Position("b", Stance.OPPOSE, "ask the capital", private=True)
    adopted = replace(words("a", swap(TEXT, "soon", "now")), positions=(said,))
    session = negotiation(TEXT, adopted, in_own_order(words("b", Edit(0, 6, "All")), b=1))
    after = adopt(session, ["a"]).session
    assert all(each.delegation != "b" for each in after.provisions["p0"].positions)
    (item,) = after.unread.values()
    assert item.reason == Remainder.PRIVATE_POSITION
    assert "ask the capital" in item.raw


def test_a_private_position_on_base_words_stays_private() -> None:
    """Also where its provision leaves the base: what is said of that may become a note."""
    said = BasePosition("b", 0, 6, Stance.OPPOSE, "ask the capital", private=True)
    session = negotiation(
        [TEXT, "Gone."],
        words("a", swap(TEXT, "shall", "must all")),
        structural("d", AmendmentKind.DELETE_PROVISION, "p1"),
    )
    rows = {key: replace(row, positions=(said,)) for key, row in session.provisions.items()}
    rows["p1"] = replace(rows["p1"], positions=(replace(said, end=4),))
    after = adopt(replace(session, provisions=rows), ["a", "d"]).session
    assert said in after.provisions["p0"].positions
    told = {each.reason: each.raw for each in after.unread.values()}
    assert "ask the capital" in told[Remainder.PRIVATE_POSITION]
    assert "ask the capital" not in told[Remainder.LEFT_BASE]


def test_a_provision_may_be_wanted_in_two_gaps_and_in_a_circle_in_one() -> None:
    move = AmendmentKind.MOVE
    first = in_own_order(new("x", "New.", START), a=0, b=10)
    there = in_own_order(structural("m", move, "p2", after=START), a=7, b=7)
    here = in_own_order(structural("k", move, "p2", after="p0"), a=3)
    session = negotiation(["One.", "Two.", "Three."], first, there, here)
    session = replace(session, decisions={"m": Decision("m", included=False)})

    adoption = adopt(session, [])

    assert adoption.not_carried == ()
    assert compose(adoption.session).paragraphs == ("New.", "One.", "Three.", "Two.")
    assert compose(adoption.session).paragraphs == compose(session).paragraphs
