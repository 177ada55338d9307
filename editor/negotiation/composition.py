"""The composition: a pure function of the base text, the amendments, who is switched on and
what the Chair decided. The screen, every export and the statistics read this."""

from collections.abc import Iterable, Mapping
from functools import cached_property

from editor.negotiation.bridge import bridge_of, replaced_words
from editor.negotiation.circumstances import (
    Circumstances,
    circumstances,
    order_rulings,
    rulings_by_home,
    smallest_first,
)
from editor.negotiation.clash import bits
from editor.negotiation.clean_text import labelled_paragraphs
from editor.negotiation.composed_provision import ComposedProvision, composed_base, composed_new
from editor.negotiation.conflict import Asleep, Choice, Conflict, Hint, OrderQuestion
from editor.negotiation.hints import hints_in
from editor.negotiation.index import Index, build_index, renewed
from editor.negotiation.judgement import Case, Verdict, judge
from editor.negotiation.options import BASE, choices, is_truncated
from editor.negotiation.patch import Patch
from editor.negotiation.reach import homes_touched, provisions_of, reaches_structure
from editor.negotiation.ruling import Ruling, RulingKind
from editor.negotiation.rulings import within_bridge
from editor.negotiation.session import Session
from editor.negotiation.structure import Place, PlaceRole, Structure, arrange

__all__ = ["ComposedProvision", "Composition", "Place", "PlaceRole", "compose", "recompose"]


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
            self._composed = previous._composed.copy()
            for each in (*self.touched, *self.structure.new_numbers):
                self._composed.pop(each, None)

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
        return tuple(sorted(on or sponsors, key=self.session.rank_of.__getitem__))

    @cached_property
    def paragraphs(self) -> tuple[str, ...]:
        """The clean text, paragraph by paragraph; open conflicts in brackets."""
        return tuple(paragraph for _, paragraph in self.labelled_paragraphs)

    @cached_property
    def labelled_paragraphs(self) -> tuple[tuple[str, str], ...]:
        """The clean text with the id of the provision each paragraph begins in."""
        return labelled_paragraphs(self.places, self.structure.joined_after, self.provision)

    @cached_property
    def conflicts(self) -> tuple[Conflict, ...]:
        """All conflicts, in base order, settled ones too."""
        found = [case.conflict for verdict in self._all_verdicts() for case in verdict.cases]
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
        return tuple(each for each in self.session.rulings if self.is_dormant(each))

    def is_dormant(self, ruling: str) -> bool:
        """Whether a ruling is not in force now."""
        judged = self._verdicts_on(ruling)
        return ruling not in self.structure.rulings_in_force and not any(
            ruling in verdict.rulings_in_force for verdict in judged
        )

    def within_bridge(self, ruling: str) -> tuple[str, ...]:
        """The included amendments of others within the place of a bridging text: while there is
        one, the text does not stand."""
        row = self.session.rulings[ruling]
        if row.how is not RulingKind.BRIDGE:
            return ()
        found = (
            within_bridge(verdict.cluster, row, verdict.in_play)
            for verdict in self._verdicts_on(ruling)
        )
        return tuple(each for ids in found for each in ids if self.is_included(each))

    def conflict(self, conflict: str) -> Conflict | None:
        """The conflict with an id, if it exists at present."""
        return next((each for each in self.conflicts if each.id == conflict), None)

    def options(self, conflict: Conflict) -> tuple[Choice, ...]:
        """The ways to settle a conflict, by the rank of their first sponsor, the base last."""
        of_gap = self.structure.choices.get(conflict.id)
        if of_gap is not None:
            return (*of_gap, BASE)
        found = self._case(conflict)
        return choices(*found, self._now(())) if found else (BASE,)

    def options_truncated(self, conflict: Conflict) -> bool:
        """Whether it has too many options to list them: one for each member is listed."""
        found = self._case(conflict)
        return found is not None and is_truncated(found[0].cluster, found[1])

    def words_bridged(self, conflict: Conflict) -> str | None:
        """The words whose place the Chair's text would take; None where it can have no place."""
        found = self._case(conflict)
        if found is None:
            return None
        cluster, members = found[0].cluster, found[1].members
        changes = [cluster.changes[number] for number in bits(members)]
        anything = Ruling("", frozenset(conflict.members), RulingKind.BRIDGE)
        bridge = bridge_of(cluster.texts, changes, anything)
        if bridge is None:
            return None
        rows = self.session.provisions
        ordinal = {each: rows[each].ordinal for each in cluster.texts if each in rows}
        in_order = sorted(cluster.texts, key=lambda each: ordinal.get(each, -1))
        return replaced_words({each: cluster.texts[each] for each in in_order}, bridge)

    def hints(self, provision: str) -> tuple[Hint, ...]:
        """Soft remarks about the composed words of a provision."""
        return hints_in(self.provision(provision).runs, self._target_of)

    def _target_of(self, amendment: str) -> str | None:
        row = self.session.amendments.get(amendment)
        return row.target if row is not None else None

    def _all_verdicts(self) -> Iterable[Verdict]:
        return (each for verdict in self.verdicts.values() for each in verdict.with_inner())

    def _verdicts_on(self, ruling: str) -> Iterable[Verdict]:
        """The verdicts in which a ruling is weighed: where its members are at home."""
        home_of = self.index.amendment_home
        members = self.session.rulings[ruling].members
        homes = {home_of[each] for each in members if each in home_of}
        found = (self.verdicts[home] for home in homes if home in self.verdicts)
        return (each for verdict in found for each in verdict.with_inner())

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
        return self.verdicts[home].with_inner() if home is not None else self._all_verdicts()

    def _now_for(self, verdict: Verdict) -> Circumstances:
        """The circumstances for writing what was judged: order rulings are looked up again."""
        if not self.session.rulings:
            return self._now(())
        in_force = {each for v in verdict.with_inner() for each in v.rulings_in_force}
        return self._now(
            tuple(sorted((self.session.rulings[each] for each in in_force), key=smallest_first))
        )

    def _compose(self, provision: str) -> ComposedProvision:
        home = self.index.provision_home.get(provision)
        if home is None:
            return self._compose_new(provision)
        verdict = self.verdicts[home]
        base = self.session.provisions[provision].text
        return composed_base(verdict, provision, base, self._now_for(verdict))

    def _compose_new(self, provision: str) -> ComposedProvision:
        found = self.structure.new_numbers.get(provision)
        if found is None:
            return ComposedProvision(provision, (), "", is_gone=True)
        home, number = found
        verdict = self.verdicts[home]
        return composed_new(verdict, number, self._now_for(verdict))


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
