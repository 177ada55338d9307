"""`make bench`: prints the table that is kept in CONTRIBUTING.md.

    python -m tests.performance [machine | engine | window | word | tracked | compare]

Each part has a process of its own, so that none finds the memory that another has left.
"""

import subprocess
import sys
from importlib import import_module

from tests.performance.figures import HEAD

_PARTS = ("machine", "engine", "window", "word", "tracked", "compare")


def main() -> None:
    parts = sys.argv[1:]
    if len(parts) == 1:
        for each in import_module(f"tests.performance.bench_{parts[0]}").run():
            print(each.row(), flush=True)
        return
    print(HEAD, flush=True)
    for part in parts or _PARTS:
        subprocess.run([sys.executable, "-m", "tests.performance", part], check=True)


main()
