"""The script that runs before there is an environment, on a machine that is not given a chance."""

import subprocess
from pathlib import Path

import pytest

_SCRIPT = Path(__file__).parents[2] / "packaging" / "install-system-packages.sh"


@pytest.fixture
def programs(tmp_path: Path) -> Path:
    """A folder of programs to find before those of the system."""
    folder = tmp_path / "programs"
    folder.mkdir()
    return folder


def _program(folder: Path, name: str, body: str) -> None:
    file = folder / name
    file.write_text(f"#!/bin/sh\n{body}\n", "utf-8")
    file.chmod(0o755)


def _run(programs: Path, listing: str) -> subprocess.CompletedProcess[str]:
    file = programs.parent / "listing.txt"
    file.write_text(listing, "utf-8")
    return subprocess.run(
        [_SCRIPT, file],
        env={"PATH": f"{programs}:/usr/bin:/bin"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
    )


def test_nothing_missing_is_nothing_done(programs: Path) -> None:
    _program(programs, "apt-get", "exit 9")

    done = _run(programs, "here path /usr\n")

    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_a_user_without_power_is_shown_the_command(programs: Path) -> None:
    _program(programs, "apt-get", "exit 9")
    _program(programs, "id", "echo 1000")
    _program(programs, "sudo", "exit 1")

    done = _run(programs, "gone path /nowhere\n")

    assert done.returncode == 1
    assert done.stderr.splitlines() == [
        "",
        "    apt-get update && apt-get install --yes --no-install-recommends gone",
        "",
        "System packages are missing and this user may not install them: "
        "run the line above as root, then repeat.",
    ]


def test_sudo_is_used_where_it_may_be(programs: Path) -> None:
    _program(programs, "apt-get", f'echo "$@" >>{programs}/calls')
    _program(programs, "id", "echo 1000")
    _program(programs, "sudo", '[ "$1" = -n ] || "$@"')

    done = _run(programs, "gone path /nowhere\nlost path /not/here\n")

    assert done.returncode == 0
    assert done.stdout == "Installing system packages (sudo): gone lost\n"
    calls = (programs / "calls").read_text("utf-8").splitlines()
    assert calls == ["update", "install --yes --no-install-recommends gone lost"]


def test_without_network_the_command_is_shown(programs: Path) -> None:
    _program(programs, "apt-get", '[ "$1" = update ] || exit 100')
    _program(programs, "id", "echo 0")

    done = _run(programs, "gone path /nowhere\n")

    assert done.returncode == 1
    assert "    apt-get update && apt-get install" in done.stderr
    assert done.stderr.splitlines()[-1].startswith("The line above, run as root, failed")
