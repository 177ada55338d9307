"""`rolling-text dump`: the whole session as JSON."""

import argparse
from pathlib import Path

from editor.cli.output import OK, put
from editor.exporters.dump import dump
from editor.storage.session_file import SessionFile


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser("dump", help="print the whole session as JSON")
    parser.add_argument("session", type=Path)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    file = SessionFile.open_to_read(arguments.session)
    try:
        put(dump(file.session))
    finally:
        file.close()
    return OK
