"""The coach beside the form: what to say, what to avoid, what to check before going on."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from desk.i18n import _
from desk.ui.guide.screen import GuideScreen
from desk.ui.widgets.checklist import CheckItem, Checklist

LEAST_ROW = 28
"""Pixels a phrase is high at least, so that it can be hit (ux.md §3.5)."""
LEAST_PHRASES = 4 * LEAST_ROW
"""Pixels: about four phrases stay in sight however full the panel is."""


class _Rows(QStyledItemDelegate):
    """Gives every phrase the height of a target, one of two lines more."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return super().sizeHint(option, index).expandedTo(QSize(0, LEAST_ROW))


class Coach(QFrame):
    """Draws a GuideScreen's coaching side."""

    ticked = Signal(str, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("coach")
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(6)
        self._purpose = _words(self, "muted")
        self._card = _words(self, "problem")
        self._say = _words(self, "heading")
        self._phrases = QListWidget(self)
        self._phrases.setObjectName("phrases")
        self._phrases.setItemDelegate(_Rows(self._phrases))
        self._phrases.setWordWrap(True)
        self._phrases.setMinimumHeight(LEAST_PHRASES)
        self._phrases.setResizeMode(QListWidget.ResizeMode.Adjust)
        self._phrases.setTextElideMode(Qt.TextElideMode.ElideNone)
        self._phrases.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._aside = _words(self, "muted")
        self._check = _words(self, "heading")
        self._checks = Checklist("checks", _("Check before you go on"), self)
        self._checks.toggled.connect(self.ticked)
        self._avoid = _words(self, "muted")
        for part in (self._purpose, self._card, self._say):
            column.addWidget(part)
        column.addWidget(self._phrases, 1)
        for below in (self._aside, self._check, self._checks, self._avoid):
            column.addWidget(below)
        self._shown: tuple[tuple[str, str], ...] = ()

    @property
    def checklist(self) -> Checklist:
        """The checklist, where F6 goes to."""
        return self._checks

    @property
    def phrases(self) -> QListWidget:
        """The list of phrases."""
        return self._phrases

    def show_screen(self, screen: GuideScreen) -> None:
        """Show what a screen says."""
        self._purpose.setText(screen.purpose)
        self._card.setText("\n".join(f"{n}. {line}" for n, line in enumerate(screen.card, 1)))
        self._card.setVisible(bool(screen.card))
        self._say.setText(_("Say (F4 shows one large)"))
        if screen.phrases != self._shown:
            self._shown = screen.phrases
            self._fill(screen.phrases)
        self._aside.setText(screen.aside)
        self._aside.setVisible(bool(screen.aside))
        items = [CheckItem(c.id, c.text, c.ticked, c.by_hand) for c in screen.checks]
        self._checks.show_items(items)
        done, total = self._checks.counts()
        self._check.setText(
            _("Check before you go on: {done} of {total}").format(done=done, total=total)
        )
        self._avoid.setText(
            _("Avoid: {words}").format(words=" · ".join(a for a, _b in screen.avoid))
        )

    def _fill(self, phrases: tuple[tuple[str, str], ...]) -> None:
        row = max(0, self._phrases.currentRow())
        self._phrases.clear()
        self._phrases.setAccessibleName(_("What to say"))
        for phrase_id, words in phrases:
            item = QListWidgetItem(words)
            item.setData(Qt.ItemDataRole.UserRole, phrase_id)
            self._phrases.addItem(item)
        self._phrases.setCurrentRow(min(row, len(phrases) - 1))


def _words(parent: QWidget, role: str) -> QLabel:
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setProperty("role", role)
    return label
