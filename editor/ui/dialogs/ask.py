"""Plain questions and messages."""

from enum import Enum, auto

from PySide6.QtWidgets import QMessageBox, QWidget


class Answer(Enum):
    FIRST = auto()
    SECOND = auto()
    CANCELLED = auto()


def tell(parent: QWidget | None, title: str, words: str) -> None:
    """Say something and wait until it is read."""
    box = _box(parent, title, words)
    box.addButton(QMessageBox.StandardButton.Ok)
    box.exec()


def choose(parent: QWidget | None, title: str, words: str, first: str, second: str = "") -> Answer:
    """Offer one or two ways on, and to do nothing; the first is what Enter takes."""
    box = _box(parent, title, words)
    one = box.addButton(first, QMessageBox.ButtonRole.AcceptRole)
    two = box.addButton(second, QMessageBox.ButtonRole.ActionRole) if second else None
    box.addButton(QMessageBox.StandardButton.Cancel)
    box.setDefaultButton(one)
    box.exec()
    if box.clickedButton() is one:
        return Answer.FIRST
    if two is not None and box.clickedButton() is two:
        return Answer.SECOND
    return Answer.CANCELLED


def _box(parent: QWidget | None, title: str, words: str) -> QMessageBox:
    box = QMessageBox(parent)
    box.setWindowTitle(title)
    box.setText(title)
    box.setInformativeText(words)
    return box
