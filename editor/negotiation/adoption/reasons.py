"""Why something of the old reading is not in the new session as it was. The tray items that it
becomes have these reasons."""

from enum import StrEnum


class Reason(StrEnum):
    """Why a proposal cannot be carried over to the new base text."""

    CLASHES = "clashes_with_adopted"
    ALTERNATIVE = "alternative_adopted"
    RULED_OUT = "ruled_out_by_adopted"
    DELETED = "adopted_provision_deleted"
    REPLACED = "adopted_provision_replaced"
    JOINED = "adopted_provision_joined"
    MOVED = "adopted_provision_moved"
    OVER_BREAK = "reaches_over_adopted_break"
    UNCLEAR = "place_unclear_in_adopted"
    """In repeated words its place cannot be told from that of another proposal."""
    MISPLACED = "no_place_in_adopted"
    TARGET_GONE = "amended_proposal_not_carried"
    CONTAINED = "already_adopted"
    """Of a proposal that nobody makes any more; who makes it still is among the adopted."""


class Remainder(StrEnum):
    """What else a closed reading leaves in the tray."""

    LEFT_BASE = "provision_left_base"
    """A provision whose deletion is adopted, who wanted it, and what was said about it."""
    PRIVATE_POSITION = "private_position_adopted"
    """A private position on what is adopted, or on a provision whose deletion is."""
    RULING = "ruling_dissolved"
    """The Chair's words in a ruling that has nothing left to settle."""
