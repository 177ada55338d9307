"""Qt counts UTF-16 units, Python code points. This is the only module that converts."""


def units(text: str) -> int:
    """The length of `text` in UTF-16 units."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def to_units(text: str, position: int) -> int:
    """A position in code points as a position in UTF-16 units."""
    return units(text[:position])


def to_points(text: str, position: int) -> int:
    """A position in UTF-16 units as a position in code points; inside a pair, its start."""
    if text.isascii():
        return min(position, len(text))
    passed = 0
    for index, character in enumerate(text):
        passed += 2 if character > "\uffff" else 1
        if passed > position:
            return index
    return len(text)
