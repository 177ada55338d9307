"""What becomes of each proposal: adopted, carried over, or not to be carried over, and why."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, replace

from editor.negotiation.adoption.agreed import Agreed
from editor.negotiation.adoption.ground import Ground, inserted_at
from editor.negotiation.adoption.reasons import Reason
from editor.negotiation.adoption.sequence import Source
from editor.negotiation.amendment import Amendment, AmendmentState
from editor.negotiation.change import Change, Nature
from editor.negotiation.circumstances import Circumstances, circumstances, rulings_by_home
from editor.negotiation.clash import bits, clash_masks
from editor.negotiation.cluster import Cluster
from editor.negotiation.grounds import BREAK, changes_of, place_in_normal_form
from editor.negotiation.judgement import Verdict
from editor.negotiation.ruling import Ruling, RulingKind
from editor.negotiation.session import Session
from editor.text.edit import Edit


@dataclass(frozen=True, slots=True)
class NotCarried:
    """A proposal as it was, why it cannot be carried over, and the amendments and rulings
    because of which."""

    amendment: Amendment
    reason: Reason
    because: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Carried:
    """`change` as it was in the text `source`, with the rows of its amendments. `ground` is
    None for what nobody proposes any more."""

    change: Change
    source: Source
    rows: tuple[Amendment, ...]
    ground: Ground | None = None


@dataclass(frozen=True, slots=True)
class Adopted:
    """An adopted change (or one all of whose words are), with the rows of its amendments."""

    change: Change
    source: Source
    rows: tuple[Amendment, ...]


@dataclass
class Fates:
    """`grounds` by the home of their cluster; `followers` are the amendments to what is carried
    over, `idle` the proposals that fit nowhere as it is; `parts` tells, for a change that
    shares edits with another, where its words stand: (start, end, source, start there)."""

    grounds: dict[str, Ground] = field(default_factory=dict)
    adopted: list[Adopted] = field(default_factory=list)
    carried: list[Carried] = field(default_factory=list)
    followers: list[Amendment] = field(default_factory=list)
    idle: list[Amendment] = field(default_factory=list)
    refused: list[NotCarried] = field(default_factory=list)
    parts: dict[str, list[tuple[int, int, Source, int]]] = field(default_factory=dict)

    def refuse(self, row: Amendment, reason: Reason, because: Iterable[str] = ()) -> None:
        self.refused.append(NotCarried(row, reason, tuple(because)))

    def source_of(self, provision: str) -> Source:
        """The text of a provision: its own, or what the adopted amendment to make it brings."""
        for each in self.adopted:
            if each.change.nature is Nature.NEW and each.change.provision == provision:
                return Source("amendments", each.change.ids[0])
        return Source("provisions", provision)

    def placed(
        self, source: Source, edits: Collection[Edit]
    ) -> tuple[Source, tuple[Edit, ...]] | None:
        """Edits of a text where its words stand; None when they are not in one piece."""
        parts = self.parts.get(source.key) if source.of == "amendments" else None
        if parts is None:
            return source, tuple(edits)
        for start, end, owner, there in parts:
            if all(start <= each.start and each.end <= end for each in edits):
                shift = there - start
                return owner, tuple(Edit(e.start + shift, e.end + shift, e.text) for e in edits)
        return None


def fates(session: Session, agreed: Agreed) -> Fates:
    """The fate of every proposal of `session`."""
    return _Sorter(session, agreed).sorted()


class _Sorter:
    def __init__(self, session: Session, agreed: Agreed) -> None:
        self.session = session
        self.agreed = agreed
        self.found = Fates()
        self.states: dict[str, tuple[str, Change, Source]] = {}
        self.included = frozenset(filter(agreed.present.is_included, session.amendments))
        self.ruled_out = _ruled_out(session, agreed)

    def sorted(self) -> Fates:
        alone = self.agreed.alone
        now = circumstances(self.session, alone.index)
        rulings = rulings_by_home(self.session, alone.index)
        for home, verdict in alone.verdicts.items():
            ground = self._ground(verdict, now(rulings.get(home, ())), None)
            self.found.grounds[home] = ground
        self._sort_the_others()
        return self.found

    def _ground(self, verdict: Verdict, now: Circumstances, source: Source | None) -> Ground:
        ground = Ground(verdict, now, self.included, source)
        cluster = verdict.cluster
        for number in bits(verdict.applied):
            key = Source("amendments", cluster.changes[number].ids[0])
            inner = (verdict.inner or {}).get(number)
            if inner is not None:
                ground.inner[number] = self._ground(inner, now, key)
            self._note_parts(ground, number)
        for number, change in enumerate(cluster.changes):
            rows = self._rows(cluster, number)
            here = ground.source_of(change.provision)
            if verdict.applied >> number & 1:
                self._adopt(change, here, rows)
                continue
            reason = self._obstacle(ground, number)
            if reason is not None:
                for row in rows:
                    self._refuse(row, *reason)
            elif self._is_contained(ground, change):
                self._note_parts(ground, number)
                self._adopt(change, here, rows)
            else:
                ground.carried |= 1 << number
                if not self.included.isdisjoint(change.ids):
                    ground.standing |= 1 << number
                self._note_parts(ground, number)
                self._carry(change, here, rows, ground)
        return ground

    def _rows(self, cluster: Cluster, number: int) -> tuple[Amendment, ...]:
        equal = [key for key, mine in cluster.equals.items() if mine == number]
        ids = [*cluster.changes[number].ids, *equal]
        return tuple(self.session.amendments[each] for each in ids)

    def _note_parts(self, ground: Ground, number: int) -> None:
        """Where the words of a change stand that another adopted change owns."""
        change = ground.verdict.cluster.changes[number]
        atoms = ground.atoms(change.provision)
        parts = []
        for edit in change.edits:
            numbers = atoms.get(edit)
            owner = ground.owner(numbers) if numbers else number
            if edit.text and owner != number:
                start = inserted_at(change, edit)
                if owner < 0:
                    source, there = Source("rulings", ground.verdict.bridges[-1 - owner].ids[0]), 0
                else:
                    owning = ground.verdict.cluster.changes[owner]
                    source = Source("amendments", owning.ids[0])
                    there = inserted_at(owning, edit)
                parts.append((start, start + len(edit.text), source, there))
            elif edit.text:
                start = inserted_at(change, edit)
                own = Source("amendments", change.ids[0])
                parts.append((start, start + len(edit.text), own, start))
        if any(owner.key != change.ids[0] for _, _, owner, _ in parts):
            self.found.parts[change.ids[0]] = parts

    def _is_contained(self, ground: Ground, change: Change) -> bool:
        atoms = ground.atoms(change.provision)
        return change.nature is Nature.WORDS and all(each in atoms for each in change.edits)

    def _obstacle(self, ground: Ground, number: int) -> tuple[Reason, tuple[str, ...]] | None:
        """Why the change of this number cannot go on beside what is adopted."""
        verdict = ground.verdict
        cluster = verdict.cluster
        change = cluster.changes[number]
        for each in change.ids:
            if each in self.ruled_out:
                return Reason.RULED_OUT, (self.ruled_out[each],)
        rivals = [cluster.changes[n] for n in bits(cluster.clash[number] & verdict.applied)]
        return self._told(ground, change, [*rivals, *self._bridges_against(verdict, change)])

    def _bridges_against(self, verdict: Verdict, change: Change) -> list[Change]:
        return [each for each in verdict.bridges if any(clash_masks([each, change]))]

    def _told(
        self, ground: Ground, change: Change, rivals: list[Change]
    ) -> tuple[Reason, tuple[str, ...]] | None:
        declared = [each for each in rivals if _are_alternatives(each, change)]
        if declared:
            return Reason.ALTERNATIVE, declared[0].ids
        if _only_deletes(change) and ground.source is None and all(map(_is_plain, rivals)):
            return None
        return (_reason_of(rivals[0]), rivals[0].ids) if rivals else None

    def _adopt(self, change: Change, source: Source, rows: Iterable[Amendment]) -> None:
        mine = tuple(each for each in rows if each.state is AmendmentState.PROPOSED)
        self.found.adopted.append(Adopted(change, source, mine))
        for row in rows:
            self.states[row.id] = "adopted", change, source
            if row not in mine:
                self.found.refuse(row, Reason.CONTAINED, change.ids)

    def _carry(
        self, change: Change, source: Source, rows: tuple[Amendment, ...], ground: Ground | None
    ) -> None:
        self.found.carried.append(Carried(change, source, rows, ground))
        for row in rows:
            self.states[row.id] = "carried", change, source

    def _refuse(self, row: Amendment, reason: Reason, because: Iterable[str] = ()) -> None:
        self.found.refuse(row, reason, because)
        self.states[row.id] = "refused", _NOTHING, Source("", "")

    def _sort_the_others(self) -> None:
        """What no change of the composition stands for: proposals that fit nowhere, those that
        nobody makes any more, and amendments to such proposals."""
        waiting = [r for r in self.session.amendments.values() if r.id not in self.states]
        while waiting:
            left = [each for each in waiting if not self._sort_one(each)]
            if len(left) == len(waiting):
                for each in left:
                    self._refuse(each, Reason.MISPLACED)
                return
            waiting = left

    def _sort_one(self, row: Amendment) -> bool:
        """Whether the fate of `row` can be told yet."""
        if row.target is None:
            self._sort_alone(row)
        elif row.target in self.session.rulings:
            self._sort_on_bridge(row, self.session.rulings[row.target])
        elif row.target not in self.session.amendments:
            self._refuse(row, Reason.TARGET_GONE)
        elif row.target in self.states:
            self._sort_follower(row, self.session.amendments[row.target])
        else:
            return False
        return True

    def _sort_alone(self, row: Amendment) -> None:
        provision = self.session.provisions.get(row.provision)
        text = provision.text if provision and provision.is_base else ""
        source = Source("provisions", row.provision)
        home = self.agreed.alone.index.amendment_home[row.id]
        self._place(row, text, row, source, self.found.grounds[home])

    def _sort_follower(self, row: Amendment, target: Amendment) -> None:
        how, change, source = self.states[target.id]
        if how == "refused":
            self._refuse(row, Reason.TARGET_GONE, (target.id,))
            return
        if not change.ids:
            self.found.followers.append(row)
            self.states[row.id] = "carried", _NOTHING, source
            return
        own = Source("amendments", change.ids[0])
        text = self._text(source)
        edits = place_in_normal_form(text, target, change, row.edits)
        if edits is not None and (how == "adopted" or own.key in self.found.parts):
            placed = self.found.placed(own, edits)
            if placed is None:
                self._refuse(row, Reason.OVER_BREAK, (target.id,))
                return
            there, edits = placed
            if how == "adopted" or there != own:
                self._follow_words(row, there, edits)
                return
        if how == "adopted" or (edits is None and own.key in self.found.parts):
            self._refuse(row, Reason.MISPLACED, (target.id,))
            return
        self.found.followers.append(row)
        inner = _inner_change(row, change)
        self.states[row.id] = "carried", inner, own

    def _follow_words(self, row: Amendment, source: Source, edits: tuple[Edit, ...]) -> None:
        self._place(row, self._text(source), replace(row, edits=edits), source, None)

    def _sort_on_bridge(self, row: Amendment, ruling: Ruling) -> None:
        """Amendments to a bridging text that is adopted are edits of the text now."""
        for ground in self.found.grounds.values():
            for bridge in ground.verdict.bridges:
                if bridge.ids == (ruling.id,):
                    if bridge.inserted == ruling.text:
                        self._follow_words(row, Source("rulings", ruling.id), row.edits)
                    else:
                        self._refuse(row, Reason.MISPLACED, (ruling.id,))
                    return
        self.found.followers.append(row)
        change = _inner_change(row, Change(Nature.WORDS, row.provision, (row,)))
        self.states[row.id] = "carried", change, Source("rulings", ruling.id)

    def _place(
        self, row: Amendment, text: str, there: Amendment, source: Source, ground: Ground | None
    ) -> None:
        """Carry over `row`, which reads `there` in the text of `source`."""
        found = changes_of(text, [replace(there, state=AmendmentState.PROPOSED)])
        if not found.changes:
            self.found.idle.append(row)
            self.states[row.id] = "carried", _NOTHING, source
            return
        change = found.changes[0][0]
        ground = ground or self._inner_ground(source)
        if ground is not None:
            cluster, applied = ground.verdict.cluster, ground.verdict.applied
            adopted = [*(cluster.changes[n] for n in bits(applied)), *ground.verdict.bridges]
            rivals = [each for each in adopted if any(clash_masks([each, change]))]
            obstacle = self._told(ground, change, rivals)
            if obstacle is not None:
                self._refuse(row, *obstacle)
                return
        self._carry(change, source, (row,), None)

    def _inner_ground(self, source: Source) -> Ground | None:
        pending = list(self.found.grounds.values())
        while pending:
            ground = pending.pop()
            if ground.source == source:
                return ground
            pending.extend(ground.inner.values())
        return None

    def _text(self, source: Source) -> str:
        """The words of a source, in its own code points."""
        if source.of == "provisions":
            row = self.session.provisions.get(source.key)
            return row.text if row is not None and row.is_base else ""
        if source.of == "rulings":
            return self.session.rulings[source.key].text
        return self.states[source.key][1].inserted


_NOTHING = Change(Nature.WORDS, "", ())


def _inner_change(row: Amendment, outer: Change) -> Change:
    return Change(Nature.WORDS, outer.provision, (row,), row.edits)


def _are_alternatives(one: Change, other: Change) -> bool:
    return any(
        mine.id in theirs.alternatives or theirs.id in mine.alternatives
        for mine in one.amendments
        for theirs in other.amendments
    )


def _only_deletes(change: Change) -> bool:
    """Whether it wants a provision gone, whatever its words are."""
    return change.nature is Nature.WHOLE and not change.text and not change.provisions


def _is_plain(change: Change) -> bool:
    return change.nature is Nature.WORDS and all(each.text != BREAK for each in change.edits)


def _reason_of(adopted: Change) -> Reason:
    match adopted.nature:
        case Nature.WHOLE if adopted.provisions:
            return Reason.JOINED
        case Nature.WHOLE:
            return Reason.REPLACED if adopted.text else Reason.DELETED
        case Nature.MOVE:
            return Reason.MOVED
        case Nature.DROP:
            return Reason.JOINED
        case _:
            return Reason.CLASHES


def _ruled_out(session: Session, agreed: Agreed) -> dict[str, str]:
    """Amendments that lost by a ruling whose choice or text is adopted, with the ruling."""
    adopted = frozenset(filter(agreed.alone.is_included, session.amendments))
    dormant = set(agreed.alone.dormant_rulings) & set(agreed.present.dormant_rulings)
    bridges = {
        each.ids[0] for verdict in agreed.alone.verdicts.values() for each in verdict.bridges
    }
    lost: dict[str, str] = {}
    for ruling in session.rulings.values():
        is_adopted = (
            not adopted.isdisjoint(ruling.choice)
            if ruling.how is RulingKind.OPTION
            else ruling.id in bridges
        )
        if ruling.id not in dormant and is_adopted:
            lost.update(dict.fromkeys(ruling.members - set(ruling.choice), ruling.id))
    return lost
