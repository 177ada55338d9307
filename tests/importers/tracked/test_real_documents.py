"""Real tracked documents as layers on their own original text (with `--corpus`)."""

from collections.abc import Callable
from pathlib import Path

import pytest

from editor.app.switching import Switches, switched
from editor.app.tracked_layers import base_differences, find_authors, layer_of_one
from editor.importers.alternative_text import alternative_patch
from editor.importers.base_text import base_text_patch
from editor.importers.open_source import read_source
from editor.importers.revisions import accept, has_revisions, reject
from editor.importers.single_lines import in_single_lines
from editor.importers.source import SourceDocument
from editor.negotiation.composition import compose
from editor.negotiation.delegation import CHAIR, CHAIR_ID, Delegation
from editor.negotiation.integrity import faults
from editor.negotiation.patch import patched
from editor.negotiation.session import ImportedFile, Session
from tests.word_text import in_single_spaces, says, word_text

_TWINS = ("-Accepted", "-Rejected")
_CANADA = Delegation("can", "CAN", "Canada")


def _started(source: SourceDocument) -> Session:
    session = Session(delegations={CHAIR_ID: CHAIR, "can": _CANADA})
    return patched(session, base_text_patch(session, source, ImportedFile("f1", "base", "0")))


def _composed(session: Session) -> list[str]:
    composition = compose(switched(session, Switches.only(["Canada"])))
    return [each for each in composition.paragraphs if each.strip()]


def _words(source: SourceDocument) -> list[str]:
    return [each.text for each in in_single_lines(source).paragraphs if each.text.strip()]


def _tracked(folder: Path) -> list[tuple[Path, SourceDocument]]:
    read = [(path, read_source(path)) for path in sorted(folder.glob("*.docx"))]
    return [(path, source) for path, source in read if has_revisions(source)]


@pytest.mark.parametrize("folder", ["rp", "pandoc", "wc", "un"])
def test_a_layer_gives_the_final_text(corpus: Path, folder: str) -> None:
    found = _tracked(corpus / "docx" / folder)
    if not found:
        pytest.skip(f"{folder}: no tracked document")
    wrong = []
    for path, source in found:
        base = _started(source)
        assert base_differences(base, source) == (), path.name
        row = ImportedFile("f2", path.name, "0")
        session = patched(base, layer_of_one(base, "Canada", source, row).patch)
        assert list(faults(session)) == []
        if _composed(session) != _words(accept(source)):
            wrong.append(path.name)
    assert wrong == []


def test_a_layer_gives_the_twin_that_word_made(
    corpus: Path, record_property: Callable[[str, object], None]
) -> None:
    folder = corpus / "docx" / "rp"
    documents = [p for p in sorted(folder.glob("*.docx")) if not p.stem.endswith(_TWINS)]
    lacking, wrong = [], []
    for path in documents:
        accepted, rejected = (path.with_stem(path.stem + twin) for twin in _TWINS)
        source = read_source(path)
        if rejected.exists() and _words(read_source(rejected)) != _words(reject(source)):
            wrong.append(rejected.name)
        if not accepted.exists():
            lacking.append(accepted.name)
            continue
        base = _started(source)
        session = base
        if has_revisions(source):
            row = ImportedFile("f2", path.name, "0")
            session = patched(base, layer_of_one(base, "Canada", source, row).patch)
        if _composed(session) != _words(read_source(accepted)):
            wrong.append(accepted.name)
        if not rejected.exists():
            lacking.append(rejected.name)
    record_property("documents", len(documents))
    record_property("without_a_twin", ", ".join(lacking))
    print(f"{len(documents)} documents, without a twin: {', '.join(lacking) or 'none'}")
    assert wrong == []


def test_comparing_before_and_after_gives_the_after(corpus: Path) -> None:
    pairs = list(before_and_after(corpus / "docx" / "wc"))
    assert pairs
    for before, after in pairs:
        base = _started(read_source(before))
        wanted = accept(read_source(after))
        row = ImportedFile("f2", after.name, "0")
        session = patched(base, alternative_patch(base, "can", wanted, row))
        assert _composed(session) == _words(wanted), after.name
        seen = [in_single_spaces(each) for each in _composed(session)]
        visible = word_text(after.read_bytes())
        assert says(seen, visible.body), after.name
        if visible.notes and sorted(visible.notes) != sorted(word_text(before.read_bytes()).notes):
            assert session.unread, after.name


def before_and_after(folder: Path) -> list[tuple[Path, Path]]:
    """Each document with the one of its number that is called Before, Unmodified, or by the
    number and subject alone."""
    groups: dict[str, list[Path]] = {}
    for path in sorted(folder.glob("*.docx")):
        groups.setdefault(path.stem.split("-")[0], []).append(path)
    pairs: list[tuple[Path, Path]] = []
    for group in groups.values():
        named = [p for p in group if p.stem.endswith(("Before", "Unmodified"))]
        base = named[0] if named else min(group, key=lambda p: len(p.stem))
        pairs.extend((base, other) for other in group if other != base)
    return pairs


def test_authors_are_found(corpus: Path) -> None:
    for _, source in _tracked(corpus / "docx" / "rp"):
        found = find_authors(_started(source), source)
        assert sum(each.author.changes for each in found) > 0
