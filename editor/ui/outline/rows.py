"""The rows of the outline: what of the composition stands in the list, in its order."""

from enum import StrEnum
from itertools import groupby
from typing import NamedTuple

from editor.negotiation.composition import Composition
from editor.negotiation.provision import (
    AGREED_STATUSES,
    FINISHED_STATUSES,
    Provision,
    ProvisionKind,
    ProvisionStatus,
)
from editor.negotiation.structure import PlaceRole
from editor.ui.outline.common_beginning import common_beginnings, without_beginning

_FIRST_WORDS = 70
_BESIDE = (ProvisionKind.FRONT_MATTER, ProvisionKind.STATEMENT)


class Filter(StrEnum):
    ALL = "all"
    OPEN = "open"
    CONFLICTS = "conflicts"
    AGREED = "agreed"


class OutlineRow(NamedTuple):
    """One row; `words` are those that tell it from the others, `beginning` the first ones.
    `folded` is how many paragraphs of front matter or of a statement it stands for (0: a
    provision or a heading)."""

    provision: str
    kind: ProvisionKind
    label: str
    words: str
    beginning: str = ""
    level: int = 0
    status: ProvisionStatus = ProvisionStatus.NOT_REACHED
    folded: int = 0


def outline_rows(composition: Composition) -> list[OutlineRow]:
    """Every place of the composition once; what has no label of its own is folded."""
    provisions = composition.session.provisions
    standing = [
        provisions[place.provision]
        for place in composition.places
        if place.role is not PlaceRole.MOVED_AWAY
    ]
    beginnings = common_beginnings(
        first_words(each) for each in standing if each.kind is ProvisionKind.PROVISION
    )
    rows: list[OutlineRow] = []
    for kind, found in groupby(standing, key=lambda each: each.kind):
        if kind in _BESIDE:
            folded = list(found)
            rows.append(_row(folded[0], first_words(folded[0]), len(folded)))
        elif kind is ProvisionKind.HEADING:
            rows.extend(_row(each, first_words(each)) for each in found)
        else:
            rows.extend(
                _row(each, without_beginning(first_words(each), beginnings)) for each in found
            )
    return rows


def is_agreed(row: OutlineRow) -> bool:
    return row.status in AGREED_STATUSES


def is_open(row: OutlineRow) -> bool:
    """Whether the negotiation of the provision is not finished."""
    return row.status not in FINISHED_STATUSES


def _row(provision: Provision, words: str, folded: int = 0) -> OutlineRow:
    return OutlineRow(
        provision.id,
        provision.kind,
        provision.label,
        words,
        first_words(provision),
        provision.level,
        provision.status,
        folded,
    )


def first_words(provision: Provision) -> str:
    """How a provision begins, without its label."""
    text = provision.text[:_FIRST_WORDS]
    if provision.shows_label:
        text = text.lstrip(" ([").removeprefix(provision.label.strip("()")).lstrip(" .)\u2003\t")
    return " ".join(text.split())
