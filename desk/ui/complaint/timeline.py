"""The timeline as a list: one entry a line of the list, whatever its height."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from desk.i18n import _
from desk.ui.complaint.history import Happened
from desk.ui.theme import tokens_of

_Index = QModelIndex | QPersistentModelIndex
_SIDE, _TOP, _GAP = 10, 7, 2
_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)


class _Model(QAbstractListModel):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.entries: tuple[Happened, ...] = ()

    def show_entries(self, entries: Sequence[Happened]) -> None:
        self.beginResetModel()
        self.entries = tuple(entries)
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.entries)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return self.entries[index.row()].spoken()
        return None


class Timeline(QListView):
    """Arrows go through the entries; Enter opens the paper of one; Ctrl+C copies it."""

    paper_wanted = Signal(str)
    """The file name of a kept paper."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("timeline")
        self.setAccessibleName(_("What happened, newest first"))
        self._entries = _Model(self)
        self.setModel(self._entries)
        self.setItemDelegate(_Delegate(self))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.doubleClicked.connect(lambda index: self._open(index.row()))

    def show_entries(self, entries: Sequence[Happened]) -> None:
        """Show what happened; the keys stay on their entry, or on the newest if they were there."""
        if tuple(entries) == self._entries.entries:
            return
        before = self.currentIndex().row()
        behind = len(self._entries.entries) - before
        self._entries.show_entries(entries)
        if entries:
            row = len(entries) - behind if before > 0 else 0
            self.setCurrentIndex(self._entries.index(max(0, min(row, len(entries) - 1))))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open a paper by Enter, copy by Ctrl+C, leave Esc to the window."""
        if event.matches(QKeySequence.StandardKey.Copy):
            at = self.currentIndex().row()
            if at >= 0:
                QGuiApplication.clipboard().setText(self._entries.entries[at].spoken() + "\n")
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._open(self.currentIndex().row())
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap anew."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def _open(self, row: int) -> None:
        if 0 <= row < len(self._entries.entries) and (paper := self._entries.entries[row].paper):
            self.paper_wanted.emit(paper)


class _Delegate(QStyledItemDelegate):
    def __init__(self, view: Timeline) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        head, lines = self._boxes(self._entry(index), self._view.viewport().width())
        return QSize(0, head.height() + sum(b.height() + _GAP for b in lines) + 2 * _TOP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        tokens = tokens_of(self._view)
        entry = self._entry(index)
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        is_chosen = bool(state & QStyle.StateFlag.State_Selected)
        if is_chosen:
            painter.fillRect(rect, QColor(tokens.chosen))
            if self._view.hasFocus():
                painter.fillRect(
                    QRect(rect.left(), rect.top(), 3, rect.height()), QColor(tokens.accent)
                )
        painter.setPen(QColor(tokens.line))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        head, lines = self._boxes(entry, rect.width())
        y = rect.top() + _TOP
        painter.setFont(self._bold())
        painter.setPen(QColor(tokens.text))
        painter.drawText(head.translated(rect.left() + _SIDE, y), _WRAP, entry.head)
        painter.setFont(self._view.font())
        painter.setPen(QColor(tokens.text if is_chosen else tokens.muted))
        y += head.height() + _GAP
        for box, words in zip(lines, entry.lines, strict=True):
            painter.drawText(box.translated(rect.left() + _SIDE, y), _WRAP, words)
            y += box.height() + _GAP
        painter.restore()

    def _entry(self, index: _Index) -> Happened:
        model = index.model()
        assert isinstance(model, _Model)  # noqa: S101 - the view sets no other
        return model.entries[index.row()]

    def _boxes(self, entry: Happened, width: int) -> tuple[QRect, list[QRect]]:
        room = QRect(0, 0, max(60, width - 2 * _SIDE), 100_000)
        plain = self._view.fontMetrics()
        head = QFontMetrics(self._bold()).boundingRect(room, _WRAP, entry.head)
        return head, [plain.boundingRect(room, _WRAP, line) for line in entry.lines]

    def _bold(self) -> QFont:
        font = QFont(self._view.font())
        font.setWeight(QFont.Weight.DemiBold)
        return font
