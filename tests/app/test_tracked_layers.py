"""Whose the changes of a tracked file are: suggested, said once, remembered."""

import pytest

from editor.app.tracked_layers import FoundAuthor, find_authors, layer_of_one, layers_by_author
from editor.errors import KnownError
from editor.importers.source import SourceDocument
from editor.importers.word.reader import read_word
from editor.negotiation.patch import patched
from editor.negotiation.session import ImportedFile, Session
from tests.importers.tracked.bringing_in import composed, started
from tests.importers.word_files import inserted, paragraph, part, run, word_file

_BASE = "States act."


def _file(*authors: str, comment_by: str = "") -> SourceDocument:
    """One insertion by each author."""
    words = "".join(
        inserted(run(f" Point {n}."), f'w:id="{n}" w:author="{author}"') + run(" .")
        for n, author in enumerate(authors)
    )
    parts = {}
    if comment_by:
        remark = f'<w:comment w:id="9" w:author="{comment_by}">{paragraph(run("Why?"))}</w:comment>'
        words += '<w:r><w:commentReference w:id="9"/></w:r>'
        parts["comments"] = part("comments", remark)
    return read_word(word_file(paragraph(run(_BASE) + words), **parts), "file.docx")


def _base(source: SourceDocument) -> Session:
    return started(_BASE + " ." * sum(run.author != "" for run in source.paragraphs[0].runs))


def _row() -> ImportedFile:
    return ImportedFile("f9", "file.docx", "0", "2024-01-01")


def _suggested(found: tuple[FoundAuthor, ...]) -> dict[str, tuple[str, bool]]:
    return {each.author.name: (each.suggestion, each.is_certain) for each in found}


def test_authors_are_suggested_by_what_they_are_called() -> None:
    source = _file("Canada", "Norvay", "Maria Keller", "Author", comment_by="Egypt")
    assert _suggested(find_authors(started(_BASE), source)) == {
        "Canada": ("CAN", True),
        "Norvay": ("NOR", False),
        "Maria Keller": ("", False),
        "Author": ("", False),
        "Egypt": ("EGY", True),
    }
    counted = {each.author.name: each.author for each in find_authors(started(_BASE), source)}
    assert (counted["Canada"].changes, counted["Egypt"].comments) == (1, 1)
    assert counted["Author"].is_scrubbed
    assert not counted["Maria Keller"].is_scrubbed


def test_a_first_name_is_no_code() -> None:
    found = find_authors(started(_BASE), _file("Ben", "BEN", "Can", "Isa", "Chair"))
    assert _suggested(found) == {
        "Ben": ("", False),
        "BEN": ("BEN", True),
        "Can": ("", False),
        "Isa": ("", False),
        "Chair": ("CHAIR", True),
    }


def test_what_was_said_once_is_remembered() -> None:
    source = _file("Maria Keller", "Canada")
    base = _base(source)
    said = layers_by_author(base, source, _row(), {"Maria Keller": "Norway"}).patch
    session = patched(base, said)
    norway = next(each for each in session.delegations.values() if each.code == "NOR")
    assert "Maria Keller" in norway.as_written
    assert _suggested(find_authors(session, source))["Maria Keller"] == ("NOR", True)
    again = patched(session, layers_by_author(session, source, _row(), {}).patch)
    assert composed(again, "Norway") == [f"{_BASE} Point 0. . ."]
    assert again.amendments.keys() == session.amendments.keys()


@pytest.mark.parametrize("author", ["Maria Keller", "Author", ""])
def test_an_author_who_is_nobody_has_to_be_said(author: str) -> None:
    source = _file("Canada", author)
    with pytest.raises(KnownError, match="whose_changes") as refused:
        layers_by_author(_base(source), source, _row(), {})
    assert refused.value.facts["authors"] == (author or "—")


def test_a_file_given_to_one_delegation_is_its_own_whoever_signs() -> None:
    source = _file("Author", "Norway", "Maria Keller")
    base = _base(source)
    session = patched(base, layer_of_one(base, "Canada", source, _row()).patch)
    assert composed(session, "Canada") == [f"{_BASE} Point 0. . Point 1. . Point 2. ."]
    canada = next(each for each in session.delegations.values() if each.code == "CAN")
    assert {d for each in session.amendments.values() for d in each.sponsors} == {canada.id}
    assert "Maria Keller" not in canada.as_written


def test_the_one_clerk_of_a_file_is_remembered() -> None:
    source = _file("Maria Keller")
    base = _base(source)
    session = patched(base, layer_of_one(base, "Canada", source, _row()).patch)
    assert _suggested(find_authors(session, source)) == {"Maria Keller": ("CAN", True)}


def test_a_scrubbed_author_is_never_remembered() -> None:
    source = _file("Author")
    base = _base(source)
    session = patched(base, layer_of_one(base, "Canada", source, _row()).patch)
    assert _suggested(find_authors(session, source)) == {"Author": ("", False)}


def test_comments_of_other_delegations_stay_theirs() -> None:
    source = _file("Maria Keller", comment_by="Egypt")
    base = _base(source)
    session = patched(base, layer_of_one(base, "Canada", source, _row()).patch)
    (note,) = session.notes.values()
    assert session.delegations[note.delegation or ""].code == "EGY"


def test_who_takes_up_what_another_drops_in_the_same_file_is_not_lost() -> None:
    session = started("States act now.")
    for number, (delegation, adverb) in enumerate((("Canada", " soon"), ("Norway", " fast"))):
        words = run("States act") + inserted(run(adverb), _by(delegation)) + run(" now.")
        file = read_word(word_file(paragraph(words)), "first.docx")
        row = ImportedFile(f"f{number + 6}", "first.docx", "0", "2024-01-01")
        session = patched(session, layer_of_one(session, delegation, file, row).patch)
    both = read_word(
        word_file(
            paragraph(
                run("States")
                + inserted(run(" all"), _by("Norway"))
                + run(" act")
                + inserted(run(" fast"), _by("Canada"))
                + run(" now.")
            )
        ),
        "both.docx",
    )
    row = ImportedFile("f8", "both.docx", "0", "2024-01-02")

    after = patched(session, layers_by_author(session, both, row, {}).patch)

    assert composed(after, "Canada") == ["States act fast now."]
    assert composed(after, "Norway") == ["States all act now."]


def _by(author: str) -> str:
    return f'w:id="1" w:author="{author}" w:date="2024-01-01T00:00:00Z"'
