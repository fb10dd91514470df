"""The cards round the end of a complaint: without a yes, open again, how it was, once or again."""

from collections.abc import Mapping

from desk.domain import closing, rating, recurring
from desk.domain.answers import Raw
from desk.domain.complaint import Complaint
from desk.domain.errors import NotFound
from desk.domain.options import label
from desk.domain.question import Question
from desk.domain.rating import Asked, Rating
from desk.domain.route import printed
from desk.i18n import _
from desk.services.app import App
from desk.ui import moments
from desk.ui.cards.card import Card, CardLine


class CloseCard(Card):
    """Ends a complaint without the customer's yes."""

    name = "close"

    def __init__(self, app: App, complaint: str) -> None:
        super().__init__(complaint)
        self._app = app

    def title(self) -> str:
        """Name the card."""
        return _("Close without agreement")

    def note(self) -> str:
        """Say when it may end so, how often they were tried, and the outside routes."""
        tried = self._app.contacts.tried(self.complaint)
        settings = self._app.settings.current()
        return "\n".join(
            filter(
                None,
                (
                    _("What was accepted and is done is closed in the guide. Else it ends so:"),
                    _("Tried in vain: {times}, on {days} days of {needed} needed.").format(
                        times=tried.times, days=tried.days, needed=settings.no_contact_tries
                    ),
                    printed(settings.routes),
                ),
            )
        )

    def questions(self, answers: Mapping[str, Raw]) -> tuple[Question, ...]:
        """Ask why it ends, in their words."""
        del answers
        return closing.WITHOUT_AGREEMENT

    def commit_label(self) -> str:
        """Say what the button does."""
        return _("Close complaint")

    def commit(self, answers: Mapping[str, Raw]) -> str:
        """Close it by the rule."""
        saved = self._app.closings.end(self.complaint, answers)
        outcome = _(label(saved.outcome)) if saved.outcome is not None else ""
        return _("{reference} is closed: {outcome}.").format(
            reference=saved.reference, outcome=outcome
        )


class ReopenCard(Card):
    """Opens a closed complaint again."""

    name = "reopen"

    def __init__(self, app: App, complaint: str) -> None:
        super().__init__(complaint)
        self._app = app

    def title(self) -> str:
        """Name the card."""
        return _("Open again")

    def note(self) -> str:
        """Say what stays and what begins anew."""
        return _(
            "The old closing stays in the history. The final answer is due anew from today, and "
            "the next offer begins empty."
        )

    def questions(self, answers: Mapping[str, Raw]) -> tuple[Question, ...]:
        """Ask why."""
        del answers
        return closing.REOPEN

    def commit_label(self) -> str:
        """Say what the button does."""
        return _("Open again")

    def commit(self, answers: Mapping[str, Raw]) -> str:
        """Open it."""
        saved = self._app.closings.reopen(self.complaint, answers)
        due = saved.final_due_at
        if due is None:
            return _("{reference} is open again.").format(reference=saved.reference)
        return _("{reference} is open again; the final answer is due {when}.").format(
            reference=saved.reference, when=moments.full(due, self._app.complaints.now())
        )


class RatingCard(Card):
    """Asks how it was, after the end: two marks apart."""

    name = "rating"

    def __init__(self, app: App, complaint: str) -> None:
        super().__init__(complaint)
        self._app = app

    def title(self) -> str:
        """Name the card."""
        return _("Call-back: how was it?")

    def note(self) -> str:
        """Say when it is asked, and by whom."""
        if self._complaint().is_open:
            return _("It is asked on the last page of the guide, and by this card after the end.")
        return _(
            "Two marks apart, 1 poor to 5 very good; one is enough. Somebody else than the handler "
            "asks, where that is possible."
        )

    def lines(self) -> tuple[CardLine, ...]:
        """Tell what was answered before, newest first."""
        kept = self._app.besides.of(Rating, self.complaint)
        return tuple(
            CardLine(one.id, self._told(one), done=one.asked is Asked.ANSWERED)
            for one in reversed(kept)
        )

    def questions(self, answers: Mapping[str, Raw]) -> tuple[Question, ...]:
        """Ask for the marks; who did not answer gave none."""
        if self._complaint().is_open:
            return ()
        is_answered = Asked.ANSWERED.value in answers.get("asked", ())
        return rating.QUESTIONS if is_answered else rating.QUESTIONS[:1]

    def suggested(self) -> Mapping[str, Raw]:
        """Start from an answer, so that one key is the result."""
        return {"asked": (Asked.ANSWERED.value,)}

    def commit_label(self) -> str:
        """Say what the button does; nothing while the complaint is open."""
        return "" if self._complaint().is_open else _("Save")

    def commit(self, answers: Mapping[str, Raw]) -> str:
        """Keep it; who is unhappy is offered to have it opened again."""
        kept = self._app.closings.rate(self.complaint, answers)
        if rating.is_unhappy(kept):
            return _("Written down. They are not content: O opens the complaint again.")
        return _("Written down.")

    def _complaint(self) -> Complaint:
        stored = self._app.complaints.get(self.complaint)
        if stored is None:
            raise NotFound(self.complaint)
        return stored

    def _told(self, one: Rating) -> str:
        when = moments.full(one.asked_at, self._app.complaints.now()) if one.asked_at else ""
        return "  ".join(part for part in (when, rating_words(one)) if part)


class RepeatCard(Card):
    """Shows what desk counted and lets a person say otherwise."""

    name = "repeat"

    def __init__(self, app: App, complaint: str) -> None:
        super().__init__(complaint)
        self._app = app

    def title(self) -> str:
        """Name the card."""
        return _("Once or again")

    def note(self) -> str:
        """Say how desk counts."""
        return _(
            "At closing desk says “again” where three complaints of one category about the same "
            "product (or place) came within 30 days. A person may know better."
        )

    def questions(self, answers: Mapping[str, Raw]) -> tuple[Question, ...]:
        """Ask which."""
        del answers
        return recurring.QUESTIONS

    def suggested(self) -> Mapping[str, Raw]:
        """Start from what holds."""
        stored = self._app.complaints.get(self.complaint)
        return {"repeat": (stored.repeat.value,)} if stored is not None and stored.repeat else {}

    def commit(self, answers: Mapping[str, Raw]) -> str:
        """Save it."""
        self._app.closings.say_repeat(self.complaint, answers)
        return _("{what}: saved.").format(what=self.title())


def rating_words(one: Rating) -> str:
    """Write a rating: when it was asked, and the two marks or why there are none."""
    occasion = _(label(one.occasion)) if one.occasion is not None else ""
    if one.asked is not Asked.ANSWERED:
        said = _(label(one.asked)) if one.asked is not None else ""
        return _("{occasion}: {said}").format(occasion=occasion, said=said)
    marks = {
        _("result {mark} of 5"): one.result,
        _("handling {mark} of 5"): one.handling,
    }
    said = _(", ").join(words.format(mark=mark) for words, mark in marks.items() if mark)
    said = "  ".join(part for part in (said, one.words) if part)
    return _("{occasion}: {said}").format(occasion=occasion, said=said)
