"""The cards of an intake: for somebody else, passed on, on the net, from paper, further matters."""

from collections.abc import Callable, Mapping

from desk.domain import card_questions, matter
from desk.domain.answers import Answers, Raw, as_raw
from desk.domain.complaint import Complaint
from desk.domain.matter import Matter
from desk.domain.options import label
from desk.domain.question import Question
from desk.i18n import N_, _
from desk.services.app import App
from desk.ui.cards.card import Card, CardLine


class FieldsCard(Card):
    """Asks what only some complaints need, and writes it into the complaint itself."""

    def __init__(
        self,
        complaint: str,
        *,
        name: str,
        title: str,
        note: str,
        asked: tuple[Question, ...],
        stored: Callable[[str], Complaint | None],
        write: Callable[[str, tuple[Question, ...], Answers], Complaint],
    ) -> None:
        super().__init__(complaint)
        self.name = name
        self._title = title
        self._note = note
        self._asked = asked
        self._stored = stored
        self._write = write

    def title(self) -> str:
        """Name the card."""
        return _(self._title)

    def note(self) -> str:
        """Say what it is for."""
        return _(self._note)

    def questions(self, answers: Mapping[str, Raw]) -> tuple[Question, ...]:
        """Give what is asked."""
        del answers
        return self._asked

    def suggested(self) -> Mapping[str, Raw]:
        """Start from what the complaint says already."""
        stored = self._stored(self.complaint)
        known = tuple(q for q in self._asked if q.name in Complaint.__dataclass_fields__)
        return as_raw(known, stored) if stored is not None else {}

    def commit(self, answers: Mapping[str, Raw]) -> str:
        """Write it into the complaint."""
        self._write(self.complaint, self._asked, answers)
        return _("{what}: saved.").format(what=self.title())


def for_somebody_card(app: App, complaint: str) -> Card:
    """Somebody acts for somebody else."""
    return FieldsCard(
        complaint,
        name="for_somebody",
        title=N_("For somebody else"),
        note=N_("The letter goes to the one who is here, and names both."),
        asked=card_questions.FOR_SOMEBODY,
        stored=app.complaints.get,
        write=app.intake.complete,
    )


def passed_on_card(app: App, complaint: str) -> Card:
    """Passed on by a hotline, an association or a platform."""
    return FieldsCard(
        complaint,
        name="passed_on",
        title=N_("Passed on by somebody"),
        note=N_("Their day stands on Today beside ours; the earlier one counts."),
        asked=card_questions.PASSED_ON,
        stored=app.complaints.get,
        write=app.intake.complete,
    )


def came_by_card(app: App, complaint: str) -> Card:
    """Which of the ways on the net it came by."""
    return FieldsCard(
        complaint,
        name="came_by",
        title=N_("Came by the net"),
        note=N_("Each way is counted for itself."),
        asked=card_questions.CAME_BY,
        stored=app.complaints.get,
        write=app.intake.complete,
    )


def paper_form_card(app: App, complaint: str) -> Card:
    """Typed in from a paper form after a power cut."""
    return FieldsCard(
        complaint,
        name="paper_form",
        title=N_("From a paper form"),
        note=N_(
            "It keeps the form's number and the true time of the visit; clocks run from there."
        ),
        asked=card_questions.PAPER_FORM,
        stored=app.complaints.get,
        write=app.intake.came_at,
    )


class MatterCard(Card):
    """Another matter of the same visit, with its own finding, offer and answer."""

    name = "matter"

    def __init__(self, app: App, complaint: str) -> None:
        super().__init__(complaint)
        self._app = app
        self._chosen = ""

    def title(self) -> str:
        """Name the card."""
        return _("Another matter of this visit")

    def note(self) -> str:
        """Say how they count."""
        return _(
            "The complaint is counted by its main matter. It closes when every matter is decided. "
            "Choose a line to go on with it."
        )

    def lines(self) -> tuple[CardLine, ...]:
        """Tell the further matters, with what the customer answered."""
        return tuple(_line(kept) for kept in self._app.besides.of(Matter, self.complaint))

    def questions(self, answers: Mapping[str, Raw]) -> tuple[Question, ...]:
        """Ask what a matter needs."""
        del answers
        return matter.QUESTIONS

    def tick(self, line: str, on: bool) -> Mapping[str, Raw]:
        """Take up a matter that was written down before."""
        self._chosen = line if on else ""
        return self.suggested()

    def suggested(self) -> Mapping[str, Raw]:
        """Start from the chosen matter."""
        kept = self._kept()
        return as_raw(matter.QUESTIONS, kept) if kept is not None else {}

    def commit(self, answers: Mapping[str, Raw]) -> str:
        """Write the matter down."""
        kept = self._kept()
        if kept is None:
            self._app.intake.further(self.complaint, answers)
        else:
            self._app.intake.decide(kept, answers)
        return _("The matter is written down.")

    def _kept(self) -> Matter | None:
        kept = self._app.besides.of(Matter, self.complaint)
        return next((one for one in kept if one.id == self._chosen), None)


def _line(kept: Matter) -> CardLine:
    words = f"{kept.number}. {kept.summary}"
    if kept.answer is not None:
        words = _("{matter}: {answer}").format(matter=words, answer=_(label(kept.answer)))
    return CardLine(kept.id, words, done=kept.is_decided, by_hand=True)
