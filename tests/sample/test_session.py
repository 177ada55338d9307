"""The committed sample is what its script makes, and a person's own copy stays theirs."""

import shutil
from pathlib import Path

import pytest

from editor.app import sample
from editor.exporters.dump import dump
from editor.negotiation.composition import compose
from editor.negotiation.integrity import faults
from editor.negotiation.session import Session
from editor.resources import sample_path
from editor.storage.check import check
from editor.storage.session_file import SessionFile
from editor.storage.storage_error import StorageError
from sample_sessions.make_sample import make_sample

DOCUMENTS = ("base.md", "compilation.md", "compilation.docx", "truth.json")


def session_of(path: Path) -> Session:
    file = SessionFile.open_to_read(path)
    try:
        return file.session
    finally:
        file.close()


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The sample made twice, in two folders."""
    return make_sample(tmp_path_factory.mktemp("one")), make_sample(tmp_path_factory.mktemp("two"))


@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_documents_are_the_same_bytes_every_time(made: tuple[Path, Path], name: str) -> None:
    once, again = (path.with_name(name).read_bytes() for path in made)
    assert once == again == sample_path(name).read_bytes()


def test_the_session_gives_the_same_dump_as_the_committed_one(made: tuple[Path, Path]) -> None:
    once, again = (dump(session_of(path)) for path in made)
    assert once == again
    assert once == dump(session_of(sample_path("sample.rolling"))), "make sample, and commit it"


def test_the_committed_session_is_sound_and_complete_in_itself() -> None:
    path = sample_path("sample.rolling")
    assert check(path).is_sound
    assert list(faults(session_of(path))) == []
    names = {each.name for each in path.parent.iterdir()}
    assert not {f"{path.name}-wal", f"{path.name}-shm", f"{path.name}-journal"} & names


def test_a_newcomer_sees_a_conflict_settled_and_one_open() -> None:
    session = session_of(sample_path("sample.rolling"))
    composition = compose(session)
    states = {each.is_open for each in composition.conflicts}
    assert states == {True, False}
    assert any(each.layer_on for each in session.delegations.values())
    assert not all(each.layer_on for each in session.delegations.values())
    assert session.title


def test_a_copy_opens_to_work_in_it_and_can_be_undone_to_the_beginning(tmp_path: Path) -> None:
    path = tmp_path / "sample.rolling"
    shutil.copyfile(sample_path("sample.rolling"), path)
    file = SessionFile.open(path)
    try:
        while file.can_undo:
            file.undo()
        assert not file.session.provisions
    finally:
        file.close()


# A person's own copy


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "new" / "data"
    monkeypatch.setattr(sample, "data_folder", lambda: folder)
    return folder


def test_the_own_sample_is_made_once_and_stays(data: Path) -> None:
    path = sample.own_sample()
    assert path == data / "sample.rolling"
    assert path.read_bytes() == sample_path("sample.rolling").read_bytes()
    path.write_bytes(b"with changes")
    assert sample.own_sample().read_bytes() == b"with changes"


def test_a_fresh_sample_keeps_the_ones_before(data: Path) -> None:
    sample.own_sample().write_bytes(b"first")
    sample.fresh_sample().write_bytes(b"second")
    fresh = sample.fresh_sample()
    assert fresh.read_bytes() == sample_path("sample.rolling").read_bytes()
    kept = {each.name: each.read_bytes() for each in data.iterdir() if each != fresh}
    assert kept == {"sample 1.rolling": b"first", "sample 2.rolling": b"second"}


def test_a_fresh_sample_takes_nothing_over_from_a_journal(data: Path) -> None:
    path = sample.own_sample()
    path.with_name(f"{path.name}-wal").write_bytes(b"of the first")
    sample.fresh_sample()
    assert {each.name for each in data.iterdir()} == {
        "sample.rolling",
        "sample 1.rolling",
        "sample 1.rolling-wal",
    }
    path.unlink()
    path.with_name(f"{path.name}-wal").write_bytes(b"of nothing")
    assert list(sample.own_sample().parent.glob("sample.rolling*")) == [path]


def test_a_sample_that_somebody_works_in_is_not_put_aside(data: Path) -> None:
    file = SessionFile.open(sample.own_sample(), "Ben")
    with pytest.raises(StorageError) as caught:
        sample.fresh_sample()
    file.undo()
    file.close()
    assert (caught.value.code, caught.value.facts["owner"]) == ("already_open", "Ben")
    assert list(data.iterdir()) == [file.path]


def test_a_copy_can_be_written_even_where_the_original_cannot(data: Path) -> None:
    file = SessionFile.open(sample.own_sample())
    assert not file.read_only
    file.close()
