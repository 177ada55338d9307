"""A new session from text that was pasted."""

from pathlib import Path
from tempfile import TemporaryDirectory

from editor.app.importing import Incoming, add_base_text
from editor.app.reader_process import ReaderProcess
from editor.app.tasks import Report
from editor.negotiation.session import Heading, Session

PASTED = "Pasted text.md"


def session_from_text(path: Path, text: str, report: Report) -> Path:
    """A new session file at `path` with `text` as its base, or nothing at all.

    Raises KnownError for what cannot be read or written, and what `report` raises to stop.
    """
    title = Heading(title=path.stem.replace("_", " ").strip())
    with (
        ReaderProcess(lambda: report("reading")) as process,
        TemporaryDirectory() as folder,
    ):
        pasted = Path(folder) / PASTED
        pasted.write_text(text, encoding="utf-8")
        incoming = Incoming(path, Session(headings={"heading": title}), reader=process.read)
        add_base_text(incoming, pasted)
    report("writing")
    return incoming.write_new()
