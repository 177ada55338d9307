"""Who is named in brackets right behind marked words."""

import pytest

from editor.importers.house_styles.beside import Marked, named_beside
from editor.importers.house_styles.known_names import names_known
from editor.importers.names import load_names
from editor.negotiation.delegation import Delegation

KNOWN = names_known(load_names(), [Delegation("d1", "FLEET", "Harbour Fleet")])


def named(written: str, owners: tuple[str, str] = ("", "")) -> tuple[str, list[tuple[str, str]]]:
    """The text without attributions, and (words, names) of what is marked: `-far-` is struck,
    `+near+` put in."""
    text = ""
    marked: list[Marked] = []
    kind = ""
    start = 0
    for character in written:
        if character not in "+-":
            text += character
        elif not kind:
            kind, start = character, len(text)
        else:
            is_deleted = kind == "-"
            marked.append(Marked(start, len(text), kind, is_deleted, owners[is_deleted]))
            kind = ""
    found = named_beside(text, marked, KNOWN)
    bare = text
    for start, end in reversed(found.attributions):
        bare = bare[:start] + bare[end:]
    words = [(text[e.words.start : e.words.end], ", ".join(e.names)) for e in found.marked]
    return bare, words


@pytest.mark.parametrize(
    ("written", "bare", "words"),
    [
        ("Sail +far+ [Kenya].", "Sail far.", [("far", "Kenya")]),
        ("Sail +far+ (Kenya, EU) out.", "Sail far out.", [("far", "Kenya, EU")]),
        ("Sail +far+ [Kenya] [EU].", "Sail far.", [("far", "Kenya, EU")]),
        ("Sail -far- +near+ [Kenya].", "Sail far near.", [("far", "Kenya"), ("near", "Kenya")]),
        ("Sail +near+-far- [Kenya].", "Sail nearfar.", [("near", "Kenya"), ("far", "Kenya")]),
        ("Sail -far- [EU] +near+ [Fiji].", "Sail far near.", [("far", "EU"), ("near", "Fiji")]),
        ("Sail +far [Kenya] out (EU)+.", "Sail far out.", [("far", "Kenya"), (" out", "EU")]),
        ("Sail +far+ +[Kenya]+ out.", "Sail far out.", [("far", "Kenya")]),
        ("Sail +very+ +far+ [Kenya].", "Sail very far.", [("very", "Kenya"), ("far", "Kenya")]),
        ("Sail +far+ [Harbour Fleet].", "Sail far.", [("far", "Harbour Fleet")]),
    ],
)
def test_known_names_are_the_attribution(
    written: str, bare: str, words: list[tuple[str, str]]
) -> None:
    assert named(written) == (bare, words)


@pytest.mark.parametrize(
    "written",
    [
        "Sail +far+ [Kenya and boats].",
        "Sail +far+ and [Kenya].",
        "Sail +far+ (can).",
        "Sail -far (Kenya)-.",
        "Sail +far+ -[Kenya]-.",
        "Sail +[Kenya] far+.",
        "As the +World Health Organization+ (WHO) says.",
        "Sail -far- and +near+.",
    ],
)
def test_all_else_stays_in_the_text(written: str) -> None:
    bare, words = named(written)
    assert bare == written.replace("+", "").replace("-", "")
    assert not any(names for _words, names in words)


def test_looks_that_the_document_gives_to_two_delegations_are_two_changes() -> None:
    _bare, words = named("Sail -far- +near+ [Kenya].", ("Kenya", "Fiji"))
    assert words == [("far", ""), ("near", "Kenya")]


def test_very_many_marks_and_brackets() -> None:
    _bare, words = named("-far- +near+ [Kenya] " * 5_000)
    assert all(names == "Kenya" for _words, names in words)
