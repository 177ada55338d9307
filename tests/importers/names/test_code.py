import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.importers.names import code_for, load_names


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("IUCN", "IUCN"),
        ("Greenland", "GREE"),
        ("Friends of the Sea", "FS"),
        ("The Atlantis and Lemuria Group", "ALG"),
        ("62 members", "62M"),
        ("Ökumenischer Rat", "OR"),
        ("Группа", "X"),
        ("", "X"),
        ("of the", "OF"),
    ],
)
def test_code_is_readable(written: str, code: str) -> None:
    assert code_for(written, ()) == code


def test_a_number_tells_equal_codes_apart() -> None:
    taken: set[str] = set()
    for written in ["Greenland", "Greener Alliance", "Green Land Group", "greenland"]:
        taken.add(code_for(written, taken))
    assert taken == {"GREE", "GA", "GLG", "GREE2"}


@given(st.text(), st.sets(st.sampled_from(["X", "X2", "AB", "A", "GREE"])))
def test_code_is_new_and_short(written: str, taken: set[str]) -> None:
    code = code_for(written, taken)
    assert code not in taken
    assert re.fullmatch(r"[A-Z0-9]{1,6}", code)


def test_many_of_one_name_stay_within_six_letters() -> None:
    taken: set[str] = set()
    for _ in range(120):
        taken.add(code_for("ABCDEF", taken))
    assert len(taken) == 120
    assert max(map(len, taken)) == 6


def test_codes_of_the_book_can_be_kept_free() -> None:
    codes = load_names().codes
    assert code_for("Friends of Jolly Islands", codes) == "FJI2"
