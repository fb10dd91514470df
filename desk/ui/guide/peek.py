"""What only staff may read, while Alt+0 is held: how the pace is counted, whom it is about."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from desk.domain.complaint import Complaint
from desk.i18n import N_, _

PACES = (N_("calm"), N_("tense"), N_("upset"), N_("shouting"), N_("threatening"))
"""The five steps of the pace of talk (ux.md §5)."""
_HELD = {Qt.Key.Key_Alt, Qt.Key.Key_0}


def peek_lines(complaint: Complaint) -> tuple[str, ...]:
    """Tell what is for inside only: the legend, and what was written of it."""
    legend = _("Pace of talk: {steps}").format(
        steps="  ".join(f"{n} {_(words)}" for n, words in enumerate(PACES, 1))
    )
    told = (
        (_("now {said}"), str(complaint.pace or "")),
        (_("at the end {said}"), str(complaint.pace_end or "")),
        (_("person or department: {said}"), complaint.person),
        (_("lesson: {said}"), complaint.lesson),
        (_("priority by hand: {said}"), complaint.priority_reason),
    )
    return (legend, *(words.format(said=said) for words, said in told if said))


class Peek(QFrame):
    """Lies over a corner of `window`; letting go of Alt or 0, or leaving the window, closes it."""

    def __init__(self, window: QWidget, lines: tuple[str, ...]) -> None:
        super().__init__(window)
        self.setObjectName("peek")
        self.setProperty("panel", "warning")
        self.setAutoFillBackground(True)
        column = QVBoxLayout(self)
        for line in lines:
            label = QLabel(line, self)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            column.addWidget(label)
        width = window.width() // 2
        height = max(self.heightForWidth(width), self.sizeHint().height())
        self.setGeometry(window.width() - width - 12, 60, width, height)
        self.show()
        self.raise_()
        app = QGuiApplication.instance()
        if app is not None:
            app.installEventFilter(self)  # only while it is held

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Close at the release of what was held."""
        let_go = (
            event.type() == QEvent.Type.KeyRelease
            and isinstance(event, QKeyEvent)
            and event.key() in _HELD
            and not event.isAutoRepeat()
        )
        if let_go or event.type() == QEvent.Type.ApplicationDeactivate:
            app = QGuiApplication.instance()
            if app is not None:
                app.removeEventFilter(self)
            self.hide()
            self.deleteLater()
        return False
