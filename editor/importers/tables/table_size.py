"""How many cells the tables of one file may have, empty ones too."""

from editor.importers.file_faults import FileFault, refusal

MAXIMUM_CELLS = 200_000


class TableSize:
    """Counts the cells of one file while it is read."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._cells = 0

    def add(self, cells: int) -> None:
        """One row more; an empty one counts as a cell. Raises KnownError `table_too_large`."""
        self._cells += max(cells, 1)
        if self._cells > MAXIMUM_CELLS:
            raise refusal(FileFault.TABLE_TOO_LARGE, self._name, limit=MAXIMUM_CELLS)
