"""The text of a paragraph in one line, as a provision has it, on a paragraph of several."""

from collections.abc import Iterator, Sequence
from copy import deepcopy

from editor.exporters.word.elements import SPACE
from editor.exporters.word.onto_base.word_base import BaseLeaf

_Span = tuple[str, bool]
"""Characters of one element, and whether the text in one line has them."""


def is_in_one_line(leaves: Sequence[BaseLeaf], text: str) -> bool:
    """Whether `text` is what the leaves say, but for spaces around line breaks."""
    return _spans(leaves, text) is not None


def in_one_line(leaves: Sequence[BaseLeaf], text: str) -> Iterator[BaseLeaf]:
    """The leaves with the characters that `text` has of them. Spaces that it does not have are
    cut out as leaves without characters, each after the one that stands for them."""
    spans = _spans(leaves, text)
    assert spans is not None
    done = 0
    for (element, shown, note), parts in zip(leaves, spans, strict=True):
        if note or len(parts) < 2:
            kept = "".join(part for part, is_there in parts if is_there)
            yield element, text[done : done + len(kept)], note
            done += len(kept)
            continue
        rest = element
        for number, (part, is_there) in enumerate(parts):
            here = rest
            if number < len(parts) - 1:
                rest = deepcopy(element)
                rest.tail = None
                here.addnext(rest)
            here.text = part
            here.set(SPACE, "preserve")
            yield here, text[done : done + len(part)] if is_there else "", ""
            done += len(part) * is_there
        assert shown


def _spans(leaves: Sequence[BaseLeaf], text: str) -> list[list[_Span]] | None:
    """For each leaf its characters; None if the texts differ in more than such spaces."""
    found: list[list[_Span]] = []
    at = 0
    for _element, shown, _note in leaves:
        spans: list[_Span] = []
        for character in shown:
            wanted = text[at : at + 1]
            is_there = character == wanted or (character.isspace() and wanted == " ")
            if not is_there and not character.isspace():
                return None
            at += is_there
            if spans and spans[-1][1] == is_there:
                spans[-1] = (spans[-1][0] + character, is_there)
            else:
                spans.append((character, is_there))
        found.append(spans)
    return found if at == len(text) else None
