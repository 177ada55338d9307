"""Stances: who retains, removes, supports or reserves, and what that is about."""

from editor.importers.compilation.annotations import Clause
from editor.importers.compilation.brackets import Annotation
from editor.importers.compilation.ground import ClauseKey
from editor.importers.compilation.phrases import Phrases
from editor.importers.compilation.profile import Verb
from editor.importers.compilation.quoted import nearest, words_of
from editor.importers.compilation.settled import WISHES, Said, Settled
from editor.negotiation.provision import Stance

_OF_WORDS = WISHES | {Verb.RETAIN, Verb.SUPPORT, Verb.RESERVE}
_PLAIN = {Verb.SUPPORT: Stance.SUPPORT, Verb.RESERVE: Stance.RESERVE}


def read_stances(one: Settled, phrases: Phrases) -> None:
    """Add what the clauses that are no wishes say: about the wish before them in the bracket,
    about that of a bracket at the same place, or about base words."""
    for annotation in one.ground.annotations:
        if annotation.clauses[0].verb in _OF_WORDS:
            _read_annotation(one, annotation, phrases)


def _read_annotation(one: Settled, annotation: Annotation, phrases: Phrases) -> None:
    wish: ClauseKey | None = None
    for number, clause in enumerate(annotation.clauses):
        key = (annotation.serial, number)
        if key in one.extents:
            wish = wish if wish is not None and number else key
            continue
        about = wish or _neighbour(one, annotation)
        stance = _stance(one, annotation, number, wish, about)
        if stance is None:
            continue
        words: frozenset[int] = frozenset()
        if clause.old or about is None:
            words = _retained_words(one, annotation, clause, phrases)
        reason = clause.reason
        if clause.old and not words:
            reason = " ".join((*(f"“{each}”" for each in clause.old), reason)).strip()
        of_base = Said(None, key, clause.mentions, Stance.SUPPORT, words, reason)
        if words and wish is not None and _is_beside(one, wish, clause, words):
            one.said.append(of_base)
            continue
        if about is not None:
            one.said.append(Said(about, key, clause.mentions, stance, reason=reason))
        if words and wish is None:
            one.said.append(of_base)


def _stance(
    one: Settled,
    annotation: Annotation,
    number: int,
    wish: ClauseKey | None,
    about: ClauseKey | None,
) -> Stance | None:
    """`remove` opposes; so does `retain`, but for an insertion, or after a `remove` of others in
    the same bracket. None for a wish that was not understood."""
    clause = annotation.clauses[number]
    if clause.verb in _PLAIN:
        return _PLAIN[clause.verb]
    if clause.verb is Verb.DELETE:
        return None if clause.old and not number else Stance.OPPOSE
    if clause.verb is not Verb.RETAIN:
        return None
    if wish is None and number:
        return Stance.SUPPORT
    keeps = about is not None and one.clause(about).verb is Verb.ADD and not clause.old
    return Stance.SUPPORT if keeps else Stance.OPPOSE


def _retained_words(
    one: Settled, annotation: Annotation, clause: Clause, phrases: Phrases
) -> frozenset[int]:
    """The base words that a clause retains: the quoted ones nearest to the annotation, or the
    last phrase before it."""
    if not clause.old and clause.verb is Verb.RETAIN:
        retained = phrases.retained(one.ground, annotation, clause)
        return retained.old if retained is not None else frozenset()
    found: set[int] = set()
    for quote in clause.old:
        place = nearest(one.ground, words_of(quote), one.ground.at[annotation.serial])
        if place and all(one.ground.words[i].is_base for i in range(*place)):
            found.update(range(*place))
    return frozenset(found)


def _neighbour(one: Settled, annotation: Annotation) -> ClauseKey | None:
    """The wish of an annotation at the same place: the one before, else the one after."""
    at = one.ground.at[annotation.serial]
    for serial in (annotation.serial - 1, annotation.serial + 1):
        if one.ground.at.get(serial) == at and (serial, 0) in one.extents:
            return serial, 0
    return None


def _is_beside(one: Settled, wish: ClauseKey, clause: Clause, words: frozenset[int]) -> bool:
    """Whether words retained in the bracket of an insertion are not those it takes out."""
    return (
        clause.verb is Verb.RETAIN
        and one.clause(wish).verb is Verb.ADD
        and not words & one.extents[wish].old
    )
