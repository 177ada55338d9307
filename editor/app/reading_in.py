"""Reading what the user asks to be brought in, without writing anything."""

from pathlib import Path
from tempfile import TemporaryDirectory

from editor.app.import_request import PASTED, ImportKind, ImportRequest
from editor.app.importing import (
    Incoming,
    add_base_text,
    add_compilation,
    add_layer,
    add_table,
)
from editor.app.reader_process import ReaderProcess
from editor.app.tasks import Report
from editor.negotiation.session import Heading, Session


def make_session(path: Path, request: ImportRequest, report: Report) -> Path:
    """A new session file at `path` made from what was asked for, or nothing at all.

    Raises KnownError for what cannot be read or written, and what `report` raises to stop.
    """
    title = Heading(title=path.stem.replace("_", " ").strip())
    incoming = read_in(path, Session(headings={"heading": title}), request, report)
    try:
        incoming.write()
    finally:
        incoming.close()
    return path


def read_in(path: Path, session: Session, request: ImportRequest, report: Report) -> Incoming:
    """The session at `path` with what was asked for added; nothing is written.

    Raises KnownError for what cannot be read, and whatever `report` raises to stop.
    """
    report("reading")
    with ReaderProcess(lambda: report("reading")) as process:
        incoming = Incoming(path, session, reader=process.read)
        if isinstance(request.source, Path):
            _add(incoming, request, request.source)
        else:
            with TemporaryDirectory() as folder:
                pasted = Path(folder) / PASTED
                pasted.write_text(request.source, encoding="utf-8")
                _add(incoming, request, pasted)
    report("writing")
    return incoming


def _add(incoming: Incoming, request: ImportRequest, source: Path) -> None:
    match request.kind:
        case ImportKind.BASE:
            add_base_text(incoming, source)
        case ImportKind.COMPILATION:
            add_compilation(incoming, source, request.base)
        case ImportKind.LAYER:
            add_layer(incoming, request.delegation, source)
        case ImportKind.TABLE:
            add_table(incoming, source, request.delegation)
