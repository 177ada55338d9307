"""Where a proposal was read, and that it is a guess, in words."""

from PySide6.QtCore import QCoreApplication

from editor.negotiation.amendment import Amendment, Origin


def read_from(amendment: Amendment) -> str:
    """`Read from line 132 of paper.md: [add: Mexico]`; empty for what was entered by hand."""
    return _said(amendment.origin) if amendment.origin is not None else ""


def guess_words(amendment: Amendment) -> str:
    """The places that were guessed at, each with how sure the reader is; empty for none."""
    return "\n".join(
        _tr("A guess, {sure} sure. {read}").format(sure=sureness(each), read=_said(each))
        for each in amendment.guesses
    )


def sureness(origin: Origin) -> str:
    """`50 %`."""
    return f"{origin.confidence:.0%}".replace("%", "\u00a0%")


def _said(origin: Origin) -> str:
    words = _tr("Read from line {line} of {file}: {raw}")
    if not origin.raw:
        words = _tr("Read from line {line} of {file}")
    if not origin.line:
        words = _tr("Read from {file}")
    return words.format(line=origin.line, file=origin.file, raw=origin.raw)


def _tr(text: str) -> str:
    return QCoreApplication.translate("proposal", text)
