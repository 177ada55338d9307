"""A session without names: the same text, and nobody to be recognised."""

import re
from collections.abc import Callable, Container, Mapping
from dataclasses import replace

from editor.exporters.left_out import without_provisions
from editor.negotiation.amendment import Amendment
from editor.negotiation.delegation import CHAIR_ID, Delegation, DelegationKind
from editor.negotiation.note import Note
from editor.negotiation.provision import MarkKind, Provision, ProvisionKind
from editor.negotiation.public import public_session
from editor.negotiation.session import Heading, Session

NOBODY = "Delegation"
"""What everybody is called."""

_IN_BRACKETS = re.compile(r"\s*(?:\([^()]*\)|\[[^\[\]]*\])")
_TEXT_ITSELF = frozenset({ProvisionKind.PROVISION})


def anonymous(session: Session, names_somebody: Callable[[str], bool]) -> Session:
    """The session with everybody called alike, the order of delegations kept, so that it composes
    to the same text.

    Reasons, positions, statuses' addressees, rulings' notes, files and reports are left out, and
    so are headings, cover pages and statements that name a delegation, and notes and labels of
    the text that do: `names_somebody` says which words do. A name within a provision or a
    proposal is text under negotiation and stays.
    """
    session = without_provisions(session, _naming_provisions(session, names_somebody))
    order = sorted(session.delegations, key=lambda each: session.rank_of[each])
    ids = {
        key: key if key == CHAIR_ID else f"d{number}" for number, key in enumerate(order, start=1)
    }
    notes = _notes(session, names_somebody)
    heading = session.headings["heading"]
    return replace(
        session,
        headings={"heading": _heading(heading, names_somebody)},
        delegations={
            ids[key]: _delegation(session.delegations[key], ids[key], rank)
            for rank, key in enumerate(order)
        },
        provisions={
            key: _provision(each, notes, ids, names_somebody)
            for key, each in session.provisions.items()
        },
        amendments={
            key: _amendment(each, ids, names_somebody) for key, each in session.amendments.items()
        },
        notes=notes,
        rulings={key: replace(each, note="") for key, each in session.rulings.items()},
        unread={},
        files={},
        reports={},
    )


def _naming_provisions(session: Session, names_somebody: Callable[[str], bool]) -> frozenset[str]:
    """What the base prints beside the text under negotiation, where it names somebody."""
    return frozenset(
        each.id
        for each in session.provisions.values()
        if each.is_base and each.kind not in _TEXT_ITSELF and names_somebody(each.text)
    )


def _heading(heading: Heading, names_somebody: Callable[[str], bool]) -> Heading:
    """Without what names somebody."""
    said = (heading.title, heading.reading, heading.symbol, heading.date)
    return Heading(heading.id, *("" if names_somebody(each) else each for each in said))


def _delegation(delegation: Delegation, key: str, rank: int) -> Delegation:
    kind = delegation.kind if delegation.kind is DelegationKind.CHAIR else DelegationKind.STATE
    return Delegation(key, "", NOBODY, kind, rank=rank, layer_on=delegation.layer_on)


def _label(label: str, names_somebody: Callable[[str], bool]) -> str:
    """Without what names somebody; a number before a name in brackets stays."""
    bare = _IN_BRACKETS.sub(lambda found: "" if names_somebody(found[0]) else found[0], label)
    return "" if names_somebody(bare) else bare.strip()


def _provision(
    provision: Provision,
    notes: Container[str],
    ids: Mapping[str, str],
    names_somebody: Callable[[str], bool],
) -> Provision:
    proposer = ids.get(provision.proposed_by or "")
    marks = tuple(m for m in provision.marks if m.kind is not MarkKind.NOTE or m.note in notes)
    return replace(
        provision,
        label=_label(provision.label, names_somebody),
        marks=marks,
        pending_on=(),
        positions=(),
        proposed_by=proposer,
    )


def _amendment(
    amendment: Amendment, ids: Mapping[str, str], names_somebody: Callable[[str], bool]
) -> Amendment:
    return replace(
        amendment,
        label=_label(amendment.label, names_somebody),
        sponsorships=tuple(
            replace(each, delegation=ids[each.delegation], origin=None)
            for each in amendment.sponsorships
        ),
        positions=tuple(
            replace(each, delegation=ids[each.delegation], note="", private=False)
            for each in amendment.positions
            if each.delegation in amendment.sponsors and each.rank is not None
        ),
        notes=(),
        origin=None,
    )


def _notes(session: Session, names_somebody: Callable[[str], bool]) -> dict[str, Note]:
    """The notes that the base text prints and that name nobody."""
    printed = {
        mark.note
        for provision in session.provisions.values()
        for mark in provision.marks
        if mark.kind is MarkKind.NOTE
    }
    return {
        key: each
        for key, each in session.notes.items()
        if each.delegation is None and key in printed and not names_somebody(each.text)
    }


def without_voices(session: Session) -> Session:
    """What is public of an anonymous session, and nobody speaks in it at all: for papers that
    say who wants what."""
    session = public_session(session)
    return replace(
        session,
        amendments={
            key: replace(each, sponsorships=(), positions=())
            for key, each in session.amendments.items()
        },
        provisions={
            key: replace(each, proposed_by=None) for key, each in session.provisions.items()
        },
    )
