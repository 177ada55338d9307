"""The documents of the sample agree with each other and hold what a real paper holds."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pypandoc
import pytest

from editor.resources import sample_path
from editor.text.edit import Edit, apply_edits
from editor.text.tokens import is_boundary
from sample_sessions.make_compilation import make_compilation
from sample_sessions.make_word import make_word

HEADING = re.compile(
    r"^[#*\s]*Draft [Rr]ecommendation (\d+(?: ?(?:bis|ter|quater))?)[^\n]*$", re.MULTILINE
)
GLUED_HEADING = re.compile(r"(?<=\*\*)(?=\*Draft recommendation)|  \n")
BRACKET = re.compile(r"\[[^\[\]]*\]")
FUSED = {
    "collaboratione": {"collaboration", "collaborate"},
    "promotinge": {"promoting", "promote"},
    "requiringe": {"require", "requiring"},
    "tThe": {"the", "The"},
}

FORMS = {
    r"\[add: ": 40,
    r"\[add[;]": 1,
    r"\[add: \w+,\]": 1,
    r"\[add .*remove: ": 2,
    r"\[modify as tracked: [^\]]*\]$": 30,
    r"\[modify as tracked: .*retain as original: ": 1,
    r"\[modify as tracked or with “": 1,
    r"\[modify as tracked: .*; ": 1,
    r"\[delete: [^\]]*\]$": 10,
    r"\[delete: .*retain: ": 2,
    r"\[delete: .*replace with “": 2,
    r"\[delete [‘“]": 4,
    r"\[delete “[^”]*” ÷ ": 1,
    r"\[remove ‘": 1,
    r"\[remove: .*retain: ": 1,
    r"\[replace [‘“].* with [‘“]": 4,
    r"\[replace with(?:: “|:? ‘| “).*": 5,
    r"\[replace with .*retain ‘": 2,
    r"\[replace with .*remove: ": 1,
    r"\[retain: [^“]": 1,
    r"\[retain: “": 1,
    r"\[option [12]: ": 2,
    r"\[delete the whole recommendation: ": 2,
    r"\[delete the whole sentence: ": 1,
    r"\[combine recommendations .* and replace with proposal \(b\)": 3,
    r"\[delete and replace with proposal \(a\): ": 1,
    r"\[(?:Iceland|Australia)\]": 2,
    r"\[Proposed by [^\]]*\]$": 4,
    r"\[Proposed by .* as separated from draft recommendation": 1,
    r"\[split the sentence and modify as tracked: ": 1,
    r"\[add full stop and start a new sentence as proposed: ": 1,
    r"\[Japan suggests to ": 1,
    r"\[pending\]": 5,
    r"\[pending on ": 1,
    r"\[agreed in informals, pending ": 1,
    r"\[agreed\]": 1,
    r"\[agreed as amended\]": 1,
}


@pytest.fixture(scope="module")
def compilation() -> str:
    return sample_path("compilation.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def truth() -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(sample_path("truth.json").read_text(encoding="utf-8"))
    return loaded


@pytest.fixture(scope="module")
def base_texts() -> dict[str, str]:
    text = sample_path("base.md").read_text(encoding="utf-8")
    blocks = re.findall(r"^#### \*Draft recommendation (.*)\*\n\n(.*)$", text, re.MULTILINE)
    return {label: words.replace("*", "") for label, words in blocks}


@pytest.mark.parametrize("name", ["compilation.md", "base.md", "truth.json", "compilation.docx"])
def test_the_files_are_those_that_the_scripts_make(name: str, tmp_path: Path) -> None:
    if name == "compilation.docx":
        make_word(tmp_path)
    else:
        make_compilation(tmp_path)
    assert (tmp_path / name).read_bytes() == sample_path(name).read_bytes()


def test_it_has_the_size_of_a_real_paper(truth: dict[str, Any]) -> None:
    provisions = truth["provisions"]
    assert len(provisions) == 31
    assert len({each["section"] for each in provisions}) == 3
    assert sum(bool(each["proposed_by"]) for each in provisions) == 4
    assert 140 <= sum(len(each["annotations"]) for each in provisions) <= 180
    assert len({note["label"] for each in provisions for note in each["notes"]}) > 30
    kinds = Counter(each["kind"] for each in truth["delegations"])
    assert kinds["state"] >= 20
    assert kinds["group"] == kinds["observer"] == 2


def test_the_papers_own_list_misses_two(truth: dict[str, Any]) -> None:
    missing = [each["name"] for each in truth["delegations"] if not each["in_the_papers_list"]]
    assert missing == ["Senegal", "Tonga"]


@pytest.mark.parametrize(("form", "least"), FORMS.items())
def test_every_form_of_annotation_occurs(form: str, least: int, compilation: str) -> None:
    brackets = BRACKET.findall(_without_page_cuts(compilation))
    assert sum(bool(re.match(form, each)) for each in brackets) >= least


def test_the_compilation_has_the_annotations_of_the_truth(
    compilation: str, truth: dict[str, Any]
) -> None:
    found = BRACKET.findall(_without_page_cuts(compilation))
    told = [each for provision in truth["provisions"] for each in provision["annotations"]]
    assert Counter(found) == Counter(told)


def test_the_provisions_stand_in_the_order_of_the_truth(
    compilation: str, truth: dict[str, Any]
) -> None:
    headings = HEADING.findall(GLUED_HEADING.sub("\n", compilation))
    assert headings == [each["label"] for each in truth["provisions"]]


def test_the_base_is_what_the_truth_says(base_texts: dict[str, str], truth: dict[str, Any]) -> None:
    told = {each["label"]: each["text"] for each in truth["provisions"] if each["text"]}
    assert base_texts == told


def test_every_edit_fits_its_text(truth: dict[str, Any]) -> None:
    for provision, proposal in _edits(truth):
        text = _edited_text(provision, proposal)
        for edit in proposal["edits"]:
            assert text[edit["start"] : edit["end"]] == proposal["old"]
            assert edit["text"] == proposal["new"]
            assert is_boundary(text, edit["start"])
            assert is_boundary(text, edit["end"])


def test_no_proposal_leaves_the_text_as_it_was_or_breaks_its_spaces(truth: dict[str, Any]) -> None:
    for provision, proposal in _edits(truth):
        text = _edited_text(provision, proposal)
        changed = apply_edits(text, [Edit(**edit) for edit in proposal["edits"]])
        assert changed != text
        assert "  " not in changed
        assert " ," not in changed
        assert " ." not in changed
        assert changed == changed.strip() or proposal["target"]


def test_every_word_of_the_page_is_base_or_proposed_and_the_reverse(
    compilation: str, truth: dict[str, Any]
) -> None:
    shown = _shown_provisions(compilation)
    for provision in truth["provisions"]:
        page = shown[provision["label"]]
        told = set(_words(_told_text(provision)))
        outside = set(_words(BRACKET.sub(" ", page.split("suggests to divide")[0])))
        everywhere = set(_words(page))
        fused = everywhere & FUSED.keys()
        hidden = set().union(*(FUSED[each] for each in fused))
        named = set(_words(" ".join(_names(provision)))) | {"retain", "a", "b"}
        assert outside - told - fused - named == set()
        assert told - everywhere - hidden == set()


def test_one_delegation_wants_the_same_words_in_many_places(truth: dict[str, Any]) -> None:
    places = [
        provision["label"]
        for provision, proposal in _edits(truth)
        if proposal["sponsors"] == ["Fiji"] and proposal["new"] == " and seagrass meadows"
    ]
    assert len(places) == len(set(places)) >= 10


def test_names_are_known(truth: dict[str, Any]) -> None:
    known = {name for each in truth["delegations"] for name in each["as_written"]}
    used = {name for provision in truth["provisions"] for name in _names(provision)}
    assert used <= known


def test_one_cross_reference_between_notes_is_wrong(truth: dict[str, Any]) -> None:
    references = [
        reference
        for provision in truth["provisions"]
        for note in provision["notes"]
        for reference in note["cross_references"]
    ]
    assert [each["printed"] == each["meant"] for each in references] == [False, True]


def test_pandoc_reads_every_word_and_note_of_the_word_file(
    compilation: str, truth: dict[str, Any]
) -> None:
    plain = pypandoc.convert_file(
        sample_path("compilation.docx"), "markdown-smart", extra_args=["--wrap=none"]
    )
    assert Counter(_words(_without_markup(plain))) == Counter(_words(_without_markup(compilation)))
    labels = {note["label"] for each in truth["provisions"] for note in each["notes"]}
    assert len(re.findall(r"^\[\^\d+\]: ", plain, re.MULTILINE)) == len(labels) + 1


def test_pandoc_reads_the_strikes_of_the_word_file(compilation: str) -> None:
    plain = pypandoc.convert_file(
        sample_path("compilation.docx"), "markdown-smart", extra_args=["--wrap=none"]
    )
    assert _struck_words(plain) == _struck_words(compilation)


def test_nothing_is_taken_from_the_real_paper(corpus: Path, compilation: str) -> None:
    """Only the language of annotations is shared: no seven words in a row outside brackets."""
    real = (corpus / "compilation-trafficking-2020.md").read_text(encoding="utf-8")
    assert _runs_of_seven(real) & _runs_of_seven(compilation) == set()


def _runs_of_seven(text: str) -> set[tuple[str, ...]]:
    paragraphs = [_words(BRACKET.sub(" | ", each).lower()) for each in text.split("\n\n")]
    return {tuple(words[at : at + 7]) for words in paragraphs for at in range(len(words) - 6)}


def _struck_words(text: str) -> list[str]:
    struck = re.findall(r"~~(.+?)~~", text, re.DOTALL)
    return [word for each in struck for word in _words(_without_markup(each))]


def _edits(truth: dict[str, Any]) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    for provision in truth["provisions"]:
        for proposal in provision["proposals"]:
            if "edits" in proposal:
                yield provision, proposal


def _edited_text(provision: dict[str, Any], proposal: dict[str, Any]) -> str:
    """The base, or the words of the proposal that is amended."""
    if not proposal["target"]:
        return str(provision["text"])
    target = next(each for each in provision["proposals"] if each["id"] == proposal["target"])
    return str(target["text"] if target["kind"] == "new_provision" else target["new"])


def _told_text(provision: dict[str, Any]) -> str:
    """All words that belong to the provision: its own and those that somebody proposes."""
    proposals = provision["proposals"]
    new = [each.get("new") or "" for each in proposals]
    whole = [each.get("text") or "" for each in proposals]
    return " ".join([provision["text"] or "", *new, *whole])


def _names(provision: dict[str, Any]) -> list[str]:
    names = [
        name
        for proposal in provision["proposals"]
        for side in ("sponsors", "opponents", "supporters")
        for name in proposal.get(side, [])
    ]
    notes = [note["delegation"] for note in provision["notes"] if note["delegation"]]
    positions = [name for each in provision["positions"] for name in each["delegations"]]
    return [*names, *notes, *positions, *provision["pending_on"]]


def _without_page_cuts(compilation: str) -> str:
    """The running text: notes at the foot of pages taken out, cut paragraphs joined."""
    blocks = compilation.split("\n\n")
    kept: list[str] = []
    after_foot = False
    for block in blocks:
        is_foot = (
            block.startswith(("<sup>", "*their notes, they")) or block == "\\* FACW/MOP/2024/1."
        )
        if not is_foot:
            glue = " " if after_foot and kept else "\n\n"
            kept.append(glue + re.sub(r"<sup>\d+</sup>", "", block).replace("~~", ""))
        after_foot = is_foot
    return "".join(kept)


def _shown_provisions(compilation: str) -> dict[str, str]:
    text = GLUED_HEADING.sub("\n", _without_page_cuts(compilation))
    text = re.sub(r"^(?:#{2,3} |\*\*Agenda item 3).*$", "", text, flags=re.MULTILINE)
    text = text[: text.index("#### Kiribati")]
    pieces = HEADING.split(text)
    return {
        label: shown.replace("\n", " ")
        for label, shown in zip(pieces[1::2], pieces[2::2], strict=True)
    }


def _without_markup(text: str) -> str:
    apart = re.sub(r"\*{3,}", " ", text)
    without_notes = re.sub(r"\[\^\d+\]:?|<sup>\d+</sup>", "", apart)
    without_page_mark = re.sub(r"^(?:\*\*)?\\?\* FACW", "FACW", without_notes, flags=re.MULTILINE)
    return re.sub(r"\\|\*|~~|^#+ |^---$", "", without_page_mark, flags=re.MULTILINE)


def _words(text: str) -> list[str]:
    return re.findall(r"\w+(?:[’-]\w+)*", text)
