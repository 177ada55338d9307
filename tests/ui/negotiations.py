"""A small negotiation with one of everything the desk shows."""

from dataclasses import replace

from editor.negotiation.amendment import (
    Amendment,
    AmendmentKind,
    AmendmentState,
    Position,
    Sponsorship,
)
from editor.negotiation.delegation import CHAIR, Delegation, DelegationKind
from editor.negotiation.note import Note, NoteAnchor
from editor.negotiation.provision import Provision, ProvisionKind, ProvisionStatus, Stance
from editor.negotiation.session import Heading, Session
from editor.negotiation.unread import Unread
from editor.text.edit import Edit
from editor.text.normal_form import normal_form

TEXTS = {
    "p1": "Parties should prevent the draining of wetlands.",
    "p2": "Parties should share tidal data in good time.",
    "p3": "Parties should train local staff.",
    "p4": "Parties should fund early warning.",
    "p5": "Parties should report every year.",
}


def edit(
    key: str, provision: str, delegation: str, old: str, new: str, group: str = ""
) -> Amendment:
    """A proposal to replace `old` (or, where it is `^words`, to insert after it) by `new`."""
    text = TEXTS[provision]
    if old.startswith("^"):
        end = text.index(old[1:]) + len(old) - 1
        edits = [Edit(end, end, new)]
    else:
        start = text.index(old)
        edits = [Edit(start, start + len(old), new)]
    return Amendment(
        key,
        provision,
        edits=normal_form(text, edits),
        ordinal=int(key[1:]),
        group=group,
        sponsorships=(Sponsorship(delegation, int(key[1:])),),
    )


def small_negotiation() -> Session:
    """Five provisions under two headings, five delegations and a group. `a1` and `a2` clash in
    p1; `a3` and `a4` stand at one point of p2; `a5` recurs in p3 and p4 (`a6`); `a7` is parked;
    `n1` proposes a provision after p5. All layers are off."""
    delegations = {
        "can": Delegation("can", "CAN", "Canada", colour=0),
        "egy": Delegation("egy", "EGY", "Egypt", colour=1),
        "fji": Delegation("fji", "FJI", "Fiji", colour=2),
        "nor": Delegation("nor", "NOR", "Norway", colour=3),
        "sids": Delegation(
            "sids", "SIDS", "Island States", DelegationKind.GROUP, members=("fji",), colour=4
        ),
        "wmo": Delegation("wmo", "WMO", "Weather People", DelegationKind.OBSERVER, colour=5),
    }
    amendments = [
        replace(
            edit("a1", "p1", "can", "draining", "filling"),
            positions=(
                Position("nor", Stance.SUPPORT, "with pleasure"),
                Position("egy", Stance.OPPOSE, private=True),
            ),
            notes=("note1",),
        ),
        edit("a2", "p1", "egy", "draining", "loss"),
        edit("a3", "p2", "fji", "^tidal data", " and maps"),
        edit("a4", "p2", "nor", "^tidal data", " and forecasts"),
        edit("a5", "p3", "can", "^staff", " and volunteers", group="g1"),
        edit("a6", "p4", "can", "^warning", " and volunteers", group="g1"),
        replace(edit("a7", "p3", "egy", "local ", ""), state=AmendmentState.PARKED),
        Amendment(
            "n1",
            "pn1",
            AmendmentKind.NEW_PROVISION,
            text="Parties may meet on the shore.",
            label="5 bis",
            after="p5",
            ordinal=8,
            sponsorships=(Sponsorship("wmo", 8),),
        ),
    ]
    provisions = [
        Provision("h1", 0, "General", kind=ProvisionKind.HEADING, level=1),
        *(
            Provision(key, number, text, str(number), section="h1")
            for number, (key, text) in enumerate(TEXTS.items(), start=1)
        ),
        Provision(
            "pn1", 5, "Parties may meet on the shore.", "5 bis", proposed_by="wmo", amendment="n1"
        ),
    ]
    rows = {each.id: each for each in provisions}
    rows["p2"] = replace(rows["p2"], status=ProvisionStatus.PENDING, pending_on=("egy",))
    rows["p4"] = replace(rows["p4"], status=ProvisionStatus.AGREED_AD_REF)
    return Session(
        headings={"heading": Heading(title="Coasts", reading="First reading")},
        delegations={CHAIR.id: CHAIR, **delegations},
        provisions=rows,
        amendments={each.id: each for each in amendments},
        notes={
            "note1": Note("note1", "It is done already.", "7", "s7", "can", NoteAnchor("p1", "a1"))
        },
        unread={"u1": Unread("u1", "[unclear words]", "annotation_not_understood", "p3", 12)},
    )
