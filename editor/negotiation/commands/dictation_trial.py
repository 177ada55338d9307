"""Trying a command on one provision before it is done: how would it read?"""

from dataclasses import dataclass

from editor.negotiation.commands.command import Command
from editor.negotiation.composition import Composition, compose
from editor.negotiation.patch import patched
from editor.negotiation.run import Run, RunKind
from editor.negotiation.session import Session


@dataclass(frozen=True, slots=True)
class Outcome:
    """How the provision would read, its open conflicts (by member set), and its runs."""

    text: str
    conflicts: frozenset[frozenset[str]]
    runs: tuple[Run, ...]
    proposal: str

    @property
    def end_of_words(self) -> int | None:
        """Where in the text the words of the proposal end; None if they do not stand there."""
        end = None
        at = 0
        for run in self.runs:
            if run.kind in (RunKind.KEPT, RunKind.INSERTED, RunKind.ALTERNATIVES):
                at += len(run.text)
            if run.kind is RunKind.INSERTED and self.proposal in run.amendments:
                end = at
        return end


class Trial:
    """The part of a session that is judged together with one provision."""

    def __init__(self, composition: Composition, provision: str) -> None:
        self._provision = provision
        self._part = _part(composition, provision)
        composed = composition.provision(provision)
        self.conflicts = frozenset(frozenset(c.members) for c in composed.conflicts if c.is_open)

    def outcome(self, command: Command) -> Outcome:
        """What `command` would make of the provision."""
        patch = command.plan(self._part)
        composed = compose(patched(self._part, patch)).provision(self._provision)
        ids = [c.key for c in patch.changes if c.table == "amendments" and c.after is not None]
        return Outcome(
            composed.text,
            frozenset(frozenset(c.members) for c in composed.conflicts if c.is_open),
            composed.runs,
            ids[0] if ids else "",
        )


def _part(composition: Composition, provision: str) -> Session:
    session, index = composition.session, composition.index
    home = index.provision_home[provision]
    amendments = {
        each: session.amendments[each]
        for each, place in index.amendment_home.items()
        if place == home
    }
    places = {*index.clusters[home].texts, *(each.provision for each in amendments.values())}
    return Session(
        headings=session.headings,
        delegations=session.delegations,
        provisions={p: session.provisions[p] for p in places if p in session.provisions},
        amendments=amendments,
        rulings={
            key: ruling
            for key, ruling in session.rulings.items()
            if not ruling.members.isdisjoint(amendments)
        },
        decisions={
            each: session.decisions[each] for each in amendments if each in session.decisions
        },
    )
