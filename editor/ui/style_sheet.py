"""The appearance of Qt's own widgets in a theme."""

from string import Template

from PySide6.QtGui import QColor, QPalette

from editor.resources import resource_path
from editor.ui.colours import Theme

_Role = QPalette.ColorRole

_SHEET = Template(
    """
QMainWindow, QDialog, #desk { background: $window; }
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QToolTip { background: $field; color: $text; border: 1px solid $line; padding: 4px 6px; }

#palette { border: 1px solid $line; }
#topBar { background: $page; border-bottom: 1px solid $line; }
#statusBar { background: $panel; border-top: 1px solid $line; }
#statusBar QLabel { color: $faint; font-size: 12px; }
#statusBar QToolButton { color: $faint; font-size: 12px; border: none; padding: 1px 5px; }
#statusBar QToolButton:hover { color: $text; }
#outlinePanel { background: $panel; border-right: 1px solid $line; }
#sidePanel { background: $panel; border-left: 1px solid $line; }
#panelTitle { color: $faint; font-size: 11px; font-weight: 600; letter-spacing: 1px; }
#panelCount { color: $faint; font-size: 11px; font-weight: 600; letter-spacing: 0.5px; }
#sessionTitle { color: $text; font-weight: 600; }
#reading, #hint { color: $faint; }
#heading { color: $text; font-size: 24px; font-weight: 600; }
#subheading { color: $text; font-size: 15px; font-weight: 600; }

QListView, QTreeView { background: $panel; border: none; outline: none; color: $text; }
QScrollArea { background: transparent; border: none; }
#cards { background: transparent; }

QPushButton {
    background: $field; color: $text; border: 1px solid $line; border-radius: 6px;
    padding: 5px 12px; min-height: 18px;
}
QPushButton:hover { background: $lit; }
QPushButton:pressed { background: $line; }
QPushButton:disabled { color: $faint; background: $window; }
QPushButton:focus, QToolButton:focus, QComboBox:focus, QLineEdit:focus, QPlainTextEdit:focus,
QListView:focus, QSpinBox:focus { border: 1px solid $accent; }
QPushButton::menu-indicator { subcontrol-position: right center; right: 8px; width: 9px; }
QPushButton#primary { background: $accent; color: $accent_text; border-color: $accent;
    font-weight: 600; }
QPushButton#primary:hover { background: $accent_hover; }
QPushButton#primary:focus { border: 2px solid $text; padding: 4px 11px; }
QPushButton#primary:disabled { background: $line; border-color: $line; color: $faint; }
QPushButton#link { background: transparent; border: 1px solid transparent; color: $faint;
    padding: 0 2px; min-height: 14px; text-align: left; font-size: 12px; }
QPushButton#link:hover { color: $accent; text-decoration: underline; }
QPushButton#link:focus { border: 1px solid $accent; border-radius: 3px; }
QPushButton#start { text-align: left; padding: 12px 14px; border-radius: 8px; }
QPushButton#recent { text-align: left; border: 1px solid transparent; background: transparent; }
QPushButton#recent:hover { background: $field; border: 1px solid $line; }
QPushButton#recent:focus { border: 1px solid $accent; }

QToolButton { background: transparent; color: $text; border: 1px solid transparent;
    border-radius: 6px; padding: 3px 6px; }
QToolButton:hover { background: $lit; }
QToolButton::menu-indicator { image: none; }
#segment { background: $field; color: $text; border: 1px solid $line; border-radius: 0;
    padding: 5px 14px; min-height: 18px; }
#segment[place="first"] { border-top-left-radius: 6px; border-bottom-left-radius: 6px; }
#segment[place="last"] { border-top-right-radius: 6px; border-bottom-right-radius: 6px; }
#segment[place="middle"], #segment[place="last"] { border-left: none; }
#segment:hover { background: $lit; }
#segment:checked { background: $accent; color: $accent_text; border-color: $accent; }
#segment:focus { border: 2px solid $text; padding: 4px 13px; }
#segment:checked:focus { border: 2px solid $text; }
#filter { background: $field; color: $text; border: 1px solid $line; border-radius: 9px;
    padding: 1px 4px; font-size: 11px; min-height: 14px; }
#filter:hover { background: $lit; }
#filter:checked { background: $chosen; border-color: $accent; color: $accent_on_chosen; }
#filter:focus { border: 1px solid $accent; }
#pill { color: $faint; border: 1px solid $line; border-radius: 9px; padding: 1px 8px;
    font-size: 11px; font-weight: 600; min-height: 14px; background: $field; }
#pill:hover { border-color: $accent; }
#statusBar QToolButton#alert { color: $pending; border: 1px solid $pending;
    border-radius: 8px; padding: 1px 8px; font-weight: 600; }
#statusBar QLabel#saved[alert="true"] { color: $pending; font-weight: 600; }
#statusBar QToolButton#alert:hover { background: $lit; }

QTabWidget::pane { border: none; }
QTabBar::tab { background: transparent; color: $faint; border: none; padding: 5px 12px;
    border-bottom: 2px solid transparent; }
QTabBar::tab:selected { color: $text; border-bottom: 2px solid $accent; }
QTabBar::tab:focus { color: $accent; }
QTreeView, QListWidget { border: 1px solid $line; border-radius: 6px; }
QTreeView::item, QListWidget::item { padding: 4px 6px; }
QTreeView::item:disabled { color: $faint; }
QTreeView::item:selected, QListWidget::item:selected { background: $lit; color: $text; }
QHeaderView::section { background: $panel; color: $faint; border: none;
    border-bottom: 1px solid $line; padding: 4px 6px; font-size: 12px; }

QLineEdit, QPlainTextEdit, QComboBox, QSpinBox {
    background: $field; color: $text; border: 1px solid $line; border-radius: 6px;
    padding: 4px 7px; selection-background-color: $accent; selection-color: $accent_text;
}
QPlainTextEdit { padding: 2px 4px; }
#marked { background: $field; color: $text; border: 1px solid $line; border-radius: 6px; }
#marked:focus { border: 1px solid $accent; }
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled, QSpinBox:disabled {
    color: $faint; background: $window; }
QComboBox QLineEdit { border: none; padding: 0; }
QComboBox::drop-down { border: none; width: 22px; }
QComboBox::down-arrow { image: url($arrow); width: 10px; height: 10px; }
QPushButton::menu-indicator { image: url($arrow); width: 10px; height: 10px; }
QPushButton#link::menu-indicator { image: none; }
QCheckBox, QRadioButton, QLabel, QGroupBox { color: $text; background: transparent; }
QCheckBox:disabled, QRadioButton:disabled { color: $faint; }
QRadioButton, QCheckBox { spacing: 8px; padding: 1px 0; border: 1px solid transparent;
    border-radius: 4px; }
QRadioButton:focus, QCheckBox:focus { border: 1px dotted $accent; }
QRadioButton#option:focus { border: 1px solid transparent; }
QRadioButton::indicator { width: 12px; height: 12px; border-radius: 7px;
    border: 1px solid $outline; background: $field; }
QRadioButton::indicator:hover { border: 1px solid $accent; }
QRadioButton::indicator:checked { width: 6px; height: 6px; border: 4px solid $accent;
    border-radius: 7px; background: $field; }
QCheckBox::indicator, QListWidget::indicator { width: 13px; height: 13px; border-radius: 3px;
    border: 1px solid $outline; background: $field; }
QCheckBox::indicator:checked, QListWidget::indicator:checked {
    background: $accent; border-color: $accent; image: url($tick); }
#findBar { background: $page; border-bottom: 1px solid $line; }
#notice { background: $lit; border-bottom: 1px solid $line; }
#card { background: $page; border: 1px solid $line; border-radius: 8px; }
#card[lit="true"] { border: 1px solid $accent; }
#conflictCard { background: $conflict_fill; border: 1px solid $conflict_line; border-radius: 8px; }
#settledCard { background: $page; border: 1px solid $line; border-radius: 8px; }
#conflictTitle { color: $conflict; font-weight: 600; }
#cardTitle { color: $text; font-weight: 600; }
#cardText { color: $faint; font-size: 12px; }
#guess { color: $pending; font-size: 12px; }
#reason { color: $faint; font-size: 12px; border: none; border-left: 2px solid $line;
    padding-left: 7px; }

QMenu { background: $field; color: $text; border: 1px solid $line; padding: 4px;
    menu-scrollable: 1; }
QMenu::item { padding: 5px 26px 5px 22px; border-radius: 4px; }
QMenu::item:selected { background: $accent; color: $accent_text; }
QMenu::item:default { font-weight: 600; }
QMenu::item:disabled { color: $faint; }
QMenu::separator { height: 1px; background: $line; margin: 4px 8px; }

QSplitter::handle { background: transparent; }
QSplitter::handle:hover { background: $line; }
QProgressBar { background: $window; border: 1px solid $line; border-radius: 4px; height: 8px;
    text-align: center; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }
QScrollBar:vertical { background: transparent; width: 11px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 11px; margin: 0; }
QScrollBar::handle { background: $handle; border-radius: 4px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 28px; }
QScrollBar::handle:horizontal { min-width: 28px; }
QScrollBar::handle:hover { background: $faint; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QSlider::groove:horizontal { height: 3px; background: $line; border-radius: 1px; }
QSlider::handle:horizontal { background: $faint; width: 11px; height: 11px; margin: -4px 0;
    border-radius: 5px; }
QSlider::handle:horizontal:focus { background: $accent; }
"""
)


def style_sheet(theme: Theme) -> str:
    """The style sheet of the whole program."""
    accent = QColor(theme.accent)
    tick = resource_path("icons", f"tick-{theme.name}.svg")
    arrow = resource_path("icons", f"arrow-{theme.name}.svg")
    names = {name: getattr(theme, name) for name in theme.__dataclass_fields__ if name != "hues"}
    return _SHEET.substitute(
        names,
        accent_hover=(accent.lighter(112) if theme.is_dark else accent.darker(112)).name(),
        accent_on_chosen=theme.text if theme.is_dark else accent.name(),
        chosen=theme.lit,
        outline=mixed(theme.line, theme.faint, 0.6).name(),
        tick=tick.as_posix(),
        arrow=arrow.as_posix(),
        handle=mixed(theme.line, theme.faint, 0.35).name(),
        conflict_line=mixed(theme.conflict_fill, theme.conflict, 0.3).name(),
    )


def palette(theme: Theme) -> QPalette:
    """The palette for what the style sheet leaves to Fusion."""
    made = QPalette()
    for role, colour in (
        (_Role.Window, theme.window),
        (_Role.WindowText, theme.text),
        (_Role.Base, theme.field),
        (_Role.AlternateBase, theme.panel),
        (_Role.Text, theme.text),
        (_Role.PlaceholderText, theme.faint),
        (_Role.Button, theme.field),
        (_Role.ButtonText, theme.text),
        (_Role.ToolTipBase, theme.field),
        (_Role.ToolTipText, theme.text),
        (_Role.Highlight, theme.accent),
        (_Role.HighlightedText, theme.accent_text),
        (_Role.Link, theme.accent),
        (_Role.Mid, theme.line),
        (_Role.Dark, theme.line),
        (_Role.Accent, theme.accent),
    ):
        made.setColor(role, QColor(colour))
    for role in (_Role.WindowText, _Role.Text, _Role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(theme.faint))
    return made


def mixed(first: str, second: str, share: float) -> QColor:
    """`first` with a `share` (0..1) of `second`."""
    one, two = QColor(first), QColor(second)
    return QColor(
        round(one.red() + (two.red() - one.red()) * share),
        round(one.green() + (two.green() - one.green()) * share),
        round(one.blue() + (two.blue() - one.blue()) * share),
    )
