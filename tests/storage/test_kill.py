"""Killed at a random moment: what was reported is there, nothing is half there, undo works."""

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from editor.storage.check import check
from editor.storage.session_file import SessionFile
from tests.storage.kill_victim import states

ROOT = Path(__file__).parents[2]
LONGEST_LIFE = 0.25
"""Seconds between the first report and the kill; some fifty acts."""


def killed_after(path: Path, seed: int, seconds: float) -> int:
    """Let the victim work on a new file and kill it; the number of the last act it reported."""
    command = [sys.executable, "-m", "tests.storage.kill_victim", str(path), str(seed)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE) as victim:
        assert victim.stdout is not None
        assert victim.stdout.readline() == b"0\n"
        time.sleep(seconds)
        victim.kill()
        reports = victim.stdout.read().decode()
    whole_lines = reports[: reports.rfind("\n") + 1].split()
    return int(whole_lines[-1]) if whole_lines else 0


def kill_and_look(path: Path, seed: int) -> None:
    seconds = random.Random(seed).uniform(0, LONGEST_LIFE)
    reported = killed_after(path, seed, seconds)
    expected = states(seed, reported + 1)
    assert check(path).findings == ()
    file = SessionFile.open(path, "Ann")
    found = file.session
    undone = 0
    while file.undo():
        undone += 1
    start = file.session
    for _ in range(undone):
        file.redo()
    back = file.session
    file.close()
    assert found in expected[reported:], f"killed after act {reported} of seed {seed}"
    assert (start, back) == (expected[0], found)
    assert check(path).findings == ()


@pytest.mark.parametrize("seed", range(10))
def test_killed_at_a_random_moment(tmp_path: Path, seed: int) -> None:
    kill_and_look(tmp_path / "talks.rolling", seed)


@pytest.mark.endurance
@pytest.mark.parametrize("seed", range(10, 200))
def test_killed_at_two_hundred_random_moments(tmp_path: Path, seed: int) -> None:
    kill_and_look(tmp_path / "talks.rolling", seed)
