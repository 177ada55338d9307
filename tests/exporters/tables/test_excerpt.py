"""Long wordings shortened to what they change."""

from editor.exporters.compilation.paper import Look, PaperPiece
from editor.exporters.tables.excerpt import excerpt

LONG = "States parties should act together, at home and abroad, and report on what they have done "
OLD = PaperPiece("every year", struck=True)
NEW = PaperPiece("every second year", Look.ADDED)


def said(*pieces: PaperPiece) -> str:
    return "".join(each.text for each in excerpt(pieces))


def test_the_middle_of_what_stays_is_left_out() -> None:
    words = said(PaperPiece(LONG * 2), OLD, NEW, PaperPiece(f" {LONG * 2}"))
    assert words.startswith("… home and abroad, and report on what they have done every year")
    assert words.endswith("home and abroad, …")


def test_between_two_changes_both_ends_stay() -> None:
    words = said(OLD, PaperPiece(f" {LONG * 3}"), NEW)
    assert words.startswith("every year States parties should act together,")
    assert words.endswith("and report on what they have done every second year")
    assert " … " in words


def test_short_words_and_unchanged_or_new_texts_stay_whole() -> None:
    short = (PaperPiece("States act "), OLD, NEW)
    assert excerpt(short) == short
    assert said(PaperPiece(LONG * 4)) == LONG * 4
    assert said(PaperPiece(LONG * 4, Look.ADDED)) == LONG * 4
