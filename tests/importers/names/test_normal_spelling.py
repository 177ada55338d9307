import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.importers.names.normal_spelling import normal_spelling


@pytest.mark.parametrize(
    ("written", "spelling"),
    [
        ("U.S", "us"),
        ("U.S.A.", "usa"),
        ("  the  Kyrgyz Republic ", "kyrgyz republic"),
        ("Côte d’Ivoire", "cote divoire"),
        ("COTE D'IVOIRE", "cote divoire"),
        ("TÜRKİYE", "turkiye"),
        ("Iran (Islamic Republic of)", "iran islamic republic of"),
        ("Guinea-Bissau", "guinea bissau"),
        ("Trinidad & Tobago", "trinidad and tobago"),
        ("St.Lucia", "saint lucia"),
        ("Dem. Rep. of the Congo", "democratic republic of congo"),
        ("The Delegation of Peru", "peru"),
        ("EU and its 27 Member States", "eu"),
        ("European Union (EU) and its Member States", "european union"),
        ("EU (on behalf of its Member States)", "eu"),
        ("ايران", "ايران"),
        (" .,; ", ""),
        ("The", ""),
    ],
)
def test_spelling(written: str, spelling: str) -> None:
    assert normal_spelling(written) == spelling


@given(st.text())
def test_spelling_it_again_changes_nothing(written: str) -> None:
    once = normal_spelling(written)
    assert normal_spelling(once) == once
