"""The parts of a compilation, joined where page breaks cut them."""

from editor.importers.compilation.profile import VERB_LIST
from editor.importers.compilation.sections import PartKind, Parts, parts_of
from editor.importers.compilation.stream import text_of
from editor.importers.markdown import read_markdown

HEADED = """
1. This paper lists what was said.

## II. Comments

### Rivers

#### *Draft recommendation 1*

Parties should dredge rivers and

<sup>1</sup> Chile: rivers move, and with them

<sup>2</sup> Peru: so they do.

their mouths.

*the sand in them.*

[pending]

**Agenda item 3****Lakes***Draft recommendation 2.*

Parties should do without.
Draft recommendation 2 bis [Proposed by Peru]<sup>2</sup>

Parties should swim.

## III. Letters from Parties

#### Peru

Peru likes the lakes. They are,

<sup>3</sup> Nothing.

it says, deep.
"""


def _parts(text: str) -> Parts:
    return parts_of(read_markdown(text), VERB_LIST)


def _of_kind(parts: Parts, kind: PartKind) -> list[str]:
    return [text_of(each.tokens) for each in parts.parts if each.kind is kind]


def test_introduction_provisions_and_letters_are_told_apart() -> None:
    parts = _parts(HEADED.replace("without.\n", "without.  \n"))
    assert _of_kind(parts, PartKind.FRONT_MATTER) == ["1. This paper lists what was said."]
    assert _of_kind(parts, PartKind.HEADING) == [
        "II. Comments",
        "Rivers",
        "Agenda item 3",
        "Lakes",
        "III. Letters from Parties",
        "Peru",
    ]
    assert _of_kind(parts, PartKind.STATEMENT) == ["Peru likes the lakes. They are, it says, deep."]
    assert [each.label for each in parts.parts if each.label] == ["1", "2", "2 bis"]


def test_provisions_and_notes_go_on_after_the_notes_of_a_page() -> None:
    parts = _parts(HEADED)
    assert _of_kind(parts, PartKind.PROVISION)[0] == (
        "Parties should dredge rivers and their mouths. [pending]"
    )
    notes = {each.label: text_of(each.tokens) for each in parts.notes}
    assert notes["2"] == "Peru: so they do."
    assert notes["3"] == "Nothing."


def test_a_note_that_goes_on_in_italics_is_joined() -> None:
    parts = _parts(
        "*Draft recommendation 1*\n\nParties should row.\n\n<sup>1</sup> Chile: the boats and\n\n"
        "*Draft recommendation 2*\n\nParties should sail and\n\n*the oars are wet.*\n\n"
        "<sup>2</sup> Peru: yes.\n\nswim."
    )
    assert [text_of(each.tokens) for each in parts.notes] == [
        "Chile: the boats and the oars are wet.",
        "Peru: yes.",
    ]
    assert _of_kind(parts, PartKind.PROVISION)[1] == "Parties should sail and swim."


def test_sections_follow_numbers_where_levels_are_careless() -> None:
    parts = _parts(
        "# II. Comments\n\n### Rivers\n\n*Draft recommendation 1*\n\nRow.\n\n"
        "### III. Letters\n\nHi."
    )
    levels = {text_of(each.tokens): each.level for each in parts.parts if each.level}
    assert levels == {"II. Comments": 1, "Rivers": 3, "III. Letters": 1}
    (provision,) = (each for each in parts.parts if each.kind is PartKind.PROVISION)
    assert provision.section == 1


def test_a_noun_that_the_profile_does_not_know_is_found_by_its_numbers() -> None:
    parts = _parts("\n\n".join(f"Pledge {number}\n\nWe row." for number in (1, 2, 3)))
    assert [each.label for each in parts.parts if each.label] == ["1", "2", "3"]


def test_without_headings_the_labels_of_the_paragraphs_count() -> None:
    parts = _parts("1\\. Parties should row [add: Chile].\n\n2\\. Parties should sail.\n\n")
    assert [each.label for each in parts.parts] == ["1", "2"]


def test_text_right_under_its_heading_is_the_provision() -> None:
    found = _parts(
        "*Draft recommendation 1<sup>1</sup>*\nParties should row [add: Chile].\n\n"
        "**Draft recommendation 2** [pending] Parties should sail.\n\n"
        "Draft recommendation 3 [Proposed by Peru]<sup>2</sup>\nParties should swim."
    )
    assert [(each.label, text_of(each.heading), text_of(each.tokens)) for each in found.parts] == [
        ("1", "", "Parties should row [add: Chile]."),
        ("2", "", "[pending] Parties should sail."),
        ("3", "[Proposed by Peru]", "Parties should swim."),
    ]
