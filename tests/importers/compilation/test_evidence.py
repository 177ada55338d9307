"""What the rest of a document says about the start of an insertion."""

from editor.importers.compilation.evidence import Evidence

_PASSAGES = [
    ["states", "should", "paint", "boats", "in", "spring"],
    ["state", "parties", "should", "wash", "boats", "and", "rafts", "in", "autumn"],
    ["boats", "and", "rafts", "in", "autumn", "rest"],
]


def test_words_that_meet_elsewhere() -> None:
    evidence = Evidence(_PASSAGES)
    assert evidence.meeting(["paint", "boats"], ["in", "spring"]) == 4
    assert evidence.meeting(["wash", "boats"], ["in", "spring"]) == 3
    assert evidence.meeting(["wash"], ["spring"]) == 0


def test_grammar_words_alone_say_nothing() -> None:
    assert Evidence(_PASSAGES).meeting(["paint", "boats"], ["in"]) == 0


def test_the_place_itself_does_not_count() -> None:
    evidence = Evidence([["row", ",", "drift", ",", "sail", "home"]])
    assert evidence.meeting([","], ["sail", "home"]) == 3
    assert evidence.meeting([","], ["sail", "home"], [",", "drift", ","]) == 0


def test_known_insertions_belong_to_their_delegations() -> None:
    evidence = Evidence([])
    evidence.add_insertion(["and", "rafts"], ["Chile"])
    assert evidence.times_inserted(["and", "rafts"], ["Chile", "Peru"]) == 1
    assert evidence.times_inserted(["and", "rafts"], ["Peru"]) == 0


def test_a_common_tail_follows_different_words() -> None:
    evidence = Evidence([])
    evidence.add_end(["paint", "boats", "with", "care"])
    evidence.add_end(["wash", "boats", "with", "care"])
    assert evidence.common_tail(["boats", "with", "care"])
    assert not evidence.common_tail(["with", "care"])


def test_openings_compare_singular_and_plural() -> None:
    evidence = Evidence([["states", "parties"], ["state", "parties", "row"]])
    assert evidence.opens_passages(["state", "parties", "sail"])
