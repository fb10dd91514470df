"""Things to check before going on: some ticked by the record itself, some by the handler's hand."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from desk.i18n import _
from desk.ui.theme import tokens_of

_LEFT, _BOX, _SPACE = 4, 16, 8


@dataclass(frozen=True, slots=True)
class CheckItem:
    """A line: its id, its words, whether it is ticked, and whether hands may tick it."""

    id: str
    text: str
    ticked: bool
    by_hand: bool


class Checklist(QWidget):
    """One tab stop: digits and Space toggle what hands may tick, arrows move.

    What the record ticks is shown as ticked or open, can be read, and cannot be changed here.
    Input methods are off, so digits work while Pinyin is on.
    """

    toggled = Signal(str, bool)

    def __init__(self, name: str, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(label)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._rows: list[_CheckRow] = []
        self._at = 0

    def show_items(self, items: Sequence[CheckItem]) -> None:
        """Show all items in order."""
        while len(self._rows) > len(items):
            gone = self._rows.pop()
            self._column.removeWidget(gone)
            gone.deleteLater()
        while len(self._rows) < len(items):
            row = _CheckRow(len(self._rows) + 1, items[len(self._rows)], self)
            row.clicked.connect(partial(self._click, row.number - 1))
            self._rows.append(row)
            self._column.addWidget(row)
            row.show()
        for row, item in zip(self._rows, items, strict=True):
            row.show_item(item)
        self._at = min(self._at, max(0, len(items) - 1))
        self._draw()

    def counts(self) -> tuple[int, int]:
        """Count what is done, and all."""
        return sum(row.item.ticked for row in self._rows), len(self._rows)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Toggle by digit or Space, move by arrows, go on by Enter."""
        key = Qt.Key(event.key())
        text = event.text()
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            event.ignore()
        elif key in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
            self._at += 1 if key == Qt.Key.Key_Down else -1
            self._at = max(0, min(len(self._rows) - 1, self._at))
            self._draw()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.focusNextChild()
        elif key == Qt.Key.Key_Space:
            self._toggle(self._at)
        elif text.isascii() and text.isdigit() and 0 < int(text) <= len(self._rows):
            self._toggle(int(text) - 1)
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keys stand."""
        super().focusInEvent(event)
        self._draw()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the mark of the keys away."""
        super().focusOutEvent(event)
        self._draw()

    def _click(self, place: int, _checked: bool = False) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self._toggle(place)

    def _toggle(self, place: int) -> None:
        if place >= len(self._rows):
            return
        self._at = place
        item = self._rows[place].item
        if item.by_hand:
            changed = CheckItem(item.id, item.text, not item.ticked, by_hand=True)
            self._rows[place].show_item(changed)
            self.toggled.emit(item.id, changed.ticked)
        self._draw()

    def _draw(self) -> None:
        for place, row in enumerate(self._rows):
            row.set_current(on=place == self._at and self.hasFocus())
        done, total = self.counts()
        words = _("done {done} of {total}").format(done=done, total=total)
        if self._rows:
            words += f". {self._rows[self._at].spoken()}"
        self.setAccessibleDescription(words)


class _CheckRow(QAbstractButton):
    def __init__(self, number: int, item: CheckItem, parent: QWidget) -> None:
        super().__init__(parent)
        self.number = number
        self.item = item
        self._is_current = False
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def spoken(self) -> str:
        state = _("ticked") if self.item.ticked else _("not ticked")
        parts = [self.item.text, state, *([] if self.item.by_hand else [_("by the record")])]
        return f"{self.number} " + _(", ").join(parts)

    def show_item(self, item: CheckItem) -> None:
        self.item = item
        self.setObjectName(item.id)
        self.setAccessibleName(item.text)
        self.setAccessibleDescription(self.spoken())
        self.setToolTip("" if item.by_hand else _("Ticked by what is recorded, not by hand"))
        self.updateGeometry()
        self.update()

    def set_current(self, *, on: bool) -> None:
        self._is_current = on
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        room = QRect(0, 0, max(40, width - self._text_x() - _LEFT), 10_000)
        return max(28, self.fontMetrics().boundingRect(room, _WRAP, self.item.text).height() + 10)

    def sizeHint(self) -> QSize:
        return QSize(240, self.heightForWidth(240))

    def minimumSizeHint(self) -> QSize:
        return QSize(140, 28)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = tokens_of(self)
        ticked, by_hand = self.item.ticked, self.item.by_hand
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if by_hand and self.underMouse():
            painter.fillRect(self.rect(), QColor(tokens.hover))
        if self._is_current:
            painter.setPen(QPen(QColor(tokens.focus), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 4, 4)

        line = self.fontMetrics().height()
        top = 5 + (line - _BOX) / 2
        digit = QRectF(_LEFT, 5, self._digit_width(), line)
        painter.setPen(QColor(tokens.muted))
        if by_hand:
            painter.drawText(digit, Qt.AlignmentFlag.AlignCenter, str(self.number))
        box = QRectF(digit.right() + 4.5, top + 0.5, _BOX - 1, _BOX - 1)
        edge = QPen(QColor(tokens.edge), 1)
        if by_hand:
            painter.setBrush(QColor(tokens.accent if ticked else tokens.surface))
            edge.setColor(QColor(tokens.accent if ticked else tokens.edge))
        else:
            painter.setBrush(QColor(tokens.done_back if ticked else tokens.window))
            edge = QPen(QColor(tokens.done), 1) if ticked else edge
            edge.setStyle(Qt.PenStyle.SolidLine if ticked else Qt.PenStyle.DashLine)
        painter.setPen(edge)
        painter.drawRoundedRect(box, 3, 3)
        if ticked:
            x, y = box.center().x(), box.center().y()
            ink = tokens.on_accent if by_hand else tokens.done
            painter.setPen(QPen(QColor(ink), 2, c=Qt.PenCapStyle.RoundCap))
            painter.drawPolyline(
                [QPointF(x - 4, y), QPointF(x - 1, y + 3), QPointF(x + 4.5, y - 4)]
            )
        painter.setPen(QColor(tokens.muted if ticked else tokens.text))
        words = QRect(self._text_x(), 5, self.width() - self._text_x() - _LEFT, self.height())
        painter.drawText(words, _WRAP, self.item.text)

    def _digit_width(self) -> int:
        return self.fontMetrics().horizontalAdvance("0") + 4

    def _text_x(self) -> int:
        return _LEFT + self._digit_width() + 4 + _BOX + _SPACE


_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
