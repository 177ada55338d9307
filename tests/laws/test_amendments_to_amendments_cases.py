"""Amendments to amendments: awake while what they amend is in the text or in an option."""

from dataclasses import replace

from editor.negotiation.amendment import AmendmentKind, AmendmentState
from editor.negotiation.composition import compose
from editor.negotiation.ruling import RulingKind
from editor.negotiation.run import RunKind
from editor.text.edit import Edit
from tests.laws.cases import negotiation, ruling, structural, swap, text_of, without, words

BASE = "we act"
NOW = words("N", Edit(6, 6, " now and here"))


def test_words_are_struck_inside_what_was_inserted() -> None:
    inner = words("I", swap(" now and here", " and here", ""), target="N")
    session = negotiation(BASE, NOW, inner)
    assert text_of(session) == "we act now"
    struck = [e for e in compose(session).provision("p0").runs if e.kind is RunKind.STRUCK]
    assert [each.text for each in struck] == [" and here"]
    assert all("I" in each.amendments for each in struck)


def test_it_sleeps_without_its_target_and_wakes_with_it() -> None:
    inner = words("I", swap(" now and here", "here", "there"), target="N")
    session = negotiation(BASE, NOW, inner)
    asleep = compose(without(session, "N"))
    assert asleep.provision("p0").text == BASE
    assert [each.amendment for each in asleep.asleep] == ["I"]
    assert text_of(session) == "we act now and there"


def test_it_is_awake_while_something_equal_to_its_target_stands() -> None:
    """Whoever else proposes the same keeps it awake, and so does nobody who withdrew."""
    inner = words("I", swap(" now and here", "here", "there"), target="N")
    twin = words("T", Edit(6, 6, " now and here"))
    session = negotiation(BASE, NOW, twin, inner)
    assert text_of(without(session, "N")) == "we act now and there"
    gone = replace(NOW, state=AmendmentState.WITHDRAWN)
    assert text_of(negotiation(BASE, gone, twin, inner)) == "we act now and there"
    assert text_of(negotiation(BASE, gone, inner)) == BASE


def test_it_is_awake_in_an_option_and_asleep_when_the_option_lost() -> None:
    base = "we act fast"
    one, other = words("A", swap(base, "act", "go on")), words("B", swap(base, "act", "stay"))
    inner = words("I", swap("go on", " on", ""), target="A")
    assert text_of(negotiation(base, one, other, inner)) == "we [go / stay / act] fast"
    lost = ruling("r1", RulingKind.OPTION, "AB", ("B",))
    composed = compose(negotiation(base, one, other, inner, rulings=[lost]))
    assert composed.provision("p0").text == "we stay fast"
    assert [each.amendment for each in composed.asleep] == ["I"]


def test_rivals_inside_an_insertion() -> None:
    inner = [
        words("I", swap(" now and here", "here", "there"), target="N"),
        words("J", swap(" now and here", "here", "everywhere"), target="N"),
    ]
    composed = compose(negotiation(BASE, NOW, *inner))
    assert composed.provision("p0").text == "we act now and [there / everywhere / here]"
    assert [set(each.members) for each in composed.conflicts] == [{"I", "J"}]


def test_an_amendment_to_what_slid_to_its_normal_place_is_not_lost() -> None:
    base = "a b b c"
    target = words("N", Edit(5, 5, " b"))
    inner = words("I", Edit(2, 2, " x"), target="N")
    composed = compose(negotiation(base, target, inner))
    assert not composed.asleep
    assert composed.provision("p0").text.split().count("x") == 1
    assert composed.provision("p0").text.split().count("b") == 3


def test_an_amendment_to_an_amendment_that_slid_is_not_lost() -> None:
    first = words("N", Edit(1, 1, " x x"))
    second = words("O", Edit(2, 2, " x"), target="N")
    third = words("P", Edit(2, 2, " y"), target="O")
    composed = compose(negotiation("a", first, second, third))
    assert not composed.asleep
    assert sorted(composed.provision("p0").text.split()) == ["a", "x", "x", "x", "y"]


RIVALS = (words("A", swap(BASE, "act", "go")), words("B", swap(BASE, "act", "stay")))
BRIDGE = ruling("r1", RulingKind.BRIDGE, "AB", text="move on")


def test_an_amendment_to_a_bridging_text_is_awake_while_the_ruling_is_in_force() -> None:
    inner = words("I", swap("move on", " on", " in"), target="r1")
    session = negotiation(BASE, *RIVALS, inner, rulings=[BRIDGE])
    composed = compose(session)
    assert composed.paragraphs == ("we move in",)
    assert not composed.asleep
    alone = compose(without(session, "B"))
    assert alone.paragraphs == ("we go",)
    assert [each.amendment for each in alone.asleep] == ["I"]
    taken_back = compose(replace(session, rulings={}))
    assert [each.amendment for each in taken_back.asleep] == ["I"]


def test_words_struck_from_a_bridging_text_are_the_chairs() -> None:
    inner = words("I", swap("move on", " on", ""), target="r1")
    runs = compose(negotiation(BASE, *RIVALS, inner, rulings=[BRIDGE])).provision("p0").runs
    (struck,) = (each for each in runs if each.kind is RunKind.STRUCK)
    assert (struck.amendments, struck.inserted_in) == (("I",), ("r1",))
    assert struck.inserted_by == ("chair",)


def test_rivals_inside_a_bridging_text_are_a_conflict() -> None:
    inner = [words(n, swap("move on", "on", n.lower()), target="r1") for n in "IJ"]
    composed = compose(negotiation(BASE, *RIVALS, *inner, rulings=[BRIDGE]))
    assert composed.paragraphs == ("we move [i / j / on]",)
    assert [set(each.members) for each in composed.open_conflicts] == [{"I", "J"}]


def test_a_bridging_text_for_a_whole_provision_is_amended() -> None:
    delete = structural("D", AmendmentKind.DELETE_PROVISION)
    bridge = ruling("r1", RulingKind.BRIDGE, "AD", text="All go.")
    inner = words("I", swap("All go.", "go", "stay"), target="r1")
    composed = compose(negotiation(BASE, RIVALS[0], delete, inner, rulings=[bridge]))
    assert composed.paragraphs == ("All stay.",)


def test_what_a_bridging_text_shares_with_the_base_is_not_amended_through_it() -> None:
    """The base keeps those words; an amendment to them is one to the base."""
    bridge = ruling("r1", RulingKind.BRIDGE, "AB", text="act on")
    kept = words("K", swap("act on", "act", "go"), target="r1")
    new = words("I", swap("act on", " on", " in"), target="r1")
    composed = compose(negotiation(BASE, *RIVALS, kept, new, rulings=[bridge]))
    assert composed.paragraphs == ("we act in",)
    assert [(each.amendment, each.reason) for each in composed.asleep] == [("K", "misplaced")]


def test_a_proposed_provision_is_amended_through_its_amendment() -> None:
    new = structural("N", AmendmentKind.NEW_PROVISION, "n", text="New words.", after="p0")
    inner = replace(words("I", swap("New words.", "New", "Old"), target="N"), provision="n")
    session = negotiation(BASE, new, inner)
    assert compose(session).paragraphs == (BASE, "Old words.")
    assert compose(without(session, "N")).paragraphs == (BASE,)


def test_it_is_shown_in_the_text_of_a_contested_provision() -> None:
    """What waits beside the provision is read with the amendments to it."""
    whole = structural("R", AmendmentKind.REPLACE_PROVISION, text="we go now")
    rival = words("W", swap(BASE, "act", "stay"))
    inner = words("I", swap("we go now", "now", "then"), target="R")
    provision = compose(negotiation(BASE, whole, rival, inner)).provision("p0")
    assert provision.text == "we stay"
    (beside,) = provision.beside
    assert (beside.text, beside.amendments) == ("we go then", ("R", "I"))
    assert [(each.kind, each.text) for each in beside.runs] == [
        (RunKind.DELETED, "we act"),
        (RunKind.INSERTED, "we go "),
        (RunKind.STRUCK, "now"),
        (RunKind.INSERTED, "then"),
    ]


def test_rivals_inside_the_text_of_a_contested_provision_are_a_conflict() -> None:
    whole = structural("R", AmendmentKind.REPLACE_PROVISION, text="we go now")
    rival = words("W", swap(BASE, "act", "stay"))
    inner = [words(n, swap("we go now", "now", n.lower()), target="R") for n in "IJ"]
    composed = compose(negotiation(BASE, whole, rival, *inner))
    (beside,) = composed.provision("p0").beside
    assert beside.text == "we go [i / j / now]"
    assert {frozenset(each.members) for each in composed.conflicts} == {
        frozenset("RW"),
        frozenset("IJ"),
    }


def test_a_contested_text_of_an_insertion_is_shown_beside_the_provision() -> None:
    whole = words("R", swap(" now and here", " now and here", ", soon"), target="N")
    rival = words("W", swap(" now and here", "here", "there"), target="N")
    inner = words("I", swap(", soon", "soon", "later"), target="R")
    provision = compose(negotiation(BASE, NOW, whole, rival, inner)).provision("p0")
    assert provision.text == "we act now and there"
    assert [each.text for each in provision.beside] == [", later"]


def test_struck_words_name_who_strikes_and_who_put_them_in() -> None:
    inner = words("I", swap(" now and here", " and here", ""), target="N")
    runs = compose(negotiation(BASE, NOW, inner)).provision("p0").runs
    (struck,) = (each for each in runs if each.kind is RunKind.STRUCK)
    assert (struck.amendments, struck.delegations) == (("I",), ("I",))
    assert (struck.inserted_in, struck.inserted_by) == (("N",), ("N",))


def test_what_is_struck_in_an_option_that_reads_like_the_base_is_still_shown() -> None:
    """An option that another proposal empties is one with the base words, not lost in them."""
    ours = words("A", Edit(2, 2, " all"))
    rival = words("R", Edit(0, 6, "they go"))
    emptied = words("I", Edit(0, 4, ""), target="A")
    session = negotiation(f"{BASE} together", ours, rival, emptied)
    run = compose(session).provision("p0").runs[0]
    assert run.text == "[they go / we act]"
    assert [(each.text, each.amendments) for each in run.options[-1].runs if each.inserted_in] == [
        (" all", ("I",))
    ]


def test_what_is_struck_where_all_options_agree_is_still_shown() -> None:
    ours = replace(words("A", Edit(2, 2, " all")), alternatives=("B",))
    elsewhere = words("B", Edit(0, 0, "then "))
    emptied = words("I", Edit(0, 4, ""), target="A")
    composed = compose(negotiation(BASE, ours, elsewhere, emptied)).provision("p0")
    assert composed.text == "[then  / —]we act"
    struck = [run for run in composed.runs if run.kind is RunKind.STRUCK]
    assert [(run.text, run.amendments, run.inserted_in) for run in struck] == [
        (" all", ("I",), ("A",))
    ]
