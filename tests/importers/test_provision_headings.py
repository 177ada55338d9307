"""Headings that carry a label."""

import pytest

from editor.importers.provision_headings import NARRATIVE, provision_label


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Draft recommendation 11 bis", "11 bis"),
        ("Draft Recommendation 26bis.", "26bis"),
        ("Article 4", "4"),
        ("Draft recommendation", ""),
        ("Article 4 says that ferries are free", ""),
        ("Agenda item 2", ""),
    ],
)
def test_label_of_a_heading(text: str, label: str) -> None:
    assert provision_label(text) == label


def test_letters_and_narrative_comments_are_no_draft() -> None:
    assert NARRATIVE.search("III. Letters from Parties")
    assert NARRATIVE.search("Comments in the form of narrative information")
    assert not NARRATIVE.search("General draft recommendations")
