from hypothesis import given
from hypothesis import strategies as st

from editor.ui.page.utf16 import to_points, to_units, units

TEXTS = st.text(st.sampled_from("aé国👩\u200d👧🏽\u0301 ")) | st.text()


@given(TEXTS)
def test_units_are_those_of_the_encoding(text: str) -> None:
    assert units(text) == len(text.encode("utf-16-le")) // 2


@given(TEXTS, st.data())
def test_a_place_comes_back(text: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(text)))

    assert to_points(text, to_units(text, place)) == place


def test_a_place_inside_a_pair_is_its_start() -> None:
    assert to_points("a👩b", 2) == 1
    assert to_points("a👩b", 3) == 2
