"""Tracked files of tests brought into a session."""

from collections.abc import Mapping

from editor.app.switching import Switches, switched
from editor.app.tracked_layers import OtherBase, layer_of_one, layers_by_author
from editor.importers.base_text import base_text_patch
from editor.importers.open_source import read_source
from editor.importers.tracked.voices import authors_found
from editor.importers.word.reader import read_word
from editor.negotiation.amendment import Amendment, AmendmentState
from editor.negotiation.composition import compose
from editor.negotiation.integrity import faults
from editor.negotiation.patch import patched
from editor.negotiation.session import ImportedFile, Session
from tests.importers.word_files import word_file

AUTHORS = {"Ana": "Canada", "Ben": "Norway", "Cleo": "Fiji"}


def started(*base: str) -> Session:
    """A session whose base are these paragraphs."""
    source = read_source("\n\n".join(base).encode(), "base.txt")
    session = Session()
    return patched(session, base_text_patch(session, source, ImportedFile("f1", "base.txt", "0")))


def with_layer(
    session: Session,
    body: str,
    delegation: str = "Canada",
    other_base: OtherBase = OtherBase.REFUSE,
    **parts: str,
) -> Session:
    """After a file with this body was brought in as the layer of one delegation."""
    source = read_word(word_file(body, **parts), "layer.docx")
    row = ImportedFile(f"f{len(session.files) + 1}", "layer.docx", "0", "2024-01-01")
    after = patched(session, layer_of_one(session, delegation, source, row, other_base).patch)
    assert list(faults(after)) == []
    return after


def with_layers(
    session: Session,
    body: str,
    whose: Mapping[str, str] = AUTHORS,
    other_base: OtherBase = OtherBase.REFUSE,
    **parts: str,
) -> Session:
    """After a file with this body was brought in, the changes of each author by themselves."""
    source = read_word(word_file(body, **parts), "layers.docx")
    row = ImportedFile(f"f{len(session.files) + 1}", "layers.docx", "0", "2024-01-01")
    after = patched(session, layers_by_author(session, source, row, whose, other_base).patch)
    assert list(faults(after)) == []
    return after


def with_marks(session: Session, text: str) -> Session:
    """After a text in CriticMarkup was brought in, the changes of each author by themselves."""
    source = read_source(text.encode(), "layers.txt")
    whose = {each.name: each.name for each in authors_found(source)}
    row = ImportedFile(f"f{len(session.files) + 1}", "layers.txt", "0", "2024-01-01")
    after = patched(session, layers_by_author(session, source, row, whose).patch)
    assert list(faults(after)) == []
    return after


def composed(session: Session, *on: str) -> list[str]:
    """The text with these layers on, or none."""
    switches = Switches.only(on) if on else Switches.none()
    return [each for each in compose(switched(session, switches)).paragraphs if each.strip()]


def proposals(session: Session) -> list[Amendment]:
    found = session.amendments.values()
    return [each for each in found if each.state is AmendmentState.PROPOSED]


def code_of(session: Session, amendment: Amendment) -> list[str]:
    return [session.delegations[each].code for each in amendment.sponsors]
