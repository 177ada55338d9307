"""Keeps a session file of the newest schema for the tests of tomorrow.

Run once for each revision, before it is released, and never again:
`python -m tests.old_sessions.freeze`.
"""

from pathlib import Path

from editor.exporters.dump import dump
from editor.negotiation.amendment import (
    Amendment,
    AmendmentKind,
    Origin,
    Position,
    Sponsorship,
)
from editor.negotiation.delegation import CHAIR, Delegation, DelegationKind
from editor.negotiation.note import Note, NoteAnchor
from editor.negotiation.patch import TABLES, Patch, RowChange
from editor.negotiation.provision import (
    BasePosition,
    Mark,
    MarkKind,
    Provision,
    ProvisionKind,
    ProvisionStatus,
    Stance,
)
from editor.negotiation.ruling import Ruling, RulingKind
from editor.negotiation.session import Decision, Heading, ImportedFile, ImportReport, Session
from editor.negotiation.unread import Unread
from editor.storage import migrations
from editor.storage.kept_files import digest_of
from editor.storage.session_file import SessionFile
from editor.text.edit import Edit

FOLDER = Path(__file__).parent
PAPER = b"# Tea\n\n1. States shall drink tea.\n"

SESSION = Session(
    headings={"heading": Heading("heading", "Convention on tea", "first", "TEA/1", "1 May 2024")},
    delegations={
        "chair": CHAIR,
        "d1": Delegation("d1", "CA", "Canada", as_written=("Canada", "CAN"), colour=3),
        "d2": Delegation(
            "d2", "CARICOM", "Caribbean Community", DelegationKind.GROUP, (), ("d1",), 2
        ),
    },
    provisions={
        "p1": Provision("p1", 0, "Tea", kind=ProvisionKind.HEADING, level=1),
        "p2": Provision(
            "p2",
            1,
            "States shall drink tea — 茶 — every day.",
            "1",
            section="p1",
            status=ProvisionStatus.PENDING,
            pending_on=("d2",),
            marks=(Mark(MarkKind.ITALIC, 0, 6), Mark(MarkKind.NOTE, 6, 6, "n1")),
            positions=(
                BasePosition("d1", 7, 12, Stance.OPPOSE, "retain"),
                BasePosition("d2", 7, 12, Stance.ACCEPT, "for now", private=True),
            ),
        ),
        "p3": Provision("p3", 0, "Coffee too.", "1 bis", proposed_by="d2", amendment="a2"),
    },
    amendments={
        "a1": Amendment(
            "a1",
            "p2",
            edits=(Edit(7, 12, "should"), Edit(32, 32, "and night ")),
            group="g1",
            ordinal=4,
            sponsorships=(Sponsorship("d1", 1, Origin("paper.md", 3, "**should**", 0.75), "t1"),),
            positions=(Position("d2", Stance.CONDITIONAL, "on milk", True, 2, "t2"),),
            notes=("n1",),
            origin=Origin("paper.md", 3, "**should**", 0.75),
        ),
        "a2": Amendment(
            "a2",
            "p3",
            AmendmentKind.NEW_PROVISION,
            text="Coffee too.",
            label="1 bis",
            after="p2",
            alternatives=("a1",),
            sponsorships=(Sponsorship("d2"),),
            is_new=True,
        ),
        "a3": Amendment("a3", "p2", edits=(Edit(0, 6, "must"),), target="a1"),
    },
    notes={"n1": Note("n1", "Health.", "1", "s1", "d1", NoteAnchor("p2", "a1", True))},
    rulings={
        "r1": Ruling("r1", frozenset({"a1", "a2"}), RulingKind.BRIDGE, ("a1",), "may", "why", "t3")
    },
    unread={"u1": Unread("u1", "[sic!]", "no such annotation", "p2", 9, "paper.md")},
    decisions={"a1": Decision("a1", True), "a2": Decision("a2", False)},
    files={"f1": ImportedFile("f1", "paper.md", digest_of(PAPER), "t0", True)},
    reports={"i1": ImportReport("i1", "paper.md", 5, 3, 1, (("odd_bracket", 7, "["),))},
)


def freeze(folder: Path) -> None:
    """Write the session above, a command, an undone command and a file, and the dump."""
    path = folder / f"{migrations.newest()}.rolling"
    path.unlink(missing_ok=True)
    file = SessionFile.create(path, Session(), "Ann", "2024-05-06T07:08:09+00:00")
    arrived = _all_of(file.session, SESSION)
    file.commit("Import", arrived, {"file": "paper.md"}, "Ann", "t0", [PAPER])
    rename = RowChange("headings", "heading", file.session.headings["heading"], Heading(title="T"))
    file.commit("Rename", Patch((rename,)), "", "Ben", "t4")
    file.undo("Ben", "t5")
    path.with_suffix(".json").write_bytes(dump(file.session))
    file.close()


def _all_of(before: Session, after: Session) -> Patch:
    return Patch(
        tuple(
            RowChange(table, key, getattr(before, table).get(key), row)
            for table in TABLES
            for key, row in getattr(after, table).items()
        )
    )


if __name__ == "__main__":
    freeze(FOLDER)
