"""The rail at the left: the screens and their keys; the one that is open is marked."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QFrame, QSizePolicy, QVBoxLayout, QWidget

from desk.i18n import _
from desk.ui import icons
from desk.ui.shortcuts import keys_text
from desk.ui.theme import tokens_of

NARROWEST = 152
_SIDE, _ICON, _GAP = 10, 20, 8


@dataclass(frozen=True, slots=True)
class Place:
    """A line of the rail: the command it runs, its words, its icon, the screen it shows."""

    command: str
    label: str
    icon: str
    screen: str = ""


class Rail(QFrame):
    """One tab stop a button; F6 brings staff here."""

    pressed = Signal(str)
    """The command of the button pressed."""

    def __init__(self, places: Sequence[Place], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        self.setAccessibleName(_("Screens"))
        self._buttons: list[_RailButton] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 8, 6, 8)
        column.setSpacing(2)
        for place in places:
            button = _RailButton(place, self)
            button.clicked.connect(lambda _on=False, command=place.command: self._press(command))
            self._buttons.append(button)
            column.addWidget(button)
            if not place.screen:
                column.addSpacing(8)
        column.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def mark(self, screen: str) -> None:
        """Mark the screen that is open."""
        for button in self._buttons:
            button.mark(on=bool(screen) and button.place.screen == screen)

    def offer(self, command: str, *, on: bool) -> None:
        """Show the button of a command, or leave it out."""
        for button in self._buttons:
            if button.place.command == command:
                button.setVisible(on)

    def sizeHint(self) -> QSize:
        """Ask for the widest label, at least the usual width."""
        hint = super().sizeHint()
        return QSize(max(NARROWEST, hint.width()), hint.height())

    def take_focus(self) -> None:
        """Put the keys on the open screen's button."""
        marked = next((b for b in self._buttons if b.is_open), self._buttons[0])
        marked.setFocus(Qt.FocusReason.OtherFocusReason)

    def _press(self, command: str) -> None:
        self.pressed.emit(command)


class _RailButton(QAbstractButton):
    def __init__(self, place: Place, parent: QWidget) -> None:
        super().__init__(parent)
        self.place = place
        self.is_open = False
        self.setObjectName(place.command if not place.screen else f"show_{place.screen}")
        self.setText(place.label)
        self.setAccessibleName(place.label)
        self.setToolTip(f"{place.label} ({keys_text(place.command)})")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def mark(self, *, on: bool) -> None:
        self.is_open = on
        self.setAccessibleDescription(_("open now") if on else keys_text(self.place.command))
        self.update()

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        words = metrics.horizontalAdvance(self.text())
        keys = metrics.horizontalAdvance(keys_text(self.place.command))
        width = _SIDE + _ICON + _GAP + words + 2 * _GAP + keys + _SIDE
        return QSize(width, max(34, metrics.height() + 14))

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = tokens_of(self)
        is_primary = not self.place.screen
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        ink = tokens.on_accent if is_primary else tokens.accent if self.is_open else tokens.text
        back = tokens.accent if is_primary else tokens.chosen if self.is_open else ""
        if not back and self.underMouse():
            back = tokens.hover
        if back:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(back))
            painter.drawRoundedRect(frame, 4, 4)
        if self.is_open:
            painter.fillRect(QRectF(0, 6, 3, self.height() - 12), QColor(tokens.accent))
        if self.hasFocus():
            ring = tokens.text if is_primary and tokens.focus == tokens.accent else tokens.focus
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(ring), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 4, 4)
        top = (self.height() - _ICON) // 2
        icons.icon(self.place.icon, ink).paint(painter, _SIDE, top, _ICON, _ICON)
        painter.setPen(QColor(ink))
        x = _SIDE + _ICON + _GAP
        words = QRectF(x, 0, self.width() - x - _SIDE, self.height())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.text())
        painter.setPen(QColor(tokens.on_accent if is_primary else tokens.muted))
        painter.drawText(
            words,
            Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight,
            keys_text(self.place.command),
        )
