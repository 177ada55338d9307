"""Proposals and stances as annotations."""

from collections.abc import Iterator, Mapping, Sequence

from editor.exporters.compilation.plan import Plan, Statement
from editor.exporters.compilation.reasons import Reasons
from editor.negotiation.amendment import START, Amendment, AmendmentKind, Position
from editor.negotiation.notation.annotation import STANCE_ON_WORDS, Annotation, Verb, Voice
from editor.negotiation.notation.printed_names import one_line
from editor.negotiation.notation.quotation import exact
from editor.negotiation.notation.wording import verb_of
from editor.negotiation.provision import BasePosition, Provision, Stance

_VERBS = {
    AmendmentKind.NEW_PROVISION: Verb.PROPOSED,
    AmendmentKind.DELETE_PROVISION: Verb.DELETE_PROVISION,
    AmendmentKind.REPLACE_PROVISION: Verb.REPLACE_PROVISION,
    AmendmentKind.SPLIT: Verb.SPLIT,
    AmendmentKind.EDIT: Verb.NOTHING,
}
_ON_WORDS = {stance: verb for verb, stance in STANCE_ON_WORDS.items()}


class Statements:
    """Words annotations. `places` are the printed names of provisions."""

    def __init__(
        self,
        plan: Plan,
        names: Mapping[str, str],
        places: Mapping[str, str],
        reasons: Reasons,
    ) -> None:
        self._plan = plan
        self._names = names
        self._places = places
        self._reasons = reasons

    def of(self, statement: Statement) -> Annotation:
        """The annotation of one statement."""
        amendment, wording = statement.amendment, statement.wording
        number = self._plan.number_of.get(amendment.id)
        verb = verb_of(wording) if wording else self._verb(amendment)
        old, new = (wording.old, wording.new) if wording else (None, None)
        character = wording.at if wording is not None and wording.is_placed else None
        if statement.goes_on:
            return Annotation(verb, old, new, number=number, goes_on=True, character=character)
        own = {each.delegation: each for each in amendment.positions if _is_rank(amendment, each)}
        others = [each for each in amendment.positions if each.delegation not in own]
        named = frozenset((*amendment.sponsors, *(each.delegation for each in others)))
        return Annotation(
            verb,
            old,
            new,
            self._named_places(amendment),
            number,
            target=self._target(amendment),
            character=character,
            alternatives=self._alternatives(amendment),
            state=amendment.state,
            sponsors=tuple(self._voices(amendment, own)),
            stances=tuple(self._stances(amendment, others)),
            notes=self._reasons.besides(amendment.id, named),
        )

    def on_words(self, provision: Provision) -> Iterator[tuple[int, Annotation]]:
        """The stances on words of a provision, by the offset at which the words end."""
        ranges: dict[tuple[int, int, Stance], list[BasePosition]] = {}
        for each in provision.positions:
            ranges.setdefault((each.start, each.end, each.stance), []).append(each)
        for (start, end, stance), said in ranges.items():
            voices = tuple(
                Voice(self._names[each.delegation], notes=self._reasons.on_position(each))
                for each in said
            )
            words = exact(provision.text[start:end])
            yield end, Annotation(_ON_WORDS[stance], words, sponsors=voices)

    def _verb(self, amendment: Amendment) -> Verb:
        match amendment.kind:
            case AmendmentKind.MOVE:
                return Verb.MOVE_AFTER if self._named_places(amendment) else Verb.MOVE_TO_START
            case AmendmentKind.JOIN:
                return Verb.COMBINE if amendment.text is None else Verb.COMBINE_WITH_TEXT
            case kind:
                return _VERBS[kind]

    def _named_places(self, amendment: Amendment) -> tuple[str, ...]:
        if amendment.kind is AmendmentKind.JOIN:
            return tuple(self._places[each] for each in amendment.provisions)
        if amendment.kind is AmendmentKind.MOVE and (amendment.after or START) in self._places:
            return (self._places[amendment.after or START],)
        return ()

    def _target(self, amendment: Amendment) -> int | None:
        if amendment in self._plan.on(amendment.target or ""):
            return self._plan.number_of[amendment.target or ""]
        return None

    def _alternatives(self, amendment: Amendment) -> tuple[int, ...]:
        return tuple(sorted(self._plan.number_of[each] for each in amendment.alternatives))

    def _voices(self, amendment: Amendment, own: Mapping[str, Position]) -> Iterator[Voice]:
        for each in amendment.sponsors:
            rank = own[each].rank if each in own else None
            yield Voice(self._names[each], rank, self._reasons.on_voice(amendment.id, each))

    def _stances(
        self, amendment: Amendment, positions: Sequence[Position]
    ) -> Iterator[tuple[Stance, tuple[Voice, ...]]]:
        for stance in Stance:
            voices = tuple(
                self._voice_of(amendment, each) for each in positions if each.stance is stance
            )
            if voices:
                yield stance, voices

    def _voice_of(self, amendment: Amendment, position: Position) -> Voice:
        delegation = position.delegation
        notes = self._reasons.on_position(position)
        if delegation not in amendment.sponsors:
            notes = self._reasons.on_voice(amendment.id, delegation) + notes
        return Voice(self._names[delegation], position.rank, notes)


def _is_rank(amendment: Amendment, position: Position) -> bool:
    """Whether a position only ranks the delegation's own wish."""
    return (
        position.delegation in amendment.sponsors
        and position.stance is Stance.SUPPORT
        and position.rank is not None
        and not one_line(position.note)
    )
