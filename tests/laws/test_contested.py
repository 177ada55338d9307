"""Rule 4: whole-provision proposals and phrase deletions that others oppose from inside."""

from editor.negotiation.amendment import AmendmentKind
from editor.negotiation.composition import compose
from editor.negotiation.conflict import ConflictKind
from editor.negotiation.ruling import RulingKind
from tests.laws.cases import (
    negotiation,
    only_conflict,
    ruling,
    structural,
    swap,
    text_of,
    without,
    words,
)

BASE = "We note, with deep and lasting concern, the report."
DELETE = structural("D", AmendmentKind.DELETE_PROVISION)
REPLACE = structural("R", AmendmentKind.REPLACE_PROVISION, text="We regret it.")
NEW_WORD = words("W", swap(BASE, "note", "welcome"))
PHRASE = words("P", swap(BASE, " with deep and lasting concern,", ""))
INSIDE = words("I", swap(BASE, "deep", "great"))


def test_one_delegation_cannot_freeze_a_paragraph_by_deleting_it() -> None:
    composed = compose(negotiation(BASE, DELETE, NEW_WORD))
    provision = composed.provision("p0")
    assert provision.text == BASE.replace("note", "welcome")
    assert not provision.is_gone
    assert provision.contested is not None
    assert set(provision.contested.members) == {"D", "W"}
    assert provision.contested.kind is ConflictKind.PROVISION


def test_each_whole_proposal_and_the_words_are_options_and_the_base_comes_last() -> None:
    composed = compose(negotiation(BASE, DELETE, REPLACE, NEW_WORD, INSIDE))
    options = composed.options(only_conflict(composed))
    assert {frozenset(each.amendments) for each in options} == {
        frozenset({"D"}),
        frozenset({"R"}),
        frozenset({"W", "I"}),
        frozenset(),
    }
    assert options[-1].amendments == ()


def test_an_uncontested_deletion_takes_the_provision_away() -> None:
    composed = compose(negotiation([BASE, "Next."], DELETE))
    assert composed.provision("p0").is_gone
    assert composed.paragraphs == ("Next.",)


def test_whole_proposals_never_enter_a_word_conflict() -> None:
    rival = words("X", swap(BASE, "note", "recall"))
    composed = compose(negotiation(BASE, DELETE, NEW_WORD, rival))
    kinds = {each.kind: set(each.members) for each in composed.conflicts}
    assert kinds[ConflictKind.WORDS] == {"W", "X"}
    assert kinds[ConflictKind.PROVISION] == {"D", "W", "X"}


def test_a_ruling_for_the_deletion_takes_it_away() -> None:
    ruled = ruling("r1", RulingKind.OPTION, "DW", ("D",))
    composed = compose(negotiation(BASE, DELETE, NEW_WORD, rulings=[ruled]))
    assert composed.provision("p0").is_gone
    assert not composed.open_conflicts


def test_amended_words_stand_inside_a_contested_deletion() -> None:
    composed = compose(negotiation(BASE, PHRASE, INSIDE))
    provision = composed.provision("p0")
    assert provision.text == BASE.replace("deep", "great")
    assert only_conflict(composed).kind is ConflictKind.DELETION
    assert "".join(each.text for each in provision.runs if each.contested) == (
        ", with  and lasting concern"
    )


def test_nested_contested_deletions() -> None:
    """Each is contested by who is inside it; the words inside stand until both are ruled."""
    inner = words("Q", swap(BASE, " deep and lasting", ""))
    session = negotiation(BASE, PHRASE, inner, INSIDE)
    composed = compose(session)
    assert composed.provision("p0").text == BASE.replace("deep", "great")
    assert {each.kind for each in composed.conflicts} == {ConflictKind.DELETION}
    assert {member for each in composed.conflicts for member in each.members} == set("PQI")
    assert text_of(without(session, "I")) == "We note, the report."


def test_a_deletion_with_an_opponent_across_its_edge_is_an_ordinary_rival() -> None:
    across = words("X", swap(BASE, "concern, the report", "regret"))
    composed = compose(negotiation(BASE, PHRASE, INSIDE, across))
    assert only_conflict(composed).kind is ConflictKind.WORDS
    assert set(only_conflict(composed).members) == {"P", "I", "X"}


def test_a_rival_of_exactly_its_range_is_an_ordinary_rival() -> None:
    base = "We note with concern the report."
    exact = words("E", swap(base, " with concern", ""))
    rival = words("X", swap(base, " with concern", ", again,"))
    inside = words("I", swap(base, "concern", "regret"))
    composed = compose(negotiation(base, exact, rival, inside))
    assert only_conflict(composed).kind is ConflictKind.WORDS
    assert set(only_conflict(composed).members) == {"E", "X", "I"}


def test_half_of_a_ruling_on_a_contested_deletion_is_not_applied() -> None:
    """All inside lose together when the deletion wins."""
    more = words("J", swap(BASE, "lasting", "abiding"))
    ruled = ruling("r1", RulingKind.OPTION, "PIJ", ("P",))
    composed = compose(negotiation(BASE, PHRASE, INSIDE, more, rulings=[ruled]))
    assert composed.provision("p0").text == "We note, the report."
    assert not composed.open_conflicts


def test_an_amendment_with_several_edits_does_not_delete_by_halves() -> None:
    two = words("P", swap(BASE, "deep", ""), swap(BASE, "We note", "Noting"))
    rival = words("X", swap(BASE, "note", "recall"))
    composed = compose(negotiation(BASE, two, rival))
    assert set(only_conflict(composed).members) == {"P", "X"}
    assert "[" in composed.provision("p0").text


NESTED = words("Q", swap(BASE, " deep and lasting", ""))


def test_a_deletion_ruled_to_stand_ends_the_contest_of_one_inside_it() -> None:
    ruled = ruling("r1", RulingKind.OPTION, "PI", ("P",))
    composed = compose(negotiation(BASE, PHRASE, NESTED, INSIDE, rulings=[ruled]))
    assert composed.provision("p0").text == "We note, the report."
    assert set(only_conflict(composed).members) == {"P", "I"}
    assert not composed.open_conflicts


def test_a_deletion_ruled_to_stand_ends_the_contest_of_one_around_it() -> None:
    """The words that opposed both are out, whichever deletion the Chair took."""
    ruled = ruling("r1", RulingKind.OPTION, "QI", ("Q",))
    composed = compose(negotiation(BASE, PHRASE, NESTED, INSIDE, rulings=[ruled]))
    assert composed.provision("p0").text == "We note, the report."
    assert not composed.open_conflicts


def test_one_deletion_ruled_out_leaves_the_other_contested() -> None:
    ruled = ruling("r1", RulingKind.OPTION, "PI", ("I",))
    composed = compose(negotiation(BASE, PHRASE, NESTED, INSIDE, rulings=[ruled]))
    assert composed.provision("p0").text == BASE.replace("deep", "great")
    assert [set(each.members) for each in composed.open_conflicts] == [{"Q", "I"}]


def test_rulings_on_both_are_both_obeyed() -> None:
    outer = ruling("r1", RulingKind.OPTION, "PI", ("I",))
    inner = ruling("r2", RulingKind.OPTION, "QI", ("Q",))
    composed = compose(negotiation(BASE, PHRASE, NESTED, INSIDE, rulings=[outer, inner]))
    assert composed.provision("p0").text == BASE.replace(" deep and lasting", "")
    assert not composed.open_conflicts
    assert not composed.dormant_rulings


def test_brackets_around_a_deletion_end_when_nobody_opposes_it_any_more() -> None:
    kept = ruling("r1", RulingKind.BRACKET, "PI")
    taken = ruling("r2", RulingKind.OPTION, "QI", ("Q",))
    composed = compose(negotiation(BASE, PHRASE, NESTED, INSIDE, rulings=[kept, taken]))
    assert composed.provision("p0").text == "We note, the report."
    assert composed.dormant_rulings == ("r1",)


def test_a_ruling_on_one_provision_ends_the_contest_of_its_neighbour() -> None:
    """The dropped break opposed both deletions."""
    drop = structural("J", AmendmentKind.JOIN, provisions=("p0", "p1"))
    both = (DELETE, structural("E", AmendmentKind.DELETE_PROVISION, "p1"), drop)
    ruled = ruling("r1", RulingKind.OPTION, "EJ", ("E",))
    composed = compose(negotiation([BASE, "Next.", "Last."], *both, rulings=[ruled]))
    assert composed.paragraphs == ("Last.",)
    assert not composed.open_conflicts


def test_rulings_on_deletions_that_overlap_do_not_wait_for_each_other() -> None:
    """Q lost against the words inside, though these lost against P."""
    first = words("P", swap(BASE, " with deep and", ""))
    second = words("Q", swap(BASE, " deep and lasting", ""))
    taken = ruling("r1", RulingKind.OPTION, "PI", ("P",))
    kept = ruling("r2", RulingKind.OPTION, "QI", ("I",))
    composed = compose(negotiation(BASE, first, second, INSIDE, rulings=[taken, kept]))
    assert composed.provision("p0").text == BASE.replace(" with deep and", "")
    assert not composed.dormant_rulings


def test_a_contested_deletion_is_not_named_for_the_words_of_a_bracket_inside_it() -> None:
    rival = words("X", swap(BASE, "deep", "vast"))
    composed = compose(negotiation(BASE, PHRASE, INSIDE, rival))
    (bracket,) = (each for each in composed.provision("p0").runs if each.options)
    assert [(each.text, each.amendments, each.delegations) for each in bracket.options] == [
        ("great", ("I",), ("I",)),
        ("vast", ("X",), ("X",)),
        ("deep", (), ()),
    ]
    assert set(bracket.delegations) == {"I", "X"}
