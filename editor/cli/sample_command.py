"""`rolling-text run-sample`: open the sample, or without a display compose it to a Word file."""

import argparse

from editor.app.clock import local_now
from editor.app.handing_out import Ending, Kind, Request, hand_out
from editor.app.sample import own_sample
from editor.cli.output import OK, say
from editor.cli.window_command import has_display, open_window
from editor.negotiation.composition import compose
from editor.storage.session_file import SessionFile


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser("run-sample", help="open the sample session")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    path = own_sample()
    if has_display():
        return open_window(path)
    file = SessionFile.open_to_read(path)
    try:
        composition = compose(file.session)
    finally:
        file.close()
    target = path.with_name("compromise.docx")
    hand_out(composition, target, Request(Kind.REDLINE, Ending.WORD), local_now())
    say("There is no display here, so the sample was composed instead of shown:")
    conflicts = len(composition.open_conflicts)
    say(f"  {len(composition.paragraphs)} paragraphs, {conflicts} open conflicts")
    say(f"  the compromise as a Word file with tracked changes: {target}")
    return OK
