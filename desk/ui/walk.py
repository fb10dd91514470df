"""Answers the guide's questions by keyboard as a handler would: field after field, step by step."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from desk.domain.options import choices, languages
from desk.domain.questions import BY_NAME, Form, Question
from desk.services.rehearsal import WalkIn
from desk.ui.hand import Hand
from desk.ui.widgets.choice import ChoiceGroup
from desk.ui.widgets.text import LineField, TextField

KEYS_A_CHARACTER = 3.6
"""Key presses a Chinese character takes with a Pinyin input method (a common measure)."""
LONGEST_TYPED = 300
"""Characters; longer texts are pasted, as from a customer's own message."""
MOST_FIELDS = 40
"""More stops than any step has; what comes after is not a form any more."""


def walk_through(hand: Hand, window: QWidget, answers: WalkIn) -> Iterator[str]:
    """Answer all four steps and commit each; yields a name at each moment worth a picture."""
    for step in ("1-listen", "2-empathise", "3-investigate", "4-resolve"):
        answer_page(hand, answers)
        hand.wait(20)
        yield step
        hand.commit()
    hand.wait(700)
    yield "5-check"
    hand.commit()
    del window


def answer_page(hand: Hand, answers: WalkIn) -> None:
    """Answer the questions of the page in front, as far as `answers` say."""
    seen: set[str] = set()
    for _stop in range(MOST_FIELDS):
        editor = QApplication.focusWidget()
        if not isinstance(editor, ChoiceGroup | LineField | TextField):
            return
        name = editor.objectName()
        if name in seen or name not in BY_NAME:
            return
        seen.add(name)
        if name in answers:
            _give(hand, editor, BY_NAME[name], answers[name])
        hand.on()


def _give(
    hand: Hand,
    editor: ChoiceGroup | LineField | TextField,
    question: Question,
    answer: str | tuple[str, ...],
) -> None:
    if isinstance(editor, ChoiceGroup):
        wanted = (answer,) if isinstance(answer, str) else answer
        if editor.value != tuple(wanted):
            digits = _digits(question)
            hand.choose("".join(digits[code] for code in wanted))
        return
    text = answer if isinstance(answer, str) else "".join(answer)
    if editor.text() == text:
        return
    if editor.text():
        hand.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    if len(text) > LONGEST_TYPED or "\n" in text:
        hand.paste(text)
    elif text.isascii():
        hand.type(text)
    else:
        hand.compose(text, round(len(text) * KEYS_A_CHARACTER))


def _digits(question: Question) -> dict[str, str]:
    if question.form is Form.LANGUAGE:
        return {option.code: option.digit for option in languages()}
    if question.options is None:
        return {str(n): str(n) for n in range(1, question.highest + 1)}
    return {
        option.code: option.digit for option in choices(question.options, without=question.without)
    }
