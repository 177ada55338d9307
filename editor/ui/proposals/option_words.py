"""What an option of a conflict would do, in words, and who wants it."""

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QCoreApplication

from editor.negotiation.amendment import Amendment, AmendmentKind
from editor.negotiation.conflict import Choice, Conflict, ConflictKind
from editor.negotiation.session import Session
from editor.ui.page.spans import Look, Span
from editor.ui.proposals.codes import first_of
from editor.ui.proposals.kind_words import WHOLE_KINDS, kind_words, label_of
from editor.ui.proposals.sheet import ConflictCardFacts, OptionFacts
from editor.ui.proposals.words import NOTHING, plain

_LONGEST_TEXT = 140


def option_words(
    session: Session, facts: ConflictCardFacts, option: OptionFacts
) -> tuple[Span, ...]:
    """`retaliation`, `Keep base: retribution`, `Delete 12; replace 13: …`."""
    if facts.conflict.kind is ConflictKind.PROVISION:
        return _about_provisions(session, facts.conflict, option.choice)
    if not option.choice.amendments:
        words = _tr("Keep base: {words}").format(words=facts.base.strip(" ,;") or NOTHING)
        return (Span(words, Look.PLAIN),)
    if plain(option.words).strip() not in ("", NOTHING):
        return option.words
    deeds = (kind_words(session, each) for each in _members(session, option.choice))
    deed = next((each for each in deeds if each), _tr("Delete"))
    return (Span(deed, Look.PLAIN),)


def who_wants(session: Session, facts: ConflictCardFacts, option: OptionFacts) -> tuple[str, ...]:
    """The delegations behind an option. Of one that deletes, replaces or joins provisions only
    who wants that: others' words in a provision beside it only stay with it."""
    delegations = option.choice.delegations
    wholes = _wholes(session, option.choice)
    if facts.conflict.kind is not ConflictKind.PROVISION or not wholes:
        return delegations
    return tuple(d for d in delegations if any(d in each.sponsors for each in wholes))


def contested_labels(session: Session, conflict: Conflict) -> str:
    """The provisions that a contest is about: `12, 13, 15`; "" where one has no label."""
    rows = [session.provisions.get(each) for each in _provisions(conflict)]
    labels = [row.label if row is not None else "" for row in rows]
    return ", ".join(labels) if all(labels) else ""


def _about_provisions(session: Session, conflict: Conflict, choice: Choice) -> tuple[Span, ...]:
    provisions = _provisions(conflict)
    several = len(provisions) > 1
    labels = ", ".join(label_of(session, each) for each in provisions)
    if not choice.amendments:
        words = _tr("Keep the base of {labels}") if several else _tr("Keep the base")
        return (Span(words.format(labels=labels), Look.PLAIN),)
    wholes = _wholes(session, choice)
    if not wholes:
        words = _tr("Keep {labels}, as amended")
        words = words if several else _tr("Keep the provision, as amended")
        return (Span(words.format(labels=labels), Look.PLAIN),)
    parts = [tuple(_deed(session, each, several)) for each in wholes]
    beside = _amended_beside(session, choice, wholes)
    if beside:
        kept = ", ".join(label_of(session, each) for each in beside)
        parts.append((Span(_tr("Keep {labels}, as amended").format(labels=kept), Look.PLAIN),))
    return tuple(_joined(parts))


def _deed(session: Session, whole: Amendment, several: bool) -> Iterator[Span]:
    """What happens to a whole provision, and the beginning of the text that it gets."""
    words = kind_words(session, whole)
    if several and whole.kind is AmendmentKind.DELETE_PROVISION:
        words = _tr("Delete {label}").format(label=label_of(session, whole.provision))
    elif several and whole.kind is AmendmentKind.REPLACE_PROVISION:
        words = _tr("Replace {label}").format(label=label_of(session, whole.provision))
    yield Span(words, Look.PLAIN)
    if whole.text:
        text = whole.text
        if len(text) > _LONGEST_TEXT:
            text = f"{text[:_LONGEST_TEXT].rstrip()}…"
        yield Span(": ", Look.PLAIN)
        yield Span(text, Look.INSERTED, first_of(session, whole.sponsors))


def _joined(parts: Iterable[tuple[Span, ...]]) -> Iterator[Span]:
    for number, part in enumerate(parts):
        if number:
            yield Span("; ", Look.PLAIN)
        yield from part


def _amended_beside(
    session: Session, choice: Choice, wholes: Iterable[Amendment]
) -> tuple[str, ...]:
    """The provisions that keep their amendments beside what becomes of the others."""
    taken = {each for whole in wholes for each in (whole.provision, *whole.provisions)}
    kept = (each.provision for each in _members(session, choice))
    return tuple(dict.fromkeys(each for each in kept if each not in taken))


def _wholes(session: Session, choice: Choice) -> list[Amendment]:
    """The proposals in a choice about whole provisions, equal ones once."""
    found = (each for each in _members(session, choice) if each.kind in WHOLE_KINDS)
    return list({(e.kind, e.provision, e.provisions, e.text): e for e in found}.values())


def _members(session: Session, choice: Choice) -> list[Amendment]:
    return [session.amendments[each] for each in choice.amendments if each in session.amendments]


def _provisions(conflict: Conflict) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each.provision for each in conflict.ranges))


def _tr(text: str) -> str:
    return QCoreApplication.translate("proposal", text)
