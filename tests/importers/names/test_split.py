import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.importers.names import Name, load_names
from editor.negotiation.delegation import DelegationKind

STATES = [name for name in load_names().names if name.kind is DelegationKind.STATE]


def read(written: str) -> list[tuple[str, str | None]]:
    return [
        (designation.written, designation.name.code if designation.name else None)
        for designation in load_names().read(written)
    ]


def codes(written: str) -> list[str | None]:
    return [code for _, code in read(written)]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("UK", ["GBR"]),
        ("Canada and France", ["CAN", "FRA"]),
        ("Canada, France and the UK", ["CAN", "FRA", "GBR"]),
        ("Russia, China, and Iran", ["RUS", "CHN", "IRN"]),
        ("Chile; Peru / US & Japan", ["CHL", "PER", "USA", "JPN"]),
        ("Canada with the UK", ["CAN", "GBR"]),
        ("Canada together with Norway as well as Peru", ["CAN", "NOR", "PER"]),
        ("and France,", ["FRA"]),
        ("Trinidad and Tobago", ["TTO"]),
        ("Bosnia and Herzegovina", ["BIH"]),
        ("G77 and China", ["G77"]),
        ("G77 and China and Mexico", ["G77", "MEX"]),
        ("Guinea and Guinea-Bissau", ["GIN", "GNB"]),
        ("Antigua and Barbuda and Saint Vincent and the Grenadines", ["ATG", "VCT"]),
        ("Iran, Islamic Republic of, Iraq", ["IRN", "IRQ"]),
        ("Iran (Islamic Republic of), Israel", ["IRN", "ISR"]),
        ("Trinidad & Tobbago, Peru", ["TTO", "PER"]),
        ("EU and its 27 Member States as well as Georgia", ["EU", "GEO"]),
        ("European Union and its Member States, Norway and Iceland", ["EU", "NOR", "ISL"]),
        ("Brazil, South Africa, India and China", ["BRA", "ZAF", "IND", "CHN"]),
        ("Canada, Australia and New Zealand", ["CAN", "AUS", "NZL"]),
        ("", []),
        (" , ; ", []),
    ],
)
def test_lists_are_split_and_names_are_not(written: str, expected: list[str]) -> None:
    assert codes(written) == expected


def test_designations_are_kept_as_written() -> None:
    assert read("Russian Fed., the Kyrgyz Republic and U.S.") == [
        ("Russian Fed.", "RUS"),
        ("the Kyrgyz Republic", "KGZ"),
        ("U.S.", "USA"),
    ]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("62 members", ["62 members"]),
        ("Atlantis and Canada", ["Atlantis", "Canada"]),
        ("Canada and Atlantis", ["Canada", "Atlantis"]),
        ("Friends of Peace and Security", ["Friends of Peace and Security"]),
        ("Peace and Security and Peru", ["Peace and Security", "Peru"]),
        ("Acme, Globex and Initech", ["Acme", "Globex", "Initech"]),
        ("Acme (North, South), Peru", ["Acme (North, South)", "Peru"]),
    ],
)
def test_unknown_names_are_kept(written: str, expected: list[str]) -> None:
    assert [designation for designation, _ in read(written)] == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Fiji on behalf of AOSIS", [("AOSIS", "Fiji")]),
        ("Pakistan, on behalf of the Group of 77 and China", [("G77", "Pakistan")]),
        ("Egypt (on behalf of the African Group)", [("AFR", "Egypt")]),
        ("Egypt (on behalf of the African Group", [("AFR", "Egypt")]),
        ("Switzerland (on behalf of the EIG) and Norway", [("EIG", "Switzerland"), ("NOR", "")]),
        ("Canada, Egypt on behalf of the African Group", [("CAN", ""), ("AFR", "Egypt")]),
        ("Chad and Mali on behalf of the African Group", [("AFR", "Chad and Mali")]),
        ("Fiji on behalf of AOSIS and the LDCs", [("AOSIS", "Fiji"), ("LDC", "Fiji")]),
        (
            "Norway, also on behalf of Iceland and Liechtenstein",
            [("NOR", ""), ("ISL", "Norway"), ("LIE", "Norway")],
        ),
        ("on behalf of the EU", [("EU", "")]),
        ("EU (on behalf of its Member States)", [("EU", "")]),
        ("Peru on behalf of: ", [("PER", "")]),
        ("Nobody on behalf of Nothing", [(None, "Nobody")]),
    ],
)
def test_who_speaks_for_whom(written: str, expected: list[tuple[str | None, str]]) -> None:
    assert [
        (designation.name.code if designation.name else None, designation.spoken_by)
        for designation in load_names().read(written)
    ] == expected


@given(
    st.lists(st.sampled_from(STATES), min_size=1, max_size=8),
    st.sampled_from([", ", "; ", " / ", " and ", " as well as "]),
)
def test_any_list_of_states_is_read_in_order(states: list[Name], separator: str) -> None:
    written = separator.join(state.name for state in states)
    assert codes(written) == [state.code for state in states]


WORDS_BETWEEN = {"also", "and", "behalf", "of", "on", "plus", "speaking", "with"}
FRAGMENTS = ["Fiji", "AOSIS", "Atlantis", "and", "with", ",", "(", ")", "/", "(Mu)", "Bosnia"]


@given(
    st.lists(st.sampled_from([*FRAGMENTS, "on behalf of", "also on behalf of"])).map(" ".join)
    | st.text()
)
def test_no_word_is_lost(written: str) -> None:
    """All but separators and the words between delegations comes back, in a designation."""
    kept = " ".join(
        f"{designation.written} {designation.spoken_by}"
        for designation in load_names().read(written)
    )
    for word in re.findall(r"\w+", written):
        assert word in kept or word.casefold() in WORDS_BETWEEN


def test_the_list_of_a_real_paper_is_known(corpus: Path) -> None:
    text = (corpus / "compilation-trafficking-2020.md").read_text(encoding="utf-8")
    listed = re.search(r"submission of narrative information: (.*?)\.\n", text)
    assert listed is not None
    found = load_names().read(listed[1])
    assert len(found) == 15
    assert all(designation.confidence == 1 for designation in found)
