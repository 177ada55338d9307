"""Words of the dialogs, in the user's language."""

from PySide6.QtCore import QCoreApplication


def tr(text: str) -> str:
    """`text` translated, in the context of dialogs."""
    return QCoreApplication.translate("dialog", text)
