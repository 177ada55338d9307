"""The Chair's texts that are written but have not settled their conflicts yet."""

from collections.abc import Sequence
from dataclasses import dataclass

from editor.negotiation.conflict import Conflict, ConflictKind


@dataclass(frozen=True, slots=True)
class Draft:
    """What was written for the conflict of `members`."""

    provision: str
    kind: ConflictKind
    members: frozenset[str]
    text: str


class Drafts:
    """Kept while the session is open. A switch can make a conflict larger or smaller under the
    Chair's hands; the draft goes on in what has become of it."""

    def __init__(self) -> None:
        self._kept: list[Draft] = []
        self._shown: dict[str, Draft] = {}

    def clear(self) -> None:
        self._kept.clear()
        self._shown.clear()

    def show(self, conflicts: Sequence[Conflict]) -> None:
        """Give the drafts to the conflicts of a provision: each to its own, and those whose own
        are not there to the open ones that share most members."""
        self._shown = {
            each.id: draft for each in conflicts for draft in self._kept if _is_of(draft, each)
        }
        for draft in reversed(self._kept):
            if draft in self._shown.values():
                continue
            free = [each for each in conflicts if each.is_open and each.id not in self._shown]
            heir = max(free, key=lambda each: _shared(draft, each), default=None)
            if heir is not None and _shared(draft, heir):
                self._shown[heir.id] = draft

    def text_of(self, conflict: Conflict) -> str | None:
        """What is written for a conflict that is shown, if anything is."""
        draft = self._shown.get(conflict.id)
        return draft.text if draft else None

    def keep(self, conflict: Conflict, text: str) -> None:
        """Keep `text` instead of what was written before."""
        self.drop(conflict)
        draft = Draft(conflict.provision, conflict.kind, frozenset(conflict.members), text)
        self._kept.append(draft)
        self._shown[conflict.id] = draft

    def drop(self, conflict: Conflict) -> None:
        """Forget what was written for a conflict: it is settled, or the text given up."""
        draft = self._shown.pop(conflict.id, None)
        if draft is not None:
            self._kept.remove(draft)


def _is_of(draft: Draft, conflict: Conflict) -> bool:
    return _is_beside(draft, conflict) and draft.members == frozenset(conflict.members)


def _is_beside(draft: Draft, conflict: Conflict) -> bool:
    return (draft.provision, draft.kind) == (conflict.provision, conflict.kind)


def _shared(draft: Draft, conflict: Conflict) -> int:
    """How many members a draft and a conflict of its kind in its provision have in common."""
    return len(draft.members & frozenset(conflict.members)) if _is_beside(draft, conflict) else 0
