"""Bringing documents into a session: all of it, or nothing."""

from collections.abc import Mapping
from contextlib import closing, suppress
from dataclasses import dataclass, field, replace
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from editor.app.profiles import read_in_profile
from editor.app.reader_process import Reader, read_here
from editor.app.tracked_layers import OtherBase, layer_of_one, layers_by_author
from editor.app.whose import delegation_for
from editor.app.words_left_out import paragraphs_left_out
from editor.errors import KnownError
from editor.importers.alternative_text import alternative_patch
from editor.importers.base_text import base_text_patch, telling_of_changes
from editor.importers.compilation.build import compilation_patch, provisions_by_line
from editor.importers.dump import restored
from editor.importers.names import load_names
from editor.importers.open_source import read_file, read_source
from editor.importers.own_compilation.patch import own_compilation_patch
from editor.importers.own_compilation.reader import read_own_compilation
from editor.importers.revisions import has_revisions
from editor.importers.set_aside import put_set_aside
from editor.importers.source import SourceDocument
from editor.importers.struck_words import has_struck_words, struck_as_in_base
from editor.importers.tables.open_tables import read_tables
from editor.importers.tables.proposals import table_patch
from editor.importers.tables.source_table import SourceTable
from editor.importers.tracked.base_comments import without_base_comments
from editor.importers.tracked.heard import Heard
from editor.importers.tracked.layers import Layers, beside_words_patch
from editor.negotiation.commands.bringing_in import BringIn
from editor.negotiation.commands.command import name_of
from editor.negotiation.identity import fresh
from editor.negotiation.patch import Draft, Patch, combined, patched
from editor.negotiation.session import Heading, ImportedFile, ImportReport, Session
from editor.storage.session_file import SessionFile
from editor.storage.storage_error import StorageError


@dataclass(frozen=True, slots=True)
class KeptFile:
    """The bytes of a file that is brought in, and its row in the session."""

    content: bytes
    row: ImportedFile


@dataclass(frozen=True, slots=True)
class ReadFile:
    """The bytes of a file, and what is in it: words, tables, or both."""

    content: bytes
    source: SourceDocument | None
    tables: tuple[SourceTable, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """A file that was read, and what it says."""

    source: SourceDocument
    file: KeptFile

    @property
    def row(self) -> ImportedFile:
        return self.file.row


@dataclass
class Incoming:
    """A session to which documents are being added; nothing is written before `write`."""

    path: Path
    session: Session
    file: SessionFile | None = None
    steps: list[BringIn] = field(default_factory=list)
    contents: list[bytes] = field(default_factory=list)
    reader: Reader = read_here
    known: Mapping[Path, ReadFile] = field(default_factory=dict)
    """What was read already."""
    bases: dict[str, SourceDocument | None] = field(default_factory=dict)
    """The documents of base texts by digest, as far as somebody asked."""
    lines: dict[tuple[str, int], str] = field(default_factory=dict)
    """The provisions of compilations by the name of the file and the line."""
    now: str = field(default_factory=lambda: _now())
    heard: Heard = field(init=False)

    def __post_init__(self) -> None:
        self.heard = Heard(self.session)

    @classmethod
    def into(cls, path: Path, reader: Reader = read_here) -> "Incoming":
        """The session file at `path`, or a new one to be made there. Raises StorageError."""
        if not path.exists():
            title = Heading(title=path.stem.replace("_", " ").strip())
            return cls(path, Session(headings={"heading": title}), reader=reader)
        file = SessionFile.open(path)
        return cls(path, file.session, file, reader=reader)

    def document(self, path: Path) -> Document:
        """A file to bring in, read. Raises KnownError for what cannot be read."""
        kept = self.kept(path)
        known = self.known.get(path)
        if known is not None and known.source is not None:
            return Document(known.source, kept)
        return Document(self.reader(read_source, kept.content, path.name), kept)

    def answer(self, path: Path) -> Document:
        """A file that was made from the base text, read, without the comments that stand there
        already; what is struck there already is not struck. Raises KnownError for what cannot be
        read."""
        document = self.document(path)
        is_marked = document.source.comments or has_struck_words(document.source)
        base = self._base_of(document) if is_marked else None
        if base is None:
            return document
        own = struck_as_in_base(without_base_comments(document.source, base), base)
        return replace(document, source=own)

    def tables(self, path: Path) -> tuple[tuple[SourceTable, ...], KeptFile]:
        """The tables of a file to bring in. Raises KnownError for what cannot be read."""
        kept, known = self.kept(path), self.known.get(path)
        if known is not None:
            return known.tables, kept
        return self.reader(read_tables, kept.content, path.name), kept

    def kept(self, path: Path) -> KeptFile:
        """A file to bring in, its words not yet read. Raises KnownError."""
        known = self.known.get(path)
        content = known.content if known else read_file(path)
        digest = sha256(content).hexdigest()
        row = ImportedFile(next(fresh("f", self.session.files)), path.name, digest, self.now)
        return KeptFile(content, row)

    @property
    def reports(self) -> list[ImportReport]:
        """The reports of what was added."""
        rows = [c.after for step in self.steps for c in step.patch.changes]
        return [row for row in rows if isinstance(row, ImportReport)]

    def add(self, patch: Patch, file: KeptFile) -> None:
        """Take a planned import over into the session in memory."""
        self.session = patched(self.session, patch)
        self.steps.append(BringIn(patch, file.row.name))
        self.contents.append(file.content)

    def add_layers(self, layers: Layers, file: KeptFile) -> None:
        """Take planned layers over; what else comes of their delegations joins them."""
        self.add(layers.patch, file)
        self.heard = layers.heard

    def as_one(self, session: Session) -> BringIn:
        """Everything added to `session` as one step, which is undone as one."""
        whole = combined(session, [step.patch for step in self.steps])
        names = dict.fromkeys(step.file for step in self.steps if step.file)
        return BringIn(whole, ", ".join(names))

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

    def write_new(self) -> Path:
        """Write a new session and let go of it; returns its path. Raises StorageError."""
        try:
            self.write()
        finally:
            self.close()
        return self.path

    def _base_of(self, document: Document) -> SourceDocument | None:
        """The document of the base text; None if there is none, or `document` is the same: then
        its comments were not yet read as what delegations say."""
        row = next((each for each in self.session.files.values() if each.is_base), None)
        if row is None or row.digest == document.row.digest:
            return None
        if row.digest not in self.bases:
            self.bases[row.digest] = self._read_again(row)
        return self.bases[row.digest]

    def _read_again(self, row: ImportedFile) -> SourceDocument | None:
        content = self._content(row.digest)
        if content is None:
            return None
        known = (each.source for each in self.known.values() if each.content == content)
        found = next(known, None)
        if found is not None:
            return found
        with suppress(KnownError):  # it could be read once; the import does not hang on it
            return self.reader(read_source, content, row.name)
        return None

    def _content(self, digest: str) -> bytes | None:
        """The bytes of a file that was brought in now or before."""
        for each in self.contents:
            if sha256(each).hexdigest() == digest:
                return each
        if self.file is not None:
            return self.file.kept_file(digest)
        with suppress(StorageError), closing(SessionFile.open_to_read(self.path)) as file:
            return file.kept_file(digest)
        return None

    def _write_to(self, file: SessionFile) -> None:
        """As one step: a fault at the last document must not leave the first ones behind."""
        if self.steps:
            whole = self.as_one(file.session)
            file.commit(name_of(whole), whole.patch, whole.file, "", self.now, self.contents)

    def close(self) -> None:
        if self.file is not None:
            self.file.close()
            self.file = None


def add_base_text(incoming: Incoming, path: Path) -> None:
    """Give a new session its base text. Raises KnownError("has_base") where there is one."""
    if incoming.session.base_order:
        raise KnownError("has_base", path=str(incoming.path))
    document = incoming.document(path)
    source = telling_of_changes(document.source)
    incoming.add(base_text_patch(incoming.session, source, document.row), document.file)


def add_compilation(incoming: Incoming, path: Path, base: Path | None, profile: str = "") -> None:
    """Make a marked-up text, with or without its base document beside it, the session's text.
    It is read in the convention profile of that name, or the likeliest."""
    if incoming.session.base_order:
        raise KnownError("has_base", path=str(incoming.path))
    document = incoming.document(path)
    beside = incoming.document(base) if base else None
    patch, lines = _compilation_patch(incoming.session, document, beside, profile)
    incoming.add(patch, document.file)
    incoming.lines.update({(path.name, line): key for line, key in lines.items()})
    if beside:
        key = next(fresh("f", incoming.session.files))
        row = replace(beside.row, id=key, is_base=True)
        draft = Draft(incoming.session)
        draft.put("files", key, row)
        put_set_aside(draft, beside.source, row, ())
        incoming.add(draft.patch(), replace(beside.file, row=row))


def _compilation_patch(
    session: Session, document: Document, beside: Document | None, profile: str
) -> tuple[Patch, dict[int, str]]:
    """What a compilation says: exactly, if this program wrote it, else as everybody's papers are
    read, with the provisions by line."""
    own = read_own_compilation(document.source, load_names())
    if own is not None:
        left_out = paragraphs_left_out(own, document.row)
        return own_compilation_patch(session, own, document.row, left_out), {}
    other = beside.source if beside else None
    reading = read_in_profile(document.source, other, profile)
    patch = compilation_patch(session, reading, document.row)
    return patch, provisions_by_line(patch, reading)


def add_layer(
    incoming: Incoming, written: str, path: Path, other_base: OtherBase = OtherBase.REFUSE
) -> None:
    """Bring a file of one delegation into its layer: its tracked changes, or its whole text if
    it has none. An unknown name is a new delegation.

    `other_base` says what to do if the tracked changes are not on the base of the session.
    """
    document = incoming.answer(path)
    layers = layer_of(incoming.session, written, document, incoming.heard, other_base)
    incoming.add_layers(layers, document.file)


def add_tracked_layers(
    incoming: Incoming,
    path: Path,
    whose: Mapping[str, str],
    other_base: OtherBase = OtherBase.REFUSE,
) -> None:
    """Bring the changes of each author of a tracked file into the layer of a delegation: the
    one that `whose` gives for the author, or that the author is known as."""
    document = incoming.answer(path)
    if not has_revisions(document.source):
        raise KnownError("whose_text", name=path.name)
    layers = layers_by_author(
        incoming.session, document.source, document.row, whose, other_base, incoming.heard
    )
    incoming.add_layers(layers, document.file)


def add_table(incoming: Incoming, path: Path, written: str = "") -> None:
    """Bring what tables of proposals say into the layers of their delegations; where a table
    names none, into that of `written`."""
    tables, file = incoming.tables(path)
    draft = Draft(incoming.session)
    whose = delegation_for(draft, written) if written else ""
    arrived = draft.patch()
    session = patched(incoming.session, arrived)
    said = table_patch(session, tables, file.row, load_names(), whose)
    incoming.add(combined(incoming.session, [arrived, said]), file)


def layer_of(
    session: Session,
    written: str,
    document: Document,
    heard: Heard,
    other_base: OtherBase = OtherBase.REFUSE,
) -> Layers:
    """A delegation's file as its layer; the delegation is added if it is new."""
    if has_revisions(document.source):
        return layer_of_one(session, written, document.source, document.row, other_base, heard)
    draft = Draft(session)
    delegation = delegation_for(draft, written)
    arrived = draft.patch()
    layer = alternative_patch(patched(session, arrived), delegation, document.source, document.row)
    brought = Patch(arrived.changes + layer.changes)
    beside = beside_words_patch(patched(session, brought), document.source, document.row)
    whole = combined(session, (brought, beside))
    return Layers(whole, heard.with_whole_text_of(delegation))


def restore(path: Path, dump: Path, reader: Reader = read_here) -> None:
    """Make a session file at `path` from a dump. Raises KnownError("exists") and faults of the
    dump."""
    session = reader(_restored, read_file(dump), dump.name)
    SessionFile.create(path, session, "").close()


def _restored(content: bytes, _name: str) -> Session:
    return restored(content)


def _now() -> str:
    return datetime.now().astimezone().isoformat(timespec="seconds")
