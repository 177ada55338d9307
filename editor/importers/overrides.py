"""Signs that print letters in another order than they have (Unicode Technical Report 36): a text
with them says one thing to its reader and another to the program."""

import re
from dataclasses import replace

from editor.importers.source import SourceComment, SourceDocument, SourceParagraph, SourceRun

_OVERRIDES = re.compile("[\u202d\u202e]")


def without_overrides(source: SourceDocument) -> SourceDocument:
    """`source` without them, in words and in names; each paragraph that had any is remarked."""
    warnings = list(source.warnings)
    for each in source.paragraphs:
        warnings.extend(letters_turned(each.text, each.line))
    return replace(
        source,
        paragraphs=tuple(map(_paragraph, source.paragraphs)),
        notes=tuple(
            replace(each, paragraphs=tuple(map(_paragraph, each.paragraphs)))
            for each in source.notes
        ),
        comments=tuple(map(_comment, source.comments)),
        margins=tuple(map(_paragraph, source.margins)),
        title=in_reading_order(source.title),
        warnings=tuple(warnings),
    )


def letters_turned(text: str, line: int) -> list[tuple[str, int, str]]:
    """The remark on a text, if it has any of these signs."""
    warnings: list[tuple[str, int, str]] = []
    if _OVERRIDES.search(text):
        warnings.append(("letters_turned", line, in_reading_order(text)))
    return warnings


def in_reading_order(text: str) -> str:
    """`text` without these signs."""
    return _OVERRIDES.sub("", text)


def _paragraph(paragraph: SourceParagraph) -> SourceParagraph:
    runs = tuple(_run(run) if _is_turned(run) else run for run in paragraph.runs)
    return paragraph if runs == paragraph.runs else replace(paragraph, runs=runs)


def _is_turned(run: SourceRun) -> bool:
    return any(_OVERRIDES.search(each) for each in (run.text, run.author, run.deleted_by))


def _run(run: SourceRun) -> SourceRun:
    return replace(
        run,
        text=in_reading_order(run.text),
        author=in_reading_order(run.author),
        deleted_by=in_reading_order(run.deleted_by),
    )


def _comment(comment: SourceComment) -> SourceComment:
    return replace(
        comment,
        author=in_reading_order(comment.author),
        text=in_reading_order(comment.text),
    )
