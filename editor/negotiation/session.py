"""The session: everything there is to know about one negotiation, at one moment."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from editor.negotiation.amendment import Amendment
from editor.negotiation.delegation import CHAIR, CHAIR_ID, Delegation
from editor.negotiation.note import Note
from editor.negotiation.provision import Provision
from editor.negotiation.ruling import Ruling
from editor.negotiation.unread import Unread


@dataclass(frozen=True, slots=True)
class Decision:
    """The Chair's explicit decision on one amendment; without one the layers decide."""

    amendment: str
    included: bool


@dataclass(frozen=True, slots=True)
class ImportedFile:
    """A file that was brought in; its bytes are kept in the session file. `is_base`: it is the
    document of the base text."""

    id: str
    name: str
    digest: str
    time: str = ""
    is_base: bool = False


@dataclass(frozen=True, slots=True)
class ImportReport:
    """Counts of the annotations of one import, and its warnings as (code, line, detail)."""

    id: str
    file: str = ""
    annotations: int = 0
    understood: int = 0
    guessed: int = 0
    warnings: tuple[tuple[str, int, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Heading:
    """What the session is called, which reading it is in, and what its papers carry at the top:
    their document symbol and their date, both as printed."""

    id: str = "heading"
    title: str = ""
    reading: str = ""
    symbol: str = ""
    date: str = ""


Row = (
    Heading
    | Delegation
    | Provision
    | Amendment
    | Note
    | Ruling
    | Unread
    | Decision
    | ImportedFile
    | ImportReport
)


class Ranks(dict[str, tuple[int, int, str, str]]):
    """Sort keys by delegation, also for one whose row a damaged file has lost."""

    def __missing__(self, delegation: str) -> tuple[int, int, str, str]:
        return (True, 0, delegation, delegation)


@dataclass(frozen=True)
class Session:
    """Tables of frozen rows by id. Never changed in place: a patch gives a new session."""

    headings: Mapping[str, Heading] = field(default_factory=lambda: {"heading": Heading()})
    delegations: Mapping[str, Delegation] = field(default_factory=lambda: {CHAIR_ID: CHAIR})
    provisions: Mapping[str, Provision] = field(default_factory=dict)
    amendments: Mapping[str, Amendment] = field(default_factory=dict)
    notes: Mapping[str, Note] = field(default_factory=dict)
    rulings: Mapping[str, Ruling] = field(default_factory=dict)
    unread: Mapping[str, Unread] = field(default_factory=dict)
    decisions: Mapping[str, Decision] = field(default_factory=dict)
    files: Mapping[str, ImportedFile] = field(default_factory=dict)
    reports: Mapping[str, ImportReport] = field(default_factory=dict)

    @property
    def title(self) -> str:
        return self.headings["heading"].title

    @property
    def reading(self) -> str:
        return self.headings["heading"].reading

    @property
    def symbol(self) -> str:
        return self.headings["heading"].symbol

    @property
    def date(self) -> str:
        return self.headings["heading"].date

    @cached_property
    def base_order(self) -> tuple[str, ...]:
        """Ids of the base provisions, in base order."""
        base = [each for each in self.provisions.values() if each.amendment is None]
        return tuple(each.id for each in sorted(base, key=lambda each: (each.ordinal, each.id)))

    @cached_property
    def rank_of(self) -> Ranks:
        """Sort key of each delegation: the Chair's rank first, then alphabetical by code."""
        return Ranks(
            (each.id, (each.rank is None, each.rank or 0, each.code, each.id))
            for each in self.delegations.values()
        )
