"""A position on base words, as it stands below the cards."""

from PySide6.QtCore import QCoreApplication

from editor.negotiation.provision import BasePosition, Stance


def base_stance(position: BasePosition, code: str, text: str) -> str:
    """`CAN retains “the words” — its note`, for a position of the delegation `code` on words of
    the provision `text`."""
    said = {
        Stance.SUPPORT: _tr("{code} retains {words}"),
        Stance.OPPOSE: _tr("{code} opposes {words}"),
        Stance.RESERVE: _tr("{code} reserves its position on {words}"),
        Stance.ACCEPT: _tr("{code} can live with {words}"),
        Stance.CONDITIONAL: _tr("{code} accepts {words} on a condition"),
    }[position.stance]
    words = text[position.start : position.end]
    quoted = f"“{words}”" if words != text else _tr("the provision")
    note = f" — {position.note}" if position.note else ""
    private = _tr(" (private)") if position.private else ""
    return said.format(code=code, words=quoted) + note + private


def _tr(text: str) -> str:
    return QCoreApplication.translate("proposal", text)
