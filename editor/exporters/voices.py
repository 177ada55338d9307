"""Who is named for an amendment."""

from editor.negotiation.delegation import CHAIR_ID
from editor.negotiation.session import Session


def voices(session: Session, amendment: str) -> tuple[str, ...]:
    """The sponsors whose layers are on, or all of them if none is, the first in rank first.

    The Chair for what is nobody's amendment (a bridging text).
    """
    found = session.amendments.get(amendment)
    sponsors = dict.fromkeys(found.sponsors) if found else {}
    delegations = session.delegations
    on = [each for each in sponsors if each in delegations and delegations[each].layer_on]
    rank, last = session.rank_of, (True, 0, "", "")
    return tuple(sorted(on or sponsors, key=lambda each: rank.get(each, last))) or (CHAIR_ID,)
