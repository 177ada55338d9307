"""The desk: text, page and layers side by side. Layout only."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QSplitter, QVBoxLayout, QWidget

from editor.app.settings import Settings
from editor.ui.actions import Actions
from editor.ui.colours import LIGHT, Theme
from editor.ui.find_bar import FindBar
from editor.ui.layers.layers_panel import LayersPanel
from editor.ui.outline.outline_panel import OutlinePanel
from editor.ui.page.page_view import PageView
from editor.ui.proposals.proposals_panel import ProposalsPanel
from editor.ui.status_bar import StatusBar
from editor.ui.top_bar import TopBar

_OUTLINE, _SIDE = 262, 356


class Desk(QWidget):
    """Where a session is worked on."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("desk")
        self.theme = LIGHT
        self.top_bar = TopBar(actions)
        self.outline = OutlinePanel()
        self.find_bar = FindBar(actions)
        self.page = PageView()
        self.layers = LayersPanel()
        self.proposals = ProposalsPanel(actions)
        self.status_bar = StatusBar(actions)
        self.panels = QSplitter(Qt.Orientation.Horizontal)
        self.side = QSplitter(Qt.Orientation.Vertical)
        self._lay_out()

    def set_theme(self, theme: Theme) -> None:
        self.theme = theme
        for part in (
            self.top_bar,
            self.outline,
            self.page,
            self.layers,
            self.proposals,
            self.status_bar,
        ):
            part.set_theme(theme)

    def keep_state(self, settings: Settings) -> Settings:
        """`settings` with the present sizes of the panels and the zoom."""
        return replace(
            settings,
            zoom=self.page.zoom,
            panels=tuple(self.panels.sizes()),
            side=tuple(self.side.sizes()),
        )

    def restore_state(self, settings: Settings) -> None:
        """Bring back what was kept; nothing is done where there is nothing."""
        if settings.panels and all(settings.panels):
            self.panels.setSizes(list(settings.panels))
        if settings.side and all(settings.side):
            self.side.setSizes(list(settings.side))
        self.page.set_zoom(settings.zoom)

    def go_to_pane(self, step: int) -> None:
        """Put the focus `step` panes further; from nowhere to the page."""
        panes = [self.page, self.layers.list, self.proposals, self.outline.list]
        focus = QApplication.focusWidget()
        here = next((n for n, pane in enumerate(panes) if _holds(pane, focus)), None)
        target = panes[0 if here is None else (here + step) % len(panes)]
        if target is self.proposals:
            self.proposals.take_focus()
        else:
            target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _lay_out(self) -> None:
        centre = QWidget()
        middle = QVBoxLayout(centre)
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(0)
        middle.addWidget(self.find_bar)
        middle.addWidget(self.page, 1)
        self.side.setObjectName("sidePanel")
        self.side.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.side.setMinimumWidth(280)
        self.side.setHandleWidth(5)
        self.side.addWidget(self.layers)
        self.side.addWidget(self.proposals)
        self.side.setChildrenCollapsible(False)
        self.side.setSizes([380, 440])
        self.panels.setHandleWidth(1)
        self.panels.setChildrenCollapsible(False)
        for part in (self.outline, centre, self.side):
            self.panels.addWidget(part)
        self.panels.setStretchFactor(1, 1)
        self.panels.setSizes([_OUTLINE, 820, _SIDE])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.top_bar)
        layout.addWidget(self.panels, 1)
        layout.addWidget(self.status_bar)


def _holds(pane: QWidget, focus: QWidget | None) -> bool:
    return focus is not None and (focus is pane or pane.isAncestorOf(focus))
