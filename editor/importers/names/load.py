"""The book of delegations that ships with the program (resources/names)."""

from functools import cache

import msgspec

from editor.importers.names.book import NameBook
from editor.importers.names.name import Name
from editor.negotiation.delegation import DelegationKind
from editor.resources import resource_path

_CHAIR = Name(
    "CHAIR",
    "Chair",
    DelegationKind.CHAIR,
    (
        *("Chairs", "Chairperson", "Chairman", "Chairwoman", "Co-Chair", "Co-Chairs"),
        *("Facilitator", "Facilitators", "Co-Facilitator", "Co-Facilitators"),
    ),
)


class _State(msgspec.Struct):
    code: str
    name: str
    kind: DelegationKind
    aliases: list[str]
    other_languages: list[str]


class _States(msgspec.Struct):
    as_of: str
    states: list[_State]


class _Group(msgspec.Struct):
    code: str
    name: str
    aliases: list[str]
    members: list[str] | None
    as_of: str


class _Groups(msgspec.Struct):
    groups: list[_Group]


class _Observer(msgspec.Struct):
    code: str
    name: str
    aliases: list[str]


class _Observers(msgspec.Struct):
    as_of: str
    observers: list[_Observer]


@cache
def load_names() -> NameBook:
    """The book, read from its three files on the first call.

    Raises `BugError` if the files give one spelling to two delegations.
    """
    return NameBook((_CHAIR, *_states(), *_groups(), *_observers()))


def _states() -> list[Name]:
    book = msgspec.json.decode(_bytes_of("states.json"), type=_States)
    return [
        Name(
            state.code,
            state.name,
            state.kind,
            (*state.aliases, *state.other_languages),
            as_of=book.as_of,
        )
        for state in book.states
    ]


def _groups() -> list[Name]:
    book = msgspec.json.decode(_bytes_of("groups.json"), type=_Groups)
    return [
        Name(
            group.code,
            group.name,
            DelegationKind.GROUP,
            tuple(group.aliases),
            tuple(group.members or ()),
            group.as_of,
        )
        for group in book.groups
    ]


def _observers() -> list[Name]:
    book = msgspec.json.decode(_bytes_of("observers.json"), type=_Observers)
    return [
        Name(
            observer.code,
            observer.name,
            DelegationKind.OBSERVER,
            tuple(observer.aliases),
            as_of=book.as_of,
        )
        for observer in book.observers
    ]


def _bytes_of(file: str) -> bytes:
    return resource_path("names", file).read_bytes()
