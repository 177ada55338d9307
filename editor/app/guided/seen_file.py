"""A file that somebody wants to bring in, looked at: what it is, and what speaks for that."""

from dataclasses import dataclass, replace
from pathlib import Path

from editor.app.import_kind import ImportKind
from editor.app.importing import ReadFile
from editor.app.reader_process import Reader
from editor.app.tracked_layers import FoundAuthor, find_authors
from editor.errors import KnownError
from editor.importers.house_styles.guess import GuessedProfile, guess_profile
from editor.importers.house_styles.house_style import BOLD_ADDED, CAPITALS_ADDED
from editor.importers.house_styles.looks import Look, looks_of
from editor.importers.names import load_names
from editor.importers.open_source import read_file, read_source
from editor.importers.own_compilation.reader import read_own_compilation
from editor.importers.revisions import has_revisions
from editor.importers.source import SourceDocument
from editor.importers.tables.columns import columns_of
from editor.importers.tables.headings import Role
from editor.importers.tables.open_tables import read_tables
from editor.importers.tables.source_table import SourceTable
from editor.importers.tracked.changes import TrackedChange, tracked_changes
from editor.negotiation.session import Session

_LEAST_MARKS = 2
_IN_EVERY_TEXT = frozenset({BOLD_ADDED.name, CAPITALS_ADDED.name})
_LEAST_OF_TABLE = 0.5


@dataclass(frozen=True, slots=True)
class SeenFile:
    """`kinds` are what it can be taken for, the likeliest first; `authors`, `looks` and `marks`
    are what speaks for them. `is_own` says that this program wrote it, `names_delegations` that
    its table says whose each row is."""

    path: Path
    read: ReadFile
    kinds: tuple[ImportKind, ...]
    authors: tuple[FoundAuthor, ...] = ()
    looks: tuple[Look, ...] = ()
    marks: GuessedProfile | None = None
    changes: tuple[TrackedChange, ...] = ()
    is_own: bool = False
    names_delegations: bool = False

    @property
    def name(self) -> str:
        return self.path.name

    @property
    def signers(self) -> tuple[FoundAuthor, ...]:
        """The authors of tracked changes, without those who only comment."""
        return tuple(each for each in self.authors if each.author.changes)


def look_at(session: Session, path: Path, reader: Reader) -> SeenFile:
    """What the file at `path` is, for this session; it is read by `reader`.

    Raises KnownError for what cannot be read.
    """
    content = read_file(path)
    source, tables = reader(words_and_tables, content, path.name)
    read = ReadFile(content, source, tables)
    names = load_names()
    columns = [found for each in tables if (found := columns_of(each, names)) is not None]
    said = any(
        each.with_role(Role.DELEGATION) or any(column.party for column in each.wordings)
        for each in columns
    )
    if source is None:
        return SeenFile(path, read, (ImportKind.TABLE,), names_delegations=said)
    seen = SeenFile(
        path,
        read,
        (),
        find_authors(session, source),
        looks_of(source, names),
        guess_profile(source, names),
        tracked_changes(source),
        read_own_compilation(source, names) is not None,
        said,
    )
    is_table = bool(columns) and _is_mostly_table(source, path)
    return _with_kinds(seen, bool(session.base_order), bool(columns), is_table)


def words_and_tables(
    content: bytes, name: str
) -> tuple[SourceDocument | None, tuple[SourceTable, ...]]:
    """All that is in the bytes of a file; a spreadsheet has no words beside its tables.

    Raises KnownError for what cannot be read.
    """
    try:
        tables = read_tables(content, name)
    except KnownError:
        return read_source(content, name), ()
    try:
        return read_source(content, name), tables
    except KnownError:
        return None, tables


def _is_mostly_table(source: SourceDocument, path: Path) -> bool:
    if path.suffix.lower() in (".csv", ".tsv"):
        return True
    words = [each for each in source.paragraphs if each.text.strip()]
    return sum(each.in_table for each in words) >= _LEAST_OF_TABLE * len(words)


def _with_kinds(seen: SeenFile, has_text: bool, has_table: bool, is_table: bool) -> SeenFile:
    """With all it can be taken for. A session has one text: once it is there, a file is about
    it."""
    source = seen.read.source
    assert source is not None
    kinds = [ImportKind.LAYER]
    if has_revisions(source):
        kinds.insert(0, ImportKind.TRACKED)
    if not has_text:
        texts = [ImportKind.BASE, ImportKind.COMPILATION]
        kinds = [*(reversed(texts) if _is_marked(seen) else texts), *kinds]
    if seen.looks:
        stated = any(each.guess for each in seen.looks) and ImportKind.TRACKED not in kinds
        kinds.insert(0 if stated and not seen.is_own else len(kinds), ImportKind.COLOURS)
    if has_table:
        kinds.insert(0 if is_table else len(kinds), ImportKind.TABLE)
    return replace(seen, kinds=tuple(kinds))


def _is_marked(seen: SeenFile) -> bool:
    """Whether its marks say that it holds what delegations want, not a text alone. Words in bold
    or in capitals are in every text; they count if a legend says what they mean."""
    marks = seen.marks
    if seen.is_own or marks is None or marks.legend:
        return seen.is_own or marks is not None
    signs = marks.examples(marks.name)
    return marks.name not in _IN_EVERY_TEXT and sum(e.count for e in signs) >= _LEAST_MARKS
