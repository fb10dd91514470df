"""The cards of an investigation: facts, tasks for others, the camera picture, items we keep."""

from collections.abc import Mapping
from datetime import date

from desk.domain.answers import Raw
from desk.domain.fact import Fact
from desk.domain.kept_item import KeptItem
from desk.domain.task import Task, camera_due
from desk.i18n import N_, _
from desk.services.app import App
from desk.ui import moments
from desk.ui.cards.beside_card import BesideCard
from desk.ui.cards.card import Card, CardLine


def fact_card(app: App, complaint: str) -> Card:
    """Write down what was looked at and what it shows."""
    return BesideCard(
        complaint,
        app.besides,
        Fact,
        told=lambda fact: CardLine(fact.id, f"{fact.shows}  ({fact.seen_by})", done=True),
        suggested=lambda: {"seen_by": app.settings.author().name, "seen_on": "t"},
        note=N_("What was looked at and what it shows; hearsay is named as such."),
    )


def task_card(app: App, complaint: str) -> Card:
    """Ask somebody who has no desk; what they answer is typed back in."""
    today = app.besides.today()

    def told(task: Task) -> CardLine:
        words = _("{what}  {who}, by {day}").format(
            what=task.question, who=task.asked_of, day=_day(task.due_on, today)
        )
        if not task.is_open:
            words = f"{words}: {task.answer}"
        return CardLine(task.id, words, done=not task.is_open, by_hand=task.is_open)

    return BesideCard(
        complaint,
        app.besides,
        Task,
        told=told,
        ended=lambda: {"answered_on": today},
        note=N_("Choose a line to type its answer in; below is a new task."),
    )


def kept_item_card(app: App, complaint: str) -> Card:
    """Keep an item for the customer, and hand it back."""
    today = app.besides.today()

    def told(item: KeptItem) -> CardLine:
        words = _("{what}, {place}").format(what=item.what, place=item.place)
        if not item.is_open:
            words = _("{item}: handed back to {whom}, {day}").format(
                item=words, whom=item.back_to, day=_day(item.back_on, today)
            )
        return CardLine(item.id, words, done=not item.is_open, by_hand=item.is_open)

    return BesideCard(
        complaint,
        app.besides,
        KeptItem,
        told=told,
        known=lambda: {"kept_on": today, "kept_by": app.settings.author().name},
        ended=lambda: {"back_on": today},
        note=N_("Choose a line when the item goes back; below is a new item."),
    )


class CameraCard(Card):
    """One key keeps the camera picture: a task dated before the camera writes over it."""

    name = "camera"

    def __init__(self, app: App, complaint: str) -> None:
        super().__init__(complaint)
        self._app = app

    def title(self) -> str:
        """Name the card."""
        return _("Keep the camera picture")

    def note(self) -> str:
        """Say by which day it has to be asked for."""
        return _(
            "The camera writes over its pictures after {days} days. Enter keeps it as a task, due "
            "{day}."
        ).format(days=self._days(), day=_day(self._due(), self._app.besides.today()))

    def commit_label(self) -> str:
        """Say what the button does."""
        return _("Ask for the picture")

    def commit(self, answers: Mapping[str, Raw]) -> str:
        """Write the task down."""
        del answers
        self._app.besides.add(
            Task,
            self.complaint,
            {
                "kind": ("camera",),
                "question": _("Keep the camera picture"),
                "asked_of": self._app.settings.current().shop or _("The branch"),
                "due_on": self._due().isoformat(),
            },
        )
        return _("The camera picture is asked for, by {day}.").format(
            day=_day(self._due(), self._app.besides.today())
        )

    def _days(self) -> int:
        return self._app.settings.current().camera_days

    def _due(self) -> date:
        complaint = self._app.complaints.get(self.complaint)
        happened = complaint.happened_on if complaint is not None else None
        today = self._app.besides.today()
        return camera_due(happened or today, today, self._days())


def _day(day: date | None, today: date) -> str:
    return moments.plain_day(day, today) if day is not None else ""
