"""Redlines of twelve delegations, and redlines on the base document's own package, as LibreOffice
reads them: the same text accepted and rejected, every name still there."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from editor.app.switching import Switches, switched
from editor.exporters.manuscript import Form
from editor.importers.revisions import has_revisions
from editor.importers.tracked.voices import authors_found
from editor.importers.word.reader import read_word
from editor.negotiation.composition import Composition, compose
from editor.negotiation.session import Session
from tests.exporters.word.onto_base.base_files import KINDS, WORDS, base_file
from tests.exporters.word.onto_base.sessions_on_base import rewritten, session_from, written
from tests.interop.libreoffice import Job, Settling, office, settle
from tests.twelve_delegations import TWELVE, all_names, brought_in, redline, sent, words_of
from tests.word_text import says_after_labels, word_text

pytestmark = [
    pytest.mark.interop,
    pytest.mark.skipif(office() is None, reason="needs LibreOffice: make interop"),
]
_REWRITTEN = 12
_NOT_FOR_LIBREOFFICE = ("box", "picture", "field", "control")
"""It drops boxes and pictures without a size, finds the words of fields anew, and saves content
controls that were emptied as no XML."""
_KINDS = [each for each in KINDS if each not in _NOT_FOR_LIBREOFFICE]


@dataclass(frozen=True)
class Trial:
    """A redline, what it was made from, and where LibreOffice put what it made of it."""

    session: Session
    composition: Composition
    source: Path

    def target(self, how: Settling) -> Path:
        return self.source.with_stem(f"{self.source.stem}{how or 'Kept'}")

    @property
    def jobs(self) -> list[Job]:
        return [Job(self.source, how, self.target(how)) for how in Settling]

    def theirs(self, how: Settling) -> bytes:
        return self.target(how).read_bytes()


def _trial(session: Session, data: bytes, source: Path) -> Trial:
    source.write_bytes(data)
    return Trial(session, compose(session), source)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("twelve")


@pytest.fixture(scope="module")
def of_twelve(folder: Path) -> list[Trial]:
    """On our package, and on that of the Word file that was handed out."""
    files = sent(folder)
    trials = []
    for base in (files.plain, files.word):
        session = brought_in(folder / f"{base.suffix}.rolling", base, files.files)
        session = switched(session, Switches.all())
        data = redline(compose(session), files)
        trials.append(_trial(session, data, folder / f"redline{base.suffix}.docx"))
    settle([job for trial in trials for job in trial.jobs], folder / "profile")
    return trials


@pytest.fixture(scope="module")
def on_bases(folder: Path) -> list[Trial]:
    """On files with everything in them, in turns of the order, by two delegations."""
    trials = []
    for turn in range(_REWRITTEN):
        kinds = [*_KINDS[turn:], *_KINDS[:turn]]
        words = [" ".join(WORDS[(turn + n) % 4 :][:5]) for n in range(len(kinds))]
        data = base_file(kinds, words)
        session = rewritten(session_from(data), turn, 2)
        made = written(compose(session), Form.REDLINE, data)
        trials.append(_trial(session, made, folder / f"base{turn}.docx"))
    settle([job for trial in trials for job in trial.jobs], folder / "other profile")
    return trials


def test_twelve_accept_and_reject_to_our_texts(of_twelve: list[Trial]) -> None:
    for trial in of_twelve:
        session = trial.session
        original = [session.provisions[each].text for each in session.base_order]
        rejected = word_text(trial.theirs(Settling.REJECT)).body
        accepted = word_text(trial.theirs(Settling.ACCEPT)).body
        assert says_after_labels(rejected, words_of(original))
        assert says_after_labels(accepted, words_of(trial.composition.paragraphs))


def test_twelve_names_survive(of_twelve: list[Trial]) -> None:
    for trial in of_twelve:
        assert all_names(trial.theirs(Settling.KEEP)) == set(TWELVE)


def test_redlines_on_a_base_accept_and_reject_to_our_texts(on_bases: list[Trial]) -> None:
    for trial in on_bases:
        session = trial.session
        original = [session.provisions[each].text for each in session.base_order]
        for how, wanted in (
            (Settling.REJECT, original),
            (Settling.ACCEPT, list(trial.composition.paragraphs)),
        ):
            found = trial.theirs(how)
            assert not has_revisions(read_word(found, "theirs.docx"))
            assert word_text(found).body == words_of(wanted), (trial.source.name, how)


def test_names_on_a_base_survive(on_bases: list[Trial]) -> None:
    for trial in on_bases:
        ours = authors_found(read_word(trial.source.read_bytes(), "ours.docx"))
        theirs = authors_found(read_word(trial.theirs(Settling.KEEP), "theirs.docx"))
        assert {each.name for each in ours} <= {each.name for each in theirs}
