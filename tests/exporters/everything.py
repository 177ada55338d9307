"""A session in which everything happens once."""

from editor.negotiation.amendment import Amendment, AmendmentKind, Position
from editor.negotiation.note import Note, NoteAnchor
from editor.negotiation.provision import Mark, MarkKind, Provision, ProvisionKind, Stance
from editor.negotiation.session import Session
from editor.text.edit import Edit
from tests.exporters.small_sessions import after, by, change, replacing, session

_POLICIES = "Parties should establish and review national policies for the wise use of wetlands."
_SCHOOLS = "Parties are invited to work with schools and museums on programmes."
_DAMAGE = "Parties should trace damage back to its source, even where this lies far inland."
_PRINCIPLE = "New development should avoid wetlands. The land stays where it is."
_ARABIC = "تشجع الأطراف على تبادل البيانات مع Canada في الوقت المناسب."
_CHINESE = "各国应考虑建立国家湿地清单。"
_REVIEW = "Parties should review this text."


def everything() -> Session:
    """Every kind of provision, proposal, conflict, note and script; all layers on."""
    return session(_base(), [*_words(), *_structure()], _notes())


def _base() -> list[Provision]:
    heading, cover = ProvisionKind.HEADING, ProvisionKind.FRONT_MATTER
    two_marks = (Mark(MarkKind.NOTE, 24, 24, "n1"), Mark(MarkKind.ITALIC, 62, 70))
    return [
        Provision("p1", 1, "Prepared for the second reading.", kind=cover),
        Provision("p2", 2, "General recommendations", kind=heading, level=2),
        Provision("p3", 3, _POLICIES, "1", marks=two_marks),
        Provision("p4", 4, _SCHOOLS, "2"),
        Provision("p5", 5, _DAMAGE, "3", marks=(Mark(MarkKind.NOTE, 46, 46, "n2"),)),
        Provision("p6", 6, "(a) Map the wetlands;", "(a)", level=1),
        Provision("p7", 7, "(b) Publish the maps.", "(b)", level=1),
        Provision("p8", 8, _PRINCIPLE, "4"),
        Provision("p9", 9, _ARABIC, "5"),
        Provision("p10", 10, _CHINESE, "6"),
        Provision("p11", 11, "Parties should report.", "7"),
        Provision("p12", 12, _REVIEW, "8"),
        Provision("p13", 13, "Parties rest.", "9"),
    ]


def _words() -> list[Amendment]:
    planned = " and planned industrial"
    reserved = Position("EGY", Stance.RESERVE, "The capital has to decide.")
    return [
        change("a1", "p3", "CAN EGY", replacing(_POLICIES, "should", "shall")),
        change("a2", "p3", "JPN", replacing(_POLICIES, "should", "may")),
        change("a3", "p3", "EGY FJI", replacing(_POLICIES, " and review", "")),
        change("a4", "p3", "FJI", replacing(_POLICIES, "wise", "sparing")),
        change("b1", "p4", "EGY", replacing(_SCHOOLS, " with schools and museums", "")),
        change("b2", "p4", "JPN", replacing(_SCHOOLS, "museums", "parks")),
        change("c1", "p5", "CAN", replacing(_DAMAGE, "trace", "follow")),
        change("f1", "p8", "FJI", after(_PRINCIPLE, "New", planned)),
        by("CAN", Amendment("f2", "p8", edits=(Edit(4, 12, ""),), target="f1")),
        change("g1", "p9", "EGY", after(_ARABIC, "البيانات", " والمعلومات")),
        change("h1", "p10", "JPN", replacing(_CHINESE, "考虑", "")),
        by(
            "FJI",
            Amendment(
                "j1", "p12", edits=(after(_REVIEW, "text", " often"),), positions=(reserved,)
            ),
        ),
    ]


def _structure() -> list[Amendment]:
    kind = AmendmentKind
    return [
        by("FJI", Amendment("c2", "p5", kind.DELETE_PROVISION)),
        by("JPN", Amendment("d1", "p7", kind.MOVE, after="p5")),
        by("CAN", Amendment("f3", "p8", kind.SPLIT, at=_PRINCIPLE.index("The"))),
        by(
            "CAN EGY",
            Amendment("n", "q1", kind.NEW_PROVISION, text="Share it.", label="6 bis", after="p10"),
        ),
        by("EGY", Amendment("i1", "p11", kind.JOIN, provisions=("p11", "p12"))),
        by("JPN", Amendment("k1", "p13", kind.DELETE_PROVISION)),
        by(
            "FJI", Amendment("z", "q2", kind.NEW_PROVISION, text="The end.", label="9", after="p13")
        ),
    ]


def _notes() -> list[Note]:
    return [
        Note("n1", "See document 2, annex I.", "1"),
        Note("n2", "As in article 2.\nAnd in article 3.", "2"),
        Note("r1", "As the treaty does.", delegation="CAN", anchor=NoteAnchor(amendment="a1")),
        Note("r2", "Said in 2.", delegation="FJI", anchor=NoteAnchor(amendment="c2")),
    ]
