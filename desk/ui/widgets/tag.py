"""A word in a coloured frame. The word says it; the colour only helps."""

from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget


class Tone(StrEnum):
    """What a tag, a notice or a panel is about."""

    PLAIN = "plain"
    INFO = "info"
    ACCENT = "accent"
    DONE = "done"
    WARNING = "warning"
    DANGER = "danger"


class Tag(QLabel):
    """One or two words such as *overdue* or *needs 2*."""

    def __init__(
        self, words: str = "", tone: Tone = Tone.PLAIN, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)
        self.say(words, tone)

    def say(self, words: str, tone: Tone = Tone.PLAIN) -> None:
        """Show `words` in a tone; nothing at all when there are none."""
        self.setText(words)
        if self.parentWidget() is not None or not words:  # without one it would be a window
            self.setVisible(bool(words))
        if self.property("tag") != tone.value:
            self.setProperty("tag", tone.value)
            restyle(self)


def restyle(widget: QWidget) -> None:
    """Let the style sheet look again at a widget whose property changed."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()
