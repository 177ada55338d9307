import argparse
from pathlib import Path

import pytest

from editor.cli import doctor
from editor.cli.system_packages import install_command
from editor.errors import KnownError
from editor.resources import resource_path


@pytest.fixture(autouse=True)
def _a_ready_machine(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    listing = tmp_path / "system-packages.txt"
    listing.write_text("libc6 library libc.so.6\npython3-venv module not_asked_for\n", "utf-8")
    monkeypatch.setattr(doctor, "packaging_path", lambda name: tmp_path / name)
    monkeypatch.setattr(doctor, "libraries_not_found", list)
    monkeypatch.setattr(doctor, "start_offscreen", lambda: "6.11.0")
    monkeypatch.setattr(doctor, "data_folder", lambda: tmp_path / "not" / "yet" / "made")


def _report(capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    status = doctor.run(argparse.Namespace())
    return status, capsys.readouterr().out


def test_a_ready_machine_has_no_problem(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    status, report = _report(capsys)

    assert status == 0
    assert "PROBLEM" not in report
    assert "Qt: 6.11.0" in report
    assert f"ms to sync a page in {tmp_path}" in report
    assert not (tmp_path / "not").exists()


def test_a_missing_package_comes_with_the_command_that_installs_it(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "system-packages.txt").write_text("libgone library libgone.so.1\n", "utf-8")
    monkeypatch.setattr(doctor, "libraries_not_found", lambda: ["libgone.so.1", "libother.so.2"])

    status, report = _report(capsys)

    assert status == 1
    assert "missing: libgone, libother.so.2" in report
    assert f"As root: {install_command(['libgone'])}" in report


def test_a_library_of_no_known_package_is_named(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(doctor, "libraries_not_found", lambda: ["libother.so.2"])

    status, report = _report(capsys)

    assert status == 1
    assert "apt-file search libother.so.2" in report


def test_a_qt_that_does_not_start_is_a_problem(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail() -> str:
        raise KnownError("qt_does_not_start", said="no plugin")

    monkeypatch.setattr(doctor, "start_offscreen", fail)

    status, report = _report(capsys)

    assert status == 1
    assert "Qt: does not start (no plugin)" in report
    assert "pip install --force-reinstall 'PySide6-Essentials>=6.8,<6.12'" in report


def test_a_font_that_is_missing_or_no_font_is_named(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = resource_path("fonts", "Tinos-Regular.ttf").read_bytes()
    for name in ("Tinos-Regular.ttf", "Tinos-Bold.ttf", "Tinos-Italic.ttf", "Inter-Bold.ttf"):
        (tmp_path / name).write_bytes(whole)
    (tmp_path / "Tinos-BoldItalic.ttf").write_text("version https://git-lfs", "utf-8")
    monkeypatch.setattr(doctor, "resource_path", lambda _folder, name: tmp_path / name)

    status, report = _report(capsys)

    assert status == 1
    missing = "Tinos-BoldItalic.ttf, Inter-Regular.ttf, Inter-Medium.ttf, Inter-SemiBold.ttf"
    assert f"Fonts: missing: {missing}" in report


def test_a_data_folder_that_takes_no_file_is_a_problem(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(doctor, "data_folder", lambda: Path("/proc/rolling-text"))

    status, report = _report(capsys)

    assert status == 1
    assert "Session files: cannot be written in /proc" in report


def test_a_machine_without_display_is_ready_all_the_same(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)

    status, report = _report(capsys)

    assert status == 0
    assert "Display: none" in report
