"""The annex of such a compilation: who is named in it, and which proposals are one group."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from editor.importers.source import SourceDocument, SourceParagraph
from editor.negotiation.delegation import DelegationKind
from editor.negotiation.notation.layout import (
    DELEGATION_SEPARATOR,
    LEGEND_HEADING,
    TOGETHER,
)

_KINDS = "|".join(DelegationKind)
_DELEGATION = re.compile(rf"(.+){DELEGATION_SEPARATOR}(.*){DELEGATION_SEPARATOR}({_KINDS})")


@dataclass(frozen=True, slots=True)
class Named:
    """A delegation as the annex lists it."""

    name: str
    code: str
    kind: DelegationKind


@dataclass(slots=True)
class Annex:
    """`notes` are the keys of notes that stand on nothing; `joined` are delegations that it does
    not list, for somebody wrote their names into the paper."""

    delegations: list[Named] = field(default_factory=list)
    joined: list[Named] = field(default_factory=list)
    groups: list[tuple[int, ...]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def parted(source: SourceDocument) -> tuple[Sequence[SourceParagraph], Annex] | None:
    """The paragraphs before the annex, and the annex; None if the paper has none, so is not one
    that this program wrote."""
    paragraphs = [each for each in source.paragraphs if each.runs]
    for index in range(len(paragraphs) - 1, -1, -1):
        if paragraphs[index].heading and paragraphs[index].text == LEGEND_HEADING:
            return paragraphs[:index], _read(paragraphs[index + 1 :])
    return None


def _read(paragraphs: Sequence[SourceParagraph]) -> Annex:
    annex = Annex()
    for paragraph in paragraphs:
        delegation = _DELEGATION.fullmatch(paragraph.text)
        if delegation:
            name, code, kind = delegation.groups()
            annex.delegations.append(Named(name, code, DelegationKind(kind)))
        elif paragraph.text.startswith(TOGETHER):
            numbers = paragraph.text.removeprefix(TOGETHER).split(", ")
            annex.groups.append(tuple(int(each) for each in numbers if each.isdecimal()))
        annex.notes.extend(run.note for run in paragraph.runs if run.note)
    return annex
