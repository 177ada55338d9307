"""What the Chair's text takes the place of, in words, and how it fits in there."""

from PySide6.QtCore import QCoreApplication

from editor.negotiation.conflict import ConflictKind
from editor.negotiation.session import Session
from editor.ui.proposals.option_words import contested_labels
from editor.ui.proposals.sheet import ConflictCardFacts
from editor.ui.proposals.words import plain


def replaced_words(session: Session, facts: ConflictCardFacts) -> str:
    """`Replaces everything from “strengthen” to “to”`, where more is replaced than the words in
    conflict."""
    words = (facts.bridged or "").split()
    if len(facts.conflict.ranges) < 2 or not words:
        return _tr("Replaces all words in conflict")
    if facts.conflict.kind is ConflictKind.PROVISION:
        labels = contested_labels(session, facts.conflict)
        if labels:
            return _tr("Replaces the whole text of {labels}").format(labels=labels)
    if len(words) == 1:
        return _tr("Replaces “{word}”").format(word=words[0])
    return _tr("Replaces everything from “{first}” to “{last}”").format(
        first=words[0], last=words[-1]
    )


def in_place_of(facts: ConflictCardFacts, text: str) -> str:
    """The Chair's text with the spaces around what it replaces: words that a delegation deletes
    or inserts bring a space with them."""
    replaced = facts.bridged or ""
    if text.split() == replaced.split():
        return replaced
    model = replaced or plain(facts.options[0].words)
    before = model[: len(model) - len(model.lstrip())]
    after = model[len(model.rstrip()) :]
    return f"{before}{text}{after}"


def _tr(text: str) -> str:
    return QCoreApplication.translate("proposal", text)
