"""Who is named for an amendment."""

from collections.abc import Iterable

from editor.negotiation.composition import Composition
from editor.negotiation.delegation import CHAIR_ID
from editor.negotiation.judgement import Verdict
from editor.negotiation.session import Session


def voices(session: Session, amendment: str) -> tuple[str, ...]:
    """The sponsors whose layers are on, or all of them if none is, the first in rank first.

    The Chair for what is nobody's amendment (a bridging text).
    """
    found = session.amendments.get(amendment)
    sponsors = dict.fromkeys(found.sponsors) if found else {}
    on = [each for each in sponsors if each in _switched_on(session)]
    return _by_rank(session, on or sponsors)


def voices_of_words(composition: Composition, amendment: str) -> tuple[str, ...]:
    """Who is named for the words that an amendment puts in: whoever proposes just the same and
    is included, which need not be the amendment's own sponsors."""
    session = composition.session
    found = verdict_on(composition, amendment)
    if found is None:
        return voices(session, amendment)
    number = found.cluster.mask((amendment,)).bit_length() - 1
    change = found.cluster.changes[number]
    named = change.credit(found.included, _switched_on(session)).delegations
    return _by_rank(session, named) if named else voices(session, amendment)


def verdict_on(composition: Composition, amendment: str) -> Verdict | None:
    """The verdict that judges an amendment."""
    verdict = composition.verdicts.get(composition.index.amendment_home.get(amendment, ""))
    return _verdict_on(verdict, amendment) if verdict else None


def _verdict_on(verdict: Verdict, amendment: str) -> Verdict | None:
    """The verdict whose cluster has the amendment, among those on inserted texts too."""
    if verdict.cluster.mask((amendment,)):
        return verdict
    inner = (_verdict_on(each, amendment) for each in (verdict.inner or {}).values())
    return next((each for each in inner if each is not None), None)


def _switched_on(session: Session) -> frozenset[str]:
    return frozenset(each.id for each in session.delegations.values() if each.layer_on)


def _by_rank(session: Session, delegations: Iterable[str]) -> tuple[str, ...]:
    rank, last = session.rank_of, (True, 0, "", "")
    return tuple(sorted(delegations, key=lambda each: rank.get(each, last))) or (CHAIR_ID,)
