"""The attachments of a complaint in a row: arrows choose, Enter opens, what is typed names them."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QIcon, QKeyEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desk.i18n import _
from desk.ui import icons
from desk.ui.complaint.shelf_work import SIDE, ShelfItem, ShelfWork
from desk.ui.theme import tokens_of
from desk.ui.widgets.text import LineField

Show = Callable[[str], bool]
_AT_END, _IN_THE_MIDDLE = Qt.TextElideMode.ElideRight, Qt.TextElideMode.ElideMiddle
"""How a name ends says what it is; how a caption begins says what it shows."""
_WIDTH = 20
"""Digits that stand beside each other in one cell."""
_ID = Qt.ItemDataRole.UserRole


def show_file(path: str) -> bool:
    """Hand a file to the machine's viewer; tell whether there is one."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(path))


class _Row(QListWidget):
    opened = Signal(str)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open by Enter, leave Esc to the window."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.open_current()
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def open_current(self) -> None:
        if (item := self.currentItem()) is not None:
            self.opened.emit(item.data(_ID))


class AttachmentShelf(QFrame):
    """Not there when there are none."""

    def __init__(self, work: ShelfWork, parent: QWidget) -> None:
        super().__init__(parent)
        self._work = work
        self._items: tuple[ShelfItem, ...] = ()
        self.show_file: Show = show_file
        """Hands a copy to the machine; a test takes it."""
        self.setObjectName("shelf")
        title = QLabel(_("Photos and files"), self)
        title.setProperty("role", "heading")
        self.row = _Row(self)
        self.row.setObjectName("attachments")
        self.row.setAccessibleName(_("Photos and files; Enter opens a copy"))
        self.row.setFlow(QListWidget.Flow.LeftToRight)
        self.row.setWrapping(True)
        self.row.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.row.setMovement(QListWidget.Movement.Static)
        self.row.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.row.setIconSize(QSize(SIDE // 2, SIDE // 2))
        self.row.setUniformItemSizes(True)
        self.row.setTabKeyNavigation(False)
        self._of = QLabel(_("What does it show?"), self)
        self._of.setProperty("role", "muted")
        self._caption = LineField("caption", _("What does it show?"), self)
        self._of.setBuddy(self._caption)
        below = QHBoxLayout()
        below.addWidget(self._of)
        below.addWidget(self._caption, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(4)
        column.addWidget(title)
        column.addWidget(self.row)
        column.addLayout(below)
        self.row.opened.connect(work.open)
        self.row.itemDoubleClicked.connect(lambda item: self.row.open_current())
        self.row.currentRowChanged.connect(self._on_row)
        self._caption.editingFinished.connect(self._keep)
        work.changed.connect(self.show_items)
        work.file_wanted.connect(self._on_file)
        self.show_items(work.items)

    def show_items(self, items: tuple[ShelfItem, ...]) -> None:
        """Show attachments; the keys stay on theirs."""
        self.setVisible(bool(items))
        if items == self._items:
            return
        is_other = [i.id for i in items] != [i.id for i in self._items]
        self._items = items
        if is_other:
            at = max(0, self.row.currentRow())
            self.row.clear()
            for each in items:
                self.row.addItem(QListWidgetItem())
                self.row.item(self.row.count() - 1).setData(_ID, each.id)
            self.row.setCurrentRow(min(at, len(items) - 1))
        for place, each in enumerate(items):
            self._draw(self.row.item(place), each)
        self._fit()
        self._on_row(self.row.currentRow())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put as many beside each other as there is room for."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        metrics = self.fontMetrics()
        room = max(1, self.width() - self.row.verticalScrollBar().sizeHint().width() - 8)
        across = max(1, room // (metrics.horizontalAdvance("0") * _WIDTH + SIDE // 2))
        cell = QSize(room // across, max(SIDE // 2, 2 * metrics.height()) + 12)
        self.row.setGridSize(cell)
        for place in range(self.row.count()):
            item, each = self.row.item(place), self._items[place]
            item.setSizeHint(cell - QSize(6, 4))
            said, cut = (each.words, _AT_END) if each.words else (each.name, _IN_THE_MIDDLE)
            room_for_words = cell.width() - SIDE // 2 - 2 * metrics.horizontalAdvance("0") - 6
            item.setText(f"{metrics.elidedText(said, cut, room_for_words)}\n{each.told}")
        rows = min(2, -(-self.row.count() // across))
        self.row.setFixedHeight(max(1, rows) * cell.height() + 2 * self.row.frameWidth())

    def _draw(self, item: QListWidgetItem, each: ShelfItem) -> None:
        item.setToolTip("")  # a name of origin is data: Qt would read markup in a tool tip
        words = _(", ").join(filter(None, (each.name, each.words, each.told)))
        item.setData(Qt.ItemDataRole.AccessibleTextRole, words)
        tokens = tokens_of(self)
        if each.small:
            picture = QPixmap()
            picture.loadFromData(each.small)
            item.setIcon(QIcon(picture))
        elif each.is_there:
            item.setIcon(icons.icon("file", tokens.muted))
        else:
            item.setIcon(icons.icon("warning", tokens.danger))

    def _on_row(self, place: int) -> None:
        if 0 <= place < len(self._items) and not self._caption.hasFocus():
            self._caption.set_text(self._items[place].words)

    def _keep(self) -> None:
        if (item := self.row.currentItem()) is not None:
            self._work.caption(item.data(_ID), self._caption.text())

    def _on_file(self, path: str, attachment: str) -> None:
        if not self.show_file(path):
            self._work.not_opened(attachment)
