"""Whole texts whose labels are typed where those of the base are automatic, or the other way."""

import pytest

from editor.importers.alternative_text import alternative_patch
from editor.importers.base_text import base_text_patch
from editor.importers.source import SourceDocument, SourceParagraph, SourceRun
from editor.negotiation.amendment import Amendment, AmendmentKind
from editor.negotiation.composition import compose
from editor.negotiation.delegation import CHAIR, Delegation
from editor.negotiation.patch import patched
from editor.negotiation.session import ImportedFile, Session

Labelled = tuple[str, str]

BASE = (
    ("1.", "Ferries shall serve the outer islands."),
    ("2.", "Fares shall be published every year."),
    ("(a)", "by the harbour office;"),
    ("(b)", "in each port."),
)


def _typed(lines: tuple[Labelled, ...], gap: str = " ") -> SourceDocument:
    paragraphs = (
        SourceParagraph((SourceRun(f"{label}{gap}{text}" if label else text),), n)
        for n, (label, text) in enumerate(lines, 1)
    )
    return SourceDocument(tuple(paragraphs))


def _automatic(lines: tuple[Labelled, ...]) -> SourceDocument:
    paragraphs = (
        SourceParagraph((SourceRun(text),), n, label=label, original_label=label)
        for n, (label, text) in enumerate(lines, 1)
    )
    return SourceDocument(tuple(paragraphs))


def _session(base: SourceDocument) -> Session:
    delegations = {"chair": CHAIR, "fji": Delegation("fji", "FJI", "Fiji", layer_on=True)}
    session = Session(delegations=delegations)
    return patched(session, base_text_patch(session, base, ImportedFile("f0", "base", "0")))


def _wanted(base: SourceDocument, theirs: SourceDocument) -> tuple[list[Amendment], list[str]]:
    session = _session(base)
    after = patched(session, alternative_patch(session, "fji", theirs, ImportedFile("f1", "", "1")))
    return list(after.amendments.values()), list(compose(after).paragraphs)


def _changed(number: int, text: str) -> tuple[Labelled, ...]:
    return tuple((each[0], text) if n == number else each for n, each in enumerate(BASE))


@pytest.mark.parametrize("gap", [" ", "\t", "  "])
def test_the_same_words_under_typed_and_automatic_labels_are_the_same(gap: str) -> None:
    assert _wanted(_typed(BASE, gap), _automatic(BASE))[0] == []
    assert _wanted(_automatic(BASE), _typed(BASE, gap))[0] == []
    assert _wanted(_typed(BASE), _typed(BASE, gap))[0] == []


def test_only_the_words_are_changed_where_the_base_has_its_labels_typed() -> None:
    theirs = _automatic(_changed(1, "Fares shall be printed every month."))
    found, paragraphs = _wanted(_typed(BASE), theirs)
    assert [(e.start, e.end, e.text) for each in found for e in each.edits] == [
        (18, 27, "printed"),
        (34, 38, "month"),
    ]
    assert paragraphs[1] == "2. Fares shall be printed every month."


def test_only_the_words_are_changed_where_the_base_numbers_automatically() -> None:
    theirs = _typed((*_changed(0, "Ferries shall serve all islands."), ("(c)", "on request.")))
    found, paragraphs = _wanted(_automatic(BASE), theirs)
    assert [each.kind for each in found] == [AmendmentKind.EDIT, AmendmentKind.NEW_PROVISION]
    assert (found[1].label, found[1].text) == ("(c)", "on request.")
    assert paragraphs[0] == "Ferries shall serve all islands."


def test_a_new_paragraph_has_its_label_as_the_base_has_them() -> None:
    found, paragraphs = _wanted(_typed(BASE), _automatic((*BASE, ("(c)", "on request."))))
    assert [each.kind for each in found] == [AmendmentKind.NEW_PROVISION]
    assert paragraphs[-1] == "(c) on request."


def test_a_number_that_moves_on_by_itself_is_no_change() -> None:
    lines = (BASE[0], ("2.", "Rafts shall be lit at night."), ("3.", BASE[1][1]), *BASE[2:])
    (found,), _ = _wanted(_typed(BASE), _automatic(lines))
    assert found.kind is AmendmentKind.NEW_PROVISION


def test_a_rewrite_keeps_the_label() -> None:
    words = "Nobody may smoke on board or in a waiting room, whatever others say."
    (found,), paragraphs = _wanted(_typed(BASE), _automatic(_changed(1, words)))
    assert found.kind is AmendmentKind.REPLACE_PROVISION
    assert paragraphs[1] == f"2. {words}"


def test_joined_provisions_do_not_keep_the_label_between_them() -> None:
    lines = (("1.", f"{BASE[0][1]} {BASE[1][1]}"), *BASE[2:])
    found, paragraphs = _wanted(_typed(BASE), _automatic(lines))
    assert AmendmentKind.JOIN in {each.kind for each in found}
    assert paragraphs[0] == f"1. {BASE[0][1]} {BASE[1][1]}"


def test_a_split_is_where_the_words_part() -> None:
    base = (("1.", f"{BASE[0][1]} {BASE[1][1]}"), *BASE[2:])
    theirs = (("1.", BASE[0][1]), ("2.", BASE[1][1]), *BASE[2:])
    _found, paragraphs = _wanted(_typed(base), _automatic(theirs))
    assert paragraphs[:2] == [f"1. {BASE[0][1]}", BASE[1][1]]


def test_typed_labels_that_differ_are_changes_as_they_were() -> None:
    theirs = (BASE[0], ("3.", BASE[1][1]), *BASE[2:])
    (found,), paragraphs = _wanted(_typed(BASE), _typed(theirs))
    assert [each.text for each in found.edits] == ["3"]
    assert paragraphs[1] == f"3. {BASE[1][1]}"


def test_an_article_named_first_is_a_word() -> None:
    base = (*BASE, ("", "Article 4 applies to all harbours."))
    theirs = (*BASE, ("", "Article 5 applies to all harbours."))
    (found,), _ = _wanted(_typed(base), _automatic(theirs))
    assert [each.text for each in found.edits] == ["5"]
