"""Alignment by paragraphs: what a person would say happened."""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from time import process_time
from unicodedata import normalize

import pytest

from editor.text.alignment import align
from editor.text.edit import Edit
from editor.text.pairing import (
    Break,
    Changed,
    Deleted,
    Inserted,
    Joined,
    Kept,
    Moved,
    Pairing,
    Replaced,
    Seam,
    Split,
)
from tests.performance.synthetic_text import document, version
from tests.text.rebuilding import rebuild

PREAMBLE = "Recalling that the river crosses four States before it reaches the sea,"
GAUGES = "Each State shall keep gauges on its part of the river and read them every morning."
WARNING = "A State that expects a flood shall warn the towns downstream. Warnings are free."
FERRIES = "Ferries carry passengers and cattle at the prices that the commission publishes."
FISH = "Nets with meshes narrower than a thumb are forbidden from March until the end of June."
COSTS = "The costs of dredging are shared by the length of the banks."
TEXT = [PREAMBLE, GAUGES, WARNING, FERRIES, FISH, COSTS]
REWRITE = "Nobody may build weirs, mills or bridges unless an engineer has approved the drawings."


def said(old: Sequence[str], new: Sequence[str]) -> list[Pairing]:
    """What happened, apart from what was kept; checked by rebuilding."""
    pairings = align(old, new)
    assert rebuild(old, pairings) == list(new)
    return [each for each in pairings if not isinstance(each, Kept)]


def test_nothing_happened() -> None:
    assert said(TEXT, TEXT) == []


@pytest.mark.parametrize(("old", "new"), [([], []), ([], TEXT), (TEXT, [])])
def test_empty_texts(old: list[str], new: list[str]) -> None:
    kinds = Counter(type(each) for each in said(old, new))
    assert kinds == Counter({Deleted: len(old)} if old else {Inserted: len(new)} if new else {})


def test_everything_put_into_an_empty_text_stands_in_one_gap_in_order() -> None:
    assert said([], ["one", "two"]) == [Inserted(-1, 0, "one"), Inserted(-1, 1, "two")]


def test_changed_paragraph() -> None:
    new = [PREAMBLE, GAUGES.replace("every morning", "twice a day"), *TEXT[2:]]
    (changed,) = said(TEXT, new)
    assert isinstance(changed, Changed)
    assert [each.text for each in changed.edits] == ["twice a day"]


def test_new_paragraph() -> None:
    assert said(TEXT, [*TEXT[:2], REWRITE, *TEXT[2:]]) == [Inserted(1, 2, REWRITE)]
    assert said(TEXT, [REWRITE, *TEXT]) == [Inserted(-1, 0, REWRITE)]
    assert said(TEXT, [*TEXT, REWRITE]) == [Inserted(5, 6, REWRITE)]


def test_dropped_paragraph() -> None:
    assert said(TEXT, [*TEXT[:2], *TEXT[3:]]) == [Deleted(2)]


def test_total_rewrite_is_one_replacement() -> None:
    for place in range(len(TEXT)):
        new = [*TEXT[:place], REWRITE, *TEXT[place + 1 :]]
        assert said(TEXT, new) == [Replaced(place, place, REWRITE)]


def test_total_rewrite_beside_a_changed_paragraph_does_not_shift_the_pairs() -> None:
    changed = WARNING.replace("are free", "cost nothing")
    (replaced, amended) = said(TEXT, [PREAMBLE, REWRITE, changed, *TEXT[3:]])
    assert replaced == Replaced(1, 1, REWRITE)
    assert isinstance(amended, Changed)
    assert (amended.old, amended.new) == (2, 2)


def test_total_rewrite_beside_a_dropped_and_a_new_paragraph() -> None:
    new = [GAUGES, WARNING, REWRITE, FISH, COSTS, "Done in two copies."]
    assert said(TEXT, new) == [
        Deleted(0),
        Replaced(3, 2, REWRITE),
        Inserted(5, 5, "Done in two copies."),
    ]


def test_rewrite_with_some_of_the_same_words_is_no_confetti() -> None:
    rewrite = "Of every river, its State may read the gauges it has, or keep to part of a morning."
    assert said(TEXT, [PREAMBLE, rewrite, *TEXT[2:]]) == [Replaced(1, 1, rewrite)]


def test_rewrite_beside_a_dropped_paragraph_is_known_by_a_few_words() -> None:
    rewrite = "Gauges are the business of the towns, which read them whenever they see fit to."
    assert said(TEXT, [rewrite, *TEXT[2:]]) == [Deleted(0), Replaced(1, 0, rewrite)]


def test_everything_new() -> None:
    new = ["Alpha beta gamma delta.", "Epsilon zeta eta theta iota.", "Kappa lambda my ny xi."]
    kinds = Counter(type(each) for each in said(TEXT, new))
    assert kinds == {Deleted: 6, Inserted: 3}
    assert Counter(type(each) for each in said(TEXT[1:4], new)) == {Replaced: 3}


def test_moved_paragraph() -> None:
    new = [PREAMBLE, WARNING, FERRIES, FISH, GAUGES, COSTS]
    assert said(TEXT, new) == [Moved(1, 4, 4, ())]
    assert said(TEXT, [COSTS, *TEXT[:5]]) == [Moved(5, -1, 0, ())]


def test_swapped_paragraphs_are_one_move() -> None:
    (moved,) = said(TEXT, [PREAMBLE, GAUGES, FERRIES, WARNING, FISH, COSTS])
    assert isinstance(moved, Moved)
    assert {moved.old} <= {2, 3}
    assert said(["A", "B"], ["B", "A"]) in ([Moved(0, 1, 1, ())], [Moved(1, -1, 0, ())])


def test_moved_and_changed_paragraph() -> None:
    changed = GAUGES.replace("every morning", "twice a day")
    (moved,) = said(TEXT, [PREAMBLE, WARNING, FERRIES, FISH, changed, COSTS])
    assert isinstance(moved, Moved)
    assert (moved.old, moved.after, moved.new) == (1, 4, 4)
    assert [each.text for each in moved.edits] == ["twice a day"]


def test_moved_paragraph_beside_changed_ones_does_not_make_the_changed_ones_moves() -> None:
    new = [COSTS, *(each.replace("the ", "the said ") for each in TEXT[:5])]
    kinds = Counter(type(each) for each in said(TEXT, new))
    assert kinds == {Moved: 1, Changed: 5}


def test_move_and_new_paragraph_at_one_gap_stand_in_order() -> None:
    new = [PREAMBLE, COSTS, REWRITE, *TEXT[1:5]]
    assert said(TEXT, new) == [Moved(5, 0, 1, ()), Inserted(0, 2, REWRITE)]


def test_short_headings_that_changed_are_not_moves() -> None:
    old = ["Article 3 (gauges)", GAUGES, "Article 4 (warnings)", WARNING]
    new = ["Article 4", GAUGES, "Article 5", WARNING]
    kinds = Counter(type(each) for each in said(old, new))
    assert kinds[Moved] == 0
    assert kinds[Inserted] == kinds[Deleted] == 0


def test_short_text_that_changed_is_no_move() -> None:
    old = ["Rules for river gauges", *TEXT]
    kinds = Counter(type(each) for each in said(old, [*TEXT, "Rules for river gauges (new)"]))
    assert kinds == {Deleted: 1, Inserted: 1}


def test_formula_dropped_here_and_used_there_is_no_move() -> None:
    formula = "[Reserved]"
    old = [formula, PREAMBLE, GAUGES, formula, WARNING, FERRIES]
    new = [PREAMBLE, GAUGES, formula, WARNING, formula, FERRIES]
    assert said(old, new) == [Deleted(0), Inserted(4, 4, formula)]


def test_long_text_that_is_repeated_can_move() -> None:
    old = [FISH, PREAMBLE, GAUGES, FISH, WARNING, FERRIES]
    new = [PREAMBLE, GAUGES, FISH, WARNING, FISH, FERRIES]
    assert said(old, new) == [Moved(0, 4, 4, ())]


def test_split_paragraph() -> None:
    first, second = WARNING.split(". ", 1)
    new = [PREAMBLE, GAUGES, f"{first}.", second, *TEXT[3:]]
    space = len(first) + 1
    dropped = Break(space + 1, (Edit(space, space + 1, ""),))
    assert said(TEXT, new) == [Split(2, range(2, 4), (dropped,), ())]


def test_split_with_new_opening_words_and_changes_elsewhere() -> None:
    old = ["The commission meets in spring and publishes the prices of all ferries."]
    new = [
        "The commission meets in early spring.",
        "It publishes the prices of all ferries and rafts.",
    ]
    (split,) = said(old, new)
    assert isinstance(split, Split)
    stop, opening = Edit(30, 34, "."), Edit(34, 34, "It")
    assert split.breaks == (Break(34, (stop, opening)),)
    assert [each.text for each in split.edits] == [" early", " and rafts"]


def test_split_into_three() -> None:
    sentences = [GAUGES, FERRIES, FISH]
    (split,) = said([PREAMBLE, " ".join(sentences), COSTS], [PREAMBLE, *sentences, COSTS])
    assert isinstance(split, Split)
    assert split.new == range(1, 4)
    assert len(split.breaks) == 2


def test_joined_paragraphs() -> None:
    new = [PREAMBLE, f"{GAUGES} {WARNING}", *TEXT[3:]]
    space = Edit(len(GAUGES), len(GAUGES), " ")
    assert said(TEXT, new) == [Joined(range(1, 3), 1, (Seam(1, (space,)),), ((), ()))]


def test_new_paragraph_after_a_join_stands_after_its_last() -> None:
    new = [PREAMBLE, f"{GAUGES} {WARNING}", REWRITE, *TEXT[3:]]
    joined, inserted = said(TEXT, new)
    assert isinstance(joined, Joined)
    assert inserted == Inserted(2, 2, REWRITE)


def test_three_joined_paragraphs_with_a_change() -> None:
    text = " ".join([GAUGES, WARNING, FERRIES]).replace("cattle", "sheep")
    (joined,) = said(TEXT, [PREAMBLE, text, FISH, COSTS])
    assert isinstance(joined, Joined)
    assert joined.old == range(1, 4)
    assert [[each.text for each in edits] for edits in joined.edits] == [[], [], ["sheep"]]


def test_paragraphs_that_are_no_neighbours_are_not_joined() -> None:
    new = [PREAMBLE, f"{GAUGES} {FERRIES}", WARNING, FISH, COSTS]
    kinds = Counter(type(each) for each in said(TEXT, new))
    assert kinds == {Changed: 1, Deleted: 1}


def test_appended_copy_of_some_words_is_no_split() -> None:
    new = [PREAMBLE, GAUGES, "Each State shall keep gauges.", *TEXT[2:]]
    assert said(TEXT, new) == [Inserted(1, 2, "Each State shall keep gauges.")]


def test_repeated_boilerplate_is_aligned_exactly() -> None:
    empty = "[To be completed.]"
    old = [each for text in TEXT for each in (text, empty)]
    new = [each for text in TEXT for each in (text, empty) if (text, each) != (FERRIES, empty)]
    assert said(old, new) == [Deleted(7)]
    filled = list(old)
    filled[5] = REWRITE
    assert said(old, filled) == [Replaced(5, 5, REWRITE)]


def test_repeated_boilerplate_is_kept_beside_dropped_and_new_paragraphs() -> None:
    empty = "[To be completed.]"
    old = [PREAMBLE, empty, GAUGES, FISH, empty, WARNING]
    new = [REWRITE, PREAMBLE, empty, GAUGES, empty, FERRIES, WARNING, COSTS]
    assert said(old, new) == [
        Inserted(-1, 0, REWRITE),
        Deleted(3),
        Inserted(4, 5, FERRIES),
        Inserted(5, 7, COSTS),
    ]


def test_boilerplate_only() -> None:
    old = ["x"] * 5 + ["y"] + ["x"] * 5
    assert Counter(type(each) for each in said(old, ["x"] * 9)) == {Deleted: 2}


def test_duplicates() -> None:
    old = [GAUGES, WARNING, GAUGES, FERRIES]
    assert said(old, [GAUGES, WARNING, FERRIES]) == [Deleted(2)]
    assert said(old, [GAUGES, GAUGES, WARNING, GAUGES, FERRIES]) == [Inserted(0, 1, GAUGES)]
    assert said(old, [*old, GAUGES]) == [Inserted(3, 4, GAUGES)]


def test_whitespace_alone() -> None:
    (changed,) = said(TEXT, [PREAMBLE, GAUGES.replace("keep gauges", "keep  gauges"), *TEXT[2:]])
    assert isinstance(changed, Changed)
    assert [each.text for each in changed.edits] == [" "]
    assert said(["", "a"], ["a", ""]) == [Deleted(0), Inserted(1, 1, "")]


def test_letters_composed_and_decomposed() -> None:
    old = [PREAMBLE, "Les États côtiers coopèrent entre eux sur le fleuve.", COSTS]
    decomposed = [normalize("NFD", each) for each in old]
    (changed,) = said(old, decomposed)
    assert isinstance(changed, Changed)
    assert [normalize("NFC", each.text) for each in changed.edits] == [
        old[1][each.start : each.end] for each in changed.edits
    ]
    assert said(old, [normalize("NFC", each) for each in decomposed]) == []


def test_chinese_split_and_change() -> None:
    old = ["各国应当维护其境内的水位站，每日清晨读数。", "上游国家应当及时发出洪水警报。"]
    new = ["各国应当维护其境内的水位站。", "每日清晨读数。", "上游国家必须及时发出洪水警报。"]
    split, changed = said(old, new)
    assert isinstance(split, Split)
    assert isinstance(changed, Changed)
    assert [each.text for each in changed.edits] == ["必须"]


def test_dropping_a_long_run_is_nothing_but_deletions() -> None:
    base = document(4000, 120_000, seed=3)
    start = process_time()
    assert said(base, [*base[:1500], *base[1700:]]) == [Deleted(n) for n in range(1500, 1700)]
    assert process_time() - start < 2


def test_dropping_a_long_run_among_changes_and_repeated_paragraphs() -> None:
    base = document(1000, 30_000, seed=4)
    base[::9] = ["[Reserved]"] * len(base[::9])
    new = [*base[:400], *base[600:]]
    new[300] = new[300].replace(" the ", " each ", 1) + " Added words."
    new[500] = new[500].replace(" the ", " each ", 1) + " Added words."
    kinds = Counter(type(each) for each in said(base, new))
    assert kinds == {Deleted: 200, Changed: 2}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (document(3000, 60_000, seed=5), document(3000, 60_000, seed=6)),
        (["[Reserved]", "No text."] * 2000, ["No text.", "[Reserved]", "[Reserved]"] * 1200),
        (
            [f"Gauge {n} is read." for n in range(3000)],
            [f"Gauge {n} is read daily." for n in range(2900)],
        ),
    ],
    ids=["nothing in common", "only boilerplate", "all alike and all changed"],
)
def test_cost_has_no_cliff(old: list[str], new: list[str]) -> None:
    start = process_time()
    said(old, new)
    assert process_time() - start < 20


def test_paragraphs_that_are_all_alike_pair_with_their_own() -> None:
    old = [f"Gauge {n} is read." for n in range(300)]
    new = [f"Gauge {n} is read daily." for n in range(300) if not 100 <= n < 120]
    pairings = said(old, new)
    assert [each.old for each in pairings if isinstance(each, Deleted)] == list(range(100, 120))
    assert sum(isinstance(each, Changed) for each in pairings) == 280


def test_versions_of_a_long_text_are_rebuilt() -> None:
    base = document(600, 18_000, seed=1)
    for seed in range(2, 7):
        assert said(base, version(base, 60, seed))


def test_drafts_of_one_agreement(corpus: Path) -> None:
    drafts = [
        [" ".join(each.split()) for each in file.read_text("utf-8").split("\n\n") if each.strip()]
        for file in sorted((corpus / "series").glob("*.md"))
    ]
    assert len(drafts) == 4
    for old, new in pairwise(drafts):
        kinds = Counter(type(each) for each in said(old, new))
        assert kinds[Changed] > 100
        assert kinds[Moved] < 12
