"""`rolling-text export`: files to hand out."""

import argparse
import os
from datetime import datetime
from pathlib import Path

from editor.app.clock import local_now
from editor.app.export_notices import NOTICES
from editor.app.handing_out import Kind, Names, Request, hand_out, hand_out_fates, request_for
from editor.app.switching import named_delegation
from editor.cli.output import OK, complain, say
from editor.errors import KnownError
from editor.negotiation.composition import Composition, compose
from editor.storage.session_file import SessionFile


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser(
        "export", help="write the text, a compilation, a table or the fates of proposals to a file"
    )
    parser.add_argument("session", type=Path)
    parser.add_argument(
        "file",
        type=Path,
        help="its ending says the format: .docx .pdf .html .txt .md .xlsx .json; for the fates of "
        "all proposals a folder",
    )
    parser.add_argument("--as", dest="kind", choices=[each.value for each in Kind], default=None)
    parser.add_argument(
        "--delegation", metavar="NAME", help="whose proposals `--as fate` is about; else all"
    )
    parser.add_argument("--anonymous", action="store_true", help="without any name")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    kind = Kind(arguments.kind) if arguments.kind else None
    names = Names.LEFT_OUT if arguments.anonymous else Names.SHOWN
    request = request_for(arguments.file, kind, names)
    if arguments.delegation and request.kind is not Kind.FATE:
        raise KnownError("usage", text="--delegation is for --as fate")
    file = SessionFile.open_to_read(arguments.session)
    try:
        composition = compose(file.session)
        now = local_now()
        if request.kind is Kind.FATE and not arguments.delegation:
            return _fates(composition, arguments.file, now)
        request = _about(request, composition, arguments.delegation)
        notice = hand_out(
            composition, arguments.file, request, now, file.kept_file, printer=_printer
        )
    finally:
        file.close()
    say(f"Written: {arguments.file}")
    if notice is not None:
        complain(NOTICES[notice])
    return OK


def _about(request: Request, composition: Composition, written: str | None) -> Request:
    if request.kind is not Kind.FATE or written is None:
        return request
    delegation = named_delegation(composition.session, written)
    return Request(request.kind, request.ending, request.names, delegation.id)


def _fates(composition: Composition, folder: Path, now: datetime) -> int:
    if folder.suffix and not folder.is_dir():
        raise KnownError("export_needs_folder", path=str(folder))
    for path in hand_out_fates(composition, folder, now):
        say(f"Written: {path}")
    return OK


def _printer(html: str) -> bytes:
    """Qt takes long to load, and is needed for PDF only; no screen is."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from editor.ui.printing.pdf import pdf_of_page

    return pdf_of_page(html)
