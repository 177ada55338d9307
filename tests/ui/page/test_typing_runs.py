"""Which keys are one run, key by key."""

import pytest

from editor.negotiation.commands.dictation import Selection
from editor.ui.page.keystrokes import Act
from editor.ui.page.typing_runs import LONGEST_PAUSE, TypingRuns


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    now = [0.0]
    monkeypatch.setattr("editor.ui.page.typing_runs.monotonic", lambda: now[0])
    return now


def names(runs: TypingRuns, typed: str, at: int = 0) -> list[str]:
    """The name of the run of each letter typed from a place on."""
    found = []
    for place, letter in enumerate(typed, start=at):
        found.append(runs.begin_or_go_on(Act.TYPE, letter, Selection("p1", place, place)))
        runs.done(Selection("p1", place + 1, place + 1))
    return found


@pytest.mark.parametrize(
    ("typed", "lengths"),
    [("word", [4]), (" two words ", [5, 6]), ("a  b", [3, 1]), ("   ", [3]), ("数据", [2])],
)
@pytest.mark.usefixtures("clock")
def test_a_word_with_the_spaces_around_it_is_a_run(typed: str, lengths: list[int]) -> None:
    found = names(TypingRuns(), typed)
    assert [found.count(each) for each in dict.fromkeys(found)] == lengths


def test_a_pause_a_place_and_an_end_begin_another(clock: list[float]) -> None:
    runs = TypingRuns()
    first = names(runs, "ab")[-1]
    assert names(runs, "c", 2) == [first]
    [elsewhere] = names(runs, "d", 9)
    clock[0] += LONGEST_PAUSE
    [later] = names(runs, "e", 10)
    runs.end()
    [again] = names(runs, "f", 11)
    assert len({first, elsewhere, later, again}) == 4


@pytest.mark.usefixtures("clock")
def test_deletions_in_a_row_are_a_run_and_pastes_are_not() -> None:
    runs = TypingRuns()
    found = []
    for act, place in (
        (Act.BACKSPACE, 9),
        (Act.BACKSPACE, 8),
        (Act.DELETE, 7),
        (Act.DELETE, 7),
        (Act.PASTE, 7),
        (Act.PASTE, 7),
    ):
        found.append(runs.begin_or_go_on(act, "", Selection("p1", place, place)))
        after = place - 1 if act is Act.BACKSPACE else place
        runs.done(Selection("p1", after, after))
    assert [found.count(each) for each in dict.fromkeys(found)] == [2, 2, 1, 1]
