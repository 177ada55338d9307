"""The bar at the top: what is open, how it is shown, who is speaking, and the way out."""

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from editor.negotiation.delegation import CHAIR_ID, Delegation
from editor.negotiation.session import Session
from editor.ui.action_tip import follow_tip, with_key
from editor.ui.actions import Actions
from editor.ui.colours import LIGHT, Theme, colour_of
from editor.ui.menu_words import delegation_in_menu, in_menu
from editor.ui.type_ahead_menu import TypeAheadMenu

_HEIGHT = 46
_SPEAKING_WIDTH, _BESIDE_SPEAKER = 216, 62
"""Of the button that says who is speaking; and what its colour and its arrow take of it."""


class TopBar(QWidget):
    """`menu_button` opens the window's menu. The places left of Export are for what comes."""

    titled = Signal()
    """The session may have another title now."""
    speaker_changed = Signal(str)

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("topBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(_HEIGHT)
        self._theme = LIGHT
        self._session: Session | None = None
        self.speaker = CHAIR_ID
        self.menu_button = QToolButton()
        self._title = _Elided("sessionTitle")
        self._reading = QLabel()
        self._reading.setObjectName("reading")
        self.speaking = QPushButton()
        self._speakers = TypeAheadMenu(self.speaking)
        self.export_button = QPushButton()
        self._speak = actions.speak_as
        self._fill(actions)

    def show_session(self, session: Session) -> None:
        """Name the session and offer its delegations as speakers."""
        self._session = session
        self._title.set_text(session.title or self.tr("Untitled negotiation"))
        self._reading.setText(session.reading)
        self._reading.setVisible(bool(session.reading))
        if self.speaker not in session.delegations:
            self.choose_speaker(CHAIR_ID)
        self._show_speaker()
        self.titled.emit()

    def follow(self, session: Session) -> None:
        """Show what an action changed: a switched layer, for one, changes nothing here."""
        before, self._session = self._session, session
        if before is None or self._face_of(before) != self._face_of(session):
            self.show_session(session)

    def _face_of(self, session: Session) -> tuple[object, ...]:
        """All that the bar shows of a session."""
        found = session.delegations.get(self.speaker)
        speaker = (found.name, found.code, found.colour) if found else None
        return session.title, session.reading, speaker

    def choose_speaker(self, delegation: str) -> None:
        """From now on typing is of this delegation."""
        changed = delegation != self.speaker
        self.speaker = delegation
        self._show_speaker()
        if changed:
            self.speaker_changed.emit(delegation)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.menu_button.setIcon(_menu_icon(theme, self.devicePixelRatioF()))
        self._show_speaker()

    def _show_speaker(self) -> None:
        found = self._session.delegations.get(self.speaker) if self._session else None
        name = found.name if found else self.tr("Chair")
        self.speaking.setText(in_menu(self._speaking_words(found, name)))
        self.speaking.setIcon(self._icon(found))
        words = self.tr("Whose proposal typing becomes: {name}").format(name=name)
        self.speaking.setToolTip(with_key(words, self._speak))
        self.speaking.setAccessibleName(words)

    def _speaking_words(self, found: Delegation | None, name: str) -> str:
        """The name, or the code where the name is too long: the button keeps its width."""
        words = self.tr(" Speaking as {name}")
        room = _SPEAKING_WIDTH - _BESIDE_SPEAKER
        full = words.format(name=name)
        if found is not None and self.speaking.fontMetrics().horizontalAdvance(full) > room:
            return words.format(name=found.code)
        return full

    def _fill_speakers(self) -> None:
        self._speakers.clear()
        if self._session is None:
            return
        group = QActionGroup(self._speakers)
        rank = self._session.rank_of
        for each in sorted(self._session.delegations.values(), key=lambda d: rank[d.id]):
            action = QAction(self._icon(each), delegation_in_menu(each), self._speakers)
            action.setCheckable(True)
            action.setChecked(each.id == self.speaker)
            action.triggered.connect(lambda _=False, who=each.id: self.choose_speaker(who))
            group.addAction(action)
            self._speakers.addAction(action)
            if action.isChecked():
                self._speakers.setDefaultAction(action)

    def _icon(self, delegation: Delegation | None) -> QIcon:
        ratio = self.devicePixelRatioF()
        picture = QPixmap(QSize(round(10 * ratio), round(10 * ratio)))
        picture.setDevicePixelRatio(ratio)
        picture.fill(colour_of(delegation.colour if delegation else None, self._theme))
        return QIcon(picture)

    def _fill(self, actions: Actions) -> None:
        self.menu_button.setAccessibleName(self.tr("Menu"))
        follow_tip(self.menu_button, actions.show_menu)
        self.menu_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu_button.setIconSize(QSize(18, 18))
        self._speakers.aboutToShow.connect(self._fill_speakers)
        self.speaking.setFixedWidth(_SPEAKING_WIDTH)
        actions.speak_as.triggered.connect(self.speaking.showMenu)
        actions.speak_as.changed.connect(self._show_speaker)
        self.speaking.setMenu(self._speakers)
        self.export_button.setObjectName("primary")
        self.export_button.setText(self.tr("Export…"))
        follow_tip(self.export_button, actions.export_file)
        self.export_button.clicked.connect(actions.export_file.trigger)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 0, 14, 0)
        row.setSpacing(10)
        row.addWidget(self.menu_button)
        row.addWidget(self._title)
        row.addWidget(self._reading)
        row.addStretch(1)
        row.addLayout(self._segments(actions))
        row.addWidget(self.speaking)
        row.addStretch(2)
        row.addWidget(self.export_button)

    def _segments(self, actions: Actions) -> QHBoxLayout:
        """The switch of the four views; each button is the face of one action."""
        row = QHBoxLayout()
        row.setSpacing(0)
        views = (actions.view_base, actions.view_redline, actions.view_brackets, actions.view_clean)
        for action in views:
            button = QToolButton()
            button.setObjectName("segment")
            place = {views[0]: "first", views[-1]: "last"}.get(action, "middle")
            button.setProperty("place", place)
            button.setDefaultAction(action)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            row.addWidget(button)
        return row


class _Elided(QWidget):
    """One line that ends in an ellipsis where there is no room."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._label = QLabel(self)
        self._label.setObjectName(name)
        self._text = ""
        self.setMinimumWidth(80)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def set_text(self, text: str) -> None:
        self._text = text
        self.setToolTip(text)
        self.setAccessibleName(text)
        self.updateGeometry()
        self._fit()

    def sizeHint(self) -> QSize:
        width = self._label.fontMetrics().horizontalAdvance(self._text) + 4
        return QSize(width, self._label.sizeHint().height())

    def resizeEvent(self, event: object) -> None:
        self._fit()

    def _fit(self) -> None:
        metrics = self._label.fontMetrics()
        self._label.setText(
            metrics.elidedText(self._text, Qt.TextElideMode.ElideRight, self.width())
        )
        self._label.adjustSize()
        self._label.move(QPoint(0, (self.height() - self._label.height()) // 2))


def _menu_icon(theme: Theme, ratio: float) -> QIcon:
    picture = QPixmap(QSize(round(18 * ratio), round(18 * ratio)))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.faint))
    for top in (4.0, 8.3, 12.6):
        painter.drawRoundedRect(QRectF(2, top, 14, 1.7), 0.8, 0.8)
    painter.end()
    return QIcon(picture)
