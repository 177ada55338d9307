import json
import re
from collections import Counter
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.importers.names import Name, load_names
from editor.importers.names.normal_spelling import normal_spelling
from editor.negotiation.delegation import DelegationKind
from editor.resources import resource_path

BOOK = load_names()
MEMBERS_AS_COUNTED_BY_THE_GROUP = {
    "EU": 27,
    "G77": 134,
    "AFR": 54,
    "APG": 55,
    "EEG": 23,
    "GRULAC": 33,
    "WEOG": 29,
    "ARAB": 22,
    "AOSIS": 39,
    "LDC": 44,
    "LLDC": 32,
    "OIC": 57,
    "SADC": 16,
    "ASEAN": 11,
    "GCC": 6,
    "PSIDS": 12,
    "NORDIC": 5,
    "CANZ": 3,
    "BASIC": 4,
    "OECD": 38,
}


def entries(file: str, key: str) -> list[dict[str, Any]]:
    found = json.loads(resource_path("names", file).read_text(encoding="utf-8"))[key]
    assert isinstance(found, list)
    return found


def test_all_members_of_the_united_nations_are_there() -> None:
    standing = Counter(state["standing"] for state in entries("states.json", "states"))
    assert standing == {
        "Member State": 193,
        "non-member observer State": 2,
        "non-member State": 2,
    }


def test_observer_states_are_observers() -> None:
    for code in ["VAT", "PSE"]:
        name = BOOK.with_code(code)
        assert name is not None
        assert name.kind is DelegationKind.OBSERVER


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("IRN", "Iran (Islamic Republic of)"),
        ("BOL", "Bolivia (Plurinational State of)"),
        ("VEN", "Venezuela (Bolivarian Republic of)"),
        ("FSM", "Micronesia (Federated States of)"),
        ("GBR", "United Kingdom of Great Britain and Northern Ireland"),
        ("PRK", "Democratic People's Republic of Korea"),
        ("KOR", "Republic of Korea"),
        ("LAO", "Lao People's Democratic Republic"),
        ("SYR", "Syrian Arab Republic"),
        ("TUR", "Türkiye"),
        ("VNM", "Viet Nam"),
        ("CPV", "Cabo Verde"),
        ("PSE", "State of Palestine"),
    ],
)
def test_states_have_the_name_that_the_united_nations_write(code: str, name: str) -> None:
    found = BOOK.with_code(code)
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize(("code", "count"), MEMBERS_AS_COUNTED_BY_THE_GROUP.items())
def test_groups_have_as_many_members_as_they_say(code: str, count: int) -> None:
    group = BOOK.with_code(code)
    assert group is not None
    assert len(group.members) == len(set(group.members)) == count


def test_members_are_in_the_book() -> None:
    for name in BOOK.names:
        assert set(name.members) <= BOOK.codes
        assert not name.members or name.kind is DelegationKind.GROUP


def test_every_group_says_where_its_members_come_from() -> None:
    for group in entries("groups.json", "groups"):
        assert group["source"]
        assert re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", group["as_of"])
        assert group["members"] is None or group["members"] == sorted(group["members"])
        assert (group["members"] is None) == bool(group.get("reason"))


def test_every_observer_says_where_its_name_comes_from() -> None:
    assert all(observer["source"] for observer in entries("observers.json", "observers"))


def test_codes_are_capitals_and_short() -> None:
    for name in BOOK.names:
        assert re.fullmatch(r"[A-Z0-9]{2,8}", name.code)
        assert name.kind is not DelegationKind.STATE or len(name.code) == 3


def test_only_the_code_of_namibia_means_somebody_else_in_papers() -> None:
    assert [name.code for name in BOOK.names if BOOK.find(name.code) is not name] == ["NAM"]


def test_no_spelling_belongs_to_two_names() -> None:
    owners: dict[str, set[str]] = {}
    for name in BOOK.names:
        for spelling in (name.name, *name.aliases):
            owners.setdefault(normal_spelling(spelling), set()).add(name.code)
    assert [spelling for spelling, codes in owners.items() if len(codes) > 1] == []
    assert "" not in owners


@given(st.sampled_from(BOOK.names), st.data())
def test_every_spelling_finds_its_own_name(name: Name, data: st.DataObject) -> None:
    written = data.draw(st.sampled_from((name.name, *name.aliases)))
    styled = data.draw(st.sampled_from([written, written.upper(), f" the {written}. "]))
    assert BOOK.find(styled) is name
    (designation,) = BOOK.read(written)
    assert (designation.name, designation.confidence) == (name, 1)


def test_it_is_read_once() -> None:
    assert load_names() is load_names()
