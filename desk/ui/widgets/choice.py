"""A question answered by choosing: digits, arrows, Space; it never moves on by itself."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desk.i18n import _, ngettext
from desk.ui.widgets.flow import FlowLayout
from desk.ui.widgets.option import Option, OptionButton, digits_for

_BACKWARD = {Qt.Key.Key_Left, Qt.Key.Key_Up}
_FORWARD = {Qt.Key.Key_Right, Qt.Key.Key_Down}
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_EMPTYING = {Qt.Key.Key_Backspace, Qt.Key.Key_Delete}


class ChoiceGroup(QWidget):
    """Shows every option, so that none must be remembered.

    Input methods are off here: digits choose even while Pinyin is on. `most` bounds how many may
    be chosen together (1: choosing another replaces). Enter and Tab go on to the next field.
    """

    chosen = Signal(tuple)
    """The codes chosen now, in the order of the options; only when staff changed them."""

    def __init__(
        self,
        name: str,
        label: str,
        options: Iterable[Option],
        *,
        most: int = 1,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._most = most
        self._label = label
        self._value: tuple[str, ...] = ()
        self._suggested = False
        self._problem = ""
        self._at = 0
        self._buttons: list[OptionButton] = []
        self._flow = FlowLayout(self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.set_options(options, label)

    @property
    def value(self) -> tuple[str, ...]:
        """The codes chosen, in the order of the options."""
        return self._value

    @property
    def is_suggested(self) -> bool:
        """Whether the value is desk's own proposal that nobody has confirmed by touching it."""
        return self._suggested

    def set_options(self, options: Iterable[Option], label: str) -> None:
        """Ask anew, as after a change of language; what is chosen stays where it still exists."""
        self._label = label
        self.setAccessibleName(label)
        for button in self._buttons:
            self._flow.removeWidget(button)
            button.deleteLater()
        options = tuple(options)
        self._buttons = [
            OptionButton(option, digit, self, multi=self._most > 1)
            for option, digit in zip(options, digits_for(options), strict=True)
        ]
        for place, button in enumerate(self._buttons):
            button.clicked.connect(lambda _checked=False, place=place: self._click(place))
            self._flow.addWidget(button)
            button.show()
        codes = {option.code for option in options}
        self._value = tuple(code for code in self._value if code in codes)
        self._at = min(self._at, max(0, len(self._buttons) - 1))
        self._draw()

    def set_value(self, codes: Sequence[str], *, suggested: bool = False) -> None:
        """Show an answer, or desk's proposal of one; unknown codes are left out."""
        value = self._in_order(codes)
        if value != self._value and value:
            self._at = next(i for i, b in enumerate(self._buttons) if b.option.code in value)
        self._value = value
        self._suggested = suggested and bool(value)
        self._draw()

    def show_problem(self, words: str) -> None:
        """Let screen readers hear what is wrong; nothing for an empty string."""
        self._problem = words
        self._draw()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose by digit, move by arrows, toggle by Space, empty by Delete, go on by Enter."""
        key = Qt.Key(event.key())
        held = event.modifiers() & ~(
            Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
        )
        if held:
            event.ignore()
        elif key in _ENTER:
            self.focusNextChild()
        elif key in _FORWARD or key in _BACKWARD:
            self._move(1 if (key in _FORWARD) == self._reads_left_to_right() else -1)
        elif key == Qt.Key.Key_Home:
            self._move(-self._at)
        elif key == Qt.Key.Key_End:
            self._move(len(self._buttons) - 1 - self._at)
        elif key == Qt.Key.Key_Space:
            self._toggle(self._at)
        elif key in _EMPTYING:
            self._answer(())
        elif not self._press_digit(event.text()):
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keys stand."""
        super().focusInEvent(event)
        self._draw()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the mark of the keys away."""
        super().focusOutEvent(event)
        self._draw()

    def changeEvent(self, event: QEvent) -> None:
        """Ask for new room when the text size changes."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._flow.invalidate()
            self.updateGeometry()

    def _reads_left_to_right(self) -> bool:
        return self.layoutDirection() is not Qt.LayoutDirection.RightToLeft

    def _move(self, by: int) -> None:
        if self._buttons:
            self._at = max(0, min(len(self._buttons) - 1, self._at + by))
            self._draw()

    def _press_digit(self, digit: str) -> bool:
        for place, button in enumerate(self._buttons):
            if digit and button.digit == digit:
                self._toggle(place) if self._most > 1 else self._choose(place)
                return True
        return False

    def _click(self, place: int) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self._toggle(place) if self._most > 1 else self._choose(place)

    def _choose(self, place: int) -> None:
        self._at = place
        self._answer((self._buttons[place].option.code,))

    def _toggle(self, place: int) -> None:
        if not self._buttons:
            return
        self._at = place
        code = self._buttons[place].option.code
        if self._most == 1:
            self._answer((code,))
        elif code in self._value and not self._suggested:
            self._answer(tuple(c for c in self._value if c != code))
        elif code in self._value or len(self._value) < self._most:
            self._answer((*self._value, code))
        else:
            self._draw()

    def _answer(self, codes: tuple[str, ...]) -> None:
        value = self._in_order(codes)
        # Choosing what was only suggested is an answer: from now on it counts as given.
        is_news = value != self._value or self._suggested
        self._value, self._suggested = value, False
        self._draw()
        if is_news:
            self.chosen.emit(value)

    def _in_order(self, codes: Sequence[str]) -> tuple[str, ...]:
        wanted = set(codes)
        return tuple(b.option.code for b in self._buttons if b.option.code in wanted)

    def _draw(self) -> None:
        for place, button in enumerate(self._buttons):
            is_chosen = button.option.code in self._value
            button.mark(
                chosen=is_chosen,
                current=place == self._at and self.hasFocus(),
                suggested=is_chosen and self._suggested,
            )
        said = self._say_answer()
        self.setAccessibleDescription(f"{self._problem}. {said}" if self._problem else said)

    def _say_answer(self) -> str:
        chosen = [(i, b) for i, b in enumerate(self._buttons, 1) if b.option.code in self._value]
        total = len(self._buttons)
        if not chosen:
            return _("none of {total} chosen").format(total=total)
        words = _(", ").join(button.words() for _place, button in chosen)
        if self._most == 1:
            return _("{place} of {total} chosen: {words}").format(
                place=chosen[0][0], total=total, words=words
            )
        return ngettext(
            "{count} chosen of {total}: {words}", "{count} chosen of {total}: {words}", len(chosen)
        ).format(count=len(chosen), total=total, words=words)
