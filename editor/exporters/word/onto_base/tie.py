"""Which paragraph of the base document is which provision."""

from collections.abc import Iterable

from editor.exporters.word.elements import Element, name
from editor.exporters.word.onto_base.editing import Seat
from editor.exporters.word.onto_base.host import Host
from editor.exporters.word.onto_base.one_line import is_in_one_line
from editor.exporters.word.onto_base.unusable import Reason, UnusableBaseError
from editor.exporters.word.onto_base.word_base import WordBase
from editor.negotiation.provision import Provision

_REVISIONS = tuple(
    map(
        name,
        ("w:ins", "w:del", "w:moveFrom", "w:moveTo", "w:cellIns", "w:cellDel", "w:cellMerge"),
    )
)


def tied(provisions: Iterable[Provision], base: WordBase) -> list[Seat]:
    """The base provisions, in order, with their paragraphs: those of the document that are not
    blank, one by one. Raises UnusableBaseError (TRACKED, DIFFERS) if the file has tracked changes
    of its own, or says something else."""
    if is_tracked(base.root):
        raise UnusableBaseError(Reason.TRACKED)
    said = [(n, each) for n, each in enumerate(base.paragraphs) if each.text.strip()]
    rows = list(provisions)
    pairs = list(zip(rows, said, strict=False))
    says_the_same = all(
        row.text == paragraph.text or is_in_one_line(paragraph.leaves, row.text)
        for row, (_number, paragraph) in pairs
    )
    if len(rows) != len(said) or not says_the_same:
        raise UnusableBaseError(Reason.DIFFERS)
    return [Seat(row, Host(paragraph, number, row.text)) for row, (number, paragraph) in pairs]


def is_tracked(root: Element) -> bool:
    """Whether a part has tracked changes of words, paragraphs or cells."""
    return next(root.iter(*_REVISIONS), None) is not None
