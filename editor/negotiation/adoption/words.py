"""What cannot be carried over, in words for the tray: who wanted what, and who said what."""

from collections.abc import Iterable

from editor.negotiation.amendment import Amendment
from editor.negotiation.commands.to_tray import in_words
from editor.negotiation.patch import Draft
from editor.negotiation.provision import BasePosition, Provision
from editor.negotiation.session import Session


def proposal_told(session: Session, amendment: Amendment) -> str:
    """The sponsors, the words it was read from or else what it changes, and all positions."""
    said = in_words(Draft(session), amendment)
    codes = ", ".join(code_of(session, each) for each in amendment.sponsors)
    if codes and not said.startswith(codes):
        said = f"{codes}: {said}"
    stances = (
        stance_told(session, each.delegation, each.stance, each.note)
        for each in amendment.positions
    )
    return "; ".join([said, *stances])


def provision_told(session: Session, provision: Provision, behind: Iterable[Amendment]) -> str:
    """The words of a provision that leaves the base, who wanted that, and positions on it."""
    wanted = (proposal_told(session, each) for each in behind)
    text = f"{provision.label} “{provision.text}”".strip()
    stances = (base_position_told(session, provision, each) for each in provision.positions)
    return "; ".join([text, *wanted, *stances])


def base_position_told(session: Session, provision: Provision, position: BasePosition) -> str:
    words = provision.text[position.start : position.end]
    told = stance_told(session, position.delegation, position.stance, position.note)
    return f"{told} “{words}”" if words and words != provision.text else told


def stance_told(session: Session, delegation: str, stance: str, note: str) -> str:
    said = f"{code_of(session, delegation)} {stance}"
    return f"{said}: {note}" if note else said


def code_of(session: Session, delegation: str) -> str:
    row = session.delegations.get(delegation)
    return row.code if row is not None else delegation
