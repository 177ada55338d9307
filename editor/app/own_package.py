"""The file that the base text came from, and its package as something to write on."""

from collections.abc import Callable, Mapping, Sequence

from editor.errors import KnownError
from editor.exporters.word.onto_base.rejecting import rejected
from editor.exporters.word.onto_base.unusable import Reason, UnusableBaseError
from editor.exporters.word.onto_base.word_base import BaseParagraph, Restart, WordBase
from editor.importers.file_kind import FileKind, recognise
from editor.importers.word.places import read_places
from editor.negotiation.session import ImportedFile, Session

BytesOf = Callable[[str], bytes | None]
"""The bytes of an imported file by its digest; None if they are not there."""


def nothing_kept(_digest: str) -> bytes | None:
    """For sessions whose imported files are not at hand."""
    return None


def word_base(session: Session, kept: BytesOf) -> WordBase | None:
    """The Word file of the base text; None where the base did not come from one.

    Raises UnusableBaseError if it did, but the file is not there any more, or cannot be read.
    """
    file = base_file(session)
    if file is None:
        return None
    data = kept(file.digest)
    if data is None:
        if file.name.lower().endswith(".docx"):
            raise UnusableBaseError(Reason.MISSING)
        return None
    try:
        if recognise(data, file.name) is not FileKind.WORD:
            return None
        return read_base(data, file.name)
    except KnownError as error:
        raise UnusableBaseError(Reason.UNREADABLE) from error


def base_file(session: Session) -> ImportedFile | None:
    """The document of the base text, if that was read from one."""
    return next((each for each in session.files.values() if each.is_base), None)


def with_changes_rejected(base: WordBase) -> WordBase:
    """The same file with its own tracked changes rejected, read again."""
    return read_base(rejected(base.data, base.main_part, base.root), "base.docx")


def read_base(data: bytes, name: str) -> WordBase:
    """A Word file with the places of its words. Raises KnownError for what cannot be read."""
    places = read_places(data, name)
    paragraphs = tuple(
        BaseParagraph(
            each.element,
            each.leaves,
            each.label,
            each.numbering.list_id or "" if each.numbering else "",
            each.numbering.level or 0 if each.numbering else 0,
        )
        for each in places.paragraphs
    )
    numbered = [n for n, each in enumerate(places.paragraphs) if each.numbering is not None]
    index = {number: index for index, number in enumerate(numbered)}
    references = [each.numbering for each in places.paragraphs if each.numbering is not None]

    def restarts(order: Sequence[int]) -> Mapping[int, Restart]:
        left = [index[number] for number in order if number in index]
        found = places.renumbering.restarts(references, left)
        return {numbered[each]: restart for each, restart in found.items()}

    return WordBase(data, places.main_part, places.root, paragraphs, restarts)
