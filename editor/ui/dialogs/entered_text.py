"""What stands in a field of several lines."""

from PySide6.QtWidgets import QPlainTextEdit


def entered_text(field: QPlainTextEdit) -> str:
    """The text of a field, its no-break spaces too; Qt's plain text has other spaces instead."""
    return field.document().toRawText().replace("\u2029", "\n")
