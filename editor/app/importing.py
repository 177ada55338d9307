"""Bringing documents into a session: all of it, or nothing."""

from dataclasses import dataclass, field, replace
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from editor.app.switching import find_delegation
from editor.errors import KnownError
from editor.importers.alternative_text import alternative_patch
from editor.importers.base_text import base_text_patch
from editor.importers.compilation.build import compilation_patch
from editor.importers.compilation.read import read_compilation
from editor.importers.dump import restored
from editor.importers.names import code_for, load_names
from editor.importers.open_source import read_file, read_source
from editor.importers.revisions import has_revisions
from editor.importers.source import SourceDocument
from editor.negotiation.commands.bringing_in import BringIn
from editor.negotiation.delegation import Delegation
from editor.negotiation.identity import fresh
from editor.negotiation.patch import Draft, Patch, patched
from editor.negotiation.session import Heading, ImportedFile, ImportReport, Session
from editor.storage.session_file import SessionFile


@dataclass(frozen=True, slots=True)
class Document:
    """A file that was read: what it says, its bytes, and its row in the session."""

    source: SourceDocument
    content: bytes
    row: ImportedFile


@dataclass
class Incoming:
    """A session to which documents are being added; nothing is written before `write`."""

    path: Path
    session: Session
    file: SessionFile | None = None
    steps: list[BringIn] = field(default_factory=list)
    contents: list[bytes] = field(default_factory=list)

    @classmethod
    def into(cls, path: Path) -> "Incoming":
        """The session file at `path`, or a new one to be made there. Raises StorageError."""
        if not path.exists():
            title = Heading(title=path.stem.replace("_", " ").strip())
            return cls(path, Session(headings={"heading": title}))
        file = SessionFile.open(path)
        return cls(path, file.session, file)

    @property
    def reports(self) -> list[ImportReport]:
        """The reports of what was added."""
        rows = [c.after for step in self.steps for c in step.patch.changes]
        return [row for row in rows if isinstance(row, ImportReport)]

    def add(self, patch: Patch, *documents: Document) -> None:
        """Take a planned import over into the session in memory."""
        self.session = patched(self.session, patch)
        self.steps.append(BringIn(patch, documents[0].row.name if documents else ""))
        self.contents.extend(each.content for each in documents)

    def write(self) -> None:
        """Write everything added, with the bytes of the files. Raises StorageError."""
        if self.file is not None:
            self._write_to(self.file)
            return
        self.file = SessionFile.create(self.path, Session(headings=self.session.headings), "")
        try:
            self._write_to(self.file)
        except BaseException:
            self.close()
            self.path.unlink(missing_ok=True)
            raise

    def _write_to(self, file: SessionFile) -> None:
        for content in self.contents:
            file.keep_file(content)
        for step in self.steps:
            file.commit("BringIn", step.patch, step.file, "", _now())

    def close(self) -> None:
        if self.file is not None:
            self.file.close()
            self.file = None


def read_document(session: Session, path: Path) -> Document:
    """Read a file. Raises KnownError for what cannot be read."""
    content = read_file(path)
    digest = sha256(content).hexdigest()
    row = ImportedFile(next(fresh("f", session.files)), path.name, digest, _now())
    return Document(read_source(content, path.name), content, row)


def add_base_text(incoming: Incoming, path: Path) -> None:
    """Give a new session its base text. Raises KnownError("has_base") where there is one."""
    if incoming.session.base_order:
        raise KnownError("has_base", path=str(incoming.path))
    document = read_document(incoming.session, path)
    patch = base_text_patch(incoming.session, document.source, document.row)
    incoming.add(patch, document)


def add_compilation(incoming: Incoming, path: Path, base: Path | None) -> None:
    """Make a compilation, with or without its base document beside it, the session's text."""
    if incoming.session.base_order:
        raise KnownError("has_base", path=str(incoming.path))
    document = read_document(incoming.session, path)
    beside = read_document(incoming.session, base) if base else None
    reading = read_compilation(document.source, load_names(), beside.source if beside else None)
    patch = compilation_patch(incoming.session, reading, document.row)
    incoming.add(patch, document, *([beside] if beside else []))


def add_layer(incoming: Incoming, written: str, path: Path) -> None:
    """Bring a delegation's whole text into its layer; an unknown name is a new delegation."""
    document = read_document(incoming.session, path)
    if has_revisions(document.source):
        raise KnownError("not_available_yet", feature=f"tracked changes in {path.name}")
    incoming.add(layer_patch(incoming.session, written, document), document)


def layer_patch(session: Session, written: str, document: Document) -> Patch:
    """The patch that brings in a delegation's whole text, and the delegation if it is new."""
    draft = Draft(session)
    delegation = find_delegation(session, written) or new_delegation(session, written)
    if delegation.id not in session.delegations:
        draft.put("delegations", delegation.id, delegation)
    arrived = draft.patch()
    layer = alternative_patch(
        patched(session, arrived), delegation.id, document.source, document.row
    )
    return Patch(arrived.changes + layer.changes)


def new_delegation(session: Session, written: str) -> Delegation:
    """A delegation by its designation, with the name and code that the United Nations uses if
    it is known, and the next free colour."""
    names = load_names()
    taken = {each.code for each in session.delegations.values()}
    found = names.find(written)
    code = found.code if found else code_for(written, {*taken, *names.codes})
    known = next((d for d in session.delegations.values() if found and d.code == code), None)
    if known is not None:
        return known
    colours = [d.colour for d in session.delegations.values() if d.colour is not None]
    row = Delegation(
        next(fresh("d", session.delegations)),
        code,
        found.name if found else written,
        as_written=(written,),
        colour=max(colours, default=-1) + 1,
    )
    return replace(row, kind=found.kind) if found else row


def restore(path: Path, dump: Path) -> None:
    """Make a session file at `path` from a dump. Raises KnownError("exists") and faults of the
    dump."""
    SessionFile.create(path, restored(read_file(dump)), "").close()


def _now() -> str:
    return datetime.now().astimezone().isoformat(timespec="seconds")
