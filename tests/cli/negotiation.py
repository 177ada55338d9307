"""A small session file with one of everything that `compose` can be asked about."""

from pathlib import Path

from editor.negotiation.amendment import Amendment, AmendmentKind, Sponsorship
from editor.negotiation.delegation import CHAIR, Delegation
from editor.negotiation.provision import Provision
from editor.negotiation.ruling import Ruling, RulingKind
from editor.negotiation.session import Decision, Heading, Session
from editor.storage.session_file import SessionFile
from editor.text.edit import Edit

CANADA, NORWAY = (Sponsorship("can", 1),), (Sponsorship("nor", 1),)

SESSION = Session(
    headings={"heading": Heading(title="Talks")},
    delegations={
        "chair": CHAIR,
        "can": Delegation("can", "CAN", "Canada", as_written=("Kanada",), layer_on=True),
        "nor": Delegation("nor", "NOR", "Norway"),
    },
    provisions={
        "p1": Provision("p1", 1, "Parties shall act.", "1"),
        "p2": Provision("p2", 2, "Parties report yearly.", "2"),
        "p3": Provision("p3", 3, "Nothing else.", "3"),
        "p4": Provision("p4", 0, "Parties meet.", "2 bis", proposed_by="can", amendment="a3"),
    },
    amendments={
        "a1": Amendment("a1", "p1", edits=(Edit(8, 13, "should"),), sponsorships=CANADA),
        "a2": Amendment("a2", "p1", edits=(Edit(8, 13, "may"),), sponsorships=NORWAY),
        "a3": Amendment(
            "a3", "p4", AmendmentKind.NEW_PROVISION, text="Parties meet.", label="2 bis",
            after="p2", sponsorships=CANADA,
        ),
        "a4": Amendment("a4", "p3", AmendmentKind.DELETE_PROVISION, sponsorships=NORWAY),
        "a5": Amendment("a5", "p2", edits=(Edit(15, 21, "often"),), sponsorships=CANADA),
    },
    decisions={"a5": Decision("a5", False)},
)  # fmt: skip

RULED = Ruling("r1", frozenset({"a1", "a2"}), RulingKind.BRIDGE, text="might")


def session_file(path: Path, session: Session = SESSION) -> Path:
    SessionFile.create(path, session, "").close()
    return path
