"""What became of a delegation's proposals, as a Word file to hand over."""

from collections import Counter
from collections.abc import Iterable
from datetime import UTC, datetime

from editor.exporters.paper_head import FATES, paper_head
from editor.exporters.tables.fates import Fate, ProposalFate, fates
from editor.exporters.voice_names import VoiceNames
from editor.exporters.word.comparison import label_paragraph
from editor.exporters.word.document import word_document
from editor.exporters.word.elements import element
from editor.exporters.word.page import Orientation, text_width
from editor.exporters.word.table import table, text_paragraph
from editor.negotiation.composition import Composition

_WORDS = {
    Fate.ADOPTED: "Adopted in the text",
    Fate.LEFT_OUT: "Left out",
    Fate.OPEN: "Open",
    Fate.IN_BRACKETS: "In brackets",
    Fate.WITHDRAWN: "Withdrawn",
    Fate.PARKED: "Parked",
    Fate.SUPERSEDED: "Superseded by a later submission",
    Fate.ASLEEP: "Asleep: what it amends is not in the text",
}
_AGAINST = {Fate.OPEN: ", in conflict with", Fate.IN_BRACKETS: " with"}
_HEAD = ("Provision", "Proposal", "What became of it", "The provision now")
_SHARES = (9, 32, 24, 40)
_NOT_THERE = "—"


def word_fates(composition: Composition, delegation: str, now: datetime) -> bytes:
    """The bytes of a DOCX for one delegation (by id)."""
    session = composition.session
    names = VoiceNames(session.delegations, "")
    found = list(fates(composition, delegation))
    rows = [
        [
            [label_paragraph(each.provision)],
            [text_paragraph(each.proposal)],
            [text_paragraph(line) for line in _became(each, names)],
            [text_paragraph(line) for line in (each.final or _NOT_THERE).split("\n")],
        ]
        for each in found
    ]
    width = text_width(Orientation.LANDSCAPE)
    body = [
        text_paragraph(names.author(delegation), "Heading2"),
        text_paragraph(_summary(each.fate for each in found), "Normal"),
        table(_HEAD, rows, width, _SHARES),
        element("w:p"),
    ]
    moment = now.astimezone(UTC)
    top = paper_head(session.headings["heading"], FATES, moment)
    return word_document(top, body, moment, orientation=Orientation.LANDSCAPE)


def _became(each: ProposalFate, names: VoiceNames) -> list[str]:
    words = _WORDS[each.fate]
    if each.others and each.fate in _AGAINST:
        words += f"{_AGAINST[each.fate]} {', '.join(map(names.author, each.others))}"
    if each.amended_by:
        words = f"Adopted, amended by {', '.join(map(names.author, each.amended_by))}"
    if not each.with_whom:
        return [words]
    return [words, f"Proposed with {', '.join(map(names.author, each.with_whom))}"]


def _summary(found: Iterable[Fate]) -> str:
    """The numbers: `12 proposals: 5 adopted, 4 left out, 3 open.`"""
    counted = Counter(found)
    parts = ", ".join(f"{counted[each]} {each}" for each in Fate if counted[each])
    number = counted.total()
    noun = "proposal" if number == 1 else "proposals"
    return f"{number} {noun}: {parts}." if parts else "No proposals."
