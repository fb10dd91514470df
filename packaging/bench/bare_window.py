"""The floor of a start: a bare PySide6 window with a label, which says when it is painted.

python bare_window.py tell    ends then; anything else stays open
"""

import sys

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QLabel


class Label(QLabel):
    """A label that tells of its first painting."""

    told = False

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint, and say so once."""
        super().paintEvent(event)
        if not self.told:
            self.told = True
            QTimer.singleShot(0, tell)


def tell() -> None:
    """Say that the window can be seen."""
    print("painted", flush=True)
    if "tell" in sys.argv:
        QApplication.quit()


app = QApplication(sys.argv)
label = Label("desk")
label.resize(1366, 728)
label.show()
sys.exit(app.exec())
