"""Setting a complaint aside: one digit says why, Enter alone says nothing."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk.domain.draft import ParkReason
from desk.domain.options import choices
from desk.i18n import _
from desk.ui.widgets.choice import ChoiceGroup
from desk.ui.widgets.field import FieldBox
from desk.ui.widgets.option import Option

GONE = "gone"
"""The customer has left, so nothing is parked."""


class ParkSheet(QWidget):
    """F7 again or Enter sets aside; Esc goes back to the form."""

    chosen = Signal(str)
    """A ParkReason's code, `GONE`, or "" for no reason."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Dialog)
        self.setObjectName("park_sheet")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(_("Park"))
        options = [Option(c.code, _(c.label), c.digit) for c in choices(ParkReason)]
        gone = Option(GONE, _("Customer has left"), str(len(options) + 1))
        words = _("Why is it set aside? Enter alone is enough.")
        self._reasons = ChoiceGroup("parked_for", words, [*options, gone])
        self._reasons.installEventFilter(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.addWidget(FieldBox(words, self._reasons))
        self.setMinimumWidth(560)

    def ask(self) -> None:
        """Open with nothing chosen."""
        self._reasons.set_value(())
        self.show()
        self._reasons.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take Enter and F7 as the end, where the choice itself would go on to a next field."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F7}:
                self.close()
                self.chosen.emit("".join(self._reasons.value))
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.close()
                return True
        return super().eventFilter(watched, event)
