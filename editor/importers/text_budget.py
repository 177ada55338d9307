"""How many characters a document may come to, however few bytes they are written in."""

from editor.importers.file_faults import FileFault, refusal

MAXIMUM_CHARACTERS = 20_000_000


class TextBudget:
    """Counts the characters of one document while it is read."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._left = MAXIMUM_CHARACTERS

    def spend(self, characters: int) -> None:
        """Raises KnownError `text_too_long` (`limit` in millions) when there are too many."""
        self._left -= characters
        if self._left < 0:
            limit = MAXIMUM_CHARACTERS // 1_000_000
            raise refusal(FileFault.TEXT_TOO_LONG, self._name, limit=limit)
