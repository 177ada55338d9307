"""The annex of a compilation: what its annotations mean, and who is named in it."""

from collections.abc import Iterator, Mapping

from editor.exporters.compilation.paper import Look, PaperParagraph, PaperPiece, PaperStyle
from editor.exporters.compilation.plan import Plan
from editor.exporters.compilation.reasons import Reasons
from editor.negotiation.notation.layout import (
    DELEGATION_SEPARATOR,
    LEGEND_HEADING,
    NOTES,
    TOGETHER,
)
from editor.negotiation.notation.printed_names import one_line
from editor.negotiation.session import Session

_SENTENCES = (
    "The text is the base text. Words that somebody wants put in are underlined, words that "
    "somebody wants taken out are struck. Annotations stand in brackets, in bold, right after the "
    "words of which they speak, and name those words and who wants what:",
    "add “words”; delete “words”; replace “words” with “other words”: what the delegations named "
    "after the colon propose. Words between « and » are quoted with their spaces.",
    "retain, remove: those named oppose the proposal; support, reserve, can live with, "
    "conditional: they say so of it. Said of quoted words, this is about the base text.",
    "A number in parentheses is what other annotations call a proposal: “on 3” amends the words "
    "of proposal 3, “or 4” is an alternative to proposal 4, “and” is a further change of the "
    "proposal with this number. “choice 1” is the wish that a delegation ranks first.",
    "Footnotes give reasons. A bracket on a line of its own is the status of the provision above; "
    "a provision without one was not reached.",
)


def legend(
    session: Session, plan: Plan, names: Mapping[str, str], reasons: Reasons
) -> Iterator[PaperParagraph]:
    """The paragraphs of the annex; the delegations named in the paper by name, code and kind."""
    yield PaperParagraph(PaperStyle.HEADING, (PaperPiece(LEGEND_HEADING),), level=1)
    for sentence in _SENTENCES:
        yield _paragraph(sentence)
    for key in _named(session):
        row = session.delegations[key]
        yield _paragraph(
            DELEGATION_SEPARATOR.join((names[key], one_line(row.code), row.kind.value))
        )
    for numbers in plan.groups():
        yield _paragraph(f"{TOGETHER}{', '.join(map(str, numbers))}")
    placeless = reasons.at(("nothing",))
    if placeless:
        notes = tuple(PaperPiece("", note=reasons.key_of(sign)) for sign in placeless)
        pieces = (PaperPiece(f"[{NOTES}", Look.SAID), *notes, PaperPiece("]", Look.SAID))
        yield PaperParagraph(PaperStyle.LEGEND, pieces)


def _paragraph(text: str) -> PaperParagraph:
    return PaperParagraph(PaperStyle.LEGEND, (PaperPiece(text),))


def _named(session: Session) -> list[str]:
    """The delegations that a public session names, alphabetically."""
    found: dict[str, None] = {}
    for provision in session.provisions.values():
        found.update(dict.fromkeys(provision.pending_on))
        found.update(dict.fromkeys(each.delegation for each in provision.positions))
    for amendment in session.amendments.values():
        found.update(dict.fromkeys(amendment.sponsors))
        found.update(dict.fromkeys(each.delegation for each in amendment.positions))
    found.update((each.delegation, None) for each in session.notes.values() if each.delegation)
    rows = (session.delegations[each] for each in found if each in session.delegations)
    return [each.id for each in sorted(rows, key=lambda each: (each.name, each.code, each.id))]
