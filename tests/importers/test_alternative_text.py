"""A whole text as a delegation wants it: each change is the proposal a person would name."""

from pathlib import Path

from editor.app.switching import Switches, switched
from editor.importers.alternative_text import alternative_patch
from editor.importers.base_text import base_text_patch
from editor.importers.open_source import read_source
from editor.importers.single_lines import in_single_lines
from editor.importers.source import SourceDocument
from editor.negotiation.amendment import START, Amendment, AmendmentKind
from editor.negotiation.composition import compose
from editor.negotiation.delegation import CHAIR, Delegation
from editor.negotiation.integrity import faults
from editor.negotiation.patch import Draft, patched
from editor.negotiation.provision import Provision
from editor.negotiation.session import ImportedFile, Session

BASE = (
    "The Parties shall protect coastal wetlands from draining and filling.",
    "Each Party shall report on its measures every second year.",
    "The secretariat publishes the reports without delay. It keeps a register of them.",
    "Nothing in this decision limits stricter national law.",
)


def proposals(*wanted: str, base: tuple[str, ...] = BASE) -> list[Amendment]:
    """What Canada proposes by sending in the paragraphs `wanted`."""
    session = Session(
        delegations={"chair": CHAIR, "can": Delegation("can", "CAN", "Canada", layer_on=True)},
        provisions={f"p{n}": Provision(f"p{n}", n, text) for n, text in enumerate(base, 1)},
    )
    source = read_source("\n\n".join(wanted).encode(), "canada.txt")
    file = ImportedFile("f1", "canada.txt", "0", "2024-01-02T03:04:05+00:00")
    after = patched(session, alternative_patch(session, "can", source, file))
    assert compose(after).paragraphs == wanted
    assert after.files == {"f1": file}
    return list(after.amendments.values())


def kinds(found: list[Amendment]) -> list[AmendmentKind]:
    return [each.kind for each in found]


def test_the_same_text_proposes_nothing() -> None:
    assert proposals(*BASE) == []


def test_each_change_of_words_is_a_proposal_of_its_own() -> None:
    changed = BASE[0].replace("shall", "should").replace("filling", "building")
    found = proposals(changed, *BASE[1:])
    assert kinds(found) == [AmendmentKind.EDIT] * 2
    assert [each.edits[0].text for each in found] == ["should", "building"]
    assert {each.provision for each in found} == {"p1"}


def test_a_dropped_run_of_paragraphs_is_deletions() -> None:
    found = proposals(BASE[0], BASE[3])
    assert kinds(found) == [AmendmentKind.DELETE_PROVISION] * 2
    assert [each.provision for each in found] == ["p2", "p3"]


def test_a_new_paragraph_is_a_new_provision_in_its_gap() -> None:
    (first,) = proposals("Recalling earlier decisions on the matter,", *BASE)
    assert (first.kind, first.after) == (AmendmentKind.NEW_PROVISION, START)
    (last,) = proposals(*BASE, "This decision enters into force at once.")
    assert (last.kind, last.after) == (AmendmentKind.NEW_PROVISION, "p4")


def test_a_moved_paragraph_is_a_move() -> None:
    (moved,) = proposals(BASE[3], *BASE[:3])
    assert (moved.kind, moved.provision, moved.after) == (AmendmentKind.MOVE, "p4", START)


def test_a_split_and_a_join_are_said_as_such() -> None:
    first, second = BASE[2].split(". ")
    (split,) = proposals(*BASE[:2], f"{first}.", second, BASE[3])
    assert (split.kind, split.provision) == (AmendmentKind.SPLIT, "p3")
    (joined,) = proposals(BASE[0], f"{BASE[1]} {BASE[2]}", BASE[3])
    assert (joined.kind, joined.provisions) == (AmendmentKind.JOIN, ("p2", "p3"))


def test_a_total_rewrite_is_a_replacement() -> None:
    rewritten = "Donors fund early warning for small island States through a trust fund."
    (found,) = proposals(BASE[0], rewritten, *BASE[2:])
    assert (found.kind, found.text) == (AmendmentKind.REPLACE_PROVISION, rewritten)


def test_every_proposal_knows_its_file_line_time_and_place_in_the_order() -> None:
    found = proposals(BASE[0].replace("shall", "should"), BASE[1].replace("second ", ""), *BASE[2:])
    assert [each.origin and (each.origin.file, each.origin.line) for each in found] == [
        ("canada.txt", 1),
        ("canada.txt", 3),
    ]
    assert [each.ordinal_of("can") for each in found] == [1, 2]
    assert {each.sponsorships[0].time for each in found} == {"2024-01-02T03:04:05+00:00"}
    assert len({each.group for each in found}) == 1


def test_repeated_paragraphs_are_told_apart() -> None:
    line = "The Conference decides as follows."
    assert kinds(proposals(line, line, base=(line, line, line))) == [AmendmentKind.DELETE_PROVISION]
    assert kinds(proposals(line, line, base=(line,))) == [AmendmentKind.NEW_PROVISION]


def test_everything_from_nothing_and_nothing_from_everything() -> None:
    assert kinds(proposals("One.", "Two.", base=())) == [AmendmentKind.NEW_PROVISION] * 2
    assert kinds(proposals()) == [AmendmentKind.DELETE_PROVISION] * 4


def test_real_drafts_come_back_from_the_layers_of_three_delegations(corpus: Path) -> None:
    """Four drafts of one text: the first is the base, the others are what three want."""
    first, *later = sorted((corpus / "series").glob("*.md"))
    assert len(later) == 3
    base = read_source(first)
    session = Session(delegations={"chair": CHAIR})
    session = patched(session, base_text_patch(session, base, ImportedFile("f0", first.name, "0")))
    for number, path in enumerate(later, 1):
        draft = Draft(session)
        draft.put("delegations", f"d{number}", Delegation(f"d{number}", f"D{number}", path.stem))
        session = patched(session, draft.patch())
        file = ImportedFile(f"f{number}", path.name, "0")
        wanted = read_source(path)
        session = patched(session, alternative_patch(session, f"d{number}", wanted, file))
    assert list(faults(session)) == []
    assert _said(switched(session, Switches.none())) == _lines(base)
    for path in later:
        assert _said(switched(session, Switches.only([path.stem]))) == _lines(read_source(path))
    together = compose(switched(session, Switches.all()))
    assert together.open_conflicts


def _said(session: Session) -> list[str]:
    return list(compose(session).paragraphs)


def _lines(source: SourceDocument) -> list[str]:
    return [each.text for each in in_single_lines(source).paragraphs if each.text.strip()]


def test_words_struck_by_hand_are_not_wanted() -> None:
    base = BASE[:2]
    session = Session(
        delegations={"chair": CHAIR, "can": Delegation("can", "CAN", "Canada", layer_on=True)},
        provisions={f"p{n}": Provision(f"p{n}", n, text) for n, text in enumerate(base, 1)},
    )
    marked = base[0].replace("draining", "~~draining~~**digging**")
    source = read_source(f"{marked}\n\n~~{base[1]}~~\n".encode(), "canada.md")
    file = ImportedFile("f1", "canada.md", "0")
    after = patched(session, alternative_patch(session, "can", source, file))
    assert compose(after).paragraphs == (base[0].replace("draining", "digging"),)
    found = list(after.amendments.values())
    assert kinds(found) == [AmendmentKind.EDIT, AmendmentKind.DELETE_PROVISION]
    (report,) = after.reports.values()
    assert report.warnings == (("struck_words_deleted", 1, "draining"),)
