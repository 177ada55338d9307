"""LibreOffice as a third opinion on our redlines: the same text accepted and rejected, every
author still there after a round trip."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from editor.exporters.manuscript import Form
from editor.exporters.word.writer import word_file
from editor.importers.revisions import accept, has_revisions, reject
from editor.importers.source import SourceDocument
from editor.importers.word.reader import read_word
from editor.negotiation.composition import compose
from editor.negotiation.session import Session
from tests.exporters.everything import everything
from tests.exporters.sample import sample_with_all_layers_on
from tests.exporters.word.reading import NOW, lines
from tests.interop.libreoffice import Job, Settling, office, settle
from tests.laws.strategies import Shape, sessions

pytestmark = [
    pytest.mark.interop,
    pytest.mark.skipif(office() is None, reason="needs LibreOffice: make interop"),
]

_NEGOTIATIONS = 60


def negotiations() -> list[Session]:
    """One with everything in it, the sample, and small random ones, always the same."""
    found = [everything(), sample_with_all_layers_on()]

    @settings(
        max_examples=_NEGOTIATIONS,
        phases=[Phase.generate],
        derandomize=True,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(sessions(Shape(delegations=6, amendments=8)))
    def collect(session: Session) -> None:
        found.append(session)

    collect()
    return found


class Trial:
    """One redline, and what LibreOffice made of it."""

    def __init__(self, session: Session, folder: Path) -> None:
        self.source = folder / "ours.docx"
        self.targets = {each: folder / f"theirs{each}.docx" for each in Settling}
        folder.mkdir()
        self.source.write_bytes(word_file(compose(session), Form.REDLINE, NOW))

    @property
    def jobs(self) -> list[Job]:
        return [Job(self.source, how, target) for how, target in self.targets.items()]

    def ours(self) -> SourceDocument:
        return _read(self.source)

    def theirs(self, how: Settling) -> SourceDocument:
        return _read(self.targets[how])


def _read(path: Path) -> SourceDocument:
    return read_word(path.read_bytes(), path.name)


@pytest.fixture(scope="module")
def trials(tmp_path_factory: pytest.TempPathFactory) -> list[Trial]:
    folder = tmp_path_factory.mktemp("libreoffice")
    made = [Trial(each, folder / str(n)) for n, each in enumerate(negotiations())]
    settle([job for trial in made for job in trial.jobs], folder / "profile")
    return made


def test_libreoffice_accepts_and_rejects_to_the_same_text(trials: list[Trial]) -> None:
    for trial in trials:
        for how, ours in ((Settling.ACCEPT, accept), (Settling.REJECT, reject)):
            theirs = trial.theirs(how)
            assert not has_revisions(theirs)
            assert lines(theirs) == lines(ours(trial.ours())), trial.source


def test_changes_comments_and_authors_survive_a_round_trip(trials: list[Trial]) -> None:
    for trial in trials:
        ours, theirs = trial.ours(), trial.theirs(Settling.KEEP)
        assert _authors(ours) <= _authors(theirs), trial.source
        assert lines(accept(theirs)) == lines(accept(ours)), trial.source
        assert lines(reject(theirs)) == lines(reject(ours)), trial.source
        assert len(theirs.comments) == len(ours.comments)


def test_notes_keep_their_numbers_and_words(trials: list[Trial]) -> None:
    ours, theirs = trials[0].ours(), trials[0].theirs(Settling.REJECT)
    assert len(theirs.notes) == 2
    assert _notes(theirs) == _notes(reject(ours))


def _notes(document: SourceDocument) -> list[tuple[str, str]]:
    return [
        (each.label, "\n".join(paragraph.text.strip() for paragraph in each.paragraphs))
        for each in document.notes
    ]


def _authors(document: SourceDocument) -> set[str]:
    runs = [run for paragraph in document.paragraphs for run in paragraph.runs if run.text]
    signed = {name for run in runs for name in (run.author, run.deleted_by)}
    return (signed | {each.author for each in document.comments}) - {""}
