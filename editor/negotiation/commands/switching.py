"""Switching layers and single proposals on and off."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from editor.errors import KnownError
from editor.negotiation.amendment import Amendment
from editor.negotiation.delegation import Delegation
from editor.negotiation.patch import Draft, Patch
from editor.negotiation.session import Decision, Session


@dataclass(frozen=True, slots=True)
class SwitchLayers:
    """Switch the layers of some delegations on or off together."""

    delegations: tuple[str, ...]
    on: bool

    def plan(self, session: Session) -> Patch:
        draft = Draft(session)
        for each in self.delegations:
            delegation = delegation_of(session, each)
            draft.put("delegations", each, replace(delegation, layer_on=self.on))
        return draft.patch()


@dataclass(frozen=True, slots=True)
class ChooseLayers:
    """Switch on exactly these layers. The Chair's layer is left as it is."""

    on: frozenset[str]

    def plan(self, session: Session) -> Patch:
        draft = Draft(session)
        for delegation in session.delegations.values():
            if delegation.kind is not delegation.kind.CHAIR:
                wanted = replace(delegation, layer_on=delegation.id in self.on)
                draft.put("delegations", delegation.id, wanted)
        return draft.patch()


@dataclass(frozen=True, slots=True)
class Decide:
    """Include or exclude proposals whatever their layers say; None: follow the layers again."""

    amendments: tuple[str, ...]
    included: bool | None

    def plan(self, session: Session) -> Patch:
        draft = Draft(session)
        for each in self.amendments:
            amendment_of(session, each)
            if self.included is None:
                draft.drop("decisions", each)
            else:
                draft.put("decisions", each, Decision(each, self.included))
        return draft.patch()


def delegation_of(session: Session, delegation: str) -> Delegation:
    """Raises KnownError("unknown_delegation")."""
    if delegation not in session.delegations:
        raise KnownError("unknown_delegation", delegation=delegation)
    return session.delegations[delegation]


def amendment_of(session: Session, amendment: str) -> Amendment:
    """Raises KnownError("unknown_proposal")."""
    if amendment not in session.amendments:
        raise KnownError("unknown_proposal", amendment=amendment)
    return session.amendments[amendment]


def recurring(session: Session, amendment: str) -> tuple[str, ...]:
    """The same wish in other provisions: the amendments of its group that put in and take out
    the same words, itself first."""
    own = amendment_of(session, amendment)
    if not own.group:
        return (amendment,)
    same = (each.id for each in _alike(session, own) if each.id != amendment)
    return (amendment, *same)


def _alike(session: Session, own: Amendment) -> Iterable[Amendment]:
    words = _words(session, own)
    return (
        each
        for each in session.amendments.values()
        if each.group == own.group and each.kind is own.kind and _words(session, each) == words
    )


def _words(session: Session, amendment: Amendment) -> tuple[tuple[str, str], ...]:
    provision = session.provisions.get(amendment.provision)
    text = provision.text if provision is not None and amendment.target is None else ""
    return tuple((text[e.start : e.end].strip(), e.text.strip()) for e in amendment.edits)
