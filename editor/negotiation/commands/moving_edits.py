"""Edits, marks and positions that go along with their words into another text."""

from dataclasses import replace

from editor.negotiation.provision import BasePosition, Mark
from editor.text.edit import Edit


def shifted(edit: Edit, by: int) -> Edit:
    """The edit `by` code points further on."""
    return Edit(edit.start + by, edit.end + by, edit.text)


def moved_mark(mark: Mark, by: int) -> Mark:
    return replace(mark, start=mark.start + by, end=mark.end + by)


def moved_position(position: BasePosition, by: int) -> BasePosition:
    return replace(position, start=position.start + by, end=position.end + by)
