"""Small compilations for tests, and short ways to say what was read in them."""

from editor.importers.compilation.build import compilation_patch
from editor.importers.compilation.read import read_compilation
from editor.importers.compilation.reading import CompilationReading
from editor.importers.markdown import read_markdown
from editor.importers.names import load_names
from editor.negotiation.amendment import Amendment
from editor.negotiation.entering import inserted_text
from editor.negotiation.patch import patched
from editor.negotiation.provision import Provision, Stance
from editor.negotiation.session import ImportedFile, Session

FILE = ImportedFile("f1", "paper.md", "digest")


def reading_of(text: str, base: str | None = None) -> CompilationReading:
    beside = read_markdown(base) if base is not None else None
    return read_compilation(read_markdown(text), load_names(), beside)


def session_of(text: str, base: str | None = None) -> Session:
    session = Session()
    return patched(session, compilation_patch(session, reading_of(text, base), FILE))


def paper(*provisions: str) -> str:
    """Provisions numbered from 1, each under its heading."""
    return "\n\n".join(
        f"*Draft recommendation {number}*\n\n{text}" for number, text in enumerate(provisions, 1)
    )


def provision(session: Session, label: str) -> Provision:
    (found,) = (each for each in session.provisions.values() if each.label == label)
    return found


def wishes(session: Session, label: str) -> list[tuple[str, str, str]]:
    """(codes of the sponsors, old words, new words) of each word amendment, in order."""
    place = provision(session, label)
    return [
        (_codes(session, each.sponsors), *_words(session, place, each))
        for each in session.amendments.values()
        if each.provision == place.id and (each.edits or each.target)
    ]


def stances(session: Session, amendment: Amendment, stance: Stance) -> str:
    return _codes(
        session, [each.delegation for each in amendment.positions if each.stance is stance]
    )


def amendment_of(session: Session, sponsor: str) -> Amendment:
    (found,) = (
        each
        for each in session.amendments.values()
        if sponsor in _codes(session, each.sponsors).split()
    )
    return found


def _words(session: Session, place: Provision, amendment: Amendment) -> tuple[str, str]:
    target = session.amendments.get(amendment.target or "")
    text = place.text if target is None else inserted_text(target)
    old = " … ".join(text[each.start : each.end].strip() for each in amendment.edits)
    return old, " … ".join(each.text.strip() for each in amendment.edits)


def _codes(session: Session, delegations: object) -> str:
    assert isinstance(delegations, list | tuple)
    return " ".join(sorted(session.delegations[each].code for each in delegations))
