"""Footnotes of a whole text that differ from those of the base."""

from editor.importers.alternative_text import alternative_patch
from editor.importers.base_text import base_text_patch
from editor.importers.markdown import read_markdown
from editor.negotiation.delegation import Delegation
from editor.negotiation.patch import Draft, patched
from editor.negotiation.session import ImportedFile, Session

_BASE = """1. Boats carry a light.[^1]

2. Boats rest at night.[^2]

[^1]: As decided at the first session of the parties.
[^2]: Night means the hours after sunset.
"""


def _left(wanted: str) -> list[tuple[str, str, str]]:
    """(reason, words, label of the provision) of what is listed as unread."""
    session = Session()
    base = read_markdown(_BASE)
    file = ImportedFile("f1", "base.md", "0")
    session = patched(session, base_text_patch(session, base, file))
    draft = Draft(session)
    draft.put("delegations", "fji", Delegation("fji", "FJI", "Fiji"))
    session = patched(session, draft.patch())
    file = ImportedFile("f2", "fiji.md", "1")
    session = patched(session, alternative_patch(session, "fji", read_markdown(wanted), file))
    assert all(each.file == "f2" for each in session.unread.values())
    rows = session.provisions
    return [
        (each.reason, each.raw, rows[each.provision].label if each.provision else "")
        for each in session.unread.values()
    ]


def test_the_same_notes_leave_nothing() -> None:
    assert _left(_BASE) == []


def test_a_changed_note_is_listed_with_its_provision() -> None:
    wanted = _BASE.replace("first session", "second session")
    assert _left(wanted) == [
        (
            "footnote_changed",
            "As decided at the first session of the parties. → "
            "As decided at the second session of the parties.",
            "1",
        )
    ]


def test_new_and_dropped_notes_are_listed() -> None:
    gone = _BASE.replace("[^2]\n", "\n").replace("[^2]: Night means the hours after sunset.\n", "")
    assert _left(gone) == [("footnote_deleted", "Night means the hours after sunset.", "2")]
    new = _BASE.replace("night.[^2]", "night.[^2] They do.[^3]") + "[^3]: Without exception.\n"
    assert _left(new) == [("footnote_inserted", "Without exception.", "2")]


def test_a_text_without_any_notes_says_nothing_about_them() -> None:
    assert _left("1. Boats carry a light.\n\n2. Boats rest at night.\n") == []
