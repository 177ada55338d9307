"""From the parts read one by one to one reading: indices, targets, stances, counts."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from editor.importers.compilation.brackets import Annotation, Printed
from editor.importers.compilation.edits import BaseText
from editor.importers.compilation.ground import ClauseKey
from editor.importers.compilation.reading import (
    ReadAmendment,
    ReadProvision,
    ReadStance,
    ReadUnread,
    Warned,
)
from editor.importers.compilation.sections import Part, PartKind
from editor.importers.compilation.settled import Settled
from editor.importers.compilation.stream import text_of
from editor.importers.compilation.structure import proposal_of
from editor.importers.compilation.tracked_tokens import (
    changes_of,
    is_all_inserted,
    settled_tokens,
)
from editor.importers.compilation.wishes import base_positions, wishes_of
from editor.importers.labels import leading_label
from editor.importers.revisions import NOT_IN_ORIGINAL
from editor.negotiation.amendment import UNDERSTOOD, AmendmentKind
from editor.negotiation.provision import AGREED_STATUSES, ProvisionKind, ProvisionStatus
from editor.text.edit import apply_edits

STATED = 0.95
"""Confidence in what is said in so many words."""

_TWICE = re.compile(r"\b(\w+)\s+\1\b", re.IGNORECASE)

ClauseId = tuple[int, ClauseKey]
"""Row of a provision, clause of one of its annotations."""


@dataclass(frozen=True, slots=True)
class PartRead:
    """A part, its words and annotations, those of its heading, and one settled ground for each
    paragraph of its own."""

    part: Part
    printed: Printed
    head: Printed
    settled: Sequence[Settled]


class Assembly:
    """The growing reading. Rows and amendments are referred to by their index."""

    def __init__(self) -> None:
        self.provisions: list[ReadProvision] = []
        self.amendments: list[ReadAmendment] = []
        self.unread: list[ReadUnread] = []
        self.warnings: list[Warned] = []
        self.parts: list[tuple[PartRead, int]] = []
        """Each part with its (first) row."""
        self.by_clause: dict[ClauseId, int] = {}

    def add(self, read: PartRead) -> None:
        """Take the next part in reading order."""
        row = len(self.provisions)
        self.parts.append((read, row))
        if read.part.kind is PartKind.PROVISION:
            self._add_provision(read, row)
            return
        self.provisions.append(
            ReadProvision(
                ProvisionKind(read.part.kind.value),
                self._original_text(read, row),
                read.part.line,
                level=read.part.level,
                section=self._section(read.part),
            )
        )

    def _original_text(self, read: PartRead, row: int) -> str:
        """The text of a heading or of front matter before its tracked changes, which nobody can
        be named for there; of one that is inserted as a whole, the text after them."""
        tokens = read.part.tokens
        self.unread.extend(
            ReadUnread(raw, reason, line, row) for reason, line, raw in changes_of(tokens)
        )
        if is_all_inserted(tokens):
            return text_of(tokens)
        return text_of(settled_tokens(tokens, NOT_IN_ORIGINAL))

    def add_amendment(self, amendment: ReadAmendment, clause: ClauseId | None = None) -> int:
        self.amendments.append(amendment)
        index = len(self.amendments) - 1
        if clause is not None:
            self.by_clause.setdefault(clause, index)
        return index

    def add_stances(self, index: int, stances: Sequence[ReadStance]) -> None:
        amendment = self.amendments[index]
        self.amendments[index] = replace(amendment, stances=(*amendment.stances, *stances))

    def add_raw(self, index: int, raw: str) -> None:
        """Keep the words of a further annotation that says the same."""
        amendment = self.amendments[index]
        if raw not in amendment.raw:
            self.amendments[index] = replace(amendment, raw=f"{amendment.raw} {raw}")

    def counts(self) -> tuple[int, int, int]:
        """How many annotations there are, are understood, and are guessed. One that is not
        read in full is left for the user, and so is in neither of the two."""
        total = understood = guessed = 0
        for read, row in self.parts:
            total += len(read.head.annotations) + len(read.printed.unread)
            understood += len(read.head.annotations)
            for annotation in read.printed.annotations:
                total += 1
                sureness = self._sureness(read, row, annotation)
                understood += sureness >= UNDERSTOOD
                guessed += 0 < sureness < UNDERSTOOD
        return total, understood, guessed

    def report_unread(self) -> None:
        """Put what was not understood in full into the tray, raw, and what was mended: words
        fused by tracking and stray marks are shown for review."""
        for read, row in self.parts:
            if read.head.tokens:
                raw = text_of(read.part.heading)
                self.unread.append(
                    ReadUnread(raw, "annotation_not_understood", read.part.line, row)
                )
            for raw, reason, line in (*read.head.unread, *read.printed.unread):
                self.unread.append(ReadUnread(raw, reason, line, row))
            for settled in read.settled:
                for code, line, detail in settled.ground.warnings:
                    self.unread.append(ReadUnread(detail, code, line, row))
            for annotation in read.printed.annotations:
                if not self._sureness(read, row, annotation):
                    self.unread.append(
                        ReadUnread(
                            annotation.raw, "annotation_not_understood", annotation.line, row
                        )
                    )

    def _sureness(self, read: PartRead, row: int, annotation: Annotation) -> float:
        """The confidence of the least sure clause; 0 if one was not read at all."""
        said = {
            said.clause
            for settled in read.settled
            for said in settled.said
            if said.clause[0] == annotation.serial
        }
        lowest = 1.0
        for number in range(len(annotation.clauses)):
            key = (annotation.serial, number)
            index = self.by_clause.get((row, key))
            if index is not None:
                lowest = min(lowest, self.amendments[index].confidence)
            elif key not in said:
                return 0.0
        return lowest

    def _add_provision(self, read: PartRead, row: int) -> None:
        proposal = proposal_of(read.head)
        for number, settled in enumerate(read.settled):
            self._add_paragraph(read, settled, row + number, proposal if not number else None)
        if not read.settled:
            self.provisions.append(self._empty_row(read))
        self.warnings.extend((*read.head.warnings, *read.printed.warnings))

    def _add_paragraph(
        self, read: PartRead, settled: Settled, row: int, proposal: Annotation | None
    ) -> None:
        base = BaseText(settled.ground)
        is_first = row == self.parts[-1][1]
        label = leading_label(base.text)
        provision = replace(
            self._empty_row(read),
            text=base.text,
            marks=base.italics(),
            note_marks=_note_marks(read.printed, settled, base),
            positions=tuple(base_positions(settled, base)),
        )
        if not is_first:
            provision = replace(
                provision,
                label=label.printed if label and label.depth else "",
                level=label.depth if label else 1,
                status=ProvisionStatus.NOT_REACHED,
            )
        self.provisions.append(provision)
        if proposal is not None:
            self._add_new_provision(read, row, base.text, proposal)
        self._add_wishes(settled, base, row)
        self.warnings.extend(settled.ground.warnings)

    def _empty_row(self, read: PartRead) -> ReadProvision:
        printed = read.printed
        if printed.bracketed and printed.status in AGREED_STATUSES:
            self.warnings.append(("agreed_in_brackets", printed.status_line, read.part.label))
        # A bracket around the whole says that it was reached and is not agreed.
        unsaid = ProvisionStatus.OPEN if printed.bracketed else ProvisionStatus.NOT_REACHED
        return ReadProvision(
            ProvisionKind.PROVISION,
            "",
            read.part.line,
            label=read.part.label.rstrip("."),
            section=self._section(read.part),
            status=printed.status or unsaid,
            pending_on=printed.pending_on,
        )

    def _add_new_provision(
        self, read: PartRead, row: int, text: str, annotation: Annotation
    ) -> None:
        sponsors = annotation.clauses[0].mentions
        index = self.add_amendment(
            ReadAmendment(
                row,
                AmendmentKind.NEW_PROVISION,
                sponsors,
                annotation.line,
                f"{read.part.label} {annotation.raw}",
                STATED,
                "stated",
                text=text,
            )
        )
        self.provisions[row] = replace(
            self.provisions[row], proposed_by=sponsors[0], amendment=index
        )

    def _add_wishes(self, settled: Settled, base: BaseText, row: int) -> None:
        first_row = self.parts[-1][1]
        rivals: list[tuple[int, ClauseKey]] = []
        for wish in wishes_of(settled, base, row):
            target = self.provisions[row].amendment
            if wish.target is not None:
                target = self.by_clause.get((first_row, wish.target), target)
            index = self.add_amendment(
                replace(wish.amendment, target=target), (first_row, wish.amendment.clause)
            )
            if wish.amendment.rank == 2:
                self.link([index - 1, index])
            rivals.extend((index, rival) for rival in wish.rivals)
            self._warn_about(wish.amendment, settled, base)
        for index, rival in rivals:
            other = self.by_clause[first_row, rival]
            self.link([index, other])
        for said in settled.said:
            if said.about is not None:
                self.add_stances(
                    self.by_clause[first_row, said.about],
                    [ReadStance(mention, said.stance, said.reason) for mention in said.mentions],
                )

    def _warn_about(self, amendment: ReadAmendment, settled: Settled, base: BaseText) -> None:
        for twice in _said_twice(base.text, amendment):
            settled.ground.warnings.append(("words_repeated", amendment.line, twice))
        if amendment.confidence >= UNDERSTOOD:
            return
        for other in amendment.others:
            detail = f"{amendment.raw} {other}"
            self.warnings.append(("ambiguous", amendment.line, detail))

    def link(self, indices: Sequence[int]) -> None:
        """Declare amendments alternatives of each other."""
        for index in indices:
            amendment = self.amendments[index]
            others = tuple(
                each for each in indices if each != index and each not in amendment.alternatives
            )
            self.amendments[index] = replace(
                amendment, alternatives=amendment.alternatives + others
            )

    def _section(self, part: Part) -> int | None:
        return None if part.section is None else self.parts[part.section][1]


def _note_marks(printed: Printed, settled: Settled, base: BaseText) -> tuple[tuple[int, str], ...]:
    """Where notes on plain words of this paragraph stand in its base text."""
    ground = settled.ground
    last = ground.first + len(ground.word_of) - 1
    return tuple(
        (base.end_before(ground.word_of[at - ground.first]), key)
        for at, key in printed.notes
        if ground.first < at <= last
    )


def _said_twice(base: str, amendment: ReadAmendment) -> Iterator[str]:
    """The words that the proposal would make stand twice in a row."""
    before = {found.lower() for found in _TWICE.findall(base)}
    for word in _TWICE.findall(apply_edits(base, amendment.edits)):
        if word.lower() not in before:
            yield f"{word} {word}"
