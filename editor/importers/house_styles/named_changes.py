"""Tracked changes beside which delegations are named, in a text with bare brackets."""

from dataclasses import dataclass, replace

from editor.importers.house_styles.beside import Beside, Marked, named_beside
from editor.importers.house_styles.house_style import Attribution, HouseStyle, Meaning
from editor.importers.house_styles.known_names import KnownNames
from editor.importers.source import Revision, SourceDocument, SourceParagraph, SourceRun

_LOOKS = {Revision.INSERTED: "new", Revision.DELETED: "struck"}


@dataclass(frozen=True, slots=True)
class Shown:
    """A document, and the style that it is to be read in."""

    document: SourceDocument
    style: HouseStyle


def with_named_changes(source: SourceDocument, style: HouseStyle, known: KnownNames) -> Shown:
    """The named changes as underlined and struck words, which the style then takes for changes
    of whoever is named behind them; other lines under and through words mean nothing. All stays
    as it is if there are none, or in a style with names or formats of its own."""
    if style.attribution is not Attribution.NONE or style.capitals is not Meaning.PLAIN:
        return Shown(source, style)
    beside = [_beside(each, known) for each in source.paragraphs]
    if not any(each.attributions for each in beside):
        return Shown(source, style)
    paragraphs = tuple(map(_shown, source.paragraphs, beside))
    return Shown(
        replace(source, paragraphs=paragraphs),
        replace(
            style,
            underlined=Meaning.ADDED,
            struck=Meaning.DELETED,
            attribution=Attribution.BESIDE,
        ),
    )


def _beside(paragraph: SourceParagraph, known: KnownNames) -> Beside:
    marked: list[Marked] = []
    position = 0
    for run in paragraph.runs:
        start, position = position, position + len(run.text)
        if run.text and run.revision in _LOOKS:
            look = _LOOKS[run.revision]
            marked.append(Marked(start, position, look, run.revision is Revision.DELETED))
    return named_beside(paragraph.text, marked, known) if marked else Beside((), ())


def _shown(paragraph: SourceParagraph, beside: Beside) -> SourceParagraph:
    """A paragraph all of whose words are named changes is put in or taken out by its names: its
    end stays."""
    named = [(each.words.start, each.words.end) for each in beside.marked if each.names]
    runs: list[SourceRun] = []
    position = 0
    for run in paragraph.runs:
        start, position = position, position + len(run.text)
        is_named = any(first < position and start < last for first, last in named)
        is_name = any(first <= start and position <= last for first, last in beside.attributions)
        runs.append(_run(run, is_named and run.revision in _LOOKS, is_name))
    words = [pair for pair in zip(paragraph.runs, runs, strict=True) if pair[0].text.strip()]
    is_all_named = bool(named) and all(old.revision is not new.revision for old, new in words)
    mark = Revision.NONE if is_all_named else paragraph.mark_revision
    return replace(paragraph, runs=tuple(runs), mark_revision=mark)


def _run(run: SourceRun, is_named: bool, is_name: bool) -> SourceRun:
    is_settled = is_named or (is_name and run.revision is Revision.INSERTED)
    return replace(
        run,
        underlined=is_named and run.revision is Revision.INSERTED,
        struck=is_named and run.revision is Revision.DELETED,
        revision=Revision.NONE if is_settled else run.revision,
    )
