"""Small negotiations, each written out by a test."""

from collections.abc import Iterable
from dataclasses import replace

from editor.negotiation.amendment import Amendment, AmendmentKind, Sponsorship
from editor.negotiation.delegation import CHAIR, CHAIR_ID, Delegation
from editor.negotiation.note import Note
from editor.negotiation.provision import Provision
from editor.negotiation.session import Heading, Session
from editor.text.edit import Edit

NAMES = {"CAN": "Canada", "EGY": "Egypt", "FJI": "Fiji", "JPN": "Japan"}
"""All of them are switched on."""


def session(
    base: Iterable[str | Provision],
    amendments: Iterable[Amendment] = (),
    notes: Iterable[Note] = (),
    title: str = "Draft articles",
) -> Session:
    """A session of base paragraphs `p1`, `p2` … labelled 1, 2 …, and proposals on them."""
    rows = [
        Provision(f"p{n}", n, each, str(n)) if isinstance(each, str) else each
        for n, each in enumerate(base, start=1)
    ]
    proposals = list(amendments)
    rows.extend(
        Provision(
            each.provision,
            0,
            each.text or "",
            each.label,
            proposed_by=each.sponsors[0],
            amendment=each.id,
        )
        for each in proposals
        if each.kind is AmendmentKind.NEW_PROVISION
    )
    delegations = [Delegation(key, key, name, layer_on=True) for key, name in NAMES.items()]
    return Session(
        headings={"heading": Heading(title=title, reading="Second reading")},
        delegations={CHAIR_ID: CHAIR, **{each.id: each for each in delegations}},
        provisions={each.id: each for each in rows},
        amendments={each.id: each for each in proposals},
        notes={each.id: each for each in notes},
    )


def change(id: str, provision: str, sponsors: str, *edits: Edit) -> Amendment:
    """A proposal to change words; `sponsors` are codes with spaces between."""
    return by(sponsors, Amendment(id, provision, edits=edits))


def by(sponsors: str, amendment: Amendment) -> Amendment:
    said = (Sponsorship(code, number) for number, code in enumerate(sponsors.split()))
    return replace(amendment, sponsorships=tuple(said))


def replacing(text: str, old: str, new: str) -> Edit:
    """The edit that replaces the first `old` in `text` by `new`; `new` may be empty."""
    start = text.index(old)
    return Edit(start, start + len(old), new)


def after(text: str, words: str, new: str) -> Edit:
    """The edit that inserts `new` right after the first `words` in `text`."""
    at = text.index(words) + len(words)
    return Edit(at, at, new)
