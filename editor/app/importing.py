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
from editor.importers.delegations import Delegations
from editor.importers.dump import restored
from editor.importers.names import load_names
from editor.importers.open_source import read_file, read_source
from editor.importers.revisions import has_revisions
from editor.importers.source import SourceDocument
from editor.negotiation.commands.bringing_in import BringIn
from editor.negotiation.identity import fresh
from editor.negotiation.patch import Draft, Patch, RowChange, combined, patched
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
    now: str = field(default_factory=lambda: _now())

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
        """As one step: a fault at the last document must not leave the first ones behind."""
        for content in self.contents:
            file.keep_file(content)
        if self.steps:
            whole = combined(file.session, [step.patch for step in self.steps])
            names = ", ".join(dict.fromkeys(step.file for step in self.steps))
            file.commit("BringIn", whole, names, "", self.now)

    def close(self) -> None:
        if self.file is not None:
            self.file.close()
            self.file = None


def read_document(session: Session, path: Path, now: str) -> Document:
    """Read a file, brought in at `now`. Raises KnownError for what cannot be read."""
    content = read_file(path)
    digest = sha256(content).hexdigest()
    row = ImportedFile(next(fresh("f", session.files)), path.name, digest, now)
    return Document(read_source(content, path.name), content, row)


def add_base_text(incoming: Incoming, path: Path) -> None:
    """Give a new session its base text. Raises KnownError("has_base") where there is one."""
    if incoming.session.base_order:
        raise KnownError("has_base", path=str(incoming.path))
    document = read_document(incoming.session, path, incoming.now)
    patch = base_text_patch(incoming.session, document.source, document.row)
    incoming.add(patch, document)


def add_compilation(incoming: Incoming, path: Path, base: Path | None) -> None:
    """Make a compilation, with or without its base document beside it, the session's text."""
    if incoming.session.base_order:
        raise KnownError("has_base", path=str(incoming.path))
    document = read_document(incoming.session, path, incoming.now)
    beside = read_document(incoming.session, base, incoming.now) if base else None
    reading = read_compilation(document.source, load_names(), beside.source if beside else None)
    patch = compilation_patch(incoming.session, reading, document.row)
    incoming.add(patch, document)
    if beside:
        key = next(fresh("f", incoming.session.files))
        row = replace(beside.row, id=key)
        incoming.add(Patch((RowChange("files", key, None, row),)), replace(beside, row=row))


def add_layer(incoming: Incoming, written: str, path: Path) -> None:
    """Bring a delegation's whole text into its layer; an unknown name is a new delegation."""
    document = read_document(incoming.session, path, incoming.now)
    if has_revisions(document.source):
        raise KnownError("not_available_yet", feature=f"tracked changes in {path.name}")
    incoming.add(layer_patch(incoming.session, written, document), document)


def layer_patch(session: Session, written: str, document: Document) -> Patch:
    """The patch that brings in a delegation's whole text, and the delegation if it is new."""
    known = find_delegation(session, written)
    draft = Draft(session)
    delegation = known.id if known else _named(draft, written)
    arrived = draft.patch()
    layer = alternative_patch(patched(session, arrived), delegation, document.source, document.row)
    return Patch(arrived.changes + layer.changes)


def _named(draft: Draft, written: str) -> str:
    """The one delegation that `written` names, added if it is new."""
    names = load_names()
    designations = names.read(written)
    if not designations:
        raise KnownError("no_name_found", written=written)
    if len(designations) > 1:
        several = ", ".join(each.written for each in designations)
        raise KnownError("several_names", written=written, names=several)
    return Delegations(draft, names).ids_of(written)[0]


def restore(path: Path, dump: Path) -> None:
    """Make a session file at `path` from a dump. Raises KnownError("exists") and faults of the
    dump."""
    SessionFile.create(path, restored(read_file(dump)), "").close()


def _now() -> str:
    return datetime.now().astimezone().isoformat(timespec="seconds")
