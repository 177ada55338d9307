"""What the comments of a document explain: who else proposes, why, and what is still open."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import count

from editor.exporters.manuscript import Remark, RemarkKind
from editor.exporters.voices import voices
from editor.negotiation.amendment import Amendment, AmendmentKind
from editor.negotiation.composition import ComposedProvision, Composition
from editor.negotiation.conflict import Conflict, ConflictKind
from editor.negotiation.delegation import CHAIR_ID
from editor.negotiation.note import Note
from editor.negotiation.provision import MarkKind
from editor.negotiation.run import Option, Run, RunKind
from editor.negotiation.session import Session

_PLACE_CONFLICTS = frozenset({ConflictKind.STRUCTURE, ConflictKind.ORDER})


class Explanations:
    """The remarks of one manuscript; every reason is given once. Private positions never
    appear."""

    def __init__(self, composition: Composition) -> None:
        self._composition = composition
        self._session = composition.session
        self._numbers = count(1)
        self._explained: set[str] = set()
        self._named: set[tuple[tuple[str, ...], tuple[str, ...]]] = set()
        self._open = {each.id for each in composition.open_conflicts}
        self._contests = {
            member: each.id
            for each in composition.open_conflicts
            if each.kind is ConflictKind.DELETION
            for member in each.members
        }
        self._contested: dict[tuple[str, ...], Remark] = {}
        self._notes_of, self._general_notes = _notes(composition)

    def of_run(self, run: Run, deletions: Sequence[str] = ()) -> tuple[Remark, ...]:
        """The remarks on the words of one run, which unsettled `deletions` would take."""
        found = [self._contested_deletion((each,), (each,)) for each in deletions]
        if run.contested and not deletions:
            own = tuple(each for each in run.amendments if each in self._contests)
            found.append(self._contested_deletion(own or run.amendments, own, run.delegations))
        if run.kind is RunKind.ALTERNATIVES:
            found.append(self._alternatives(run))
        elif self._has_unnamed_sponsors(run):
            self._named.add((run.amendments, run.delegations))
            author = run.delegations[0]
            found.append(self._remark(RemarkKind.SPONSORS, author, run.delegations))
        found.extend(self._reasons(run.amendments))
        return tuple(found)

    def of_provision(self, composed: ComposedProvision) -> tuple[Remark, ...]:
        """The remarks on a provision as a whole."""
        found: list[Remark] = []
        if composed.contested is not None:
            found.extend(self._contested_provision(composed.contested, composed.beside))
        for conflict in composed.conflicts:
            if conflict.kind in _PLACE_CONFLICTS and conflict.id in self._open:
                found.append(
                    self._remark(RemarkKind.CONTESTED_PLACE, CHAIR_ID, conflict.delegations)
                )
        found.extend(self._reason(note) for note in self._general_notes.get(composed.id, ()))
        return tuple(found)

    def of_change(self, kind: RemarkKind, amendments: Iterable[str]) -> tuple[Remark, ...]:
        """A remark of `kind` that names who is behind structural amendments, and their reasons."""
        ids = tuple(amendments)
        named = tuple(dict.fromkeys(d for each in ids for d in voices(self._session, each)))
        if kind is RemarkKind.SPONSORS and len(named) < 2:
            return tuple(self._reasons(ids))
        return (self._remark(kind, (named or (CHAIR_ID,))[0], named), *self._reasons(ids))

    def _has_unnamed_sponsors(self, run: Run) -> bool:
        if run.contested or len(run.delegations) < 2:
            return False
        return (run.amendments, run.delegations) not in self._named

    def _remark(
        self, kind: RemarkKind, author: str, delegations: tuple[str, ...] = (), text: str = ""
    ) -> Remark:
        return Remark(next(self._numbers), kind, author, delegations, text=text)

    def _contested_deletion(
        self, key: tuple[str, ...], deletions: Iterable[str], others: tuple[str, ...] = ()
    ) -> Remark:
        """One remark for all the words that one deletion would take."""
        if key not in self._contested:
            named = dict.fromkeys(d for each in deletions for d in voices(self._session, each))
            self._contested[key] = self._remark(
                RemarkKind.CONTESTED_DELETION, CHAIR_ID, tuple(named) or others
            )
        return self._contested[key]

    def _alternatives(self, run: Run) -> Remark:
        is_open = run.conflict in self._open
        return Remark(
            next(self._numbers),
            RemarkKind.OPEN_WORDS if is_open else RemarkKind.LEFT_IN_BRACKETS,
            CHAIR_ID,
            run.delegations,
            tuple(each.delegations if not each.is_base else () for each in run.options),
        )

    def _contested_provision(
        self, conflict: Conflict, beside: Iterable[Option]
    ) -> Iterator[Remark]:
        amended = {each: option.text for option in beside for each in option.amendments}
        for member in conflict.members:
            amendment = self._session.amendments.get(member)
            if amendment is None or not self._takes_whole(amendment):
                continue
            text = amended.get(member) or rival_text(amendment)
            kind = RemarkKind.RIVAL_TEXT if text else RemarkKind.CONTESTED_DELETION
            yield self._remark(kind, CHAIR_ID, voices(self._session, member), text)
            yield from self._reasons((member,))

    def _takes_whole(self, amendment: Amendment) -> bool:
        return takes_whole(amendment, len(self._session.provisions[amendment.provision].text))

    def _reasons(self, amendments: Iterable[str]) -> Iterator[Remark]:
        for each in amendments:
            amendment = self._session.amendments.get(each)
            if amendment is None or each in self._explained:
                continue
            self._explained.add(each)
            for note in self._notes_of.get(each, ()):
                yield self._reason(note)
            for position in amendment.positions:
                if position.note and not position.private:
                    yield Remark(
                        next(self._numbers),
                        RemarkKind.POSITION,
                        position.delegation,
                        (position.delegation,),
                        text=position.note,
                        stance=position.stance,
                    )

    def _reason(self, note: Note) -> Remark:
        if note.delegation is None:
            return self._remark(RemarkKind.NOTE, CHAIR_ID, (), note.text)
        return self._remark(RemarkKind.REASON, note.delegation, (note.delegation,), note.text)


def takes_whole(amendment: Amendment, length: int) -> bool:
    """Whether it deletes, replaces or joins a whole provision of `length` code points."""
    if amendment.kind is AmendmentKind.EDIT and amendment.target is None:
        edits = amendment.edits
        return len(edits) == 1 and (edits[0].start, edits[0].end) == (0, length) and length > 0
    if amendment.kind is AmendmentKind.JOIN:
        return amendment.text is not None
    return amendment.kind in (AmendmentKind.DELETE_PROVISION, AmendmentKind.REPLACE_PROVISION)


def rival_text(amendment: Amendment) -> str:
    """What a whole-provision amendment puts in its place."""
    if amendment.kind is AmendmentKind.EDIT:
        return amendment.edits[0].text
    return amendment.text or ""


Notes = dict[str, list[Note]]


def _notes(composition: Composition) -> tuple[Notes, Notes]:
    """Reasons by amendment, and those for a provision as a whole: of delegations whose layers
    are on, and the notes of the text itself that it does not print as footnotes."""
    session = composition.session
    printed = {
        mark.note
        for provision in session.provisions.values()
        for mark in provision.marks
        if mark.kind is MarkKind.NOTE
    }
    of_amendment: Notes = defaultdict(list)
    of_provision: Notes = defaultdict(list)
    for amendment in session.amendments.values():
        of_amendment[amendment.id] = [
            session.notes[n] for n in amendment.notes if n in session.notes
        ]
    for note in session.notes.values():
        anchor = note.anchor
        if anchor.amendment:
            if note not in of_amendment[anchor.amendment]:
                of_amendment[anchor.amendment].append(note)
        elif note.id not in printed and _is_told(session, note):
            of_provision[anchor.provision].append(note)
    return of_amendment, of_provision


def _is_told(session: Session, note: Note) -> bool:
    """Whether a note on a provision as a whole belongs into a file."""
    if note.delegation is None:
        return not note.anchor.on_status
    delegation = session.delegations.get(note.delegation)
    return delegation is not None and delegation.layer_on
