import subprocess
from pathlib import Path

import pytest

from editor.cli import qt_platform
from editor.errors import KnownError


def test_qt_starts_and_tells_its_version() -> None:
    major, minor = (int(part) for part in qt_platform.start_offscreen().split(".")[:2])

    assert (6, 8) <= (major, minor) < (6, 12)


def test_a_qt_that_cannot_load_says_why(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    broken = tmp_path / "PySide6"
    broken.mkdir()
    broken.joinpath("__init__.py").write_text(
        "raise ImportError('libEGL.so.1: cannot open shared object file')", encoding="utf-8"
    )
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))

    with pytest.raises(KnownError) as caught:
        qt_platform.start_offscreen()

    assert caught.value.code == "qt_does_not_start"
    assert "libEGL.so.1" in str(caught.value.facts["said"])


def test_libraries_not_found_are_read_from_what_the_loader_says(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    said = (
        "\tlinux-vdso.so.1 (0x00007ffd)\n"
        "\tlibxcb-cursor.so.0 => not found\n"
        "\tlibc.so.6 => /lib/x86_64-linux-gnu/libc.so.6 (0x00007f)\n"
        "\tlibxcb-icccm.so.4 => not found\n"
    )
    monkeypatch.setattr(
        subprocess, "run", lambda command, **_: subprocess.CompletedProcess(command, 0, stdout=said)
    )

    assert qt_platform.libraries_not_found() == ["libxcb-cursor.so.0", "libxcb-icccm.so.4"]
