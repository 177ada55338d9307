"""Printed labels: kept as printed, sorted as they are counted."""

import re
from collections.abc import Collection

_COUNTED = (
    "", "bis", "ter", "quater", "quinquies", "sexies", "septies", "octies", "nonies", "decies",
)  # fmt: skip
_NUMBERED = re.compile(rf"(.+?)(\s+|(?<=[\d.)]))({'|'.join(_COUNTED[1:])})", re.DOTALL)
_PARTS = re.compile(r"\d+|[^\W\d_]+")

LabelKey = tuple[tuple[int, str], ...]


def label_key(label: str) -> LabelKey:
    """Sort key of a printed label: 11 before 11 bis before 11 ter before 11 quater before 12."""
    return tuple(_part(each) for each in _PARTS.findall(label.lower()))


def next_label(label: str, taken: Collection[str]) -> str:
    """The label of what is added after the provision labelled `label`: with the next of bis,
    ter, quater … that is not `taken`; none after a provision without a label."""
    if not label:
        return ""
    found = _NUMBERED.fullmatch(label)
    stem, space, last = found.groups() if found else (label, " ", "")
    following = _COUNTED[_COUNTED.index(last) + 1 :]
    return next((new for each in following if (new := f"{stem}{space}{each}") not in taken), "")


def _part(part: str) -> tuple[int, str]:
    if part.isdecimal():
        return int(part), ""
    if part in _COUNTED:
        return _COUNTED.index(part), ""
    return 0, part
