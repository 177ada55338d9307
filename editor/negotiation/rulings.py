"""Rulings in force (rule 8)."""

from collections.abc import Sequence
from dataclasses import dataclass

from editor.negotiation.change import Change
from editor.negotiation.clash import bits, edits_clash
from editor.negotiation.cluster import Cluster
from editor.negotiation.ruling import Ruling, RulingKind
from editor.text.edit import Edit


@dataclass(frozen=True, slots=True)
class Settlement:
    """What a ruling in force does to a conflict. `contested` stay shown beside the text
    (decided to stay in brackets); `bridges` are the Chair's words."""

    ruling: Ruling
    left_out: int = 0
    contested: int = 0
    bridges: tuple[Change, ...] = ()

    @property
    def keeps_brackets(self) -> bool:
        """Whether it takes no side: whatever does leaves somebody out."""
        return not self.left_out


def settle(
    cluster: Cluster,
    members: int,
    rivals: int,
    in_play: int,
    rulings: Sequence[Ruling],
    bridges: Sequence[Change],
) -> Settlement | None:
    """The settlement of the conflict of `members`, or None while it is open.

    `rivals` are the members that take sides (all of them for words, the deletion or the
    whole-provision proposals for a contest). `rulings` come smallest member set first.
    `bridges` are the Chair's words that other rulings have already brought.
    """
    for ruling in rulings:
        if members & ~cluster.mask(ruling.members) == 0:
            settlement = _settlement(cluster, ruling, members, rivals, in_play, bridges)
            if settlement is not None:
                return settlement
    return None


def _settlement(
    cluster: Cluster,
    ruling: Ruling,
    members: int,
    rivals: int,
    in_play: int,
    bridges: Sequence[Change],
) -> Settlement | None:
    match ruling.how:
        case RulingKind.BASE:
            return Settlement(ruling, left_out=members)
        case RulingKind.BRACKET:
            is_contest = rivals != members or bool(rivals & cluster.wholes)
            return Settlement(ruling, contested=rivals if is_contest else 0)
        case RulingKind.OPTION:
            chosen = cluster.mask(ruling.choice) & members
            if not chosen or not _fits(cluster, chosen, members, rivals):
                return None
            return Settlement(ruling, left_out=members & ~chosen)
        case RulingKind.BRIDGE:
            return _bridging(cluster, ruling, members, in_play, bridges)
        case _:
            return None


def _fits(cluster: Cluster, chosen: int, members: int, rivals: int) -> bool:
    """Whether the chosen members can all stand. In a contest the words inside may have
    conflicts of their own, which stay open."""
    judged = chosen if rivals == members else chosen & rivals
    return not any(cluster.clash[n] & chosen for n in bits(judged))


def _bridging(
    cluster: Cluster, ruling: Ruling, members: int, in_play: int, bridges: Sequence[Change]
) -> Settlement | None:
    covered = cluster.mask(ruling.members)
    if members != covered & in_play:
        return None
    bridge = cluster.bridge(ruling)
    if bridge is None:
        return None
    others = [cluster.changes[number] for number in bits(in_play & ~covered)]
    if any(_disturbs(cluster, bridge, other) for other in (*others, *bridges)):
        return None
    return Settlement(ruling, left_out=members, bridges=(bridge,))


def _disturbs(cluster: Cluster, bridge: Change, other: Change) -> bool:
    """Whether a change that is none of those bridged wants something within the bridge."""
    return other.provision in bridge.touched and any(
        edits_clash(edit, mine)
        for edit in other.edits
        for mine in bridge.edits or (Edit(0, len(cluster.texts[bridge.provision]), ""),)
        if edit != mine
    )


def within_bridge(cluster: Cluster, ruling: Ruling, in_play: int) -> tuple[str, ...]:
    """The amendments of others that keep a bridging text from standing: while one of them is
    in play, the ruling sleeps."""
    bridge = cluster.bridge(ruling)
    if bridge is None:
        return ()
    others = bits(in_play & ~cluster.mask(ruling.members))
    within = (n for n in others if _disturbs(cluster, bridge, cluster.changes[n]))
    return cluster.ids(sum(1 << n for n in within))
