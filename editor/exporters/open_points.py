"""What is still open, to be listed after a clean text."""

from collections.abc import Iterator
from dataclasses import dataclass

from editor.exporters.explanations import rival_text, takes_whole
from editor.exporters.voices import voices
from editor.negotiation.composition import Composition
from editor.negotiation.conflict import Conflict, ConflictKind
from editor.negotiation.entering import inserted_text
from editor.negotiation.provision import Provision
from editor.negotiation.run import Run, RunKind
from editor.negotiation.session import Session

_WORDS_OF_PLACE = 6
_AROUND_WORDS = " ,;:."


@dataclass(frozen=True, slots=True)
class OpenPoint:
    """A conflict without a ruling. `where` is the printed label or the first words of its
    provision; `words` are the brackets that show it, or the words whose deletion is contested;
    `rival_texts` what would stand in place of the whole provision, empty for its deletion, with
    the delegations behind it; `delegations` are all on either side."""

    kind: ConflictKind
    where: str
    words: tuple[str, ...]
    delegations: tuple[str, ...]
    rival_texts: tuple[tuple[str, tuple[str, ...]], ...] = ()


def open_points(composition: Composition) -> Iterator[OpenPoint]:
    """The open conflicts in the order of the base text."""
    for conflict in composition.open_conflicts:
        yield OpenPoint(
            conflict.kind,
            _where(composition.session, conflict),
            tuple(_words(composition, conflict)),
            _in_rank(composition.session, conflict.delegations),
            tuple(_rival_texts(composition.session, conflict)),
        )


def _where(session: Session, conflict: Conflict) -> str:
    """The provisions that it is about: `10, 11, 13`."""
    places = dict.fromkeys(each.provision for each in conflict.ranges) or [conflict.provision]
    rows = [session.provisions[each] for each in places if each in session.provisions]
    return ", ".join(map(_name, rows))


def _name(row: Provision) -> str:
    words = row.text.split()
    more = "…" if len(words) > _WORDS_OF_PLACE else ""
    return row.label or f"“{' '.join(words[:_WORDS_OF_PLACE])}{more}”"


def _words(composition: Composition, conflict: Conflict) -> Iterator[str]:
    places = dict.fromkeys((conflict.provision, *(each.provision for each in conflict.ranges)))
    for place in places:
        if place not in composition.session.provisions:
            continue
        runs = composition.provision(place).runs
        if conflict.kind is ConflictKind.DELETION:
            yield from _contested_words(composition.session, conflict, runs)
        else:
            yield from (run.text.replace("\n", " ") for run in _brackets(runs, conflict.id))


def _brackets(runs: tuple[Run, ...], conflict: str) -> Iterator[Run]:
    return (r for r in runs if r.kind is RunKind.ALTERNATIVES and r.conflict == conflict)


def _contested_words(session: Session, conflict: Conflict, runs: tuple[Run, ...]) -> Iterator[str]:
    """The words that the contested deletions would take, as they read before any change."""
    named = {each for run in runs if run.contested for each in run.amendments}
    for member in conflict.members:
        amendment = session.amendments.get(member)
        if amendment is None or member not in named:
            continue
        if amendment.target is None:
            before = session.provisions[amendment.provision].text
        elif amendment.target in session.rulings:
            before = session.rulings[amendment.target].text
        else:
            before = inserted_text(session.amendments[amendment.target])
        if len(amendment.edits) == 1 and not amendment.edits[0].text:
            edit = amendment.edits[0]
            yield before[edit.start : edit.end].strip(_AROUND_WORDS)


def _rival_texts(session: Session, conflict: Conflict) -> Iterator[tuple[str, tuple[str, ...]]]:
    if conflict.kind is not ConflictKind.PROVISION:
        return
    for member in conflict.members:
        amendment = session.amendments.get(member)
        if amendment is None:
            continue
        if takes_whole(amendment, len(session.provisions[amendment.provision].text)):
            yield rival_text(amendment), voices(session, member)


def _in_rank(session: Session, delegations: tuple[str, ...]) -> tuple[str, ...]:
    last = (True, 0, "", "")
    return tuple(sorted(delegations, key=lambda each: session.rank_of.get(each, last)))
