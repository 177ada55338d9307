import pytest

from editor.importers.tables.instructions import Fault, deletes_all, instructions

_TEXT = "States should, where needed, protect rivers and lakes of the basin."


def _after(wording: str) -> str:
    told = instructions(wording, _TEXT)
    assert told is not None
    text = _TEXT
    for each in sorted(told, key=lambda one: one.edit.start if one.edit else 0, reverse=True):
        assert each.edit is not None
        text = text[: each.edit.start] + each.edit.text + text[each.edit.end :]
    return text


@pytest.mark.parametrize(
    ("wording", "result"),
    [
        (
            "The words “rivers and lakes” to read “all waters”",
            "States should, where needed, protect all waters of the basin.",
        ),
        (
            '"should" should read "shall".',
            "States shall, where needed, protect rivers and lakes of the basin.",
        ),
        (
            "For “should” read “shall”; the word “rivers” to be replaced by “streams”",
            "States shall, where needed, protect streams and lakes of the basin.",
        ),
        (
            "the words “of the basin” should be deleted",
            "States should, where needed, protect rivers and lakes.",
        ),
        (
            'add "and wetlands" after "lakes"',
            "States should, where needed, protect rivers and lakes and wetlands of the basin.",
        ),
        (
            "Insert “urgently” before “protect”.",
            "States should, where needed, urgently protect rivers and lakes of the basin.",
        ),
        (
            "After 'lakes', insert 'and wetlands'",
            "States should, where needed, protect rivers and lakes and wetlands of the basin.",
        ),
        (
            "Delete the words “where needed,”",
            "States should, protect rivers and lakes of the basin.",
        ),
        (
            "replace “should” with “shall”",
            "States shall, where needed, protect rivers and lakes of the basin.",
        ),
        (
            "Delete “should” and replace with “shall”; add “, without delay” at the end",
            "States shall, where needed, protect rivers and lakes of the basin, without delay.",
        ),
        (
            "replace 'RIVERS  and' by 'all rivers and'\nplease delete 'of the basin'",
            "States should, where needed, protect all rivers and lakes.",
        ),
    ],
)
def test_instructions_are_followed(wording: str, result: str) -> None:
    assert _after(wording) == result


@pytest.mark.parametrize(
    ("wording", "fault"),
    [
        ("delete “oceans”", Fault.WORDS_NOT_FOUND),
        ("delete “lake”", Fault.WORDS_NOT_FOUND),
        ("add “x” after “,”", Fault.WORDS_FOUND_AGAIN),
    ],
)
def test_what_cannot_be_followed_says_why(wording: str, fault: Fault) -> None:
    told = instructions(wording, _TEXT)
    assert told is not None
    assert [(each.edit, each.fault) for each in told] == [(None, fault)]


@pytest.mark.parametrize("wording", ["States shall protect rivers.", "add more ambition", ""])
def test_other_words_are_no_instructions(wording: str) -> None:
    assert instructions(wording, _TEXT) is None


@pytest.mark.parametrize(
    ("wording", "wanted"),
    [
        ("Delete", True),
        ("[delete]", True),
        ("Delete the whole paragraph.", True),
        ("(deleted)", True),
        ("Remove this recommendation", True),
        ("Delete “should”", False),
        ("Delete duplicates", False),
        ("Delete duplicates before each session", False),
    ],
)
def test_deletion_of_all(wording: str, wanted: bool) -> None:
    assert deletes_all(wording) is wanted
