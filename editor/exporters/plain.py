"""The composed text as plain lines."""

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum

from editor.exporters.forms import manuscript
from editor.exporters.manuscript import SOFT_BREAK, Form, ManuscriptParagraph
from editor.negotiation.composition import Composition
from editor.negotiation.run import Run, RunKind
from editor.negotiation.structure import PlaceRole

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


class TextView(StrEnum):
    CLEAN = "clean"
    REDLINE = "redline"
    BRACKETS = "brackets"


def composed_text(composition: Composition, view: TextView) -> Iterator[str]:
    """The text, a line for a paragraph; a label that is not part of the words stands before a
    tab. The redline is in CriticMarkup, with the codes of the delegations as comments."""
    match view:
        case TextView.CLEAN:
            yield from _paragraphs(composition)
        case TextView.BRACKETS:
            yield from _lines(manuscript(composition, Form.BRACKETED), {})
        case TextView.REDLINE:
            yield from _redline(composition)


def text_file(composition: Composition, form: Form) -> str:
    """The clean or the bracketed text as a file: raised figures refer to the notes at its end."""
    notes, paragraphs = composition.session.notes, manuscript(composition, form)
    referred = dict.fromkeys(
        piece.note for each in paragraphs for piece in each.pieces if piece.note in notes
    )
    figures = {note: str(n).translate(_RAISED) for n, note in enumerate(referred, start=1)}
    lines = [*_lines(paragraphs, figures)]
    if figures:
        lines.append("")
    for note, figure in figures.items():
        lines.append(f"{figure} {' '.join(notes[note].text.split())}")
    return "".join(f"{line}\n" for line in lines)


def _lines(paragraphs: Iterable[ManuscriptParagraph], figures: Mapping[str, str]) -> Iterator[str]:
    """With the figures of notes, by their ids."""
    for paragraph in paragraphs:
        words = "".join(figures.get(piece.note, piece.text) for piece in paragraph.pieces)
        yield words.replace(SOFT_BREAK, "\n")


def _redline(composition: Composition) -> Iterator[str]:
    for place in composition.places:
        composed = composition.provision(place.provision)
        if place.role is PlaceRole.MOVED_AWAY:
            yield _labelled(composition, place.provision, "{>>moved<<}")
        elif composed.runs or not composed.is_gone:
            marked = "".join(_critic(composition, run) for run in composed.runs)
            yield _labelled(composition, place.provision, marked)


def _paragraphs(composition: Composition) -> Iterator[str]:
    begun: set[str] = set()
    for provision, text in composition.labelled_paragraphs:
        yield text if provision in begun else _labelled(composition, provision, text)
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
