"""Real files through a session and out again as redlines, on their own package and on ours: the
same original, the same final text, the same authors, also for a reading that is not ours."""

from hashlib import sha256
from pathlib import Path

import pytest

from editor.app.switching import Switches, switched
from editor.app.tracked_layers import layers_by_author
from editor.app.word_export import word_export
from editor.exporters.manuscript import Form
from editor.exporters.word.lint import lint
from editor.importers.alternative_text import alternative_patch
from editor.importers.base_text import base_text_patch
from editor.importers.revisions import accept, has_revisions, reject
from editor.importers.source import SourceDocument
from editor.importers.tracked.voices import authors_found
from editor.importers.word.reader import read_word
from editor.negotiation.composition import compose
from editor.negotiation.delegation import Delegation
from editor.negotiation.integrity import faults
from editor.negotiation.patch import Draft, patched
from editor.negotiation.session import ImportedFile, Session
from tests.exporters.word.onto_base.sessions_on_base import rewritten, session_from
from tests.exporters.word.reading import NOW
from tests.importers.tracked.test_real_documents import before_and_after
from tests.word_text import Settled, in_single_spaces, says_after_labels, word_text

_FOLDERS = ("rp", "wc", "pandoc", "un")
_PACKAGES = ("its own package", "our package")


def _base(data: bytes, source: SourceDocument, package: str) -> Session:
    """A session on a file itself, or on its original text alone."""
    if package == "its own package":
        return session_from(data)
    row = ImportedFile("f1", "base.txt", "0")
    return patched(Session(), base_text_patch(Session(), reject(source), row))


def _redline(session: Session, *kept: bytes) -> bytes:
    files = {sha256(each).hexdigest(): each for each in kept}
    composition = compose(switched(session, Switches.all()))
    return word_export(composition, Form.REDLINE, NOW, files.get, lambda _stage: None).data


def _names(source: SourceDocument) -> dict[str, str]:
    """A delegation for each author. A name with a comma in it would be those of two."""
    return {
        each.name: each.name.replace(",", "") if not each.is_scrubbed else f"Speaker {number}"
        for number, each in enumerate(authors_found(source))
    }


def _has_words(source: SourceDocument, author: str) -> bool:
    """Whether an author changed more than paragraphs without words."""
    return any(
        author in (run.author, run.deleted_by) and run.text.strip()
        for paragraph in source.paragraphs
        for run in paragraph.runs
    )


@pytest.mark.parametrize("package", _PACKAGES)
@pytest.mark.parametrize("folder", _FOLDERS)
def test_tracked_files_come_out_as_they_came_in(corpus: Path, folder: str, package: str) -> None:
    checked = 0
    for path in sorted((corpus / "docx" / folder).glob("*.docx")):
        data = path.read_bytes()
        source = read_word(data, path.name)
        if not has_revisions(source):
            continue
        checked += 1
        base, names = _base(data, source, package), _names(source)
        row = ImportedFile("f2", path.name, "0", "2024-01-01")
        session = patched(base, layers_by_author(base, source, row, names).patch)
        assert list(faults(session)) == [], path.name
        made = _redline(session, data)
        for settled in Settled:
            theirs, ours = word_text(data, settled), word_text(made, settled)
            assert says_after_labels(ours.body, theirs.body), (path.name, settled)
            assert says_after_labels(ours.notes, theirs.notes), (path.name, settled)
            if package == "its own package":
                assert ours == theirs, (path.name, settled)
        wanted = {names[each] for each in names if _has_words(source, each)}
        signed = {each.name for each in authors_found(read_word(made, "redline.docx"))}
        assert wanted <= signed <= set(names.values()), path.name
        assert _new_faults(made, data, set(names.values())) == [], path.name
    if not checked:
        pytest.skip(f"{folder}: no tracked document")


def _new_faults(made: bytes, base: bytes, names: set[str]) -> list[str]:
    before = {(each.code, each.part) for each in lint(base, names)}
    return [str(each) for each in lint(made, names) if (each.code, each.part) not in before]


@pytest.mark.parametrize("package", _PACKAGES)
def test_a_comparison_comes_out_as_a_redline_of_both(corpus: Path, package: str) -> None:
    for before, after in before_and_after(corpus / "docx" / "wc"):
        data, wanted = before.read_bytes(), after.read_bytes()
        session = _base(data, read_word(data, before.name), package)
        draft = Draft(session)
        draft.put("delegations", "can", Delegation("can", "CAN", "Canada"))
        session = patched(session, draft.patch())
        row = ImportedFile("f2", after.name, "0")
        text = accept(read_word(wanted, after.name))
        session = patched(session, alternative_patch(session, "can", text, row))
        made = _redline(session, data)
        found = word_text(made, Settled.REJECTED), word_text(made, Settled.ACCEPTED)
        expected = word_text(data, Settled.REJECTED), word_text(wanted, Settled.ACCEPTED)
        for ours, theirs in zip(found, expected, strict=True):
            assert says_after_labels(ours.body, theirs.body), after.name
        signed = {each.name for each in authors_found(read_word(made, "redline.docx"))}
        assert signed <= {"Canada"}, after.name
        assert signed or found[0].body == found[1].body, after.name


def test_papers_are_written_again_without_loss(corpus: Path) -> None:
    """Tables, headers and notes included; the notes stay where no words about them change."""
    for path in sorted((corpus / "docx" / "un").glob("*.docx")):
        data = path.read_bytes()
        unchanged = _redline(session_from(data), data)
        assert word_text(unchanged) == word_text(data, Settled.REJECTED), path.name
        session = switched(rewritten(session_from(data), 11, 3), Switches.all())
        made = _redline(session, data)
        rejected, original = (word_text(each, Settled.REJECTED) for each in (made, data))
        assert rejected == original, path.name
        accepted = word_text(made, Settled.ACCEPTED)
        assert accepted.margins == original.margins
        composed = compose(session).paragraphs
        wanted = [line for each in composed if (line := in_single_spaces(each))]
        assert says_after_labels(accepted.body, wanted), path.name
