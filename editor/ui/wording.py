"""Errors in the user's language: one sentence of what happened, what was kept, what to do."""

from PySide6.QtCore import QCoreApplication

from editor.app.sentences import filled, template
from editor.errors import BugError, KnownError


def worded(error: KnownError | BugError) -> str:
    """The sentence for an error, translated (context "error") where there is a translation."""
    return filled(QCoreApplication.translate("error", template(error)), error)


def stage_words(stage: str) -> str:
    """A stage of long work, by its code."""
    words = {
        "reading": QCoreApplication.translate("task", "Reading the file…"),
        "comparing": QCoreApplication.translate("task", "Comparing with the text…"),
        "writing": QCoreApplication.translate("task", "Writing the file…"),
    }
    return words.get(stage, QCoreApplication.translate("task", "Working…"))
