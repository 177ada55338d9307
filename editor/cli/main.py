"""The command line: `rolling-text COMMAND …`, or `rolling-text [SESSION]` for the window."""

import argparse
import os
import sys
from pathlib import Path

from editor.app.sentences import sentence
from editor.cli import (
    check_command,
    compose_command,
    doctor,
    dump_command,
    export_command,
    import_command,
    sample_command,
)
from editor.cli.output import FAULT, USAGE, complain
from editor.cli.window_command import open_window
from editor.errors import BugError, KnownError

_COMMANDS = (
    import_command,
    dump_command,
    compose_command,
    export_command,
    check_command,
    sample_command,
)
_USAGE_CODES = frozenset({"usage"})


def main(argv: list[str] | None = None) -> int:
    """Run one command. Returns 0, 1 for a fault in the input, 2 for wrong usage.

    Raises SystemExit(2) for options that no command has, and SystemExit(0) after `--help`.
    """
    given = sys.argv[1:] if argv is None else argv
    parser, names = _parser()
    try:
        if not given or (given[0] not in names and not given[0].startswith("-")):
            return _window(given)
        arguments = parser.parse_args(given)
        status: int = arguments.run(arguments)
        return status
    except KnownError as error:
        complain(f"rolling-text: {sentence(error)}")
        return USAGE if error.code in _USAGE_CODES else FAULT
    except BugError as error:
        complain(f"rolling-text: {sentence(error)}")
        return FAULT
    except BrokenPipeError:
        _leave_output()
        return FAULT
    except OSError as error:
        fault = KnownError("system", path=error.filename or "", said=error.strerror or error)
        complain(f"rolling-text: {sentence(fault)}")
        return FAULT


def _leave_output() -> None:
    """Nobody reads what we print any more; Python would complain about that at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _window(given: list[str]) -> int:
    if len(given) > 1:
        raise KnownError("usage", text=f"unknown command: {given[0]}")
    path = Path(given[0]) if given else None
    if path is not None and not path.exists():
        raise KnownError("missing", path=str(path))
    return open_window(path)


def _parser() -> tuple[argparse.ArgumentParser, frozenset[str]]:
    parser = argparse.ArgumentParser(
        prog="rolling-text",
        description="A desktop editor for the Chair of a negotiation.",
        epilog="rolling-text [SESSION] opens the window.",
    )
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for each in _COMMANDS:
        each.add_to(commands)
    ready = commands.add_parser("doctor", help="is this machine ready")
    ready.set_defaults(run=doctor.run)
    return parser, frozenset(commands.choices)
