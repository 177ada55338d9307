"""`rolling-text compose`: print the compromise text."""

import argparse
import json
from pathlib import Path

from editor.app.switching import Switches, switched
from editor.cli.output import OK, say
from editor.exporters.composed_json import composed_json
from editor.exporters.plain import TextView, composed_text
from editor.negotiation.composition import compose
from editor.storage.session_file import SessionFile


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser("compose", help="print the compromise text")
    parser.add_argument("session", type=Path)
    switches = parser.add_mutually_exclusive_group()
    switches.add_argument("--on", metavar="A,B,...", help="exactly these layers")
    switches.add_argument("--all", action="store_true", help="all layers")
    switches.add_argument("--none", action="store_true", help="the base text")
    parser.add_argument("--view", choices=[each.value for each in TextView], default="clean")
    parser.add_argument("--json", action="store_true", help="runs and conflicts as JSON")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    file = SessionFile.open_to_read(arguments.session)
    try:
        session = switched(file.session, _switches(arguments))
    finally:
        file.close()
    composition = compose(session)
    if arguments.json:
        say(json.dumps(composed_json(composition), ensure_ascii=False, indent=2))
    else:
        for line in composed_text(composition, TextView(arguments.view)):
            say(line)
    return OK


def _switches(arguments: argparse.Namespace) -> Switches:
    if arguments.none:
        return Switches.none()
    if arguments.all:
        return Switches.all()
    if arguments.on is not None:
        return Switches.only(each.strip() for each in arguments.on.split(",") if each.strip())
    return Switches.as_stored()
