"""Who speaks in a note."""

from editor.importers.compilation.notes import Spoken, spoken_parts

_KNOWN = {"Chile", "Peru", "UK"}


def _parts(text: str) -> list[Spoken]:
    return list(spoken_parts(text, _KNOWN.__contains__))


def test_each_delegation_has_its_part() -> None:
    assert _parts("Chile: rivers move. Peru: they do: often.") == [
        Spoken("Chile", "rivers move."),
        Spoken("Peru", "they do: often."),
    ]


def test_a_note_without_speaker_is_whole() -> None:
    assert _parts("Circulated in May. See also: the annex.") == [
        Spoken("", "Circulated in May. See also: the annex.")
    ]


def test_words_before_the_first_speaker_are_kept() -> None:
    assert _parts("Received late. UK: sorry.") == [
        Spoken("", "Received late."),
        Spoken("UK", "sorry."),
    ]


def test_a_stray_bracket_at_the_end_is_dropped() -> None:
    assert _parts("UK: see above.]") == [Spoken("UK", "see above.")]
