"""Sessions whose base is a Word file, and delegations who rewrite it."""

import random
from collections.abc import Sequence
from hashlib import sha256
from io import BytesIO
from zipfile import ZipFile

from lxml import etree

from editor.app.own_package import read_base
from editor.exporters.manuscript import Form
from editor.exporters.word.onto_base.writer import word_file_on_base
from editor.importers.alternative_text import alternative_patch
from editor.importers.base_text import base_text_patch
from editor.importers.source import SourceDocument, SourceParagraph, SourceRun
from editor.importers.word.reader import read_word
from editor.negotiation.composition import Composition
from editor.negotiation.delegation import Delegation
from editor.negotiation.patch import Draft, patched
from editor.negotiation.session import ImportedFile, Session
from tests.exporters.word.reading import NOW

NAMES = ("Chair", "Canada", "Egypt", "Fiji")
_NEW_WORDS = ("must", "may", "consider", "new", "reefs", "often")


def session_from(data: bytes, name: str = "base.docx") -> Session:
    """A session whose base is a Word file."""
    empty = Session()
    row = ImportedFile("f1", name, sha256(data).hexdigest())
    return patched(empty, base_text_patch(empty, read_word(data, name), row))


def rewritten(session: Session, seed: int, delegations: int) -> Session:
    """The session with layers of random edits, all of them on."""
    chance = random.Random(seed)
    texts = [session.provisions[each].text for each in session.base_order]
    for number in range(1, delegations + 1):
        session = _with_layer(session, number, _edited(texts, chance))
    return session


def written(composition: Composition, form: Form, data: bytes) -> bytes:
    """The composition on a base file."""
    return word_file_on_base(composition, form, NOW, read_base(data, "base.docx"))


def parts_of(data: bytes) -> dict[str, bytes]:
    """The parts of a package, what is XML in its canonical form."""
    with ZipFile(BytesIO(data)) as archive:
        return {each: archive.read(each) for each in archive.namelist()}


def canonical(content: bytes) -> bytes:
    """An XML part as it has to compare."""
    return etree.tostring(etree.fromstring(content), method="c14n")


def _with_layer(session: Session, number: int, texts: Sequence[str]) -> Session:
    draft = Draft(session)
    id, name = f"d{number}", NAMES[number]
    draft.put("delegations", id, Delegation(id, name[:3].upper(), name, layer_on=True))
    session = patched(session, draft.patch())
    paragraphs = tuple(
        SourceParagraph((SourceRun(text),), line) for line, text in enumerate(texts, start=1)
    )
    row = ImportedFile(f"f{number + 1}", f"{name}.docx", "0")
    return patched(session, alternative_patch(session, id, SourceDocument(paragraphs), row))


def _edited(texts: Sequence[str], chance: random.Random) -> list[str]:
    """The paragraphs with words put in, left out and replaced, some paragraphs left out, some
    new, two of them exchanged."""
    edited: list[str] = []
    for text in texts:
        if chance.random() < 0.15 and len(texts) > 1:
            continue
        words = text.split(" ")
        for _ in range(chance.randrange(4)):
            at = chance.randrange(len(words))
            match chance.randrange(3):
                case 0:
                    words[at] = chance.choice(_NEW_WORDS)
                case 1:
                    words.insert(at, chance.choice(_NEW_WORDS))
                case _ if len(words) > 1:
                    del words[at]
        edited.append(" ".join(words))
        if chance.random() < 0.15:
            edited.append(f"Proposed words {chance.choice(_NEW_WORDS)}.")
    if len(edited) > 2 and chance.random() < 0.3:
        first, second = sorted(chance.sample(range(len(edited)), 2))
        edited[first], edited[second] = edited[second], edited[first]
    return edited or ["Nothing else."]
