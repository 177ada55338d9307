from hypothesis import given
from hypothesis import strategies as st

from editor.ui.page.heights import Heights

HEIGHTS = st.lists(st.integers(0, 50).map(float), max_size=40)


def naive_at(heights: list[float], height: float) -> int:
    """The last block that begins at or above `height`, going down from the top."""
    top = 0.0
    for block, own in enumerate(heights):
        if height < top + own:
            return block
        top += own
    return max(0, len(heights) - 1)


@given(heights=HEIGHTS, data=st.data())
def test_sums_and_places_are_those_of_a_list(heights: list[float], data: st.DataObject) -> None:
    tree = Heights(heights)
    for _ in range(data.draw(st.integers(0, 5))):
        if data.draw(st.booleans()) and heights:
            block = data.draw(st.integers(0, len(heights) - 1))
            heights[block] = data.draw(st.integers(0, 50).map(float))
            tree.set(block, heights[block])
        else:
            at = data.draw(st.integers(0, len(heights)))
            removed = data.draw(st.integers(0, len(heights) - at))
            added = data.draw(HEIGHTS)
            heights[at : at + removed] = added
            tree.splice(at, removed, added)

    assert len(tree) == len(heights)
    assert [tree[block] for block in range(len(tree))] == heights
    assert tree.total == sum(heights)
    for block in range(len(heights) + 1):
        assert tree.above(block) == sum(heights[:block])
    for height in data.draw(st.lists(st.integers(-5, 2100).map(float), max_size=20)):
        assert tree.at(height) == naive_at(heights, height)
