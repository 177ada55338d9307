"""Entries: the blocks of the page, one for each place of the composition."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, partial

from editor.negotiation.amendment import AmendmentKind
from editor.negotiation.composition import ComposedProvision, Composition
from editor.negotiation.provision import Mark, ProvisionKind, ProvisionStatus
from editor.negotiation.session import Session
from editor.negotiation.structure import Place, PlaceRole
from editor.ui.page.base_marks import with_notes
from editor.ui.page.readings import Reading, readings_of
from editor.ui.page.reason_marks import with_reasons
from editor.ui.page.spans import NO_BREAK_SPACE, Look, Span, View, contested_words, spans_of

_MOST_CODES = 3
_WHOLE = (
    AmendmentKind.DELETE_PROVISION,
    AmendmentKind.REPLACE_PROVISION,
    AmendmentKind.JOIN,
)
_NOTE_WITHOUT_NUMBER = "*"
_MARKED_VIEWS = (View.REDLINE, View.BRACKETS)
_EDITED_VIEWS = (View.REDLINE, View.CLEAN)


@dataclass(frozen=True)
class Entry:
    """One block: the spans it shows and what stands around them. `stripe` is the delegation
    of the change bar; `hints` are places of the composed text worth a look, without words where
    changes meet; `hidden` entries have no height."""

    provision: str
    role: PlaceRole
    spans: tuple[Span, ...]
    label: str = ""
    kind: ProvisionKind = ProvisionKind.PROVISION
    level: int = 0
    status: ProvisionStatus = ProvisionStatus.NOT_REACHED
    stripe: str = ""
    in_conflict: bool = False
    hidden: bool = False
    marks: tuple[Mark, ...] = ()
    hints: tuple[tuple[int, int], ...] = ()
    merged_into: str = ""
    """The label of the provision where its words now stand."""

    @cached_property
    def text(self) -> str:
        return "".join(span.text for span in self.spans)

    @cached_property
    def readings(self) -> tuple[Reading, ...]:
        return readings_of(self.spans)


def entry_of(composition: Composition, place: Place, view: View) -> Entry:
    """The entry of one place of the composition in a view."""
    session = composition.session
    provision = session.provisions[place.provision]
    composed = composition.provision(place.provision)
    written: Iterable[Span] = (
        spans_of(composed.runs, view, provision.text, partial(tag_of, session))
        if view is not View.BASE or provision.is_base
        else ()
    )
    if provision.marks:
        written = with_notes(written, provision.marks, partial(note_number, session))
    spans = tuple(written)
    if view in _MARKED_VIEWS and composed.contested is not None:
        spans += tuple(_wanted_of_the_whole(composition, composed))
    if place.role is PlaceRole.MOVED_AWAY and view is View.REDLINE:
        spans = tuple(_as_moved_away(span) for span in spans if span.look is not Look.TAG)
    spans = tuple(with_reasons(session, spans))
    changed = next((s for s in spans if s.look not in (Look.PLAIN, Look.PILL, Look.NOTE)), None)
    return Entry(
        place.provision,
        place.role,
        spans,
        "" if provision.shows_label else provision.label,
        provision.kind,
        provision.level,
        provision.status,
        changed.delegation if changed and view is View.REDLINE else "",
        composed.contested is not None or any(c.is_open for c in composed.conflicts),
        _is_hidden(composition, place, view, spans),
        provision.marks,
        tuple((h.start, h.end) for h in composition.hints(place.provision))
        if view in _EDITED_VIEWS and place.role is not PlaceRole.MOVED_AWAY
        else (),
        _label_of(session, composed.merged_into),
    )


def _wanted_of_the_whole(composition: Composition, composed: ComposedProvision) -> Iterator[Span]:
    """What is proposed for a provision as a whole and not settled: tags after its last word."""
    session = composition.session
    members = composed.contested.members if composed.contested is not None else ()
    for each in members:
        amendment = session.amendments.get(each)
        if amendment is not None and amendment.kind in _WHOLE and amendment.sponsorships:
            named = composition.named(each)
            text = contested_words(tag_of(session, named), amendment.kind)
            yield Span(NO_BREAK_SPACE + text, Look.TAG, named[0], amendments=(each,))


def _label_of(session: Session, provision: str | None) -> str:
    return session.provisions[provision].label if provision is not None else ""


def tag_of(session: Session, delegations: tuple[str, ...]) -> str:
    """The code tag of some delegations: up to three codes, else the first and how many more."""
    codes = [session.delegations[d].code for d in delegations if d in session.delegations]
    if len(codes) > _MOST_CODES:
        return f"{codes[0]}{NO_BREAK_SPACE}+{len(codes) - 1}"
    return NO_BREAK_SPACE.join(codes)


def note_number(session: Session, note: str) -> str:
    """What stands on the page for a footnote: its own number, or a star."""
    found = session.notes.get(note)
    return (found.label if found is not None else "") or _NOTE_WITHOUT_NUMBER


def _as_moved_away(span: Span) -> Span:
    return span if span.look is Look.NOTE else span._replace(look=Look.DELETED)


def _is_hidden(composition: Composition, place: Place, view: View, spans: tuple[Span, ...]) -> bool:
    if view is View.BASE:
        is_base = composition.session.provisions[place.provision].is_base
        return not is_base or place.role is PlaceRole.MOVED_HERE
    if view is View.REDLINE:
        return not spans and composition.provision(place.provision).is_gone
    if place.role is PlaceRole.MOVED_AWAY:
        return True
    return composition.provision(place.provision).is_gone
