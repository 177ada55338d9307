"""`rolling-text export`: the compromise as a Word file."""

import argparse
from datetime import UTC, datetime
from pathlib import Path

from editor.app.exporting import ExportForm, export
from editor.cli.output import OK, say
from editor.errors import KnownError
from editor.negotiation.composition import compose
from editor.storage.session_file import SessionFile

_LATER = ("compilation", "table", "fate")


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser("export", help="write the compromise to a file")
    parser.add_argument("session", type=Path)
    parser.add_argument("file", type=Path)
    forms = [*(each.value for each in ExportForm), *_LATER]
    parser.add_argument("--as", dest="form", choices=forms, default=None)
    parser.add_argument("--anonymous", action="store_true")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    if arguments.anonymous:
        raise KnownError("not_available_yet", feature="--anonymous")
    if arguments.form in _LATER:
        raise KnownError("not_available_yet", feature=f"--as {arguments.form}")
    form = ExportForm(arguments.form) if arguments.form else _by_name(arguments.file)
    file = SessionFile.open_to_read(arguments.session)
    try:
        session = file.session
    finally:
        file.close()
    export(compose(session), arguments.file, form, datetime.now(UTC))
    say(f"Written: {arguments.file}")
    return OK


def _by_name(path: Path) -> ExportForm:
    return ExportForm.JSON if path.suffix.lower() == ".json" else ExportForm.CLEAN
