"""How provisions are named in annotations: by their label if no other has it, else by their
number in the paper."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

_PLAIN_LABEL = re.compile(r"(?!paragraph )[^\W_][\w. ]*\w|[^\W_]")


def place_names(labels: Sequence[str]) -> tuple[str, ...]:
    """The name of each provision of a paper, given the labels of all of them in order."""
    times = Counter(labels)
    return tuple(
        label if times[label] == 1 and _PLAIN_LABEL.fullmatch(label) else f"paragraph {number}"
        for number, label in enumerate(labels, start=1)
    )


def places_by_name(labels: Sequence[str]) -> Mapping[str, int]:
    """The index of each provision by its name."""
    return {name: index for index, name in enumerate(place_names(labels))}
