"""One thing that is wrong with a session file."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """`code` says what is wrong; `table`, `key` and `field` where; `value` what stands there.

    Codes: damaged_page, unreadable_table, unreadable_row, changed_file, unlogged,
    broken_history, missing_column, repaired, lost, and those of `negotiation.integrity`.
    """

    code: str
    table: str = ""
    key: str = ""
    field: str = ""
    value: str = ""
