"""Layer switches for one reading of a session, without changing it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import Enum, auto

from editor.errors import KnownError
from editor.negotiation.delegation import Delegation, DelegationKind
from editor.negotiation.session import Session


class _Which(Enum):
    STORED = auto()
    ONLY = auto()
    ALL = auto()
    NONE = auto()


@dataclass(frozen=True, slots=True)
class Switches:
    """Which layers are on. All but `as_stored` set aside the Chair's decisions on single
    proposals; `none` also the rulings and the Chair's layer: it is the base."""

    which: _Which
    named: tuple[str, ...] = ()

    @classmethod
    def as_stored(cls) -> "Switches":
        return cls(_Which.STORED)

    @classmethod
    def only(cls, named: Iterable[str]) -> "Switches":
        """Exactly the delegations `named` by code, name, alias or id, and the Chair as it is."""
        return cls(_Which.ONLY, tuple(named))

    @classmethod
    def all(cls) -> "Switches":
        return cls(_Which.ALL)

    @classmethod
    def none(cls) -> "Switches":
        return cls(_Which.NONE)


def switched(session: Session, switches: Switches) -> Session:
    """`session` with the layers switched. Raises KnownError("unknown_delegation")."""
    if switches.which is _Which.STORED:
        return session
    wanted = frozenset(named_delegation(session, each).id for each in switches.named)
    delegations = {
        each.id: replace(each, layer_on=_is_on(each, switches.which, wanted))
        for each in session.delegations.values()
    }
    bare = replace(session, delegations=delegations, decisions={})
    return replace(bare, rulings={}) if switches.which is _Which.NONE else bare


def named_delegation(session: Session, written: str) -> Delegation:
    """The delegation that goes by `written`: id, code, name, or a designation in a paper.

    Raises KnownError("unknown_delegation").
    """
    found = find_delegation(session, written)
    if found is None:
        raise KnownError("unknown_delegation", delegation=written)
    return found


def find_delegation(session: Session, written: str) -> Delegation | None:
    """As `named_delegation`, None for an unknown one. Codes come before names, names before
    designations."""
    wanted = written.strip().casefold()
    for names in (_codes, _names, _designations):
        for each in session.delegations.values():
            if wanted in (name.casefold() for name in names(each)):
                return each
    return None


def _codes(delegation: Delegation) -> tuple[str, ...]:
    return delegation.code, delegation.id


def _names(delegation: Delegation) -> tuple[str, ...]:
    return (delegation.name,)


def _designations(delegation: Delegation) -> tuple[str, ...]:
    return delegation.as_written


def _is_on(delegation: Delegation, which: _Which, wanted: frozenset[str]) -> bool:
    if which is _Which.ONLY and delegation.kind is DelegationKind.CHAIR:
        return delegation.layer_on or delegation.id in wanted
    return which is _Which.ALL or delegation.id in wanted
