"""Going from question to question by key, the same in every kind of field."""

from PySide6.QtWidgets import QWidget


def go_on(widget: QWidget) -> None:
    """Move the focus to the next field, as Tab does."""
    widget.window().focusNextPrevChild(True)
