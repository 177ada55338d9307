"""The proposals of a compilation of our own."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import pairwise

from editor.importers.own_compilation.reader import OwnCompilation
from editor.negotiation.amendment import (
    START,
    Amendment,
    AmendmentKind,
    Origin,
    Position,
    Sponsorship,
)
from editor.negotiation.entering import inserted_text
from editor.negotiation.notation.annotation import (
    STANCE_ON_WORDS,
    WITH_TEXT,
    Annotation,
    Verb,
    Voice,
)
from editor.negotiation.notation.places import places_by_name
from editor.negotiation.notation.wording import Wording, edit_of, without_context
from editor.negotiation.provision import Stance
from editor.negotiation.session import ImportedFile
from editor.text.edit import Edit

_KINDS = {
    Verb.PROPOSED: AmendmentKind.NEW_PROVISION,
    Verb.DELETE_PROVISION: AmendmentKind.DELETE_PROVISION,
    Verb.REPLACE_PROVISION: AmendmentKind.REPLACE_PROVISION,
    Verb.MOVE_AFTER: AmendmentKind.MOVE,
    Verb.MOVE_TO_START: AmendmentKind.MOVE,
    Verb.SPLIT: AmendmentKind.SPLIT,
    Verb.COMBINE: AmendmentKind.JOIN,
    Verb.COMBINE_WITH_TEXT: AmendmentKind.JOIN,
}
_OF_WORDS = frozenset({Verb.ADD, Verb.DELETE, Verb.REPLACE})


@dataclass(frozen=True, slots=True)
class Stated:
    """A proposal and the annotation that states it."""

    amendment: Amendment
    annotation: Annotation


@dataclass(frozen=True, slots=True)
class Misfit:
    """An annotation whose words, or the proposal it refers to, are not there (any more);
    `index` is that of its provision, `text` the text of their own that it speaks of."""

    index: int
    annotation: Annotation
    text: str = ""


@dataclass(slots=True)
class _Growing:
    """A proposal while its annotations are collected: `changes` are those of words, each with
    the offset at which it stands."""

    index: int
    annotation: Annotation | None
    text: str | None
    at: int
    changes: list[tuple[int, Annotation]]


class Proposals:
    """Collects the annotations of all provisions, and makes proposals of them."""

    def __init__(
        self,
        paper: OwnCompilation,
        keys: Sequence[str],
        delegations: Mapping[str, str],
        file: ImportedFile,
        said_to: Callable[[Voice], str],
    ) -> None:
        self._provisions = paper.provisions
        self._keys = keys
        self._delegations = delegations
        self._file = file
        self._said_to = said_to
        self._places = places_by_name([each.label for each in paper.provisions])
        self._groups = {
            number: f"g{index}"
            for index, numbers in enumerate(paper.annex.groups, start=1)
            for number in numbers
        }

    def amendments(self, ids: Iterator[str]) -> tuple[list[Stated], list[Misfit]]:
        """The proposals in the order in which they are stated, and the annotations of what does
        not fit: proposals whose quoted words are not there, and those that amend them."""
        growing = {next(ids): each for each in self._collected()}
        misfits: list[Misfit] = []
        while len(made := self._fitting(growing)) < len(growing):
            for key in [each for each in growing if each not in made]:
                misfits.extend(_misfits(growing.pop(key)))
        return list(made.values()), sorted(misfits, key=lambda each: each.index)

    def _fitting(self, growing: Mapping[str, _Growing]) -> dict[str, Stated]:
        """What can be made."""
        by_number = {
            each.annotation.number: key
            for key, each in growing.items()
            if each.annotation is not None and each.annotation.number is not None
        }
        self._proposal_of = {
            each.index: key
            for key, each in growing.items()
            if each.annotation is not None and each.annotation.verb is Verb.PROPOSED
        }
        made: dict[str, Stated] = {}
        for ordinal, (key, each) in enumerate(growing.items(), start=1):
            with suppress(KeyError, ValueError):
                made[key] = self._made(each, key, ordinal, by_number)
        for key in sorted(made, key=lambda each: _depth(made, each)):
            try:
                edits = self._edits(growing[key], made[key].amendment, made)
            except (KeyError, ValueError):
                del made[key]
            else:
                amended = replace(made[key].amendment, edits=edits)
                made[key] = replace(made[key], amendment=amended)
        return made

    def _collected(self) -> list[_Growing]:
        found: list[_Growing] = []
        numbered: dict[int, _Growing] = {}
        for index, at, annotation, text in self._stated():
            known = numbered.get(annotation.number) if annotation.number is not None else None
            if known is None:
                known = _Growing(index, None, text, at, [])
                found.append(known)
                if annotation.number is not None:
                    numbered[annotation.number] = known
            if not annotation.goes_on:
                known.annotation, known.at = annotation, at
                known.index, known.text = index, text
            if annotation.verb in _OF_WORDS:
                known.changes.append((at, annotation))
        return found

    def _stated(self) -> Iterator[tuple[int, int, Annotation, str | None]]:
        """All annotations but stances on base words: provision, offset, text beside it."""
        for index, provision in enumerate(self._provisions):
            for each in provision.proposal:
                yield index, 0, each, provision.printed.text
            for at, each in provision.printed.annotations:
                if each.verb not in STANCE_ON_WORDS:
                    yield index, at, each, None
            for text, annotations in provision.texts:
                for each in annotations:
                    yield index, 0, each, text

    def _made(
        self, growing: _Growing, key: str, ordinal: int, by_number: Mapping[int, str]
    ) -> Stated:
        annotation = growing.annotation
        if annotation is None:
            raise ValueError(f"a change of no proposal in provision {growing.index + 1}")
        provision = self._provisions[growing.index]
        kind = _KINDS.get(annotation.verb, AmendmentKind.EDIT)
        has_text = annotation.verb is Verb.PROPOSED or annotation.verb in WITH_TEXT
        if has_text and growing.text is None:
            raise ValueError(f"{annotation.verb} without its text")
        origin = Origin(self._file.name, provision.line)
        places = [self._keys[self._places[each]] for each in annotation.places]
        amendment = Amendment(
            key,
            self._keys[growing.index],
            kind,
            provisions=tuple(places) if kind is AmendmentKind.JOIN else (),
            text=growing.text if has_text else None,
            label=provision.label if kind is AmendmentKind.NEW_PROVISION else "",
            after=self._gap(growing.index, kind, places),
            at=growing.at if kind is AmendmentKind.SPLIT else None,
            target=self._target(growing.index, annotation, by_number),
            alternatives=tuple(
                by_number[each] for each in annotation.alternatives if each in by_number
            ),
            group=self._groups.get(annotation.number or 0, ""),
            ordinal=ordinal,
            sponsorships=tuple(
                Sponsorship(self._delegations[each.name], ordinal, origin, self._file.time)
                for each in annotation.sponsors
            ),
            positions=tuple(self._positions(annotation)),
            state=annotation.state,
            origin=origin,
        )
        return Stated(amendment, annotation)

    def _gap(self, index: int, kind: AmendmentKind, places: Sequence[str]) -> str | None:
        if kind is AmendmentKind.MOVE:
            return places[0] if places else START
        if kind is not AmendmentKind.NEW_PROVISION:
            return None
        before = (
            self._keys[i] for i in range(index - 1, -1, -1) if not self._provisions[i].proposal
        )
        return next(before, START)

    def _positions(self, annotation: Annotation) -> Iterator[Position]:
        for voice in annotation.sponsors:
            if voice.choice is not None:
                yield self._position(voice, Stance.SUPPORT)
        for stance, voices in annotation.stances:
            for voice in voices:
                yield self._position(voice, stance)

    def _position(self, voice: Voice, stance: Stance) -> Position:
        return Position(
            self._delegations[voice.name],
            stance,
            self._said_to(voice),
            rank=voice.choice,
            time=self._file.time,
        )

    def _target(
        self, index: int, annotation: Annotation, by_number: Mapping[int, str]
    ) -> str | None:
        """The proposal amended: the one named, or that of the proposed provision itself."""
        if annotation.target is not None:
            return by_number[annotation.target]
        return None if annotation.verb is Verb.PROPOSED else self._proposal_of.get(index)

    def _edits(
        self, growing: _Growing, amendment: Amendment, made: Mapping[str, "Stated"]
    ) -> tuple[Edit, ...]:
        """The changes of words, in the text that is amended."""
        is_on = growing.annotation is not None and growing.annotation.target is not None
        edits: list[Edit] = []
        for at, annotation in growing.changes:
            if is_on:
                words = inserted_text(made[amendment.target or ""].amendment)
                edits.append(_edit_on(words, annotation))
            else:
                words = self._provisions[growing.index].printed.text
                edits.append(edit_of(words, Wording(at, annotation.old, annotation.new)))
        in_order = sorted(edits, key=lambda each: (each.start, each.end))
        if any(later.start < earlier.end for earlier, later in pairwise(in_order)):
            raise ValueError("changes of one proposal that overlap")
        return tuple(in_order)


def _misfits(growing: _Growing) -> Iterator[Misfit]:
    changes = [each for _, each in growing.changes]
    if growing.annotation is not None and growing.annotation not in changes:
        changes.insert(0, growing.annotation)
    for each in changes:
        has_text = each is growing.annotation and each.verb in WITH_TEXT
        yield Misfit(growing.index, each, growing.text or "" if has_text else "")


def _depth(made: Mapping[str, Stated], key: str) -> int:
    """How many proposals a proposal amends, one on another."""
    depth, seen = 0, {key}
    while (target := made[key].amendment.target or "") in made and target not in seen:
        seen.add(target)
        depth, key = depth + 1, target
    return depth


def _edit_on(words: str, annotation: Annotation) -> Edit:
    """A change of the words of another proposal."""
    old, new = annotation.old, annotation.new
    if annotation.character is not None:
        return edit_of(words, Wording(annotation.character, old, new))
    if old is None:
        raise ValueError(f"{annotation.verb} without a place")
    start = words.find(old.text)
    if start < 0:
        raise ValueError(f"{old.text!r} is not in {words!r}")
    return without_context(words, edit_of(words, Wording(start + len(old.text), old, new)))
