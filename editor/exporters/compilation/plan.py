"""Where in a compilation each proposal is stated, and which need a number to be referred to."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from editor.exporters.dump import provisions_in_order
from editor.negotiation.amendment import Amendment, AmendmentKind
from editor.negotiation.entering import inserted_text
from editor.negotiation.notation.wording import Wording, wording_of
from editor.negotiation.provision import Provision
from editor.negotiation.session import Session

_WITH_TEXT = frozenset({AmendmentKind.REPLACE_PROVISION, AmendmentKind.JOIN})


@dataclass(frozen=True, slots=True)
class Statement:
    """One annotation: a proposal, or with `wording` one of its changes of words. `goes_on` if
    the proposal is stated elsewhere and this is another change of it."""

    amendment: Amendment
    wording: Wording | None = None
    goes_on: bool = False


@dataclass(frozen=True, slots=True)
class ProvisionPlan:
    """The statements on one provision: `inline` by offset (code points of its text), `whole`
    at its end, `texts` as paragraphs after it. `proposal` is what proposes the provision."""

    provision: Provision
    proposal: Amendment | None
    inline: tuple[tuple[int, Statement], ...]
    whole: tuple[Statement, ...]
    texts: tuple[Amendment, ...]


class Plan:
    """The plan of a public session."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._on: dict[str, list[Amendment]] = defaultdict(list)
        self._at: dict[str, list[Amendment]] = defaultdict(list)
        for each in sorted(session.amendments.values(), key=lambda a: (a.ordinal, a.id)):
            if each.target is None or self._is_inline(each):
                self._at[each.provision].append(each)
            else:
                self._on[each.target].append(each)
        self.provisions = tuple(self._plan_of(each) for each in provisions_in_order(session))
        self.number_of = self._numbers()

    def on(self, amendment: str) -> Sequence[Amendment]:
        """The amendments to the words that an amendment puts in."""
        return self._on.get(amendment, ())

    def groups(self) -> Iterator[tuple[int, ...]]:
        """The numbers of the proposals that are one group, by the first number."""
        groups = self._groups().values()
        yield from sorted(tuple(sorted(self.number_of[e] for e in each)) for each in groups)

    def _is_inline(self, amendment: Amendment) -> bool:
        """Whether it amends the text of a proposed provision, which is printed as a text."""
        provision = self._session.provisions.get(amendment.provision)
        target = self._session.amendments.get(amendment.target or "")
        if provision is None or target is None or provision.amendment != target.id:
            return False
        return inserted_text(target) == provision.text

    def _plan_of(self, provision: Provision) -> ProvisionPlan:
        inline: list[tuple[int, Statement]] = []
        whole: list[Statement] = []
        texts: list[Amendment] = []
        for each in self._at.get(provision.id, ()):
            if each.id == provision.amendment:
                continue
            if each.kind in _WITH_TEXT and each.text is not None:
                texts.append(each)
            elif each.kind is AmendmentKind.SPLIT:
                inline.append((each.at or 0, Statement(each)))
            elif each.kind is not AmendmentKind.EDIT or not each.edits:
                whole.append(Statement(each))
            inline.extend(_changes(provision.text, each))
        inline.sort(key=lambda each: (each[0], not _takes_out(each[1])))
        proposal = self._session.amendments.get(provision.amendment or "")
        return ProvisionPlan(provision, proposal, tuple(inline), tuple(whole), tuple(texts))

    def _in_order(self) -> Iterator[Amendment]:
        for plan in self.provisions:
            stated = [plan.proposal] if plan.proposal else []
            stated += [statement.amendment for _, statement in plan.inline]
            stated += [statement.amendment for statement in plan.whole]
            for each in (*stated, *plan.texts):
                yield from self._with_amendments(each)

    def _with_amendments(self, amendment: Amendment) -> Iterator[Amendment]:
        yield amendment
        for each in self.on(amendment.id):
            yield from self._with_amendments(each)

    def _numbers(self) -> Mapping[str, int]:
        needed = {each.target for members in self._on.values() for each in members}
        needed.update(each for members in self._groups().values() for each in members)
        for each in self._session.amendments.values():
            needed.update(each.alternatives)
            if len(each.edits) > (each.kind is AmendmentKind.EDIT):
                needed.add(each.id)
        ordered = dict.fromkeys(each.id for each in self._in_order() if each.id in needed)
        return {each: number for number, each in enumerate(ordered, start=1)}

    def _groups(self) -> Mapping[str, list[str]]:
        groups: dict[str, list[str]] = defaultdict(list)
        for each in self._session.amendments.values():
            if each.group:
                groups[each.group].append(each.id)
        return {group: members for group, members in groups.items() if len(members) > 1}


def _changes(text: str, amendment: Amendment) -> Iterator[tuple[int, Statement]]:
    """The changes of words of an amendment; the first of a plain edit states it."""
    states = amendment.kind is AmendmentKind.EDIT
    for number, edit in enumerate(amendment.edits):
        wording = wording_of(text, edit)
        yield wording.at, Statement(amendment, wording, goes_on=bool(number) or not states)


def _takes_out(statement: Statement) -> bool:
    return statement.wording is not None and statement.wording.old is not None
