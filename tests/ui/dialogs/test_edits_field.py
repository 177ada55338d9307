"""The changes of a proposal keep their places whatever text is shown in between."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from editor.text.edit import Edit
from editor.ui.dialogs.edits_field import EditsField

TEXT = "The dog, Article\u00a05, the cat and the end"


@pytest.fixture
def edits() -> tuple[Edit, ...]:
    last, article = TEXT.rindex("the"), TEXT.index("Article")
    return (Edit(last, last + 3, "an"), Edit(article, article + 9, "Article 6"))


def test_the_same_text_shown_again_moves_nothing(
    qapp: QApplication, edits: tuple[Edit, ...]
) -> None:
    """Also one with spaces that do not break."""
    parent = QObject()
    field = EditsField(edits, parent)

    for _ in range(2):
        field.show_ground(TEXT)

    assert field.edits == edits


def test_in_another_text_old_words_are_whole_words(qapp: QApplication) -> None:
    parent = QObject()
    field = EditsField((Edit(0, 3, "a"),), parent)
    field.show_ground("the end")

    field.show_ground("Another the")

    assert field.edits == (Edit(8, 11, "a"),)


def test_back_in_their_text_changes_are_where_they_were(
    qapp: QApplication, edits: tuple[Edit, ...]
) -> None:
    """With the words that were typed meanwhile."""
    parent = QObject()
    field = EditsField(edits, parent)
    field.show_ground(TEXT)

    field.show_ground("A text of the same Article\u00a05")
    assert [(each.start, each.end) for each in field.edits] == [(10, 13), (19, 28)]
    field.words.setText("one")
    field.show_ground(TEXT)

    assert field.edits == (replace(edits[0], text="one"), edits[1])
