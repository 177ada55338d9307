"""Twelve delegations who send the base text back with their tracked changes."""

from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from editor.app.importing import Incoming, add_base_text, add_layer
from editor.app.reader_process import ReaderProcess
from editor.app.word_export import word_export
from editor.exporters.manuscript import Form
from editor.exporters.word.writer import word_file
from editor.importers.base_text import base_text_patch
from editor.importers.open_source import read_source
from editor.importers.tracked.voices import authors_found
from editor.importers.word.reader import read_word
from editor.negotiation.composition import Composition, compose
from editor.negotiation.patch import patched
from editor.negotiation.session import ImportedFile, Session
from editor.resources import sample_path
from tests.clerk import edited
from tests.exporters.word.reading import NOW
from tests.word_text import in_single_spaces

TWELVE = (
    "Australia", "Brazil", "Canada", "Egypt", "Fiji", "Ghana", "Indonesia", "Japan", "Kenya",
    "Mexico", "Norway", "Peru",
)  # fmt: skip


class Sent(NamedTuple):
    """The base texts, of the sample and as a Word file, and the file of each delegation."""

    plain: Path
    word: Path
    files: dict[str, Path]


def sent(folder: Path) -> Sent:
    """The sample's base handed out as a Word file, and what came back, in `folder`."""
    plain, word = sample_path("base.md"), folder / "base.docx"
    row = ImportedFile("f1", plain.name, "0")
    source = read_source(plain.read_bytes(), plain.name)
    session = patched(Session(), base_text_patch(Session(), source, row))
    handed_out = word_file(compose(session), Form.CLEAN, NOW)
    word.write_bytes(handed_out)
    files = {}
    for seed, name in enumerate(TWELVE):
        files[name] = folder / f"{name}.docx"
        files[name].write_bytes(edited(handed_out, f"Clerk {seed}", seed))
    return Sent(plain, word, files)


def brought_in(path: Path, base: Path, files: dict[str, Path]) -> Session:
    """A new session file at `path` with the files as layers of their delegations, in one go."""
    with ReaderProcess() as process:
        incoming = Incoming.into(path, process.read)
        try:
            add_base_text(incoming, base)
            for name, file in files.items():
                add_layer(incoming, name, file)
            incoming.write()
        finally:
            incoming.close()
    return incoming.session


def all_names(redline: bytes) -> set[str]:
    """Which of the twelve sign a change or are told of in a comment."""
    document = read_word(redline, "redline.docx")
    told = [f"{each.author} {each.text}" for each in document.comments]
    signed = " ".join([*told, *(each.name for each in authors_found(document))])
    return {each for each in TWELVE if each in signed}


def redline(composition: Composition, files: Sent) -> bytes:
    """The redline of a composition, on the Word file if that is its base."""
    data = files.word.read_bytes()
    kept = {sha256(data).hexdigest(): data}
    return word_export(composition, Form.REDLINE, NOW, kept.get, lambda _stage: None).data


def words_of(paragraphs: Iterable[str]) -> list[str]:
    """Those with words, in single spaces."""
    return [line for each in paragraphs if (line := in_single_spaces(each))]
