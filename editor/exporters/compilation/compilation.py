"""A session as a compilation."""

from collections.abc import Iterator

from editor.exporters.compilation.body_text import BodyText, said_pieces
from editor.exporters.compilation.context import wording_in_context
from editor.exporters.compilation.legend import legend
from editor.exporters.compilation.paper import (
    Look,
    Paper,
    PaperParagraph,
    PaperPiece,
    PaperStyle,
    in_order_of_reference,
)
from editor.exporters.compilation.plan import Plan, ProvisionPlan, Statement
from editor.exporters.compilation.reasons import Reasons
from editor.exporters.compilation.statements import Statements
from editor.negotiation.amendment import Amendment, AmendmentKind
from editor.negotiation.entering import inserted_text
from editor.negotiation.notation.annotation import Annotation
from editor.negotiation.notation.annotation_text import annotation_text
from editor.negotiation.notation.layout import (
    HEADING_LEVELS,
    NOTES,
    Expectation,
    expected_level,
)
from editor.negotiation.notation.places import place_names
from editor.negotiation.notation.printed_names import one_line, printed_names
from editor.negotiation.notation.status_text import status_text
from editor.negotiation.provision import Provision, ProvisionKind
from editor.negotiation.public import public_session
from editor.negotiation.session import Session


def compilation(session: Session) -> Paper:
    """The compilation of all that is public in a session. Reading it gives the same provisions,
    proposals, sponsors, positions, notes and statuses."""
    return _Compiler(public_session(session)).paper()


class _Compiler:
    def __init__(self, session: Session) -> None:
        self._session = session
        self._names = printed_names(session)
        self._plan = Plan(session)
        self._reasons = Reasons(session, self._names)
        rows = [each.provision for each in self._plan.provisions]
        places = place_names([each.label for each in rows])
        named = dict(zip((each.id for each in rows), places, strict=True))
        self._statements = Statements(self._plan, self._names, named, self._reasons)
        self._expected = Expectation()

    def paper(self) -> Paper:
        paragraphs = [PaperParagraph(PaperStyle.TITLE, (PaperPiece(self._title()),))]
        for each in self._plan.provisions:
            paragraphs.extend(self._paragraphs(each))
        paragraphs.extend(legend(self._session, self._plan, self._names, self._reasons))
        heading = self._session.headings["heading"]
        paper = Paper(self._title(), tuple(paragraphs), self._reasons.notes, heading)
        return in_order_of_reference(paper)

    def _title(self) -> str:
        return one_line(self._session.title) or "Compilation"

    def _paragraphs(self, plan: ProvisionPlan) -> Iterator[PaperParagraph]:
        row = plan.provision
        opening = tuple(self._opening(row))
        pieces = (
            *opening,
            *self._proposed(plan),
            *self._notes(row),
            *BodyText(plan, self._reasons).pieces(tuple(self._inline(plan))),
            *self._whole(plan),
        )
        if not any(each.text or each.note for each in pieces):
            pieces = (_kind_piece(row.kind.value),)
        is_heading = row.kind is ProvisionKind.HEADING
        level = min(max(row.level, 1), HEADING_LEVELS[-1]) if is_heading else row.level
        yield PaperParagraph(PaperStyle(row.kind.value), pieces, level)
        yield from self._status(row)
        for each in plan.texts:
            yield self._text(each)
        self._expected = (
            self._expected.after_heading(row.text)
            if is_heading
            else Expectation.after_paragraph(row.kind)
        )

    def _opening(self, row: Provision) -> Iterator[PaperPiece]:
        """What differs from what a reader expects here, and the label where it has to be
        printed."""
        if row.kind is ProvisionKind.HEADING:
            kind = ProvisionKind.HEADING
            shows_label = bool(row.label) or "\t" in row.text
            level = row.level if row.level in HEADING_LEVELS else HEADING_LEVELS[0]
        else:
            kind = self._expected.kind_of("")
            shows_label = (
                self._expected.label_of(row.text, row.kind) != row.label or "\t" in row.text
            )
            if shows_label and row.label:
                kind = self._expected.kind_of(row.label)
            level = expected_level(row.label, row.kind)
        said = [] if kind is row.kind else [row.kind.value]
        said += [] if level == row.level else [f"level {row.level}"]
        if said:
            yield _kind_piece(*said)
        if shows_label:
            yield PaperPiece(f"{row.label}\t")

    def _proposed(self, plan: ProvisionPlan) -> Iterator[PaperPiece]:
        if plan.proposal is not None:
            for each in self._with_amendments(Statement(plan.proposal)):
                yield from said_pieces(f"{annotation_text(each)} ", self._reasons)

    def _inline(self, plan: ProvisionPlan) -> Iterator[tuple[int, Annotation, str]]:
        for at, annotation in self._statements.on_words(plan.provision):
            yield at, annotation, ""
        for at, statement in plan.inline:
            wording = statement.wording
            words = wording.new.text if wording is not None and wording.new is not None else ""
            first, *others = self._with_amendments(statement)
            yield at, first, words
            for each in others:
                yield at, each, ""

    def _with_amendments(self, statement: Statement) -> Iterator[Annotation]:
        """The annotation, and those on the words that the proposal puts in."""
        yield self._statements.of(statement)
        amendment = statement.amendment
        if statement.goes_on or (amendment.kind is AmendmentKind.SPLIT and statement.wording):
            return
        for each in self._plan.on(amendment.id):
            yield from self._on(each, inserted_text(amendment))

    def _on(self, amendment: Amendment, text: str) -> Iterator[Annotation]:
        """An amendment to words that another one puts in."""
        wordings = [wording_in_context(text, edit) for edit in amendment.edits]
        first = wordings[0] if wordings else None
        yield from self._with_amendments(Statement(amendment, first))
        for wording in wordings[1:]:
            yield self._statements.of(Statement(amendment, wording, goes_on=True))

    def _whole(self, plan: ProvisionPlan) -> Iterator[PaperPiece]:
        for statement in plan.whole:
            for each in self._with_amendments(statement):
                yield from said_pieces(f" {annotation_text(each)}", self._reasons)

    def _notes(self, row: Provision) -> Iterator[PaperPiece]:
        notes = self._reasons.at(("provision", row.id))
        if notes:
            yield from said_pieces(f"[{NOTES}{notes}] ", self._reasons)

    def _status(self, row: Provision) -> Iterator[PaperParagraph]:
        pending_on = [self._names[each] for each in row.pending_on]
        text = status_text(row.status, pending_on, self._reasons.at(("status", row.id)))
        if text:
            yield PaperParagraph(PaperStyle.STATUS, tuple(said_pieces(text, self._reasons)))

    def _text(self, amendment: Amendment) -> PaperParagraph:
        """An alternative text for a whole provision, as a paragraph of its own."""
        pieces = [PaperPiece(amendment.text or "", Look.ADDED)]
        for each in self._with_amendments(Statement(amendment)):
            pieces.extend(said_pieces(f" {annotation_text(each)}", self._reasons))
        return PaperParagraph(PaperStyle.PROVISION, tuple(pieces))


def _kind_piece(*said: str) -> PaperPiece:
    return PaperPiece(f"[{', '.join(said).replace('_', ' ')}] ", Look.SAID)
