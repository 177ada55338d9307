"""What was found in a tracked document, as proposals on the base of the session."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from editor.importers.tracked.base_match import BaseMatch, Ground
from editor.importers.tracked.findings import (
    Changed,
    Combined,
    Deleted,
    Finding,
    Hunk,
    Inserted,
    Joined,
    Replaced,
    inner_edits,
    leads,
)
from editor.importers.tracked.in_words import Amended, amended
from editor.importers.tracked.printed_label import printed_label
from editor.importers.tracked.stream import Atom
from editor.negotiation.amendment import Amendment, AmendmentKind
from editor.text.edit import Edit


@dataclass(frozen=True, slots=True)
class Wish:
    """A proposal that has no id yet, with the atoms it was read from. `inner` is what each
    other delegation changes in its words, in code points of these."""

    amendment: Amendment
    atoms: tuple[Atom, ...]
    inner: Mapping[str, tuple[Edit, ...]] = field(default_factory=dict)

    @property
    def line(self) -> int:
        return self.atoms[0].line if self.atoms else 0


@dataclass(frozen=True, slots=True)
class Left:
    """A change that could not be taken over, and the code of the reason."""

    raw: str
    reason: str
    line: int
    provision: str = ""


class WishReader:
    """Reads the findings of one delegation."""

    def __init__(self, match: BaseMatch, order: Sequence[str], delegation: str) -> None:
        """`order` are the base provisions of the session."""
        self._match = match
        self._neighbours = frozenset(pairwise(order))
        self._delegation = delegation

    def read(self, finding: Finding) -> Iterator[Wish | Left]:
        match finding:
            case Changed():
                yield from self._changed(finding)
            case Joined():
                yield self._joined(finding)
            case Combined():
                yield self._combined(finding)
            case Inserted():
                yield from self._inserted(finding)
            case Deleted(row, atoms):
                yield self._whole(
                    self._match.grounds[row.number], AmendmentKind.DELETE_PROVISION, None, atoms
                )
            case Replaced(row, text, atoms):
                ground = self._match.grounds[row.number]
                words = self._without_label(text)[1] if ground and ground.words_start else text
                kind = AmendmentKind.REPLACE_PROVISION
                wish = self._whole(ground, kind, words, atoms)
                yield from self._with_inner(wish, len(text) - len(words))

    def _changed(self, finding: Changed) -> Iterator[Wish | Left]:
        ground = self._match.grounds[finding.row.number]
        if ground is None:
            for hunk in finding.hunks:
                yield left(hunk.atoms, "not_in_base")
            return
        placed = []
        for hunk in finding.hunks:
            words = self._in_words(ground, hunk)
            edit = ground.place(words) if words else None
            if words is None:
                if hunk.edit.text.strip():
                    yield left(hunk.atoms, "label_changed", ground)
            elif edit is None:
                yield left(hunk.atoms, "words_differ_from_base", ground)
            else:
                placed.append(replace(hunk, edit=edit))
        for each in amended(ground.provision, placed, self._delegation):
            if isinstance(each, Amended):
                yield Wish(each.amendment, each.atoms, each.inner)
            else:
                yield left(each, "inside_other_words", ground)

    def _in_words(self, ground: Ground, hunk: Hunk) -> Edit | None:
        """The part of an edit behind the printed label; None if there is none."""
        edit, start = hunk.edit, ground.words_start
        if edit.start >= start:
            return edit
        text = self._without_label(edit.text)[1]
        if edit.end < start or (edit.end == start and not text):
            return None
        return Edit(start, edit.end, text)

    def _joined(self, finding: Joined) -> Wish | Left:
        first = self._match.grounds[finding.first.number]
        second = self._match.grounds[finding.second.number]
        if first is None or second is None:
            return left(finding.atoms, "not_in_base", first or second)
        pair = (first.provision.id, second.provision.id)
        if pair not in self._neighbours:
            return left(finding.atoms, "not_neighbours", first)
        end = len(first.provision.text)
        edits = (Edit(end, end, finding.text),) if finding.text else ()
        join = Amendment("", pair[0], AmendmentKind.JOIN, edits, provisions=pair)
        opening = finding.opening
        label = () if opening is None or self._in_words(second, opening) else opening.atoms
        return Wish(join, (*finding.atoms, *label))

    def _combined(self, finding: Combined) -> Wish | Left:
        grounds = [self._match.grounds[row.number] for row in finding.rows]
        known = tuple(each.provision.id for each in grounds if each and each.is_whole)
        if len(known) < len(grounds):
            return left(finding.atoms, "words_differ_from_base")
        kind = AmendmentKind.JOIN
        words = self._without_label(finding.text)[1]
        return Wish(Amendment("", known[0], kind, provisions=known, text=words), finding.atoms)

    def _inserted(self, finding: Inserted) -> Iterator[Wish | Left]:
        label, words = self._without_label(finding.text)
        new = Amendment(
            "",
            "",
            AmendmentKind.NEW_PROVISION,
            text=words,
            label=label,
            after=self._match.above(finding.after),
        )
        wish = Wish(new, finding.atoms)
        yield from self._with_inner(wish, len(finding.text) - len(words))

    def _whole(
        self, ground: Ground | None, kind: AmendmentKind, text: str | None, atoms: tuple[Atom, ...]
    ) -> Wish | Left:
        if ground is None:
            return left(atoms, "not_in_base")
        if not ground.is_whole:
            return left(atoms, "words_differ_from_base", ground)
        return Wish(Amendment("", ground.provision.id, kind, text=text), atoms)

    def _with_inner(self, wish: Wish | Left, shift: int) -> Iterator[Wish | Left]:
        """A proposal of a text, with what others change in it; `shift` is the length of the
        label that is no part of it."""
        if isinstance(wish, Left) or not leads(wish.atoms, self._delegation):
            yield wish
            return
        inner = {}
        for other, edits in inner_edits(wish.atoms, self._delegation).items():
            moved = tuple(Edit(e.start - shift, e.end - shift, e.text) for e in edits)
            if all(each.start >= 0 for each in moved):
                inner[other] = moved
            else:
                yield left(wish.atoms, "label_changed")
        yield replace(wish, inner=inner)

    def _without_label(self, text: str) -> tuple[str, str]:
        """The printed label and the words of a new paragraph."""
        label = printed_label(text) if self._match.prints_labels else ""
        return (label, text[text.index("\t") + 1 :]) if label else ("", text)


def left(atoms: Sequence[Atom], reason: str, ground: Ground | None = None) -> Left:
    """The change that these atoms make, as what could not be taken over."""
    removed = "".join(each.text for each in atoms if each.removed and not each.added)
    added = "".join(each.text for each in atoms if each.added)
    raw = " → ".join(each for each in (removed, added) if each.strip())
    provision = ground.provision.id if ground else ""
    return Left(raw, reason, atoms[0].line if atoms else 0, provision)
