"""Plants each fault in a copy of the engine, runs the laws on it, and prints what caught it.

    python -m tests.faults.plant [words of a fault's name …]

The sound engine goes first and must pass. Exit status 1 when a fault survives.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.faults.catalogue import FAULTS
from tests.faults.fault import ROOT, Fault

NEEDED = ("pyproject.toml", "editor", "resources", "tests")


def copied(folder: Path) -> Path:
    """A copy of the engine and its laws in `folder`, which is made."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in NEEDED:
        source, goal = ROOT / name, folder / name
        if source.is_dir():
            shutil.copytree(source, goal, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, goal)
    return folder


def first_failure(folder: Path) -> str:
    """The test of the laws that fails first in the copy, directed cases before random ones;
    empty when all pass."""
    laws = folder / "tests" / "laws"
    files = sorted(laws.glob("test_*.py"), key=lambda each: "@given" in each.read_text("utf-8"))
    command = [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider"]
    command += ["-p", "tests.faults.few_examples", "--tb=no", "-n0"]
    command += [str(each.relative_to(folder)) for each in files]
    environment = os.environ | {"HYPOTHESIS_PROFILE": "faults", "PYTHONPATH": str(folder)}
    done = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    failed = re.search(r"^(?:FAILED|ERROR) (\S+)", done.stdout, re.MULTILINE)
    if failed:
        return failed[1].removeprefix("tests/laws/")
    if done.returncode:
        raise RuntimeError(done.stdout + done.stderr)
    return ""


def caught_by(fault: Fault, folder: Path) -> str:
    """The first law that catches the fault; empty when it survives. `folder` is sound again
    afterwards."""
    file = folder / "editor" / fault.file
    sound = file.read_text("utf-8")
    file.write_text(fault.planted(sound), "utf-8")
    try:
        return first_failure(folder)
    finally:
        file.write_text(sound, "utf-8")


def main(words: list[str]) -> int:
    chosen = [each for each in FAULTS if all(word in each.name for word in words)]
    survivors = 0
    with tempfile.TemporaryDirectory(prefix="planted-") as name:
        folder = copied(Path(name))
        unsound = first_failure(folder)
        if unsound:
            print(f"the engine itself fails {unsound}: nothing to plant in", file=sys.stderr)
            return 1
        for fault in chosen:
            law = caught_by(fault, folder)
            survivors += not law
            print(f"{'caught' if law else 'SURVIVED':9} {fault.name}  {law}", flush=True)
    print(f"{len(chosen) - survivors} of {len(chosen)} planted faults caught")
    return min(survivors, 1)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
