"""Amending a proposal: an amendment to the words that it inserts."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate

from editor.errors import KnownError
from editor.negotiation.amendment import Amendment, AmendmentKind
from editor.negotiation.commands.moving_edits import shifted
from editor.negotiation.commands.proposing import Propose
from editor.negotiation.commands.switching import amendment_of
from editor.negotiation.patch import Patch
from editor.negotiation.session import Session
from editor.text.diff import word_edits
from editor.text.edit import Edit
from editor.text.normal_form import normal_form


@dataclass(frozen=True, slots=True)
class Amend:
    """Propose that the words inserted by the proposal `target` read otherwise: `words` are its
    `amendable` words as the delegation would have them, place by place.

    Raises KnownError: unknown_proposal, unknown_delegation, and what `amendment_to` raises.
    """

    delegation: str
    target: str
    words: tuple[str, ...]
    time: str = ""

    def plan(self, session: Session) -> Patch:
        made = amendment_to(amendment_of(session, self.target), self.words)
        return Propose(self.delegation, (made,), self.time).plan(session)


def amendable(amendment: Amendment) -> tuple[str, ...]:
    """The words that a proposal inserts, one text for each place; nothing if it inserts none."""
    if amendment.text is not None:
        return (amendment.text,) if amendment.text else ()
    if amendment.kind is not AmendmentKind.EDIT:  # a split inserts a break, too
        return ()
    return tuple(each.text for each in amendment.edits if each.text)


def amendment_to(target: Amendment, words: tuple[str, ...]) -> Amendment:
    """What differs between the `amendable` words of `target` and `words`, as one amendment to it.

    Raises KnownError: changes_nothing; before_first_word for new words before the first of a
    further place: they would stand in the place before, at whose end they are as well.
    """
    before = amendable(target)
    if words == before or len(words) != len(before):
        raise KnownError("changes_nothing", amendment=target.id)
    edits = normal_form("".join(before), _differences(before, words))
    if _placed(before, edits) != words:
        raise KnownError("before_first_word")
    return Amendment("", target.provision, edits=edits, target=target.id)


def _differences(before: Sequence[str], after: Sequence[str]) -> Iterable[Edit]:
    """In code points of all words before, one after another."""
    for old, new, end in zip(before, after, accumulate(map(len, before)), strict=True):
        for edit in word_edits(old, new):
            yield shifted(edit, end - len(old))


def _placed(before: Sequence[str], edits: Sequence[Edit]) -> tuple[str, ...]:
    """What the places read with `edits` done as the engine does them: new words stand at the end
    of what they replace, and there with the place that ends."""
    placed = []
    start = 0
    for number, old in enumerate(before):
        end = start + len(old)
        text, reached = "", start
        for edit in edits:
            low, high = max(edit.start, start), min(edit.end, end)
            if low <= high:
                text += "".join(before)[reached:low]
                reached = max(reached, high)
            if start < edit.end <= end or (edit.end == 0 and not number):
                text += edit.text
        placed.append(text + "".join(before)[reached:end])
        start = end
    return tuple(placed)
