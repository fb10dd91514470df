"""The stages of the guide in a row: which is open, which is done, what each still needs."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from functools import partial

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from desk.i18n import _, ngettext
from desk.ui.theme import tokens_of


class Standing(Enum):
    """How far a stage is."""

    NOT_STARTED = "not_started"
    NEEDS = "needs"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage: its title, how far it is, and how many answers it still needs."""

    title: str
    standing: Standing
    missing: int = 0

    def status(self) -> str:
        """Say in words how far it is."""
        if self.standing is Standing.DONE:
            return _("done")
        if self.standing is Standing.NEEDS:
            return ngettext("needs {count}", "needs {count}", self.missing).format(
                count=self.missing
            )
        return _("not started")


class StageBar(QWidget):
    """One tab stop: arrows move, Enter or Space opens a stage; so does a click. Never blocked."""

    opened = Signal(int)
    """The number of the stage to open, from 1."""

    def __init__(self, parent: QWidget | None = None, *, count: int = 4) -> None:
        super().__init__(parent)
        self.setObjectName("stage_bar")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        # Made at once: widgets made later would come last in the order of Tab.
        self._buttons = [_StageButton(number, self) for number in range(1, count + 1)]
        for button in self._buttons:
            button.clicked.connect(partial(self._open, button.number))
            row.addWidget(button, 1)

    def show_stages(self, stages: Sequence[Stage], current: int) -> None:
        """Show all stages, the open one (from 1) marked. ValueError for another number of them."""
        for button, stage in zip(self._buttons, stages, strict=True):
            button.show_stage(stage, is_open=button.number == current)

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Hand the focus to the open stage."""
        for button in self._buttons:
            if button.is_open:
                button.setFocus(reason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move between the stages by arrows (keys come up from the stage that has the focus)."""
        step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(event.key()), 0)
        at = next((i for i, button in enumerate(self._buttons) if button.hasFocus()), None)
        if not step or at is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            event.ignore()
            return
        self._buttons[max(0, min(len(self._buttons) - 1, at + step))].setFocus()

    def _open(self, number: int, _checked: bool = False) -> None:
        self.opened.emit(number)


class _StageButton(QAbstractButton):
    def __init__(self, number: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.number = number
        self.is_open = False
        self._stage = Stage("", Standing.NOT_STARTED)
        self.setObjectName(f"stage_{number}")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_stage(self, stage: Stage, *, is_open: bool) -> None:
        self._stage = stage
        self.is_open = is_open
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if is_open else Qt.FocusPolicy.ClickFocus)
        self.setAccessibleName(f"{self.number} {stage.title}")
        said = [_("open now"), stage.status()] if is_open else [stage.status()]
        self.setAccessibleDescription(_(", ").join(said))
        standing = _("{field}: {value}").format(field=stage.title, value=stage.status())
        self.setToolTip(f"{standing} (Alt+{self.number})")
        self.updateGeometry()
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Qt's button would take the arrows for itself.
        if event.key() in {Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down}:
            event.ignore()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        title = QFontMetrics(self._bold()).horizontalAdvance(self._stage.title)
        status = self.fontMetrics().horizontalAdvance(self._stage.status())
        return QSize(title + status + 66, max(36, self.fontMetrics().height() + 16))

    def minimumSizeHint(self) -> QSize:
        return QSize(90, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = tokens_of(self)
        is_done = self._stage.standing is Standing.DONE
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        back = tokens.surface if self.is_open else tokens.window
        painter.setBrush(QColor(tokens.hover if self.underMouse() and not self.is_open else back))
        painter.setPen(QPen(QColor(tokens.edge if self.is_open else tokens.line), 1))
        painter.drawRoundedRect(frame, 4, 4)
        if self.is_open:
            bar = QRectF(1, self.height() - 4, self.width() - 2, 3)
            painter.fillRect(bar, QColor(tokens.accent))
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(tokens.focus), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 4, 4)

        size = self.fontMetrics().height() + 4.0
        circle = QRectF(10, (self.height() - size) / 2, size, size)
        self._draw_number(painter, circle, is_done=is_done)
        status = self._status_that_fits()
        room = self.fontMetrics().horizontalAdvance(status)
        right = QRectF(self.width() - room - 12, 0, room + 2, self.height())
        x = circle.right() + 8
        painter.setFont(self._bold())
        painter.setPen(QColor(tokens.text if self.is_open else tokens.muted))
        width = right.left() - x - 6
        title = QFontMetrics(self._bold()).elidedText(
            self._stage.title, Qt.TextElideMode.ElideRight, int(width)
        )
        painter.drawText(QRectF(x, 0, width, self.height()), Qt.AlignmentFlag.AlignVCenter, title)
        painter.setFont(self.font())
        if self._stage.standing is Standing.NEEDS:
            pill = right.adjusted(-5, (self.height() - size) / 2, 3, -(self.height() - size) / 2)
            painter.setPen(QPen(QColor(tokens.warning), 1))
            painter.setBrush(QColor(tokens.warning_back))
            painter.drawRoundedRect(pill, 3, 3)
            painter.setPen(QColor(tokens.warning))
        else:
            painter.setPen(QColor(tokens.muted))
        painter.drawText(right, Qt.AlignmentFlag.AlignVCenter, status)

    def _draw_number(self, painter: QPainter, circle: QRectF, *, is_done: bool) -> None:
        tokens = tokens_of(self)
        if is_done:
            x, y = circle.center().x(), circle.center().y()
            painter.setPen(QPen(QColor(tokens.done), 2, c=Qt.PenCapStyle.RoundCap))
            tick = [QPointF(x - 5, y), QPointF(x - 1.5, y + 4), QPointF(x + 6, y - 5)]
            painter.drawPolyline(tick)
            return
        painter.setPen(QPen(QColor(tokens.accent if self.is_open else tokens.edge), 1))
        painter.setBrush(QColor(tokens.accent) if self.is_open else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(circle)
        painter.setPen(QColor(tokens.on_accent if self.is_open else tokens.muted))
        painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, str(self.number))

    def _status_that_fits(self) -> str:
        # "not started" may go where there is little room; what is needed may not.
        is_tight = self.width() < self.sizeHint().width()
        may_go = self._stage.standing is Standing.NOT_STARTED
        return "" if is_tight and may_go else self._stage.status()

    def _bold(self) -> QFont:
        font = self.font()
        font.setWeight(QFont.Weight.Bold if self.is_open else QFont.Weight.Normal)
        return font
