"""Is a tracked document marked against our base? And where in it do its changes stand?"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from editor.importers.tracked.printed_label import (
    in_single_spaces,
    our_words_start,
    their_words_start,
)
from editor.importers.tracked.stream import Row
from editor.negotiation.amendment import START
from editor.negotiation.provision import Provision
from editor.negotiation.session import Session
from editor.text.alignment import align
from editor.text.edit import Edit
from editor.text.pairing import (
    Changed,
    Deleted,
    Inserted,
    Joined,
    Kept,
    Moved,
    Pairing,
    Replaced,
    Split,
)
from editor.text.similarity import content_words

_CONTEXT = 4
_MANY = 3
_HARDLY = 0.25
"""Paragraphs that share less of their words are not one that was rewritten: one went, another
came."""
_MUCH = 0.1
"""Of the provisions, if more than this much and more than so many differ, it is not somebody's
slip but another text."""


class Suspicion(StrEnum):
    """What a difference from the base looks like."""

    UNTRACKED_EDIT = "untracked_edit"
    OLDER_REVISION = "older_revision"


@dataclass(frozen=True, slots=True)
class Difference:
    """Where the original text of a document is not our base: our words and theirs, and the
    words before them. `provision` is empty for a paragraph of which we have none; `line`
    counts its paragraphs, 0 for one that it does not have."""

    provision: str
    label: str
    ours: str
    theirs: str
    before: str = ""
    line: int = 0
    suspicion: Suspicion = Suspicion.UNTRACKED_EDIT


@dataclass(frozen=True, slots=True)
class Ground:
    """The base provision that an original paragraph is. `kept` are the stretches in which both
    say the same: start in the paragraph, start in the provision, length."""

    provision: Provision
    kept: tuple[tuple[int, int, int], ...]
    words_start: int = 0
    """Where the words of the paragraph begin, after its printed label."""

    @property
    def is_whole(self) -> bool:
        """Whether the provision has no words but those of the paragraph."""
        ours = sum(length for _, _, length in self.kept)
        return ours == len(self.provision.text) or len(self.kept) == 1

    def place(self, edit: Edit) -> Edit | None:
        """An edit of the paragraph in code points of the provision; None where that says
        something else."""
        for here, ours, length in self.kept:
            if here <= edit.start and edit.end <= here + length:
                return Edit(edit.start - here + ours, edit.end - here + ours, edit.text)
        return None


@dataclass(frozen=True, slots=True)
class BaseMatch:
    """`grounds` has a place for each original paragraph, None for one that our base lacks.
    `prints_labels` says that labels stand before a tab."""

    grounds: tuple[Ground | None, ...]
    differences: tuple[Difference, ...]
    prints_labels: bool

    def above(self, number: int) -> str:
        """The base provision that is, or is nearest above, an original paragraph."""
        found = (each for each in reversed(self.grounds[: number + 1]) if each)
        ground = next(found, None)
        return ground.provision.id if ground else START


def match_base(session: Session, rows: Sequence[Row]) -> BaseMatch:
    """Compare the original paragraphs of a document, in order, with the base of the session.

    A printed label before the words counts as part of the layout, and so does the number of
    spaces between two words.
    """
    rows_of_base = (session.provisions[each] for each in session.base_order)
    return _Comparison([each for each in rows_of_base if each.text.strip()], rows).match()


class _Comparison:
    def __init__(self, base: Sequence[Provision], rows: Sequence[Row]) -> None:
        self._base = base
        self._rows = rows
        texts = {in_single_spaces(row.text) for row in rows}
        wanted = {in_single_spaces(each.text) for each in base}
        self._our_starts = [our_words_start(each, texts) for each in base]
        prints = any(their_words_start(row.text, wanted, prints_labels=False) for row in rows)
        self._their_starts = [
            their_words_start(row.text, wanted, prints_labels=prints) for row in rows
        ]
        self._grounds: list[Ground | None] = [None] * len(rows)
        self._found: list[Difference] = []

    def match(self) -> BaseMatch:
        ours = _words((each.text for each in self._base), self._our_starts)
        theirs = _words((row.text for row in self._rows), self._their_starts)
        if ours == theirs:
            for index in range(len(ours)):
                self._pair(index, index, ())
        else:
            for pairing in align(ours, theirs):
                self._take(pairing, ours, theirs)
        return BaseMatch(
            tuple(self._grounds), tuple(self._suspected(self._found)), any(self._their_starts)
        )

    def _take(self, pairing: Pairing, ours: Sequence[str], theirs: Sequence[str]) -> None:
        match pairing:
            case Kept(old, new):
                self._pair(old, new, ())
            case Changed(old, new, edits):
                self._pair(old, new, edits)
            case Moved(old, _, new, edits):
                self._pair(old, new, edits)
                self._differ(old, new, ours[old], theirs[new])
            case Replaced(old, new, text) if _are_strangers(ours[old], text):
                self._differ(old, None, ours[old], "")
                self._differ(None, new, "", text)
            case Replaced(old, new, text):
                self._differ(old, new, ours[old], text)
            case Deleted(old):
                self._differ(old, None, ours[old], "")
            case Inserted(_, new, text):
                self._differ(None, new, "", text)
            case Split(old, new):
                self._differ(old, new.start, ours[old], "\n".join(theirs[i] for i in new))
            case Joined(old, new):
                self._differ(old.start, new, "\n".join(ours[i] for i in old), theirs[new])

    def _pair(self, old: int, new: int, edits: Sequence[Edit]) -> None:
        """`edits` lead from the words of ours to the words of theirs."""
        provision, our_start = self._base[old], self._our_starts[old]
        their_start = self._their_starts[new]
        text = provision.text[our_start:]
        for edit in edits:
            if edit.text.strip() or text[edit.start : edit.end].strip():
                self._differ(old, new, text[edit.start : edit.end], edit.text, text[: edit.start])
        kept = kept_stretches(len(text), edits, their_start, our_start)
        self._grounds[new] = Ground(provision, tuple(kept), their_start)

    def _differ(
        self, old: int | None, new: int | None, ours: str, theirs: str, before: str = ""
    ) -> None:
        provision = self._base[old] if old is not None else None
        self._found.append(
            Difference(
                provision.id if provision else "",
                provision.label if provision else "",
                ours.strip(),
                theirs.strip(),
                " ".join(before.split()[-_CONTEXT:]),
                self._rows[new].line if new is not None else 0,
            )
        )

    def _suspected(self, found: Sequence[Difference]) -> Iterator[Difference]:
        """A few words here and there were changed without tracking; whole paragraphs, or words
        all over the text, are another revision."""
        changed = {each.provision for each in found if each.provision}
        new = {each.line for each in found if not each.provision}
        places = max(len(changed), len(new))  # what came may stand where something went
        many = places > max(_MANY, _MUCH * len(self._base))
        for each in found:
            is_whole = not (each.provision and each.line) or "\n" in each.ours + each.theirs
            older = many or is_whole
            suspicion = Suspicion.OLDER_REVISION if older else Suspicion.UNTRACKED_EDIT
            yield replace(each, suspicion=suspicion)


def kept_stretches(
    length: int, edits: Iterable[Edit], here: int = 0, ours: int = 0
) -> Iterator[tuple[int, int, int]]:
    """What `edits` of a text of so many code points keep: where it is after them, where it was,
    and how much. The texts begin at `here` and at `ours`."""
    reached = 0
    for edit in (*edits, Edit(length, length, "")):
        yield here, ours + reached, edit.start - reached
        here += edit.start - reached + len(edit.text)
        reached = edit.end


def _words(texts: Iterable[str], starts: Iterable[int]) -> list[str]:
    return [text[start:] for text, start in zip(texts, starts, strict=True)]


def _are_strangers(ours: str, theirs: str) -> bool:
    mine, other = content_words(ours), content_words(theirs)
    return len(mine & other) < _HARDLY * min(len(mine), len(other))
