"""Why an importer left something unread, by the code it gave."""

from PySide6.QtCore import QCoreApplication

from editor.app.sentences import SENTENCES


def unread_words(reason: str) -> str:
    """A few words for a reason; the code itself where there are none."""
    known = {
        "annotation_not_understood": _tr("The annotation was not understood"),
        "target_not_found": _tr("The proposal it amends was not found"),
        "words_not_found": _tr("The words it speaks of were not found"),
        "note_without_anchor": _tr("Nothing in the text refers to this note"),
        "fused_word": _tr("Two words run together; it was read as one of them"),
        "doubled_mark": _tr("A mark stands twice"),
        "bracket_not_closed": _tr("A bracket is not closed"),
        "stray_bracket": _tr("A bracket is one too many"),
        "name_guessed": _tr("The name was guessed"),
        "ambiguous": _tr("It can be read in more than one way"),
        "changes_nothing": _tr("It would change nothing"),
    }
    if reason in known:
        return known[reason]
    return SENTENCES.get(reason, reason.replace("_", " ").capitalize())


def _tr(text: str) -> str:
    return QCoreApplication.translate("unread", text)
