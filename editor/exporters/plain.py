"""The composed text as plain lines."""

from collections.abc import Iterator
from enum import StrEnum

from editor.negotiation.composition import Composition
from editor.negotiation.run import Run, RunKind
from editor.negotiation.structure import PlaceRole


class TextView(StrEnum):
    CLEAN = "clean"
    REDLINE = "redline"
    BRACKETS = "brackets"


def composed_text(composition: Composition, view: TextView) -> Iterator[str]:
    """The text, a line for a paragraph; a label that is not part of the words stands before a
    tab. The redline is in CriticMarkup, with the codes of the delegations as comments."""
    if view is not TextView.REDLINE:
        yield from _paragraphs(composition, view)
        return
    for place in composition.places:
        composed = composition.provision(place.provision)
        if place.role is PlaceRole.MOVED_AWAY:
            yield _labelled(composition, place.provision, "{>>moved<<}")
        elif composed.runs or not composed.is_gone:
            marked = "".join(_critic(composition, run) for run in composed.runs)
            yield _labelled(composition, place.provision, marked)


def _paragraphs(composition: Composition, view: TextView) -> Iterator[str]:
    begun: set[str] = set()
    for provision, text in composition.labelled_paragraphs:
        contested = composition.provision(provision).contested is not None
        shown = f"[{text}]" if contested and view is TextView.BRACKETS else text
        yield shown if provision in begun else _labelled(composition, provision, shown)
        begun.add(provision)


def _labelled(composition: Composition, provision: str, text: str) -> str:
    row = composition.session.provisions[provision]
    return text if row.shows_label or not row.label else f"{row.label}\t{text}"


def _critic(composition: Composition, run: Run) -> str:
    delegations = composition.session.delegations
    codes = " ".join(delegations[d].code for d in run.delegations if d in delegations)
    text = run.text.replace("\n", "¶")
    match run.kind:
        case RunKind.INSERTED:
            return f"{{++{text}++}}{{>>{codes}<<}}"
        case RunKind.DELETED | RunKind.STRUCK:
            return f"{{--{text}--}}{{>>{codes}<<}}"
        case RunKind.KEPT if run.contested:
            return f"{{=={text}==}}{{>>{codes}<<}}"
        case _:
            return text
