"""Small marked-up texts for tests, and short ways to say what was read in them."""

from editor.importers.compilation.build import compilation_patch
from editor.importers.house_styles.house_style import HouseStyle
from editor.importers.house_styles.read import read_house_style
from editor.importers.names import load_names
from editor.importers.plain_text import read_plain_text
from editor.importers.source import SourceDocument
from editor.negotiation.patch import patched
from editor.negotiation.provision import Stance
from editor.negotiation.session import ImportedFile, Session
from tests.importers.compilation.papers import wishes

FILE = ImportedFile("f1", "paper.txt", "digest")


def session_in(style: HouseStyle, text: str | SourceDocument) -> Session:
    source = read_plain_text(text) if isinstance(text, str) else text
    reading = read_house_style(source, load_names(), style)
    return patched(Session(), compilation_patch(Session(), reading, FILE))


def base(session: Session) -> list[str]:
    """The base texts in order, those of proposed provisions left out."""
    rows = sorted(session.provisions.values(), key=lambda each: each.ordinal)
    return [each.text for each in rows if each.is_base]


def wanted(session: Session, label: str = "1") -> list[tuple[str, str, str]]:
    """(codes of the sponsors, old words, new words) of each proposal."""
    return wishes(session, label)


def said(session: Session) -> list[tuple[str, str]]:
    """(code, stance) of each position on a proposal, in order."""
    return [
        (session.delegations[each.delegation].code, each.stance.value)
        for amendment in session.amendments.values()
        for each in amendment.positions
        if each.stance in Stance
    ]


def remarks(session: Session) -> list[tuple[str, int]]:
    """(code, line) of each warning of the import but that of the profile."""
    return [
        (code, line)
        for report in session.reports.values()
        for code, line, _ in report.warnings
        if code != "convention_profile"
    ]
