"""Writing files: whole or not at all, and never anything but what the session says."""

import errno
import os
import resource
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest

from editor.app import export_check, word_export
from editor.app.exporting import plain_name
from editor.app.handing_out import Ending, Kind, Request, hand_out, handed_out
from editor.errors import BugError, KnownError
from editor.exporters.dump import dump
from editor.exporters.forms import manuscript
from editor.exporters.manuscript import Form, ManuscriptParagraph
from editor.exporters.word.writer import word_file
from editor.importers.word.reader import read_word
from editor.negotiation.amendment import Amendment, AmendmentKind
from editor.negotiation.composition import Composition, compose
from tests.exporters.everything import everything
from tests.exporters.small_sessions import by, change, replacing, session

NOW = datetime(2024, 7, 1, 9, 30, tzinfo=UTC)
TEXT = "States should act soon."


def word(form: Form) -> Request:
    return Request(Kind(form), Ending.WORD)


def names_in(folder: Path) -> list[str]:
    return [each.name for each in folder.iterdir()]


@pytest.fixture
def composition() -> Composition:
    return compose(
        session(
            [TEXT, "Rest."],
            [
                change("a", "p1", "CAN", replacing(TEXT, "should", "shall")),
                change("b", "p1", "JPN", replacing(TEXT, "should", "may")),
                by("EGY", Amendment("c", "p2", AmendmentKind.DELETE_PROVISION)),
            ],
        )
    )


@pytest.mark.parametrize("form", Form)
def test_word_files_are_written_whole(composition: Composition, form: Form, tmp_path: Path) -> None:
    target = tmp_path / "text.docx"
    hand_out(composition, target, word(form), NOW)
    assert target.read_bytes() == word_file(composition, form, NOW)
    assert read_word(target.read_bytes(), target.name).paragraphs
    assert names_in(tmp_path) == ["text.docx"]


def test_the_dump_is_a_form(composition: Composition, tmp_path: Path) -> None:
    target = tmp_path / "session.json"
    hand_out(composition, target, Request(Kind.JSON, Ending.JSON), NOW)
    assert target.read_bytes() == dump(composition.session)


def test_what_was_there_is_replaced_also_through_a_link(
    composition: Composition, tmp_path: Path
) -> None:
    target, link = tmp_path / "text.docx", tmp_path / "link.docx"
    target.write_bytes(b"old")
    link.symlink_to(target)
    hand_out(composition, link, word(Form.CLEAN), NOW)
    assert link.is_symlink()
    assert target.read_bytes().startswith(b"PK")


def refused(composition: Composition, target: Path) -> str:
    with pytest.raises(KnownError) as caught:
        hand_out(composition, target, word(Form.CLEAN), NOW)
    assert caught.value.facts["path"] == str(target)
    return caught.value.code


def test_a_folder_that_is_not_there(composition: Composition, tmp_path: Path) -> None:
    assert refused(composition, tmp_path / "gone" / "a.docx") == "export_folder_missing"
    (tmp_path / "file").write_text("")
    assert refused(composition, tmp_path / "file" / "a.docx") == "export_folder_missing"


def test_what_is_not_a_file_stays(composition: Composition, tmp_path: Path) -> None:
    assert refused(composition, tmp_path) == "export_not_a_file"
    assert refused(composition, Path(os.devnull)) == "export_not_a_file"


def test_a_name_that_is_too_long(composition: Composition, tmp_path: Path) -> None:
    assert refused(composition, tmp_path / f"{'x' * 300}.docx") == "export_name_too_long"
    assert names_in(tmp_path) == []


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_what_is_read_only(composition: Composition, tmp_path: Path) -> None:
    target = tmp_path / "text.docx"
    target.write_bytes(b"old")
    target.chmod(0o444)
    assert refused(composition, target) == "export_read_only"
    target.chmod(0o644)
    tmp_path.chmod(0o555)
    try:
        assert refused(composition, target) == "export_read_only"
    finally:
        tmp_path.chmod(0o755)
    assert target.read_bytes() == b"old"


@contextmanager
def disk_full_after(size: int) -> Iterator[None]:
    """No file of this process may grow beyond `size` bytes."""
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, limits[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        signal.signal(signal.SIGXFSZ, ignored)


def test_a_full_disk_leaves_what_was_there(composition: Composition, tmp_path: Path) -> None:
    target = tmp_path / "text.docx"
    target.write_bytes(b"old")
    with disk_full_after(2000):
        code = refused(composition, target)
    assert code == "export_disk_full"
    assert target.read_bytes() == b"old"
    assert names_in(tmp_path) == ["text.docx"]


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, "export_disk_full"),
        (errno.EROFS, "export_read_only"),
        (errno.EBUSY, "export_in_use"),
        (errno.EIO, "export_failed"),
    ],
)
def test_what_the_system_says_at_the_last_step(
    composition: Composition,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    number: int,
    code: str,
) -> None:
    def fail(_path: Path, _target: Path) -> None:
        raise OSError(number, os.strerror(number))

    target = tmp_path / "text.docx"
    target.write_bytes(b"old")
    monkeypatch.setattr(Path, "replace", fail)
    assert refused(composition, target) == code
    assert target.read_bytes() == b"old"
    assert names_in(tmp_path) == ["text.docx"]


def test_a_file_that_says_something_else_is_never_written(
    composition: Composition, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = compose(session(["States should sleep.", "Rest."]))

    def confused(_composition: Composition, form: Form, now: datetime) -> bytes:
        return word_file(other, form, now)

    monkeypatch.setattr(word_export, "word_file", confused)
    for form in Form:
        with pytest.raises(BugError, match="differs"):
            hand_out(composition, tmp_path / "text.docx", word(form), NOW)
    assert names_in(tmp_path) == []


def test_an_unsound_file_is_never_written(
    composition: Composition, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(word_export, "word_file", lambda *_: b"no package")
    with pytest.raises(BugError, match="unsound"):
        handed_out(composition, word(Form.CLEAN), NOW)


def test_a_manuscript_that_is_not_the_composed_text_is_noticed(
    composition: Composition, monkeypatch: pytest.MonkeyPatch
) -> None:
    def shortened(composed: Composition, form: Form) -> tuple[ManuscriptParagraph, ...]:
        return manuscript(composed, form)[:-1]

    monkeypatch.setattr(export_check, "manuscript", shortened)
    with pytest.raises(BugError, match="composed text"):
        handed_out(composition, word(Form.CLEAN), NOW)


def test_words_with_breaks_tabs_and_decomposed_letters_pass_the_check() -> None:
    odd = "One\ttwo\u2028three\nfour\r\x0b end"
    swap = change("a", "p1", "CAN", replacing(odd, "two", "cafe\u0301\ntwo"))
    for form in Form:
        assert handed_out(compose(session([odd], [swap])), word(form), NOW)


def test_what_has_everything_in_it_passes_the_check_and_comes_out_the_same_twice() -> None:
    composition = compose(everything())
    for form in Form:
        assert handed_out(composition, word(form), NOW) == handed_out(
            compose(everything()), word(form), NOW
        )


def test_names_that_every_system_takes() -> None:
    assert plain_name("Draft articles", "Text") == "Draft articles"
    assert plain_name('A/RES: "x" <y>\u202e?\n', "Text") == "A RES x y"
    assert plain_name(" ... ", "Text") == "Text"
    assert len(plain_name("湿地" * 99, "Text").encode()) <= 200
