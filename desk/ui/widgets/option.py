"""One option of a choice group: a digit, words, and a tick when it is chosen."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from desk.i18n import _
from desk.ui.theme import tokens_of

_LEAST_HEIGHT = 28
_SIDE, _SPACE, _TICK = 6, 6, 12


@dataclass(frozen=True, slots=True)
class Option:
    """What may be chosen: the code that is stored, the words shown, the key (``1``-``9``, ``0``).

    Without a `digit` options are numbered in their order.
    """

    code: str
    label: str
    digit: str = ""


class OptionButton(QAbstractButton):
    """Draws an option: round mark where one may be chosen, square where several may.

    It never takes the focus; the group does, and says which option its keys stand on.
    """

    def __init__(self, option: Option, digit: str, parent: QWidget, *, multi: bool) -> None:
        super().__init__(parent)
        self.option = option
        self.digit = digit
        self._multi = multi
        self._is_current = False
        self._is_suggested = False
        self.setObjectName(option.code)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCheckable(True)
        self.setAccessibleName(f"{digit} {option.label}".strip())
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def nextCheckState(self) -> None:
        """Leave the state to the group."""

    def mark(self, *, chosen: bool, current: bool, suggested: bool) -> None:
        """Show whether it is chosen, stands under the keys, and is only suggested."""
        changed = suggested != self._is_suggested
        self._is_current = current
        self._is_suggested = suggested
        self.setChecked(chosen)
        if changed:
            self.setAccessibleDescription(_("suggested") if suggested else "")
            self.updateGeometry()
        self.update()

    def words(self) -> str:
        """Write the label with the mark of a suggestion, in words."""
        label = self.option.label
        return _("{label} (suggested)").format(label=label) if self._is_suggested else label

    def sizeHint(self) -> QSize:
        """Ask for room for the widest state, so that choosing moves nothing."""
        metrics = self.fontMetrics()
        width = 2 * _SIDE + self._badge() + _SPACE + metrics.horizontalAdvance(self.words())
        return QSize(width + _SPACE + _TICK, max(_LEAST_HEIGHT, metrics.height() + 10))

    def minimumSizeHint(self) -> QSize:
        """Shrink to a cut label rather than past the edge."""
        hint = self.sizeHint()
        return QSize(min(hint.width(), 120), hint.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw frame, digit, label and tick."""
        tokens = tokens_of(self)
        chosen, on = self.isChecked(), self.isEnabled()
        firm = chosen and not self._is_suggested
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

        back = tokens.chosen if firm else tokens.surface if on else tokens.window
        if on and self.underMouse() and not chosen:
            back = tokens.hover
        edge = QPen(QColor(tokens.accent if firm and on else tokens.edge), 1)
        if chosen and self._is_suggested:
            edge.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(edge)
        painter.setBrush(QColor(back))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        if self._is_current:
            painter.setPen(QPen(QColor(tokens.focus), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 4, 4)

        ink = tokens.text if on else tokens.placeholder
        if chosen and self._is_suggested:
            ink = tokens.muted
        x = float(_SIDE)
        if self.digit:
            self._draw_badge(painter, x, ink if not firm else tokens.on_accent, firm=firm and on)
            x += self._badge() + _SPACE
        painter.setPen(QColor(ink))
        room = self.width() - x - _SPACE - _TICK - _SIDE
        label = self.fontMetrics().elidedText(
            self.words(), Qt.TextElideMode.ElideRight, int(room) + 1
        )
        painter.drawText(
            QRectF(x, 0, room + 2, self.height()), Qt.AlignmentFlag.AlignVCenter, label
        )
        if chosen:
            self._draw_tick(painter, QColor(tokens.accent if firm and on else ink))

    def _badge(self) -> int:
        return max(18, self.fontMetrics().height() + 2) if self.digit else 0

    def _draw_badge(self, painter: QPainter, x: float, ink: str, *, firm: bool) -> None:
        tokens = tokens_of(self)
        size = self._badge()
        square = QRectF(x + 0.5, (self.height() - size) / 2 + 0.5, size - 1, size - 1)
        radius = 3.0 if self._multi else size / 2
        painter.setPen(QPen(QColor(tokens.accent if firm else tokens.edge), 1))
        painter.setBrush(QColor(tokens.accent) if firm else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(square, radius, radius)
        painter.setPen(QColor(ink if firm else tokens.muted))
        painter.drawText(square, Qt.AlignmentFlag.AlignCenter, self.digit)

    def _draw_tick(self, painter: QPainter, colour: QColor) -> None:
        x, y = self.width() - _SIDE - _TICK, self.height() / 2
        painter.setPen(QPen(colour, 2, c=Qt.PenCapStyle.RoundCap, j=Qt.PenJoinStyle.RoundJoin))
        painter.drawPolyline([QPointF(x + 1, y), QPointF(x + 4, y + 3.5), QPointF(x + 10.5, y - 4)])


def digits_for(options: tuple[Option, ...]) -> list[str]:
    """Give each option its key: its own, else its place while that is below ten."""
    return [
        option.digit or (str(place) if place < 10 else "")
        for place, option in enumerate(options, start=1)
    ]
