"""Input methods: while somebody composes (Pinyin), no shortcut may fire and no text be lost."""

from collections.abc import MutableMapping

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

_KEYS_OF_COMMANDS = {
    Qt.Key.Key_Return,
    Qt.Key.Key_Enter,
    Qt.Key.Key_Tab,
    Qt.Key.Key_Backtab,
    Qt.Key.Key_Escape,
}
_HELD = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)


class Composing(QObject):
    """Watches whatever has the focus; keeps keys from commands while an input method composes.

    Measured with a real ibus: without this Ctrl+Return and F2 fire during composition and the
    text in the making is lost. The filter sits on the focused object only, since one on the
    program would cost 6 us at every event.
    """

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._active = False
        self._focused: QObject | None = None
        app.focusObjectChanged.connect(self._follow)
        self._follow(app.focusObject())

    @property
    def active(self) -> bool:
        """Whether text is being composed now."""
        return self._active

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the composition, and stop the keys of commands during it."""
        kind = event.type()
        if kind == QEvent.Type.InputMethod and isinstance(event, QInputMethodEvent):
            self._active = bool(event.preeditString())
        elif not self._active:
            return False
        elif kind == QEvent.Type.FocusOut:
            self._active = False
        elif kind == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        elif kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return _is_for_a_command(event)
        return False

    def _follow(self, focused: QObject | None) -> None:
        if self._focused is not None and isValid(self._focused):
            self._focused.removeEventFilter(self)
        self._active = False
        self._focused = focused
        if focused is not None:
            focused.installEventFilter(self)


def fit_input_method(environ: MutableMapping[str, str]) -> None:
    """Let fcitx be reached as ibus, which it also speaks; call it before ``QApplication``.

    Qt's wheels ship ibus but no fcitx plugin, and the distribution's plugin does not load.
    """
    if environ.get("QT_IM_MODULE", "").startswith("fcitx"):
        environ["QT_IM_MODULE"] = "ibus"


def _is_for_a_command(event: QKeyEvent) -> bool:
    key = event.key()
    return (
        key in _KEYS_OF_COMMANDS
        or Qt.Key.Key_F1 <= key <= Qt.Key.Key_F35
        or bool(event.modifiers() & _HELD)
    )
