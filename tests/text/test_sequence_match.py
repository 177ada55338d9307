"""What two sequences share, in order."""

from editor.text.sequence_match import Block, matching_blocks, shared_ends


def test_blocks_of_a_longest_common_subsequence() -> None:
    assert matching_blocks(["the", "old", "dam", "here"], ["the", "dam", "is", "here"]) == [
        Block(0, 0, 1),
        Block(2, 1, 1),
        Block(3, 3, 1),
    ]


def test_nothing_shared() -> None:
    assert matching_blocks(["a"], ["b"]) == []
    assert matching_blocks([], ["b"]) == []


def test_more_distinct_items_than_codes_below_the_surrogates() -> None:
    old = list(range(70_000))
    new = [*old[:60_000], -1, *old[60_000:]]
    assert matching_blocks(old, new) == [Block(0, 0, 60_000), Block(60_000, 60_001, 10_000)]


def test_shared_ends_do_not_overlap() -> None:
    assert shared_ends("abcab", "abcab") == (5, 0)
    assert shared_ends("aa", "aaa") == (2, 0)
    assert shared_ends("axb", "ayb") == (1, 1)
    assert shared_ends("", "a") == (0, 0)
