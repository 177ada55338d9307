"""Errors in the user's language: one sentence of what happened, what was kept, what to do."""

from PySide6.QtCore import QCoreApplication

from editor.app.export_notices import NOTICES
from editor.app.sentences import filled, template
from editor.errors import BugError, KnownError


def worded(error: KnownError | BugError) -> str:
    """The sentence for an error, translated (context "error") where there is a translation."""
    return filled(QCoreApplication.translate("error", template(error)), error)


def notice_words(notice: str) -> str:
    """What is said of a file that was written otherwise than expected, by its code."""
    return QCoreApplication.translate("notice", NOTICES[notice])


def stage_words(stage: str) -> str:
    """A stage of long work, by its code."""
    words = {
        "reading": QCoreApplication.translate("task", "Reading the file…"),
        "comparing": QCoreApplication.translate("task", "Comparing with the text…"),
        "bringing_in": QCoreApplication.translate("task", "Bringing it in…"),
        "reading_base": QCoreApplication.translate("task", "Reading the base document…"),
        "checking": QCoreApplication.translate("task", "Checking the file…"),
        "writing": QCoreApplication.translate("task", "Writing the file…"),
    }
    return words.get(stage, QCoreApplication.translate("task", "Working…"))
