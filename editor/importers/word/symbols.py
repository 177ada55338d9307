"""Characters of symbol fonts, which stand in the private use area, as public characters."""

import re

_PRIVATE_START = 0xF000
_LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
_GREEK = "αβχδεφγηιϕκλμνοπθρστυϖωξψζΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ"
_SYMBOL = dict(zip(map(ord, _LETTERS), _GREEK, strict=True)) | {
    0x2D: "−", 0xA2: "′", 0xA3: "≤", 0xA5: "∞", 0xAE: "→", 0xB0: "°", 0xB1: "±", 0xB2: "″",
    0xB3: "≥", 0xB4: "×", 0xB7: "•", 0xB9: "≠", 0xBB: "≈", 0xD7: "⋅", 0xDE: "⇒",
}  # fmt: skip
"""The font Symbol, after Adobe's table of its encoding."""
_WINGDINGS = {
    0x6C: "●", 0x6E: "■", 0x6F: "□", 0x71: "❑", 0x75: "◆", 0x76: "❖", 0xA7: "▪", 0xA8: "◻",
    0xD8: "➢", 0xE0: "→", 0xFB: "✗", 0xFC: "✓", 0xFE: "☑",
}  # fmt: skip
_BULLETS = {0xB7: "•", 0xA7: "▪", 0xA8: "◻", 0xD8: "➢", 0xFC: "✓"}
_PRIVATE_USE = re.compile("[\ue000-\uf8ff]")


def public_character(code: int, font: str) -> str:
    """The character that `w:sym` shows: from Symbol and Wingdings where known, else as it is."""
    index = code - _PRIVATE_START if code >= _PRIVATE_START else code
    table = {"symbol": _SYMBOL, "wingdings": _WINGDINGS}.get(font.lower(), {})
    known = table.get(index)
    if known is not None:
        return known
    return chr(index) if font.lower() == "symbol" and 0x20 <= index < 0x7F else chr(code)


def public_bullet(text: str) -> str:
    """The bullet of a list, any unknown one of the private use area as `•`."""
    return _PRIVATE_USE.sub(
        lambda match: _BULLETS.get(ord(match.group()) - _PRIVATE_START, "•"), text
    )
