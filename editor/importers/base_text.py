"""The base text: each paragraph of a document a provision, with label, heading and typography."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from editor.importers.labels import (
    LABEL,
    Label,
    bare_label,
    is_letter_before_roman,
    leading_label,
)
from editor.importers.own_open_points import without_open_points
from editor.importers.provision_headings import NARRATIVE, provision_label
from editor.importers.revisions import is_tracked, reject
from editor.importers.set_aside import put_set_aside
from editor.importers.single_lines import in_single_lines
from editor.importers.source import SourceDocument, SourceParagraph, SourceRun
from editor.negotiation.identity import fresh
from editor.negotiation.note import Note, NoteAnchor
from editor.negotiation.patch import Draft, Patch
from editor.negotiation.provision import Mark, MarkKind, Provision, ProvisionKind
from editor.negotiation.session import ImportedFile, Session

_ARTICLE = re.compile(rf"(?:draft\s+)?article\s+{LABEL}", re.IGNORECASE)
_LONGEST_HEADING = 200
_PROVISION_STYLE = "Provision"
_KINDS_BY_STYLE = {
    "Front matter": ProvisionKind.FRONT_MATTER,
    "Statement": ProvisionKind.STATEMENT,
}
"""Styles of the Word files that we hand out, beside that of provisions."""


@dataclass(frozen=True, slots=True)
class BaseParagraph:
    """A paragraph and what it is. `section` is the index of the heading above it; `label` is
    derived from the text or the automatic number, the text itself is untouched."""

    source: SourceParagraph
    kind: ProvisionKind
    label: str = ""
    words_start: int = 0
    level: int = 0
    section: int | None = None


def base_text_patch(session: Session, source: SourceDocument, file: ImportedFile) -> Patch:
    """The patch that makes the paragraphs of `source`, tracked changes rejected, the base text
    of a session: one row for each paragraph that is not blank, its words as they are, in one
    line, italics and note anchors as marks, the notes as rows. What the reader set aside is
    reported, as is a list of open points of ours; comments in the margin are left unread."""
    source = without_open_points(source)
    original = in_single_lines(reject(source))
    paragraphs = base_paragraphs(original)
    draft = Draft(session)
    ids = fresh("p", session.provisions)
    rows = [next(ids) for _ in paragraphs]
    note_rows = dict(
        zip((note.key for note in original.notes), fresh("n", session.notes), strict=False)
    )
    for ordinal, (each, key) in enumerate(zip(paragraphs, rows, strict=True)):
        provision = Provision(
            key,
            ordinal,
            each.source.text,
            each.label,
            each.kind,
            each.level,
            "" if each.section is None else rows[each.section],
            marks=tuple(_marks(each.source.runs, note_rows)),
        )
        draft.put("provisions", key, provision)
    anchors = {
        run.note: key
        for each, key in zip(paragraphs, rows, strict=True)
        for run in each.source.runs
        if run.note
    }
    for note in original.notes:
        text = "\n".join(paragraph.text.strip() for paragraph in note.paragraphs)
        key = note_rows[note.key]
        anchor = NoteAnchor(provision=anchors.get(note.key, ""))
        draft.put("notes", key, Note(key, text, note.label, key, anchor=anchor))
    places = [(each.source.line, key) for each, key in zip(paragraphs, rows, strict=True)]
    put_set_aside(draft, source, file, places)
    draft.put("files", file.id, replace(file, is_base=True))
    return draft.patch()


def telling_of_changes(source: SourceDocument) -> SourceDocument:
    """With a warning if it has tracked changes, for a base that leaves them out: where the first
    one is, and who made them."""
    warnings = list(source.warnings)
    changed = [each for each in source.paragraphs if is_tracked(each)]
    if changed:
        runs = (run for paragraph in changed for run in paragraph.runs)
        authors = dict.fromkeys(run.author for run in runs if run.author)
        warnings.append(("changes_not_in_base", changed[0].line, ", ".join(authors)))
    return replace(source, warnings=tuple(warnings))


def base_texts(source: SourceDocument) -> Mapping[str, str]:
    """The words of each labelled provision, without the label, by `bare_label`.

    Of two with one label the first counts.
    """
    found: dict[str, str] = {}
    for each in base_paragraphs(in_single_lines(reject(source))):
        if each.kind is ProvisionKind.PROVISION and each.label:
            found.setdefault(bare_label(each.label), each.source.text[each.words_start :].strip())
    return found


def base_paragraphs(source: SourceDocument) -> list[BaseParagraph]:
    """The paragraphs that are not blank, in order, and what they are.

    The paragraph after a heading like "Draft recommendation 3" carries its label. Where there
    are several such headings, what stands before the first is front matter. In a Word file of
    ours the styles tell.
    """
    walk = _Walk([each for each in source.paragraphs if each.text.strip()])
    return walk.run()


class _Walk:
    def __init__(self, paragraphs: Sequence[SourceParagraph]) -> None:
        self._paragraphs = paragraphs
        self._found: list[BaseParagraph] = []
        self._sections: list[tuple[int, int]] = []
        self._seen_provision = not self._has_front_matter()
        is_ours = any(each.style == _PROVISION_STYLE for each in paragraphs)
        self._kinds = _KINDS_BY_STYLE if is_ours else {}
        self._in_statements = False
        self._inherited = ""
        self._article = ""
        self._last_label = ""

    def run(self) -> list[BaseParagraph]:
        for paragraph in self._paragraphs:
            if self._heads_provision(paragraph):
                self._take_provision_heading(paragraph)
            elif _is_heading(paragraph):
                self._take_heading(paragraph)
            else:
                self._take_text(paragraph)
        return self._found

    def _has_front_matter(self) -> bool:
        """Whether provisions are headed one by one. Articles are not enough: what stands before
        the first is the preamble or the decision that adopts them."""
        headings = [each for each in self._paragraphs if self._heads_provision(each)]
        return sum(not _ARTICLE.fullmatch(each.text.strip()) for each in headings) > 1

    @staticmethod
    def _heads_provision(paragraph: SourceParagraph) -> bool:
        return bool(provision_label(paragraph.text)) and not paragraph.label

    def _take_provision_heading(self, paragraph: SourceParagraph) -> None:
        text = paragraph.text.strip()
        self._seen_provision = True
        self._article = " ".join(text.split()) if _ARTICLE.fullmatch(text) else ""
        self._inherited = self._article or provision_label(text)
        self._last_label = ""
        self._add(paragraph, ProvisionKind.HEADING, level=self._level_below())

    def _take_heading(self, paragraph: SourceParagraph) -> None:
        level = paragraph.heading or 1
        while self._sections and self._sections[-1][1] >= level:
            self._sections.pop()
        if self._seen_provision and NARRATIVE.search(paragraph.text):
            self._in_statements = True
        self._add(paragraph, ProvisionKind.HEADING, level=level)
        self._sections.append((len(self._found) - 1, level))
        self._inherited = self._article = ""

    def _take_text(self, paragraph: SourceParagraph) -> None:
        if kind := self._kinds.get(paragraph.style):
            self._add(paragraph, kind)
        elif self._in_statements:
            self._add(paragraph, ProvisionKind.STATEMENT)
        elif not self._seen_provision:
            self._add(paragraph, ProvisionKind.FRONT_MATTER)
        else:
            self._take_provision(paragraph)

    def _take_provision(self, paragraph: SourceParagraph) -> None:
        label = leading_label(paragraph.text)
        printed, depth, words = paragraph.label.strip(), paragraph.indent, 0
        if printed:
            automatic = leading_label(f"{printed} ")
            depth = automatic.depth if automatic else depth
            printed = automatic.printed if automatic else printed
        elif label is not None:
            printed, depth, words = label.printed, self._depth(label), label.words_start
        if printed and not depth and self._article:
            printed = f"{self._article}.{printed.rstrip('.')}"
        elif not printed and self._inherited:
            printed = self._inherited
        self._inherited = ""
        self._last_label = printed
        self._add(paragraph, ProvisionKind.PROVISION, printed, words, depth)

    def _depth(self, label: Label) -> int:
        is_letter = label.depth == 2 and is_letter_before_roman(label.printed, self._last_label)
        return 1 if is_letter else label.depth

    def _level_below(self) -> int:
        return self._sections[-1][1] + 1 if self._sections else 1

    def _add(
        self,
        paragraph: SourceParagraph,
        kind: ProvisionKind,
        label: str = "",
        words_start: int = 0,
        level: int = 0,
    ) -> None:
        section = self._sections[-1][0] if self._sections else None
        self._found.append(BaseParagraph(paragraph, kind, label, words_start, level, section))


def _is_heading(paragraph: SourceParagraph) -> bool:
    text = paragraph.text.strip()
    if len(text) > _LONGEST_HEADING:
        return False
    words = [run for run in paragraph.runs if run.text.strip()]
    is_bold = all(run.bold for run in words) and text[-1:] not in ".;,"
    return paragraph.heading > 0 or (is_bold and leading_label(text) is None)


def _marks(runs: Sequence[SourceRun], notes: Mapping[str, str]) -> Iterator[Mark]:
    position = 0
    for run in runs:
        end = position + len(run.text)
        if run.note in notes:
            yield Mark(MarkKind.NOTE, position, position, notes[run.note])
        if run.italic and run.text.strip():
            yield Mark(MarkKind.ITALIC, position, end)
        if run.bold and run.text.strip():
            yield Mark(MarkKind.BOLD, position, end)
        position = end
