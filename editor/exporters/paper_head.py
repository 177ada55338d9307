"""What stands at the top of a paper: symbol, reading, date, title, and what the paper is."""

from dataclasses import dataclass
from datetime import datetime

from editor.exporters.manuscript import Form
from editor.negotiation.session import Heading

SUBTITLES = {
    Form.CLEAN: "Compromise text",
    Form.REDLINE: "Compromise text with tracked changes",
    Form.BRACKETED: "Text with open points in brackets",
}
COMPILATION = "Compilation of proposals"
COMPARISON = "Comparison of proposals"
FATES = "What became of your proposals"
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class PaperHead:
    """All as printed; what is empty is left out."""

    title: str = ""
    subtitle: str = ""
    symbol: str = ""
    reading: str = ""
    date: str = ""


def paper_head(heading: Heading, subtitle: str, moment: datetime) -> PaperHead:
    """The top of a paper written at `moment`, whose day it carries unless the session has a
    date of its own."""
    day = f"{moment.day} {_MONTHS[moment.month - 1]} {moment.year}"
    return PaperHead(heading.title, subtitle, heading.symbol, heading.reading, heading.date or day)
