"""Where the direction of a text turns."""

import pytest

from editor.text.scripts import needs_space, stretches

ARABIC = "ينبغي للأطراف"


@pytest.mark.parametrize(
    ("text", "within", "expected"),
    [
        ("States act.", "", [("States act.", False)]),
        ("", ARABIC, []),
        (f"1. {ARABIC}.", "", [(f"1. {ARABIC}.", True)]),
        (
            f"{ARABIC} (GIS-2024).",
            "",
            [(f"{ARABIC} (", True), ("GIS-2024", False), (").", True)],
        ),
        ("[", f"{ARABIC} [", [("[", True)]),
        (" / ", f"{ARABIC} / 60", [(" / ", True)]),
        ("60", f"{ARABIC} / 60", [("60", True)]),
        ("GIS-2024).", ARABIC, [("GIS-2024", False), (").", True)]),
        ("[", "States [", [("[", False)]),
        (f"see {ARABIC}) 5", "", [("see ", False), (ARABIC, True), (") 5", False)]),
        (
            f"[add “{ARABIC}” (1): Egypt]",
            "",
            [("[add “", False), (ARABIC, True), ("” (1): Egypt]", False)],
        ),
    ],
)
def test_stretches(text: str, within: str, expected: list[tuple[str, bool]]) -> None:
    assert [tuple(each) for each in stretches(text, within)] == expected


def test_words_that_run_together() -> None:
    assert needs_space("should", "shall")
    assert not needs_space("should", ", as")
    assert not needs_space("五", "十")
    assert not needs_space("", "shall")
