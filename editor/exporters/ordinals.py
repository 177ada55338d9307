"""Labels as they are set: 9 *bis*, the Latin ordinal in italics."""

import re
from collections.abc import Iterator

_ORDINAL = re.compile(
    r"((?:bis|ter|quater|quinquies|sexies|septies|octies|nonies|decies)(?![^\W\d_]))",
    re.IGNORECASE,
)


def label_parts(label: str) -> Iterator[tuple[str, bool]]:
    """The parts of a label, and whether each is set in italics."""
    for number, part in enumerate(_ORDINAL.split(label)):
        if part:
            yield part, bool(number % 2)
