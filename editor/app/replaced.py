"""What a later text of an import replaces of an earlier one of the same import."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from editor.app.importing import Incoming
from editor.negotiation.amendment import Amendment, AmendmentState
from editor.negotiation.patch import RowChange


@dataclass(frozen=True, slots=True)
class Replaced:
    """`count` proposals of a delegation (by id) that came with `file` and are superseded, for its
    `later` file of the same import does not have them."""

    delegation: str
    file: str
    later: str
    count: int


def replaced_in(incoming: Incoming) -> tuple[Replaced, ...]:
    """What was brought in and superseded at once, by delegation and files."""
    counted: Counter[tuple[str, str, str]] = Counter()
    for step in incoming.steps:
        for change in step.patch.changes:
            for delegation, file in _superseded(incoming, change):
                counted[delegation, file, step.file] += 1
    return tuple(Replaced(*key, count) for key, count in counted.items())


def _superseded(incoming: Incoming, change: RowChange) -> Iterator[tuple[str, str]]:
    """The delegations that do not propose it any more, with the files it came with."""
    old, new = change.before, change.after
    if not isinstance(old, Amendment) or not isinstance(new, Amendment):
        return
    known = incoming.heard.before.amendments.get(old.id)
    for voice in old.sponsorships if old.state is AmendmentState.PROPOSED else ():
        is_gone = new.state is AmendmentState.SUPERSEDED or voice.delegation not in new.sponsors
        if is_gone and (known is None or voice.delegation not in known.sponsors):
            yield voice.delegation, voice.origin.file if voice.origin else ""
