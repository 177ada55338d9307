"""The composition: a pure function of the base text, the amendments, who is switched on and
what the Chair decided. The screen, every export and the statistics read this."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from editor.negotiation.change import Change
from editor.negotiation.circumstances import (
    circumstances,
    order_rulings,
    rulings_by_home,
    smallest_first,
)
from editor.negotiation.clash import bits
from editor.negotiation.conflict import (
    Asleep,
    Choice,
    Conflict,
    ConflictKind,
    Hint,
    OrderQuestion,
)
from editor.negotiation.credit import credit
from editor.negotiation.hints import hints_in
from editor.negotiation.index import Index, build_index, renewed
from editor.negotiation.judgement import Case, Circumstances, Verdict, judge
from editor.negotiation.options import fitting_choices, wanted_at_points
from editor.negotiation.patch import Patch
from editor.negotiation.reach import homes_touched, provisions_of, reaches_structure
from editor.negotiation.rendering import Rendered, render, render_new
from editor.negotiation.run import Run, visible_text
from editor.negotiation.session import Session
from editor.negotiation.structure import Place, PlaceRole, Structure, arrange

__all__ = ["ComposedProvision", "Composition", "Place", "PlaceRole", "compose", "recompose"]


@dataclass(frozen=True, slots=True)
class ComposedProvision:
    """What has become of one provision.

    `is_gone`: nothing of it is left in the clean text (deleted, merged, not included);
    `merged_into` says where its words went; `contested` is the unsettled conflict about
    deleting or replacing it; `conflicts` are all that touch it, settled ones too; `proposal`
    are the amendments that propose it, for a proposed provision.
    """

    id: str
    runs: tuple[Run, ...]
    text: str
    is_gone: bool = False
    merged_into: str | None = None
    contested: Conflict | None = None
    conflicts: tuple[Conflict, ...] = ()
    proposal: tuple[str, ...] = ()


class Composition:
    """The composition of one session. Never changes; runs are written when first asked for.

    `touched` are the base provisions (and the start gap, as "") whose judgement was renewed
    against the composition this one was made from, or all of them.
    """

    def __init__(
        self,
        session: Session,
        index: Index,
        verdicts: Mapping[str, Verdict],
        structure: Structure,
        touched: frozenset[str],
    ) -> None:
        self.session = session
        self.index = index
        self.verdicts = verdicts
        self.structure = structure
        self.touched = touched
        self._composed: dict[str, ComposedProvision] = {}
        self._now = circumstances(session, index)

    @property
    def places(self) -> tuple[Place, ...]:
        """Provisions in the order in which they are displayed."""
        return self.structure.places

    @property
    def joined_after(self) -> frozenset[str]:
        """The provisions whose break to the next one is dropped."""
        return frozenset(self.structure.joined_after)

    def keep(self, previous: "Composition") -> None:
        """Take over what `previous` has written of provisions that were not touched."""
        if previous.structure is self.structure:
            self._composed.update(
                (key, value)
                for key, value in previous._composed.items()
                if key in self.index.provision_home and key not in self.touched
            )

    def provision(self, provision: str) -> ComposedProvision:
        """What has become of a base provision, or of a proposed one."""
        composed = self._composed.get(provision)
        if composed is None:
            composed = self._composed[provision] = self._compose(provision)
        return composed

    def is_included(self, amendment: str) -> bool:
        """Whether an amendment is included, by decision or by a layer that is on."""
        return self._now(()).is_included(amendment)

    def named(self, amendment: str) -> tuple[str, ...]:
        """The sponsors to be named for an amendment, by rank: those whose layers are on, or all
        of them when there is none (rule 1)."""
        sponsors = self.session.amendments[amendment].sponsors
        on = [each for each in sponsors if each in self._now(()).layers_on]
        rank = self.session.rank_of
        return tuple(sorted(on or sponsors, key=lambda d: rank.get(d, (True, 0, d, d))))

    @cached_property
    def paragraphs(self) -> tuple[str, ...]:
        """The clean text, paragraph by paragraph; open conflicts in brackets."""
        return tuple(paragraph for _, paragraph in self.labelled_paragraphs)

    @cached_property
    def labelled_paragraphs(self) -> tuple[tuple[str, str], ...]:
        """The clean text with the id of the provision each paragraph begins in."""
        paragraphs: list[tuple[str, str]] = []
        joining = False
        for place in self.places:
            if place.role is PlaceRole.MOVED_AWAY:
                continue
            composed = self.provision(place.provision)
            if not composed.is_gone or joining:
                first, *more = composed.text.split("\n")
                if joining and paragraphs:
                    begun, text = paragraphs.pop()
                    paragraphs.append((begun, text + first))
                else:
                    paragraphs.append((place.provision, first))
                paragraphs.extend((place.provision, each) for each in more)
            joining = place.provision in self.structure.joined_after and bool(
                joining or not composed.is_gone
            )
        return tuple(paragraphs)

    @cached_property
    def conflicts(self) -> tuple[Conflict, ...]:
        """All conflicts, in base order, settled ones too."""
        found = [case.conflict for v in self.verdicts.values() for case in _cases(v)]
        order = {each: index for index, each in enumerate(self.session.base_order)}
        found.extend(self.structure.conflicts)
        found.sort(
            key=lambda c: (
                order.get(c.provision, -1),
                c.ranges[0].start if c.ranges else -1,
                c.id,
            )
        )
        return tuple(found)

    @property
    def open_conflicts(self) -> tuple[Conflict, ...]:
        return tuple(each for each in self.conflicts if each.is_open)

    @cached_property
    def order_questions(self) -> tuple[OrderQuestion, ...]:
        """Where only the rank of the sponsors, or an order ruling, decides what comes first."""
        found = (each for verdict in self._all_verdicts() for each in _questions(verdict))
        return (*found, *self.structure.questions)

    def order_questions_at(self, provision: str) -> tuple[OrderQuestion, ...]:
        """The order questions inside a provision and in the gap after it."""
        found = (each for verdict in self._verdicts_at(provision) for each in _questions(verdict))
        gaps = self.structure.questions
        return tuple(each for each in (*found, *gaps) if each.provision == provision)

    def asleep_at(self, provision: str) -> tuple[Asleep, ...]:
        """The sleeping amendments of the cluster of a provision."""
        found = (each for verdict in self._verdicts_at(provision) for each in verdict.asleep)
        return (*found, *self.structure.asleep)

    @cached_property
    def asleep(self) -> tuple[Asleep, ...]:
        """Included amendments that have nothing to work on, with the reason."""
        found = [each for v in self._all_verdicts() for each in v.asleep]
        return (*found, *self.structure.asleep)

    @cached_property
    def dormant_rulings(self) -> tuple[str, ...]:
        """Rulings that are not in force now."""
        in_force = set(self.structure.rulings_in_force)
        for verdict in self._all_verdicts():
            in_force |= verdict.rulings_in_force
        return tuple(each for each in self.session.rulings if each not in in_force)

    def conflict(self, conflict: str) -> Conflict | None:
        """The conflict with an id, if it exists at present."""
        return next((each for each in self.conflicts if each.id == conflict), None)

    def options(self, conflict: Conflict) -> tuple[Choice, ...]:
        """The ways to settle a conflict, by the rank of their first sponsor, the base last."""
        found = self._case(conflict)
        if found is None:
            return (Choice((), ()),)
        verdict, case = found
        if conflict.kind is ConflictKind.ORDER:
            return (*self._orders(verdict, case), Choice((), ()))
        choices = [self._choice(verdict, mask) for mask in fitting_choices(verdict.cluster, case)]
        rank = self.session.rank_of
        last = (True, 0, "", "")
        choices.sort(
            key=lambda c: (
                rank.get(c.delegations[0], last) if c.delegations else last,
                c.amendments,
            )
        )
        return (*choices, Choice((), ()))

    def options_truncated(self, conflict: Conflict) -> bool:
        """Whether it has too many options to list them: one for each member is listed."""
        found = self._case(conflict)
        if found is None:
            return False
        cluster, members = found[0].cluster, found[1].members
        is_whole = conflict.kind is ConflictKind.PROVISION
        return cluster.is_truncated(members & cluster.wholes if is_whole else members)

    def hints(self, provision: str) -> tuple[Hint, ...]:
        """Soft remarks about the composed words of a provision."""
        return hints_in(self.provision(provision).runs)

    def _all_verdicts(self) -> Iterable[Verdict]:
        return (each for verdict in self.verdicts.values() for each in _with_inner(verdict))

    def _case(self, conflict: Conflict) -> tuple[Verdict, Case] | None:
        for verdict in self._verdicts_at(conflict.provision):
            for case in verdict.cases:
                if case.conflict.id == conflict.id:
                    return verdict, case
        return None

    def _verdicts_at(self, provision: str) -> Iterable[Verdict]:
        """The verdicts that a provision, base or proposed, has a part in."""
        home = self.index.provision_home.get(provision)
        if home is None:
            row = self.session.provisions.get(provision)
            home = self.index.amendment_home.get(row.amendment or "") if row else None
        return _with_inner(self.verdicts[home]) if home is not None else self._all_verdicts()

    def _orders(self, verdict: Verdict, case: Case) -> Iterable[Choice]:
        """The orders that delegations want for the insertions of a cycle."""
        for numbers in wanted_at_points(verdict, case.members):
            in_turn = [self._choice(verdict, 1 << number) for number in numbers]
            named = dict.fromkeys(d for each in in_turn for d in each.delegations)
            yield Choice(tuple(a for each in in_turn for a in each.amendments), tuple(named))

    def _choice(self, verdict: Verdict, mask: int) -> Choice:
        layers_on = self._now(()).layers_on
        ids: list[str] = []
        named: dict[str, None] = {}
        for number in bits(mask):
            behind = credit(verdict.cluster.changes[number], verdict.included, layers_on)
            ids.extend(behind.amendments)
            named.update(dict.fromkeys(behind.delegations))
        rank = self.session.rank_of
        return Choice(tuple(ids), tuple(sorted(named, key=lambda d: rank.get(d, (True, 0, d, d)))))

    def _now_for(self, verdict: Verdict) -> Circumstances:
        """The circumstances for writing what was judged: order rulings are looked up again."""
        in_force = {each for v in _with_inner(verdict) for each in v.rulings_in_force}
        return self._now(
            tuple(sorted((self.session.rulings[each] for each in in_force), key=smallest_first))
        )

    def _compose(self, provision: str) -> ComposedProvision:
        home = self.index.provision_home.get(provision)
        if home is None:
            return self._compose_new(provision)
        verdict = self.verdicts[home]
        rendered = render(verdict, provision, self._now_for(verdict))
        text = visible_text(rendered.runs)
        base = self.session.provisions[provision].text
        conflicts = _touching(verdict, provision)
        return ComposedProvision(
            provision,
            rendered.runs,
            text,
            is_gone=not text and bool(base or rendered.takes),
            merged_into=_merged_into(provision, rendered),
            contested=_contested(verdict, provision),
            conflicts=conflicts,
        )

    def _compose_new(self, provision: str) -> ComposedProvision:
        found = self.structure.new_numbers.get(provision)
        if found is None:
            return ComposedProvision(provision, (), "", is_gone=True)
        home, number = found
        verdict = self.verdicts[home]
        runs = render_new(verdict, number, self._now_for(verdict))
        change: Change = verdict.cluster.changes[number]
        text = visible_text(runs)
        inner = (verdict.inner or {}).get(number)
        conflicts = (
            *_touching(verdict, provision),
            *(_touching(inner, provision) if inner else ()),
        )
        return ComposedProvision(
            provision,
            runs,
            text,
            is_gone=not text and bool(runs),
            contested=_contested(inner, provision) if inner else None,
            conflicts=tuple(dict.fromkeys(conflicts)),
            proposal=change.ids,
        )


def compose(session: Session, index: Index | None = None) -> Composition:
    """The composition of a session, from scratch; with `index` if its proposals are known."""
    index = index or build_index(session)
    now = circumstances(session, index)
    rulings = rulings_by_home(session, index)
    verdicts = {
        home: judge(cluster, now(rulings.get(home, ()))) for home, cluster in index.clusters.items()
    }
    structure = arrange(session.base_order, _structural(verdicts), now(order_rulings(session)))
    return Composition(session, index, verdicts, structure, frozenset((*session.base_order, "")))


def recompose(previous: Composition, session: Session, patch: Patch) -> Composition:
    """The composition of `session`, which `patch` made from the session of `previous`.

    Only the clusters that the patch touches are judged again.
    """
    index, homes = renewed(previous.index, session, patch)
    touched = homes | homes_touched(previous.index, index, patch)
    now = circumstances(session, index)
    rulings = rulings_by_home(session, index)
    verdicts = dict(previous.verdicts)
    for home in touched:
        if home in index.clusters:
            verdicts[home] = judge(index.clusters[home], now(rulings.get(home, ())))
        else:
            verdicts.pop(home, None)
    structure = previous.structure
    if session.base_order != previous.session.base_order or reaches_structure(
        previous.verdicts, verdicts, patch, touched
    ):
        structure = arrange(session.base_order, _structural(verdicts), now(order_rulings(session)))
    composition = Composition(session, index, verdicts, structure, provisions_of(index, touched))
    composition.keep(previous)
    return composition


def _structural(verdicts: Mapping[str, Verdict]) -> dict[str, Verdict]:
    return {home: v for home, v in verdicts.items() if v.cluster.structural}


def _questions(verdict: Verdict) -> Iterable[OrderQuestion]:
    for order in verdict.orders:
        if order.ordered.by_rank or order.ruling:
            changes = verdict.cluster.changes
            numbers = (order.numbers[i] for group in order.ordered.groups for i in group)
            members = tuple(changes[number].ids[0] for number in numbers)
            yield OrderQuestion(order.provision, order.offset, members, order.ruling)


def _with_inner(verdict: Verdict) -> Iterable[Verdict]:
    yield verdict
    for inner in (verdict.inner or {}).values():
        yield from _with_inner(inner)


def _cases(verdict: Verdict) -> Iterable[Case]:
    return (case for each in _with_inner(verdict) for case in each.cases)


def _touching(verdict: Verdict, provision: str) -> tuple[Conflict, ...]:
    return tuple(
        case.conflict
        for case in _cases(verdict)
        if any(place.provision == provision for place in case.conflict.ranges)
    )


def _contested(verdict: Verdict, provision: str) -> Conflict | None:
    """The unsettled conflict about the whole of a provision, under which its words stand; also
    one that is to stay in brackets."""
    wholes = verdict.contested & verdict.cluster.wholes
    for case in verdict.cases if wholes else ():
        conflict = case.conflict
        if (
            conflict.kind is ConflictKind.PROVISION
            and case.members & wholes
            and any(place.provision == provision for place in conflict.ranges)
        ):
            return conflict
    return None


def _merged_into(provision: str, rendered: Rendered) -> str | None:
    takes = rendered.takes
    if takes is None or takes.provision == provision:
        return None
    return takes.provision
