"""Input methods: while somebody composes (Pinyin), no shortcut may fire and no text be lost."""

from collections.abc import MutableMapping

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication

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
    """Watches the whole program's input methods; keeps keys from commands while one composes.

    Measured with a real ibus: without this Ctrl+Return and F2 fire during composition and the
    text in the making is lost.
    """

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._active = False
        app.installEventFilter(self)

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
