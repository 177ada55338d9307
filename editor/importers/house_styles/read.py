"""Reading a text marked up in a house style: from a source document to everything it says."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from editor.errors import KnownError
from editor.importers.compilation.annotations import Mention
from editor.importers.compilation.reading import (
    CompilationReading,
    ReadAmendment,
    ReadNote,
    ReadProvision,
    ReadUnread,
    Warned,
)
from editor.importers.house_styles.attributed import Entered, entered
from editor.importers.house_styles.house_style import HouseStyle
from editor.importers.house_styles.joined_lines import joined_lines
from editor.importers.house_styles.known_names import KnownNames
from editor.importers.house_styles.margin import with_stances
from editor.importers.house_styles.note_anchors import rows_of_notes
from editor.importers.house_styles.open_marks import Choice, OpenMarks, open_marks
from editor.importers.house_styles.paragraph_marks import ParagraphReader
from editor.importers.house_styles.paragraphs import MarkedParagraph, marked_paragraphs
from editor.importers.house_styles.spread_marks import with_marks_in_each
from editor.importers.house_styles.tags import TagReader
from editor.importers.house_styles.tracked_changes import without_tracked_changes
from editor.importers.names import NameBook
from editor.importers.set_aside import comments_left
from editor.importers.source import SourceDocument
from editor.negotiation.amendment import UNDERSTOOD, AmendmentKind
from editor.negotiation.provision import ProvisionKind

NOT_ATTRIBUTED = "Not attributed"
"""The actor of what nobody is named for."""
_SURE, _GUESSED = 0.95, 0.6
_LONGEST_RAW = 400


def read_house_style(
    source: SourceDocument, names: NameBook, style: HouseStyle, whose: str = NOT_ATTRIBUTED
) -> CompilationReading:
    """All that a text marked up in `style` says. What delegations are named for are their
    proposals and stances; the base is what stands without them. What nobody is named for stays
    in the base in its brackets, with proposals of `whose` that settle it (see `open_marks`).

    Tracked changes of marks and in marks are read as accepted, others as rejected, unless
    delegations are named beside them (see `tracked_changes`); each is left in `unread`, and so
    are comments that say no stance. Brackets that do not balance are warnings with what was
    assumed. Raises KnownError("no_provision_found").
    """
    known = KnownNames(names)
    untracked = without_tracked_changes(source, style, known)
    style = untracked.style
    joined = joined_lines(untracked.document)
    paragraphs = marked_paragraphs(joined, style)
    if not any(each.kind is ProvisionKind.PROVISION for each in paragraphs):
        raise KnownError("no_provision_found")
    tags = TagReader(style, names)
    spread = with_marks_in_each(paragraphs, tags, style)
    reader = ParagraphReader(style, tags, Mention(whose))
    reading = _Reading(joined, paragraphs, names, style, Mention(whose)).read(reader, spread)
    commented = with_stances(source, reading.provisions, known)
    lines = [each.line for each in reading.provisions]
    changes = _placed(untracked.told, lines)
    left = comments_left(replace(source, comments=commented.left), lines)
    return replace(reading, provisions=commented.rows, unread=(*changes, *left))


def _placed(told: Sequence[Warned], lines: Sequence[int]) -> Iterator[ReadUnread]:
    """What is told of lines, at the first row that begins there or else last before."""
    first = {line: row for row, line in reversed(list(enumerate(lines)))}
    begun = sorted(first)
    for reason, line, raw in told:
        at = bisect_right(begun, line)
        yield ReadUnread(raw, reason, line, first[begun[at - 1]] if at else None)


@dataclass
class _Reading:
    source: SourceDocument
    paragraphs: Sequence[MarkedParagraph]
    names: NameBook
    style: HouseStyle
    whose: Mention
    provisions: list[ReadProvision] = field(default_factory=list)
    amendments: list[ReadAmendment] = field(default_factory=list)
    warnings: list[Warned] = field(default_factory=list)
    marks: int = 0
    guessed: int = 0

    def read(self, reader: ParagraphReader, spread: frozenset[int]) -> CompilationReading:
        rows: dict[int, int] = {}
        base_rows: list[tuple[int, MarkedParagraph]] = []
        for index, paragraph in enumerate(self.paragraphs):
            rows[index] = len(self.provisions)
            section = None if paragraph.section is None else rows[paragraph.section]
            if paragraph.kind is not ProvisionKind.PROVISION:
                self.provisions.append(_row(paragraph, paragraph.text.strip(), section))
                continue
            found = entered(reader.read(paragraph.text), paragraph, len(self.amendments))
            self._take(found, paragraph, section, index in spread)
            if found.text:
                base_rows.append((rows[index], paragraph))
        open_ones = open_marks(
            [self.provisions[row].text for row, _each in base_rows],
            [each.provision for _row, each in base_rows],
            self.style,
        )
        self._settle(open_ones, [row for row, _each in base_rows])
        notes = tuple(self._notes())
        self.warnings.append(("convention_profile", 0, self.style.name))
        return CompilationReading(
            self.source.title,
            tuple(self.provisions),
            tuple(self.amendments),
            notes,
            (),
            self.marks,
            self.marks - self.guessed,
            self.guessed,
            self.names,
            (*self.source.warnings, *self.warnings),
        )

    def _take(
        self, found: Entered, paragraph: MarkedParagraph, section: int | None, is_spread: bool
    ) -> None:
        row = len(self.provisions)
        if found.closed_at_end:
            where = paragraph.label or paragraph.text[:40]
            self.warnings.append(("bracket_not_closed", paragraph.line, f"{where}: closed at end"))
        if found.text:
            base = _row(paragraph, found.text, section)
            self.provisions.append(replace(base, positions=found.positions))
        group = f"spread {paragraph.provision}" if is_spread else ""
        for each in found.amendments:
            if each.kind is AmendmentKind.NEW_PROVISION:
                new = _row(paragraph, each.text or "", section)
                self.provisions.append(
                    replace(
                        new,
                        proposed_by=each.sponsors[0],
                        amendment=len(self.amendments),
                        status=new.status,
                    )
                )
                each = replace(each, group=group)
                self.amendments.append(replace(each, provision=len(self.provisions) - 1))
            else:
                provision = row
                if each.target is not None:
                    provision = self.amendments[each.target].provision
                self.amendments.append(replace(each, provision=provision))
        self.marks += found.marks
        self.guessed += sum(each.confidence < UNDERSTOOD for each in found.amendments)

    def _settle(self, found: OpenMarks, rows: Sequence[int]) -> None:
        """The open marks as proposals, those of one question declared alternatives."""
        self.marks += found.brackets + found.options
        self.guessed += found.options
        first = len(self.amendments)
        by_question: dict[int, list[int]] = {}
        members: dict[tuple[int, int], int] = {}
        for choice in found.choices:
            members[choice.question, choice.way] = members.get((choice.question, choice.way), 0) + 1
        for number, choice in enumerate(found.choices, start=first):
            by_question.setdefault(choice.question, []).append(number)
            several = members[choice.question, choice.way] > 1
            self.amendments.append(self._choice(choice, rows[choice.row], several))
        for number, choice in enumerate(found.choices, start=first):
            others = tuple(
                other
                for other in by_question[choice.question]
                if found.choices[other - first].way != choice.way
            )
            self.amendments[number] = replace(self.amendments[number], alternatives=others)
        for at, offset in found.alone:
            row = self.provisions[rows[at]]
            mark = row.text[offset]
            where = f"{row.label or row.text[:40]}: {row.text[max(offset - 20, 0) : offset + 20]}"
            code = "bracket_not_closed" if mark in "[{" else "stray_bracket"
            self.warnings.append((code, row.line, f"{where}: left as printed"))
        for at in found.crossing:
            line, where = self._left(rows[at])
            self.warnings.append(("bracket_over_paragraphs", line, where))
        for at in found.not_offered:
            line, where = self._left(rows[at])
            self.warnings.append(("option_not_offered", line, where))

    def _left(self, number: int) -> tuple[int, str]:
        row = self.provisions[number]
        return row.line, f"{row.label or row.text[:40]}: left as printed"

    def _choice(self, choice: Choice, row: int, several: bool) -> ReadAmendment:
        return ReadAmendment(
            row,
            AmendmentKind.EDIT,
            (self.whose,),
            self.provisions[row].line,
            choice.raw[:_LONGEST_RAW],
            _SURE if choice.is_sure else _GUESSED,
            choice.how,
            edits=choice.edits,
            group=f"mark {choice.question}.{choice.way}" if several else "",
        )

    def _notes(self) -> Iterator[ReadNote]:
        anchors = rows_of_notes(self.provisions, self.paragraphs, self.source.notes)
        for note in self.source.notes:
            text = "\n".join(each.text.strip() for each in note.paragraphs)
            line = note.paragraphs[0].line if note.paragraphs else 0
            place = anchors.get(note.key)
            if place is None:
                self.warnings.append(("note_without_anchor", line, note.label))
            yield ReadNote(note.key, note.label, text, line, provision=place)


def _row(paragraph: MarkedParagraph, text: str, section: int | None) -> ReadProvision:
    return ReadProvision(
        paragraph.kind,
        text,
        paragraph.line,
        paragraph.label,
        paragraph.level,
        section,
        paragraph.status,
        (Mention(paragraph.pending),) if paragraph.pending else (),
    )
