"""What is left of a ruling when some of its members are adopted or cannot be carried over."""

from collections.abc import Collection
from dataclasses import replace

from editor.negotiation.ruling import Ruling, RulingKind


def left_of(ruling: Ruling, standing: Collection[str]) -> Ruling | None:
    """The ruling on those of its members that are `standing`; None when it has nothing to
    settle, or when what it decided is not there any more."""
    members = frozenset(each for each in ruling.members if each in standing)
    if members == ruling.members:
        return ruling
    if len(members) < 2 or ruling.how is RulingKind.BRIDGE:
        return None
    choice = tuple(each for each in ruling.choice if each in standing)
    if ruling.how is RulingKind.OPTION and choice != ruling.choice:
        return None
    if ruling.how is RulingKind.ORDER and len(choice) < 2:
        return None
    return replace(ruling, members=members, choice=choice)
