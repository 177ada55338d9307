"""The theme reaches every widget, and what it refers to is there."""

import re
from pathlib import Path

import pytest
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from editor.ui.colours import DARK, LIGHT, Theme
from editor.ui.style_sheet import mixed, palette, style_sheet

_THEMES = pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])


@_THEMES
def test_pictures_exist(theme: Theme) -> None:
    pictures = re.findall(r"url\(([^)]+)\)", style_sheet(theme))

    assert pictures
    assert all(Path(each).is_file() for each in pictures)


def _luminance(colour: str) -> float:
    def channel(value: float) -> float:
        return value / 12.92 if value <= 0.03928 else ((value + 0.055) / 1.055) ** 2.4

    red, green, blue = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return 0.2126 * channel(red) + 0.7152 * channel(green) + 0.0722 * channel(blue)


def _contrast(one: str, two: str) -> float:
    light, dark = sorted((_luminance(one), _luminance(two)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@_THEMES
def test_words_can_be_read(theme: Theme) -> None:
    """At least 4.5:1, as the Web Content Accessibility Guidelines ask of text."""
    for ground in (theme.page, theme.panel, theme.window):
        for words in (theme.text, theme.faint, theme.agreed, theme.pending, theme.conflict):
            assert _contrast(words, ground) >= 4.5, (words, ground)
    for hue in theme.hues:
        assert _contrast(hue, theme.page) >= 4.5, hue
        assert _contrast(hue, theme.panel) >= 4.5, hue
    assert _contrast(theme.accent_text, theme.accent) >= 4.5


@_THEMES
def test_the_palette_follows_the_theme(theme: Theme) -> None:
    assert palette(theme).window().color().name() == theme.window


def test_mixing() -> None:
    assert mixed("#000000", "#ffffff", 0.5).name() == "#808080"


@_THEMES
@pytest.mark.parametrize("kind", [QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, QSpinBox])
def test_what_cannot_be_used_looks_so(qtbot: QtBot, theme: Theme, kind: type[QWidget]) -> None:
    field = kind()
    qtbot.addWidget(field)
    field.setStyleSheet(style_sheet(theme))
    if isinstance(field, QCheckBox):
        field.setText("Without names")
    usable = field.grab().toImage()

    field.setEnabled(False)

    assert field.grab().toImage() != usable
