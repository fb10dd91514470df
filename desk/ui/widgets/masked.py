"""A line for a phone number: whole while the keys are in it, masked once it is left."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QFocusEvent

from desk.domain.masking import HIDDEN, masked_phone
from desk.domain.text import digits
from desk.ui.widgets.text import LineField

LEAST_DIGITS = 7
"""Fewer digits are not taken for a phone number, and stay as they are."""


class PhoneField(LineField):
    """Shows ``•••• 4821`` without the focus (ux.md §3.6), to a screen reader too.

    What was typed stays as it is: only the picture of it is another one.
    """

    def __init__(self, name: str, label: str) -> None:
        super().__init__(name, label)
        self._whole = ""
        self._is_masked = False
        self._place = 0
        self.edited.connect(self._keep)

    def set_text(self, text: str) -> None:
        """Show a text, masked while the keys are elsewhere."""
        if self.hasFocus():
            self._is_masked = False
            super().set_text(text)
            self._whole = self.text()
        else:
            self._whole = text
            self._mask()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show all of it again."""
        self._unmask()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Mask it; a menu of this field's own leaves it as it is."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._mask()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take nothing dropped into a masked number: it would become part of the mask."""
        if self._is_masked:
            event.ignore()
        else:
            super().dragEnterEvent(event)

    def _mask(self) -> None:
        if not self._is_masked:
            self._place = self.cursorPosition()
        self._is_masked = len(digits(self._whole)) >= LEAST_DIGITS
        super().set_text(masked_phone(self._whole) if self._is_masked else self._whole)

    def _unmask(self) -> None:
        if self._is_masked:
            self._is_masked = False
            super().set_text(self._whole)
            self.setCursorPosition(self._place)

    def _keep(self, text: str) -> None:
        self._whole = text

    def _look(self, text: str) -> None:
        if self._is_masked and HIDDEN in text:
            return  # what assistive tools put into a mask is no answer
        super()._look(text)
