"""A change in words: for tooltips, and for those who hear the page."""

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QCoreApplication

from editor.negotiation.note import Note
from editor.negotiation.run import Run, RunKind
from editor.negotiation.session import Session
from editor.ui.page.reason_marks import reasons_of
from editor.ui.page.spans import Look, Span


def span_words(session: Session, span: Span) -> str:
    """`inserted by Canada: and survivors`, with the reasons given, line by line; the text of a
    footnote at its number, the reasons at their mark; empty for plain words."""
    if span.look is Look.NOTE:
        note = session.notes.get(span.note)
        return note.text if note is not None else ""
    if span.look is Look.REASON:
        reasons = (_told(session, each) for each in reasons_of(session, span.amendments))
        return "\n".join((_tr("reason given"), *reasons))
    if span.run is None or (span.look is Look.PLAIN and not span.conflict):
        return ""
    return "\n".join((_change_words(session, span, span.run), *_reasons(session, span.run)))


def _change_words(session: Session, span: Span, run: Run) -> str:
    names = _names(session, run.delegations)
    text = run.text.strip()
    if span.conflict:
        return _conflict_words(session, span, run)
    if run.contested and span.look is Look.CONTESTED:
        return _tr("deletion contested, proposed by {names}: {text}").format(names=names, text=text)
    match span.look:
        case Look.INSERTED:
            return _tr("inserted by {names}: {text}").format(names=names, text=text)
        case Look.BREAK:
            return _tr("paragraph break, proposed by {names}").format(names=names)
        case Look.DELETED:
            return _tr("deleted by {names}: {text}").format(names=names, text=text)
        case Look.STRUCK:
            return _tr("struck from the proposal by {names}: {text}").format(names=names, text=text)
        case _:
            return names


def _conflict_words(session: Session, span: Span, run: Run) -> str:
    """Who wants which words of a bracket; all of it at its marks."""
    text = run.text.strip()
    if span.look is Look.TAG:
        option = next(each for each in run.options if each.amendments == span.amendments)
        return _wanted(_names(session, option.delegations), option.text.strip())
    if span.look is Look.PLAIN and run.kind is RunKind.KEPT:
        return _tr("in conflict, words of the base: {text}").format(text=text)
    if run.kind is RunKind.INSERTED:
        return _wanted(_names(session, run.delegations), text)
    return _tr("in conflict: {text}").format(text=text)


def _wanted(names: str, text: str) -> str:
    return _tr("in conflict, wanted by {names}: {text}").format(names=names, text=text)


def _names(session: Session, delegations: Iterable[str]) -> str:
    known = (each for each in delegations if each in session.delegations)
    return ", ".join(session.delegations[each].name for each in known)


def _reasons(session: Session, run: Run) -> Iterator[str]:
    """What the delegations say about the change."""
    for each in run.amendments:
        amendment = session.amendments.get(each)
        for key in amendment.notes if amendment is not None else ():
            note = session.notes.get(key)
            if note is not None:
                yield _told(session, note)


def _told(session: Session, note: Note) -> str:
    who = session.delegations.get(note.delegation or "")
    return f"{who.code}: {note.text}" if who is not None else note.text


def _tr(text: str) -> str:
    return QCoreApplication.translate("span", text)
