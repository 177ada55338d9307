"""Proposals about whole provisions, once all provisions are known."""

from dataclasses import dataclass, replace

from editor.importers.compilation.annotations import Clause
from editor.importers.compilation.assemble import STATED, Assembly, ClauseId, PartRead
from editor.importers.compilation.brackets import Annotation
from editor.importers.compilation.profile import Verb
from editor.importers.compilation.reading import ReadAmendment, ReadStance
from editor.importers.compilation.sections import PartKind
from editor.importers.compilation.structure import (
    WHOLE,
    AlternativeText,
    alternative_texts,
    is_split,
    split_by_second_part,
)
from editor.importers.labels import bare_label
from editor.negotiation.amendment import AmendmentKind
from editor.negotiation.provision import Stance

_PROSE = 0.6
_OPPOSES = frozenset({Verb.RETAIN, Verb.DELETE})


@dataclass(frozen=True, slots=True)
class _Place:
    read: PartRead
    row: int
    annotation: Annotation
    number: int

    @property
    def clause(self) -> Clause:
        return self.annotation.clauses[self.number]

    @property
    def id(self) -> ClauseId:
        return self.row, (self.annotation.serial, self.number)


def add_whole_proposals(assembly: Assembly) -> None:
    """Add deletions, replacements, joins and splits of provisions to the assembly."""
    _WholeProposals(assembly).add_all()


class _WholeProposals:
    def __init__(self, assembly: Assembly) -> None:
        self._assembly = assembly
        self._texts: dict[tuple[int, str], AlternativeText] = {}
        self._used: set[tuple[int, str]] = set()
        self._joins: dict[tuple[object, ...], int] = {}
        self._rows: dict[str, int] = {}
        for read, row in assembly.parts:
            if read.part.kind is PartKind.PROVISION:
                self._rows[bare_label(read.part.label)] = row
                for text in alternative_texts(read.printed):
                    self._texts[row, text.letter] = text

    def add_all(self) -> None:
        for read, row in self._assembly.parts:
            for annotation in read.printed.annotations:
                if annotation.clauses[0].verb in WHOLE:
                    self._add_annotation(read, row, annotation)
        self._add_unused_texts()

    def _add_annotation(self, read: PartRead, row: int, annotation: Annotation) -> None:
        wish: int | None = None
        for number, clause in enumerate(annotation.clauses):
            place = _Place(read, row, annotation, number)
            if clause.verb in WHOLE:
                added = self._add(place)
                wish = wish if added is None else added
            elif wish is not None and clause.verb in _OPPOSES | {Verb.SUPPORT, Verb.RESERVE}:
                stance = _stance(clause.verb)
                stances = [ReadStance(each, stance, clause.reason) for each in clause.mentions]
                self._assembly.add_stances(wish, stances)
                self._assembly.by_clause[place.id] = wish

    def _add(self, place: _Place) -> int | None:
        match place.clause.verb:
            case Verb.DELETE_PROVISION:
                return self._amendment(place, AmendmentKind.DELETE_PROVISION)
            case Verb.USE_PROPOSAL:
                text = self._text(place.row, place.clause.proposal)
                if text is None:
                    return None
                return self._amendment(place, AmendmentKind.REPLACE_PROVISION, text=text.text)
            case Verb.JOIN:
                return self._join(place)
            case Verb.SUGGESTS:
                return self._suggestion(place)
            case _:
                return None

    def _amendment(self, place: _Place, kind: AmendmentKind, text: str | None = None) -> int:
        return self._assembly.add_amendment(_stated(place, kind, text), place.id)

    def _join(self, place: _Place) -> int | None:
        """One join, however often it is stated: where its text is, else at the first."""
        clause = place.clause
        rows = [
            self._rows[bare_label(each)] for each in clause.labels if bare_label(each) in self._rows
        ]
        if len(rows) < 2:
            return None
        key = (tuple(rows), clause.proposal, *(each.written for each in clause.mentions))
        if key in self._joins:
            self._assembly.by_clause[place.id] = self._joins[key]
            self._assembly.add_raw(self._joins[key], place.annotation.raw)
            return self._joins[key]
        home, text = rows[0], None
        if clause.proposal:
            home = next((row for row in rows if (row, clause.proposal) in self._texts), home)
            found = self._text(home, clause.proposal)
            text = found.text if found else None
        amendment = replace(
            _stated(place, AmendmentKind.JOIN, text), provision=home, provisions=tuple(rows)
        )
        self._joins[key] = self._assembly.add_amendment(amendment, place.id)
        return self._joins[key]

    def _suggestion(self, place: _Place) -> int:
        """A proposal in prose. A split whose second part is given is a split; any other text
        stands instead of the provision."""
        clause = place.clause
        text = clause.new or ""
        base = self._assembly.provisions[place.row].text
        split = split_by_second_part(base, text) if is_split(clause.words) else None
        if split is None:
            amendment = _stated(place, AmendmentKind.REPLACE_PROVISION, text)
        else:
            amendment = replace(
                _stated(place, AmendmentKind.SPLIT, None), at=split[0], edits=(split[1],)
            )
        return self._assembly.add_amendment(
            replace(amendment, confidence=_PROSE, how="prose"), place.id
        )

    def _text(self, row: int, letter: str) -> AlternativeText | None:
        found = self._texts.get((row, letter))
        if found is not None:
            self._used.add((row, letter))
        return found

    def _add_unused_texts(self) -> None:
        """A text that no annotation refers to is its author's wish for the provision."""
        for (row, letter), text in self._texts.items():
            id_: ClauseId = (row, (text.annotation.serial, 0))
            if (row, letter) not in self._used:
                self._assembly.add_amendment(
                    ReadAmendment(
                        row,
                        AmendmentKind.REPLACE_PROVISION,
                        text.mentions,
                        text.annotation.line,
                        f"({text.letter}) {text.annotation.raw}",
                        STATED,
                        "stated",
                        text=text.text,
                    ),
                    id_,
                )
            else:
                self._assembly.by_clause[id_] = next(
                    index
                    for index, amendment in enumerate(self._assembly.amendments)
                    if amendment.text == text.text
                )


def _stated(place: _Place, kind: AmendmentKind, text: str | None) -> ReadAmendment:
    return ReadAmendment(
        place.row,
        kind,
        place.clause.mentions,
        place.annotation.line,
        place.annotation.raw,
        STATED,
        "stated",
        text=text,
        clause=place.id[1],
    )


def _stance(verb: Verb) -> Stance:
    if verb in _OPPOSES:
        return Stance.OPPOSE
    return Stance.SUPPORT if verb is Verb.SUPPORT else Stance.RESERVE
