"""Word comparison: what a person would mark, never a cut word, always exact."""

from itertools import pairwise
from time import process_time

import pytest

from editor.text.diff import MOST_WORDS, word_edits
from editor.text.edit import Edit, apply_edits


def marked(old: str, new: str) -> str:
    """The comparison as a person would mark it: [-struck-]{+added+}."""
    edits = word_edits(old, new)
    assert apply_edits(old, edits) == new
    pieces, position = [], 0
    for edit in edits:
        pieces.append(old[position : edit.start])
        if edit.end > edit.start:
            pieces.append(f"[-{old[edit.start : edit.end]}-]")
        if edit.text:
            pieces.append(f"{{+{edit.text}+}}")
        position = edit.end
    return "".join([*pieces, old[position:]])


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("States should act.", "States shall act.", "States [-should-]{+shall+} act."),
        ("States should act.", "States should act swiftly.", "States should act{+ swiftly+}."),
        ("States should act swiftly.", "States should act.", "States should act[- swiftly-]."),
        ("a river basin", "a shared river basin", "a{+ shared+} river basin"),
        ("to cooperate", "to cooperation", "to [-cooperate-]{+cooperation+}"),
        ("the upstream gauges", "the gauges upstream", "the[- upstream-] gauges{+ upstream+}"),
        ("dams, weirs", "levees, canals", "[-dams-]{+levees+}, [-weirs-]{+canals+}"),
        ("", "All of it.", "{+All of it.+}"),
        ("All of it.", "", "[-All of it.-]"),
    ],
)
def test_marks_what_a_person_would_mark(old: str, new: str, expected: str) -> None:
    assert marked(old, new) == expected


def test_equal_texts_have_no_edits() -> None:
    assert word_edits("Each State shall report.", "Each State shall report.") == ()


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "They gather data and publish maps.",
            "They gather reports and share maps.",
            "They gather [-data and publish-]{+reports and share+} maps.",
        ),
        (
            "the warning of the towns downstream",
            "the protection of the cities downstream",
            "the [-warning of the towns-]{+protection of the cities+} downstream",
        ),
        ("a river-side town", "a lake-front town", "a [-river-side-]{+lake-front+} town"),
    ],
)
def test_two_function_words_between_replacements_are_part_of_them(
    old: str, new: str, expected: str
) -> None:
    assert marked(old, new) == expected


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "The towns should warn the farmers.",
            "The cities should alert the farmers.",
            "The [-towns-]{+cities+} should [-warn-]{+alert+} the farmers.",
        ),
        (
            "build dams and on the whole plan floods",
            "raise dams and on the whole meet floods",
            "[-build-]{+raise+} dams and on the whole [-plan-]{+meet+} floods",
        ),
        (
            "They meet as of the spring.",
            "They gather as of the autumn.",
            "They [-meet-]{+gather+} as of the [-spring-]{+autumn+}.",
        ),
        (
            "They report on the dams.",
            "They report again on the weirs.",
            "They report{+ again+} on the [-dams-]{+weirs+}.",
        ),
        (
            "States and towns report",
            "All States and the towns report",
            "{+All +}States and{+ the+} towns report",
        ),
    ],
)
def test_words_that_matter_stay_between_changes(old: str, new: str, expected: str) -> None:
    assert marked(old, new) == expected


def test_unchanged_words_between_two_insertions_are_not_struck() -> None:
    old = "States take measures."
    edits = word_edits(old, "All coastal States take early measures.")
    assert all(edit.is_insertion for edit in edits)
    assert len(edits) == 2


def test_spaces_alone() -> None:
    assert marked("one  two", "one two") == "one[- -] two"
    assert marked("one two ", " one two") == "{+ +}one two[- -]"
    assert marked("one two", "one\ntwo") == "one[- -]{+\n+}two"


def test_insertion_that_touches_a_letter_replaces_the_word() -> None:
    assert word_edits("a dam site", "a damsite") == (Edit(2, 10, "damsite"),)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("各国应当合作。", "各国应该合作。", "各国应[-当-]{+该+}合作。"),
        ("水を守る", "水源を守る", "水{+源+}を守る"),
        ("ประเทศควรร่วมมือ", "ประเทศต้องร่วมมือ", None),
    ],
)
def test_scripts_without_spaces_are_compared_by_characters(
    old: str, new: str, expected: str | None
) -> None:
    shown = marked(old, new)
    if expected is not None:
        assert shown == expected
    assert sum(edit.end - edit.start for edit in word_edits(old, new)) < len(old) / 2


def test_combining_marks_and_emoji_stay_whole() -> None:
    family = "👩\u200d👩\u200d👧"
    assert marked("the de\u0301cision", "the decision") == "the [-de\u0301cision-]{+decision+}"
    assert marked(f"a {family} b", "a 👩 b") == f"a [-{family}-]{{+👩+}} b"


def test_composed_and_decomposed_letters_differ_by_whole_words() -> None:
    assert marked("caf\u00e9 au lait", "cafe\u0301 au lait") == (
        "[-caf\u00e9-]{+cafe\u0301+} au lait"
    )


def test_hunks_that_slide_to_one_point_are_one_edit() -> None:
    old, new = "a a b a", "x a b"
    edits = word_edits(old, new)
    assert apply_edits(old, edits) == new
    assert all(left.end < right.start for left, right in pairwise(edits))


def test_more_distinct_words_than_the_first_plane_has_characters() -> None:
    words = [f"w{number}" for number in range(70_000)]
    old = " ".join(words)
    new = " ".join([*words[:10], "inserted", *words[10:-1]])
    assert apply_edits(old, word_edits(old, new)) == new


def _sentences(count: int) -> list[str]:
    return [f"Party {number} reports on gauge {number * 7} each year." for number in range(count)]


def test_long_pair_falls_back_to_sentences() -> None:
    before = _sentences(500)
    after = list(before)
    after[10] = "Party 10 reports on the level each year."
    after[400] = "Party 400 reports on gauge 2800 each month."
    old, new = " ".join(before), " ".join(after)
    assert len(old.split()) > MOST_WORDS
    edits = word_edits(old, new)
    assert apply_edits(old, edits) == new
    assert [old[edit.start : edit.end] for edit in edits] == ["gauge 70", "year"]
    assert [edit.text for edit in edits] == ["the level", "month"]


def test_long_pair_without_sentences_is_replaced_whole_between_its_shared_ends() -> None:
    words = [f"w{number}" for number in range(2 * MOST_WORDS)]
    old = " ".join(words)
    new = " ".join([words[0], *reversed(words[1:-1]), words[-1]])
    (edit,) = word_edits(old, new)
    assert (edit.start, edit.end) == (len(words[0]) + 1, len(old) - len(words[-1]) - 1)


def test_cost_is_bounded_for_texts_with_nothing_in_common() -> None:
    old = " ".join(f"a{number}." for number in range(30_000))
    new = " ".join(f"b{number}." for number in range(30_000))
    start = process_time()
    word_edits(old, new)
    assert process_time() - start < 5
