"""The card of text messages: each line is one message, ready to be copied into a phone."""

from collections.abc import Mapping

from PySide6.QtGui import QGuiApplication

from desk.domain.answers import Raw
from desk.domain.errors import AnswersMissing
from desk.domain.label import N_
from desk.domain.question import Form, Question
from desk.domain.text_message import LABELS, Occasion
from desk.i18n import _
from desk.services.app import App
from desk.ui.cards.card import Card, CardLine


class TextMessageCard(Card):
    """Chooses a message and copies it."""

    name = "text_message"

    def __init__(self, app: App, complaint: str) -> None:
        super().__init__(complaint)
        self._app = app

    def title(self) -> str:
        """Name the card."""
        return _("Text message")

    def note(self) -> str:
        """Say what happens to it."""
        return _("Each is short enough for one message. Copy it and paste it into the phone.")

    def lines(self) -> tuple[CardLine, ...]:
        """Show the messages whole."""
        return tuple(
            CardLine(occasion.value, words) for occasion, words in self._messages().items()
        )

    def questions(self, answers: Mapping[str, Raw]) -> tuple[Question, ...]:
        """Ask which one."""
        del answers
        offered = tuple((o.value, _(LABELS[o])) for o in self._messages())
        return (
            Question(
                name="message",
                form=Form.CODE,
                offers=offered,
                label=N_("Which message?"),
                problem=N_("Choose which message"),
            ),
        )

    def suggested(self) -> Mapping[str, Raw]:
        """Start from the first that can be sent."""
        return {"message": (next(iter(self._messages()), Occasion.READY).value,)}

    def commit_label(self) -> str:
        """Say what the button does."""
        return _("Copy")

    def commit(self, answers: Mapping[str, Raw]) -> str:
        """Put the message on the clipboard."""
        raw = answers.get("message", ())
        code = raw[0] if isinstance(raw, tuple) and raw else ""
        messages = {occasion.value: words for occasion, words in self._messages().items()}
        if code not in messages:
            raise AnswersMissing(("message",))
        QGuiApplication.clipboard().setText(messages[code])
        return _("The message is on the clipboard: paste it into the phone.")

    def _messages(self) -> dict[Occasion, str]:
        return self._app.text_messages.of(self.complaint)
