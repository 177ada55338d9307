"""What must hold of every file written on the base document's own package."""

import re
import subprocess

import pypandoc
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from editor.app.base_check import check_on_base
from editor.exporters.manuscript import Form
from editor.importers.revisions import reject
from editor.importers.word.reader import read_word
from editor.negotiation.composition import compose
from tests.examples import one_in
from tests.exporters.word.onto_base.base_files import base_file, base_files
from tests.exporters.word.onto_base.sessions_on_base import (
    canonical,
    parts_of,
    rewritten,
    session_from,
    written,
)

pytestmark = pytest.mark.laws

SEEDS = st.integers(0, 2**32)
DELEGATIONS = st.integers(1, 3)
_MAY_CHANGE = {
    "[Content_Types].xml",
    "docProps/core.xml",
    "word/_rels/document.xml.rels",
    "word/comments.xml",
    "word/document.xml",
    "word/footnotes.xml",
    "word/numbering.xml",
    "word/settings.xml",
}
"""New parts, tracking, comments, notes that go or come, lists that go on elsewhere."""


@given(base_files())
def test_with_nothing_included_only_the_names_of_users_go(data: bytes) -> None:
    composition = compose(session_from(data))
    before = parts_of(data)
    for form in (Form.CLEAN, Form.BRACKETED):
        after = parts_of(written(composition, form, data))
        assert after.keys() == before.keys()
        assert canonical(after["word/document.xml"]) == canonical(before["word/document.xml"])
        changed = {each for each in before if before[each] != after[each]}
        assert changed <= {"word/document.xml", "docProps/core.xml"}
        assert b"Smith" not in after["docProps/core.xml"]


@given(base_files(), SEEDS, DELEGATIONS)
def test_every_form_is_sound_and_says_what_the_session_says(
    data: bytes, seed: int, delegations: int
) -> None:
    composition = compose(rewritten(session_from(data), seed, delegations))
    for form in Form:
        check_on_base(written(composition, form, data), data, composition, form)


@given(base_files(), SEEDS, DELEGATIONS)
def test_what_is_not_text_stays_byte_for_byte(data: bytes, seed: int, delegations: int) -> None:
    composition = compose(rewritten(session_from(data), seed, delegations))
    before = parts_of(data)
    for form in Form:
        after = parts_of(written(composition, form, data))
        for part in before.keys() - _MAY_CHANGE:
            assert after[part] == before[part]
        for tag in (b"<w:sectPr", b"<w:drawing", b"<w:bookmarkStart"):
            assert after["word/document.xml"].count(tag) == before["word/document.xml"].count(tag)


@example(
    data=base_file(["numbered", "Chinese", "heading"], ["All shall act.", "", "General"]),
    seed=0,
    delegations=1,
)
@example(data=base_file(["numbered", "heading"], ["one two", "three"]), seed=188907, delegations=1)
@given(base_files(), SEEDS, DELEGATIONS)
def test_rejecting_gives_back_the_numbers_as_printed(
    data: bytes, seed: int, delegations: int
) -> None:
    composition = compose(rewritten(session_from(data), seed, delegations))
    redline = read_word(written(composition, Form.REDLINE, data), "redline.docx")
    printed = [each.label for each in read_word(data, "base.docx").paragraphs if each.text.strip()]
    assert [each.label for each in reject(redline).paragraphs if each.text.strip()] == printed


@given(base_files(), SEEDS, DELEGATIONS)
def test_every_list_that_is_named_is_there(data: bytes, seed: int, delegations: int) -> None:
    """Some programs complain of list 0; only where a style has a number is it needed."""
    composition = compose(rewritten(session_from(data), seed, delegations))
    for form in Form:
        parts = parts_of(written(composition, form, data))
        named = set(re.findall(rb'<w:numId w:val="(\d+)"', canonical(parts["word/document.xml"])))
        defined = set(
            re.findall(rb'<w:num w:numId="(\d+)"', canonical(parts["word/numbering.xml"]))
        )
        assert named <= defined


@given(base_files(), SEEDS)
def test_kept_paragraphs_print_the_same_numbers_in_a_clean_file(data: bytes, seed: int) -> None:
    session = rewritten(session_from(data), seed, 1)
    composition = compose(session)
    clean = read_word(written(composition, Form.CLEAN, data), "clean.docx")
    printed = _labels(data)
    changed = {
        line
        for row in session.provisions.values()
        if row.amendment is not None or composition.provision(row.id).text != row.text
        for line in composition.provision(row.id).text.split("\n")
    }
    for each in clean.paragraphs:
        if each.text in printed and each.text not in changed:
            label, tab, _words = each.text.partition("\t")
            assert (label if tab else each.label) in printed[each.text]


@one_in(6)
@given(base_files(), SEEDS)
def test_pandoc_reads_the_same_base(data: bytes, seed: int) -> None:
    composition = compose(rewritten(session_from(data), seed, 2))
    redline = written(composition, Form.REDLINE, data)
    assert _letters(redline) == _letters(data)


def _labels(data: bytes) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for each in read_word(data, "base.docx").paragraphs:
        found.setdefault(each.text, set()).add(each.label)
    return found


def _letters(data: bytes) -> str:
    """What pandoc reads with all changes rejected. Where a paragraph mark is deleted it puts a
    space, and a number that a change of the paragraph took away it does not put back."""
    command = [pypandoc.get_pandoc_path(), "--from=docx", "--to=plain", "--track-changes=reject"]
    done = subprocess.run(command, input=data, capture_output=True, check=True)
    words = re.sub(r"^ *\(?[a-z]{1,4}[.)] ", "", done.stdout.decode(), flags=re.MULTILINE)
    return "".join(filter(str.isalpha, words))
