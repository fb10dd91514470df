"""Going round the parts of a screen by F6, and finding a place again after a screen was redrawn."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget


def go_round(panes: Sequence[QWidget], focus: QWidget | None, by: int) -> None:
    """Move the focus to the next pane (`by` 1) or the one before (-1) that can take it."""
    shown = [pane for pane in panes if pane.isVisible() and entrance(pane) is not None]
    if not shown:
        return
    at = next((i for i, p in enumerate(shown) if p is focus or _holds(p, focus)), None)
    place = 0 if at is None and by > 0 else ((at or 0) + by) % len(shown)
    target = entrance(shown[place])
    if target is not None:
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)


def entrance(pane: QWidget) -> QWidget | None:
    """Find the first widget of a pane that takes the focus."""
    if _takes_focus(pane):
        return pane
    widget = pane.nextInFocusChain()
    while widget is not None and widget is not pane:
        if pane.isAncestorOf(widget) and _takes_focus(widget):
            return widget
        widget = widget.nextInFocusChain()
    return None


def place_of(focus: QWidget | None) -> tuple[str, int]:
    """Name the place where somebody works: the widget's name, and the cursor in its text."""
    if focus is None:
        return "", 0
    if isinstance(focus, QLineEdit):
        return focus.objectName(), focus.cursorPosition()
    if isinstance(focus, QPlainTextEdit):
        return focus.objectName(), focus.textCursor().position()
    return focus.objectName(), 0


def return_to(within: QWidget, place: tuple[str, int]) -> bool:
    """Put focus and cursor back to a place; tell whether it still exists."""
    name, cursor = place
    found = within.findChild(QWidget, name) if name else None
    if found is None or not _takes_focus(found):
        return False
    found.setFocus(Qt.FocusReason.OtherFocusReason)
    if isinstance(found, QLineEdit):
        found.setCursorPosition(cursor)
    elif isinstance(found, QPlainTextEdit):
        at = found.textCursor()
        at.setPosition(min(cursor, len(found.toPlainText())))
        found.setTextCursor(at)
    return True


def _holds(pane: QWidget, focus: QWidget | None) -> bool:
    return focus is not None and pane.isAncestorOf(focus)


def _takes_focus(widget: QWidget) -> bool:
    return (
        bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        and widget.isEnabled()
        and widget.isVisible()
    )
