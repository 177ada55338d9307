"""The lines of a log: undone ones marked, runs as one, searched by any word."""

from editor.storage.log import REDO, UNDO, LogEntry, LogState
from editor.ui.log.log_lines import LogLines

AT: dict[str, object] = {"at": {"p4": "4"}, "whose": ["CAN"], "new": "and survivors"}
DONE, UNDONE, KEPT = LogState.DONE, LogState.UNDONE, LogState.KEPT


def entry(
    number: int,
    command: str,
    state: LogState = DONE,
    detail: dict[str, object] | str = "",
    of: int | None = None,
) -> LogEntry:
    return LogEntry(number, command, detail, "A. Tester", "2026-03-09T22:40:05", state, of)


def words(lines: LogLines) -> list[str]:
    return [lines.line(number).words for number in range(len(lines))]


def test_the_latest_comes_first_and_says_who_what_when_and_where() -> None:
    lines = LogLines([entry(1, "create", KEPT), entry(2, "Propose", detail=AT)])

    line = lines.line(0)
    assert line.cells[1:] == ("A. Tester", "4", "CAN", "Proposed: add “and survivors”")
    assert line.time.startswith("2026-03-09 22:40:05")
    assert line.provisions == ("p4",)
    assert words(lines)[1] == "Session made"


def test_what_was_undone_is_marked_and_the_undo_says_of_what() -> None:
    lines = LogLines(
        [entry(1, "Propose", UNDONE, AT), entry(2, UNDO, KEPT, of=1), entry(3, REDO, KEPT, of=1)]
    )

    assert words(lines) == [
        "Done again: Proposed: add “and survivors”",
        "Undone: Proposed: add “and survivors”",
        "Proposed: add “and survivors” (undone)",
    ]
    assert [lines.line(number).is_undone for number in range(3)] == [False, False, True]
    assert lines.line(1).labels == "4"


def letters(state: LogState) -> list[LogEntry]:
    typed = ("a", "an", "and")
    return [
        entry(number, "Dictate", state, {"run": "r1", "new": each})
        for number, each in enumerate(typed, start=1)
    ]


def test_the_letters_of_a_word_are_one_line() -> None:
    lines = LogLines([*letters(DONE), entry(4, "Dictate", detail={"run": "r2", "new": "x"})])

    assert words(lines) == ["Typed: add “x”", "Typed: add “and”"]


def test_letters_taken_back_together_are_one_line_too() -> None:
    undone = [entry(3 + n, UNDO, KEPT, of=of) for n, of in enumerate((3, 2, 1), start=1)]
    lines = LogLines([*letters(UNDONE), *undone])

    assert words(lines) == ["Undone: Typed: add “and”", "Typed: add “and” (undone)"]


def test_every_word_searched_for_must_be_there() -> None:
    lines = LogLines([entry(1, "create", KEPT), entry(2, "Propose", detail=AT)])

    assert lines.matching("can SURVIVORS 2026-03") == [0]
    assert lines.matching("can egypt") == []
    assert lines.matching("  ") == [0, 1]


def test_many_delegations_are_counted() -> None:
    detail: dict[str, object] = {"how": "on", "whose": [f"D{number}" for number in range(20)]}
    lines = LogLines([entry(1, "SwitchLayers", detail=detail)])

    assert lines.line(0).codes.endswith("D11 and 8 more")


def test_a_damaged_detail_or_time_hides_nothing() -> None:
    strange = LogEntry(1, "Rule", {"at": [1]}, "B", "yesterday", DONE)
    line = LogLines([strange]).line(0)

    assert (line.time, line.author, line.words) == ("yesterday", "B", "Conflict settled")


def test_a_word_taken_back_done_again_and_taken_back_is_told_each_time() -> None:
    moves = [(UNDO, 3), (UNDO, 2), (UNDO, 1), (REDO, 1), (REDO, 2), (REDO, 3), (UNDO, 3), (UNDO, 2)]
    lines = LogLines(
        letters(UNDONE) + [entry(n, what, KEPT, of=of) for n, (what, of) in enumerate(moves, 4)]
    )

    assert words(lines) == [
        "Undone: Typed: add “and”",
        "Done again: Typed: add “and”",
        "Undone: Typed: add “and”",
        "Typed: add “and” (undone)",
    ]
