"""Heights of blocks, with the sum above any block and the block at any height in O(log n)."""

from collections.abc import Iterable, Sequence


class Heights:
    """A Fenwick tree over the heights of a document's blocks."""

    def __init__(self, heights: Iterable[float]) -> None:
        self._heights = list(heights)
        self._build()

    def __len__(self) -> int:
        return len(self._heights)

    def __getitem__(self, block: int) -> float:
        return self._heights[block]

    @property
    def total(self) -> float:
        return self.above(len(self._heights))

    def set(self, block: int, height: float) -> None:
        """Give `block` (counted from 0) another height."""
        difference = height - self._heights[block]
        self._heights[block] = height
        index = block + 1
        while difference and index < len(self._tree):
            self._tree[index] += difference
            index += index & -index

    def splice(self, at: int, removed: int, heights: Sequence[float]) -> None:
        """Put blocks with `heights` in the place of `removed` ones; O(n)."""
        self._heights[at : at + removed] = heights
        self._build()

    def above(self, block: int) -> float:
        """The height of everything above `block`."""
        total = 0.0
        index = min(block, len(self._heights))
        while index:
            total += self._tree[index]
            index -= index & -index
        return total

    def at(self, height: float) -> int:
        """The block at `height` from the top; the first or last one beyond the ends."""
        index, left, step = 0, height, self._top
        while step:
            following = index + step
            if following < len(self._tree) and self._tree[following] <= left:
                index = following
                left -= self._tree[following]
            step >>= 1
        return max(0, min(index, len(self._heights) - 1))

    def _build(self) -> None:
        size = len(self._heights)
        tree = [0.0, *self._heights]
        for index in range(1, size + 1):
            parent = index + (index & -index)
            if parent <= size:
                tree[parent] += tree[index]
        self._tree = tree
        self._top = 1 << size.bit_length() >> 1
