"""One delegation, read out of the words that name it in a paper."""

from dataclasses import dataclass

from editor.importers.names.name import Name


@dataclass(frozen=True, slots=True)
class Designation:
    """A delegation as a paper designates it, and who that is.

    `written` is the designation as the paper has it. `name` is None when the book does not know
    it. `confidence` is 1 for a spelling of the book, between 0 and 1 for one that resembles it,
    0 for an unknown one. `spoken_by` is the designation, as written, of the delegation that
    speaks for a group ("X on behalf of G" is G, spoken by X); empty otherwise.
    """

    written: str
    name: Name | None
    confidence: float
    spoken_by: str = ""
