"""`rolling-text import`: base text, compilation, layers, or a dump, into a session."""

import argparse
from collections import Counter
from contextlib import closing
from pathlib import Path

from editor.app.formatted_layers import add_formatted
from editor.app.importing import (
    Incoming,
    add_base_text,
    add_compilation,
    add_table,
    restore,
)
from editor.app.profiles import remembered_profile, with_profile
from editor.app.reader_process import ReaderProcess
from editor.app.replaced import Replaced, replaced_in
from editor.app.settings import SettingsStore
from editor.app.tracked_layers import OtherBase
from editor.cli.import_layers import add_layer_file, author_of, layer_file
from editor.cli.output import OK, say
from editor.errors import KnownError
from editor.importers.house_styles.guess import PROFILE_NAMES
from editor.negotiation.amendment import AmendmentState
from editor.negotiation.session import ImportReport, Session

_COLOURS = "colours"


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser("import", help="bring documents into a session")
    parser.add_argument("session", type=Path)
    parser.add_argument("--base", type=Path, metavar="FILE")
    parser.add_argument("--compilation", type=Path, metavar="FILE")
    parser.add_argument(
        "--layer",
        action="append",
        default=[],
        metavar="[DELEGATION=]FILE",
        help="a delegation's whole text, or its tracked changes; without DELEGATION the changes "
        "of each author go to the delegation that the author is known as",
    )
    parser.add_argument(
        "--author",
        action="append",
        default=[],
        metavar="AUTHOR=DELEGATION",
        help="whose the tracked changes of an author are; remembered in the session",
    )
    parser.add_argument(
        "--if-base-differs",
        choices=[str(each) for each in OtherBase],
        default=str(OtherBase.REFUSE),
        help="tracked changes on another base: refuse them (default), compare the final text, "
        "or carry over what stands in words that both have",
    )
    parser.add_argument(
        "--table",
        action="append",
        default=[],
        metavar="[DELEGATION=]FILE",
        help="a table of proposals (XLSX, CSV, or in a Word file); DELEGATION where it names none",
    )
    parser.add_argument(
        "--profile",
        choices=(*PROFILE_NAMES, _COLOURS),
        help="how the compilation is marked up; without it, as it was chosen for a file of such "
        "a name before, else guessed",
    )
    parser.add_argument(
        "--colour",
        action="append",
        default=[],
        metavar="COLOUR=DELEGATION",
        help="the words of this colour in the compilation are what the delegation adds, or, "
        "struck, deletes; without it, as a legend says; with - for DELEGATION, ordinary words",
    )
    parser.add_argument("--json", type=Path, metavar="FILE", help="restore a dump")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    _refuse_what_does_not_go_together(arguments)
    layers = [layer_file("--layer", each) for each in arguments.layer]
    tables = [layer_file("--table", each) for each in arguments.table]
    whose = dict(author_of(each) for each in arguments.author)
    if arguments.json:
        if arguments.base or arguments.compilation or layers or tables:
            raise KnownError("usage", text="--json stands alone")
        with ReaderProcess() as process:
            restore(arguments.session, arguments.json, process.read)
        say(f"Restored {arguments.session}")
        return OK
    if not (arguments.base or arguments.compilation or layers or tables):
        text = "nothing to import: give --base, --compilation, --layer or --table"
        raise KnownError("usage", text=text)
    with (
        ReaderProcess() as process,
        closing(Incoming.into(arguments.session, process.read)) as incoming,
    ):
        if arguments.compilation and _is_in_colours(arguments):
            colours = dict(author_of(each) for each in arguments.colour)
            add_formatted(incoming, arguments.compilation, colours)
        elif arguments.compilation:
            profile = _profile(arguments.compilation, arguments.profile)
            add_compilation(incoming, arguments.compilation, arguments.base, profile)
        elif arguments.base:
            add_base_text(incoming, arguments.base)
        elif not _has_base(incoming.session):
            text = f"{arguments.session} has no base text: give --base or --compilation too"
            raise KnownError("usage", text=text)
        for layer in layers:
            add_layer_file(incoming, layer, whose, OtherBase(arguments.if_base_differs))
        for table in tables:
            add_table(incoming, table.file, table.delegation)
        incoming.write()
    for line in _summary(incoming):
        say(line)
    return OK


def _refuse_what_does_not_go_together(arguments: argparse.Namespace) -> None:
    for option, is_given in (("--profile", arguments.profile), ("--colour", arguments.colour)):
        if is_given and not arguments.compilation:
            raise KnownError("usage", text=f"{option} is for --compilation")
    if arguments.colour and arguments.profile not in (None, _COLOURS):
        raise KnownError("usage", text=f"--colour is for the profile {_COLOURS}")
    if arguments.compilation and arguments.base and _is_in_colours(arguments):
        raise KnownError("usage", text="a compilation in colours has its base text in it")


def _has_base(session: Session) -> bool:
    """An empty file is a base text too."""
    return bool(session.base_order) or any(each.is_base for each in session.files.values())


def _is_in_colours(arguments: argparse.Namespace) -> bool:
    return bool(arguments.colour) or arguments.profile == _COLOURS


def _profile(path: Path, chosen: str | None) -> str:
    """The profile to read a compilation in; one that is chosen is remembered for its series."""
    store = SettingsStore()
    if chosen:
        store.keep(with_profile(store.current, path.name, chosen))
        return chosen
    return remembered_profile(store.current, path.name)


def _summary(incoming: Incoming) -> list[str]:
    session = incoming.session
    lines = [
        f"{incoming.path}: {len(session.base_order)} provisions, "
        f"{_proposals(session)}, {len(session.delegations) - 1} delegations"
    ]
    lines.extend(_told(incoming, each) for each in replaced_in(incoming))
    for report in incoming.reports:
        lines.append(f"{_name_of(incoming, report.file)}: {_counts(report)}")
        lines.extend(f"  line {line}: {code} {detail}" for code, line, detail in report.warnings)
    lines.extend(_set_aside(incoming))
    return lines


def _proposals(session: Session) -> str:
    states = [each.state for each in session.amendments.values()]
    gone = states.count(AmendmentState.SUPERSEDED)
    return f"{len(states) - gone} proposals" + (f" ({gone} superseded)" if gone else "")


def _told(incoming: Incoming, replaced: Replaced) -> str:
    name = incoming.session.delegations[replaced.delegation].name
    return (
        f"{replaced.later}: a later text of {name} than {replaced.file}; "
        f"{replaced.count} of its proposals are superseded"
    )


def _set_aside(incoming: Incoming) -> list[str]:
    """What of each file nothing came of, by reason."""
    before = incoming.heard.before.unread
    rows = [each for key, each in incoming.session.unread.items() if key not in before]
    counted = Counter((each.file, each.reason) for each in rows)
    files = dict.fromkeys(each.file for each in rows)
    return [
        f"{_name_of(incoming, file)}: set aside: "
        + ", ".join(f"{n} {reason}" for (of, reason), n in counted.items() if of == file)
        for file in files
    ]


def _counts(report: ImportReport) -> str:
    if not report.annotations:
        return "no annotations"
    left = report.annotations - report.understood - report.guessed
    return (
        f"{report.understood} of {report.annotations} annotations understood, "
        f"{report.guessed} guessed, {left} left as they are"
    )


def _name_of(incoming: Incoming, file: str) -> str:
    row = incoming.session.files.get(file)
    return row.name if row else file
