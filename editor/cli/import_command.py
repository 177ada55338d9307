"""`rolling-text import`: base text, compilation, layers, or a dump, into a session."""

import argparse
from pathlib import Path

from editor.app.importing import (
    Incoming,
    add_base_text,
    add_compilation,
    add_layer,
    restore,
)
from editor.cli.output import OK, say
from editor.errors import KnownError
from editor.negotiation.session import ImportReport


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser("import", help="bring documents into a session")
    parser.add_argument("session", type=Path)
    parser.add_argument("--base", type=Path, metavar="FILE")
    parser.add_argument("--compilation", type=Path, metavar="FILE")
    parser.add_argument("--layer", action="append", default=[], metavar="DELEGATION=FILE")
    parser.add_argument("--profile", metavar="NAME")
    parser.add_argument("--json", type=Path, metavar="FILE", help="restore a dump")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    if arguments.profile:
        raise KnownError("not_available_yet", feature="--profile")
    layers = [_layer(each) for each in arguments.layer]
    if arguments.json:
        if arguments.base or arguments.compilation or layers:
            raise KnownError("usage", text="--json stands alone")
        restore(arguments.session, arguments.json)
        say(f"Restored {arguments.session}")
        return OK
    if not (arguments.base or arguments.compilation or layers):
        raise KnownError("usage", text="nothing to import: give --base, --compilation or --layer")
    incoming = Incoming.into(arguments.session)
    try:
        if arguments.compilation:
            add_compilation(incoming, arguments.compilation, arguments.base)
        elif arguments.base:
            add_base_text(incoming, arguments.base)
        for delegation, file in layers:
            add_layer(incoming, delegation, file)
        incoming.write()
    finally:
        incoming.close()
    for line in _summary(incoming):
        say(line)
    return OK


def _layer(given: str) -> tuple[str, Path]:
    delegation, equals, file = given.partition("=")
    if not (delegation.strip() and equals and file):
        raise KnownError("usage", text=f"--layer {given}: write DELEGATION=FILE")
    return delegation.strip(), Path(file)


def _summary(incoming: Incoming) -> list[str]:
    session = incoming.session
    lines = [
        f"{incoming.path}: {len(session.base_order)} provisions, "
        f"{len(session.amendments)} proposals, {len(session.delegations) - 1} delegations"
    ]
    for report in incoming.reports:
        left = report.annotations - report.understood - report.guessed
        lines.append(
            f"{_file_name(incoming, report)}: "
            f"{report.understood} of {report.annotations} annotations understood, "
            f"{report.guessed} guessed, {left} left as they are"
        )
        lines.extend(f"  line {line}: {code} {detail}" for code, line, detail in report.warnings)
    return lines


def _file_name(incoming: Incoming, report: ImportReport) -> str:
    row = incoming.session.files.get(report.file)
    return row.name if row else report.file
