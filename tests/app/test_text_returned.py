"""What we hand out, sent back by a delegation as its whole text: its layer is what it changed."""

from datetime import UTC, datetime

import pytest
from hypothesis import given

from editor.app.handing_out import Ending, Kind, Request, handed_out
from editor.exporters.manuscript import Form
from editor.exporters.plain import TextView, composed_text
from editor.importers.alternative_text import alternative_patch
from editor.importers.base_text import base_text_patch
from editor.importers.open_source import read_source
from editor.negotiation.amendment import Amendment
from editor.negotiation.composition import compose
from editor.negotiation.delegation import Delegation
from editor.negotiation.patch import patched
from editor.negotiation.session import ImportedFile, Session
from tests.exporters.sample import sample_with_all_layers_on
from tests.exporters.word.onto_base.base_files import base_file
from tests.exporters.word.onto_base.sessions_on_base import rewritten, session_from, written
from tests.laws.strategies import Shape, sessions

NOW = datetime(2024, 7, 1, tzinfo=UTC)


def without_proposals(session: Session) -> Session:
    """The base of a session, and one delegation that has proposed nothing yet."""
    provisions = {each: session.provisions[each] for each in session.base_order}
    notes = {key: each for key, each in session.notes.items() if each.label}
    delegations = {"d9": Delegation("d9", "TUV", "Tuvalu", layer_on=True)}
    return Session(session.headings, delegations=delegations, provisions=provisions, notes=notes)


def handed(session: Session, ending: Ending, kind: Kind = Kind.CLEAN) -> bytes:
    return handed_out(compose(session), Request(kind, ending), NOW).data


def returned(session: Session, content: bytes, name: str) -> list[Amendment]:
    """What the delegation proposes with this text."""
    row = ImportedFile("f9", name, "9")
    after = patched(session, alternative_patch(session, "d9", read_source(content, name), row))
    return list(after.amendments.values())


@pytest.mark.parametrize("kind", [Kind.CLEAN, Kind.BRACKETED])
@pytest.mark.parametrize("ending", [Ending.WORD, Ending.TEXT])
def test_a_text_that_comes_back_unchanged_proposes_nothing(ending: Ending, kind: Kind) -> None:
    session = without_proposals(sample_with_all_layers_on())
    assert returned(session, handed(session, ending, kind), f"text{ending}") == []


def test_a_word_that_was_changed_is_one_proposal() -> None:
    session = without_proposals(sample_with_all_layers_on())
    text = (
        handed(session, Ending.TEXT)
        .decode()
        .replace("Parties should identify", "Parties shall identify")
    )
    (found,) = returned(session, text.encode(), "text.txt")
    assert [(each.start, each.end, each.text) for each in found.edits] == [(8, 14, "shall")]
    assert session.provisions[found.provision].label == "2"


def test_the_list_of_open_points_is_no_part_of_a_text_that_comes_back() -> None:
    session = sample_with_all_layers_on()
    points = len(compose(session).open_conflicts)
    assert points > 3
    source = read_source(handed(session, Ending.WORD), "text.docx")
    row = ImportedFile("f9", "text.docx", "9")
    base = without_proposals(session)
    after = patched(base, alternative_patch(base, "d9", source, row))
    assert list(compose(after).paragraphs) == list(compose(session).paragraphs)
    (report,) = after.reports.values()
    assert [code for code, _, _ in report.warnings] == ["open_point_left_out"] * points

    begun = patched(Session(), base_text_patch(Session(), source, row))
    assert len(begun.base_order) == len(compose(session).paragraphs)


def test_nor_is_that_of_a_file_on_the_package_of_the_base() -> None:
    data = base_file(["plain", "plain"], ["States act at once.", "They report soon."])
    base = session_from(data)
    session = rewritten(base, 3, 3)
    assert compose(session).open_conflicts
    source = read_source(written(compose(session), Form.CLEAN, data), "text.docx")
    draft = without_proposals(base)
    row = ImportedFile("f9", "text.docx", "9")
    after = patched(draft, alternative_patch(draft, "d9", source, row))
    assert list(compose(after).paragraphs) == list(compose(session).paragraphs)


@pytest.mark.parametrize(
    "end",
    [
        (),
        ("Nothing else.",),
        ("3: open (Fiji)", "The meeting rose."),
        ("Parties meet again in spring (see annex II)",),
    ],
)
def test_what_only_looks_like_our_list_stays(end: tuple[str, ...]) -> None:
    lines = ["Parties act.", "Open points", *end]
    source = read_source("\n".join(lines).encode(), "text.txt")
    begun = patched(Session(), base_text_patch(Session(), source, ImportedFile("f1", "", "1")))
    assert [begun.provisions[each].text for each in begun.base_order] == lines


@pytest.mark.laws
@given(sessions(Shape()))
def test_any_base_comes_back_unchanged(session: Session) -> None:
    base = without_proposals(session)
    text = "".join(f"{each}\n" for each in composed_text(compose(base), TextView.CLEAN))
    assert returned(base, text.encode(), "text.txt") == []


@pytest.mark.parametrize("ending", [Ending.WORD, Ending.TEXT])
def test_what_is_handed_out_is_a_base_with_the_same_labels(ending: Ending) -> None:
    session = without_proposals(sample_with_all_layers_on())
    source = read_source(handed(session, ending), f"text{ending}")
    again = patched(Session(), base_text_patch(Session(), source, ImportedFile("f1", "text", "0")))
    ours = [session.provisions[each] for each in session.base_order]
    theirs = [again.provisions[each] for each in again.base_order]
    if ending is Ending.WORD:
        assert [each.kind for each in theirs] == [each.kind for each in ours]
        assert [each.label for each in theirs] == [each.label for each in ours]
    else:
        labels = [each.label for each in ours if each.label]
        assert [each.label for each in theirs if each.label][-len(labels) :] == labels
