"""What the command line says, and how it ends."""

import sys

OK, FAULT, USAGE = 0, 1, 2


def say(text: str) -> None:
    """Print to standard output, in UTF-8 whatever the terminal says."""
    sys.stdout.buffer.write(text.encode() + b"\n")
    sys.stdout.flush()


def complain(text: str) -> None:
    """Print to standard error."""
    sys.stderr.buffer.write(text.encode() + b"\n")
    sys.stderr.flush()
