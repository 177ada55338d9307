"""What the command line says, and how it ends."""

import sys

OK, FAULT, USAGE = 0, 1, 2


def say(text: str) -> None:
    """Print a line to standard output, in UTF-8 whatever the terminal says."""
    put(_bytes(text))


def put(content: bytes) -> None:
    """Write bytes to standard output as they are."""
    sys.stdout.buffer.write(content)
    sys.stdout.flush()


def complain(text: str) -> None:
    """Print a line to standard error."""
    sys.stderr.buffer.write(_bytes(text))
    sys.stderr.flush()


def _bytes(text: str) -> bytes:
    """A file name that is not UTF-8 comes out as it came in."""
    return text.encode(errors="surrogateescape") + b"\n"
