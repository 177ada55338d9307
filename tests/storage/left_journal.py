"""The program that commits to a new session file and dies: what it did is in the journal only."""

import os
import sys
from pathlib import Path

from editor.negotiation.session import Session
from editor.storage.session_file import SessionFile
from tests.storage.kill_victim import patch_for

COMMITS = 30


def die_working(path: Path) -> None:
    file = SessionFile.create(path, Session(), "victim")
    for number in range(1, COMMITS + 1):
        file.commit(f"Act {number}", patch_for(file.session, number), "", "victim", "")
    os._exit(9)


if __name__ == "__main__":
    die_working(Path(sys.argv[1]))
