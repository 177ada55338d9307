"""The paragraphs of a legend: front matter of a base, none of a session that has its base."""

from collections.abc import Container
from dataclasses import replace

from editor.importers.house_styles.looks import lines_of_legend
from editor.importers.source import SourceDocument
from editor.negotiation.patch import Patch, RowChange
from editor.negotiation.provision import Provision, ProvisionKind
from editor.negotiation.session import Session


def with_legend(base: Patch, source: SourceDocument) -> Patch:
    """The base text with the legend, which nobody negotiates, as front matter."""
    lines = lines_of_legend(source)
    texts = {_words(each.text) for each in source.paragraphs if each.line in lines}
    return Patch(tuple(_as_front_matter(each, texts) for each in base.changes))


def _as_front_matter(change: RowChange, texts: Container[str]) -> RowChange:
    row = change.after
    if not isinstance(row, Provision) or _words(row.text) not in texts:
        return change
    if row.kind is not ProvisionKind.PROVISION:
        return change
    return replace(change, after=replace(row, kind=ProvisionKind.FRONT_MATTER))


def without_legend(source: SourceDocument, session: Session) -> SourceDocument:
    """`source` for a session that has its base text: a legend that is not in it was written for
    this paper, and is told of."""
    texts = {_words(each.text) for each in session.provisions.values()}
    lines = lines_of_legend(source)
    gone = [each for each in source.paragraphs if each.line in lines]
    gone = [each for each in gone if _words(each.text) not in texts]
    warnings = list(source.warnings)
    for each in gone:
        warnings.append(("legend_left_out", each.line, each.text.strip()))
    return replace(
        source,
        paragraphs=tuple(each for each in source.paragraphs if each not in gone),
        warnings=tuple(warnings),
    )


def _words(text: str) -> str:
    return " ".join(text.split())
