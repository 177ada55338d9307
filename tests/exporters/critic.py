"""A small reader of CriticMarkup, written apart from the writer."""

import re

_MARKED = re.compile(
    r"\{\+\+(?P<added>.*?)\+\+\}|\{--(?P<gone>.*?)--\}|\{>>.*?<<\}|\\(?P<literal>[\\{}])|(?P<plain>.)",
    re.DOTALL,
)


def accepted(text: str) -> str:
    return _read(text, "added")


def rejected(text: str) -> str:
    return _read(text, "gone")


def _read(text: str, kept: str) -> str:
    pieces = []
    for found in _MARKED.finditer(text):
        if found[kept] is not None:
            pieces.append(re.sub(r"\\([\\{}])", r"\1", found[kept]))
        pieces.append(found["literal"] or found["plain"] or "")
    return "".join(pieces)
