"""The heaviest chain, against trying all."""

from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from editor.text.heaviest_chain import Pair, heaviest_chain


def test_nothing() -> None:
    assert heaviest_chain([]) == []


def test_weight_decides_not_number() -> None:
    long, first, second = Pair(0, 2, 9.0), Pair(1, 0, 4.0), Pair(2, 1, 4.0)
    assert heaviest_chain([long, first, second]) == [long]


def test_no_item_twice() -> None:
    assert heaviest_chain([Pair(0, 0, 1.0), Pair(0, 1, 2.0)]) == [Pair(0, 1, 2.0)]
    assert heaviest_chain([Pair(0, 0, 1.0), Pair(1, 0, 2.0)]) == [Pair(1, 0, 2.0)]


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5), st.integers(1, 9)), max_size=8))
def test_no_chain_is_heavier(drawn: list[tuple[int, int, int]]) -> None:
    pairs = [Pair(old, new, float(weight)) for old, new, weight in drawn]
    chain = heaviest_chain(pairs)
    assert _rises(chain)
    best = max(
        sum(pair.weight for pair in chosen)
        for size in range(len(pairs) + 1)
        for chosen in combinations(sorted(pairs), size)
        if _rises(chosen)
    )
    assert sum(pair.weight for pair in chain) == best


@given(st.permutations([Pair(old, (old * 3) % 7, 1.0) for old in range(7)]))
def test_order_of_the_pairs_does_not_matter(pairs: list[Pair]) -> None:
    assert heaviest_chain(pairs) == heaviest_chain(sorted(pairs))


def _rises(pairs: "list[Pair] | tuple[Pair, ...]") -> bool:
    return all(a.old < b.old and a.new < b.new for a, b in pairwise(pairs))
