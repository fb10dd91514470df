"""The cards of promises: a new one, and what became of an old one."""

from collections.abc import Mapping

from desk.domain.answers import Raw, read_answers
from desk.domain.errors import AnswersMissing
from desk.domain.label import N_
from desk.domain.options import label
from desk.domain.promise import BREAK, KEEP, MOVE, QUESTIONS, Promise, PromiseState
from desk.domain.promised_day import PROMISED
from desk.domain.questions import Form, Question
from desk.i18n import _
from desk.services.app import App
from desk.ui import moments
from desk.ui.cards.card import Card, CardLine
from desk.ui.promised_day import closed_words

BECAME = Question(
    name="became",
    form=Form.CHOICE,
    options=PromiseState,
    without=frozenset({PromiseState.OPEN, PromiseState.LATE, PromiseState.DROPPED}),
    label=N_("What became of it?"),
    problem=N_("Choose what became of the promise"),
)
ASKED = {
    PromiseState.KEPT: KEEP,
    PromiseState.MOVED: MOVE,
    PromiseState.BROKEN: BREAK,
}


class PromiseCard(Card):
    """Gives a promise; choosing an open one asks what became of it."""

    name = "promise"

    def __init__(self, app: App, complaint: str) -> None:
        super().__init__(complaint)
        self._app = app
        self._ending = ""

    def title(self) -> str:
        """Name the card."""
        return _("Promise")

    def note(self) -> str:
        """Say what the lines are for."""
        if self._ending:
            return self.words_of(self._ending)
        return _("What we say we will do, who does it, by when. Choose a line when it is done.")

    def lines(self) -> tuple[CardLine, ...]:
        """Tell every promise, the open ones first."""
        return tuple(
            CardLine(p.id, self.told(p), done=not p.is_open, by_hand=p.is_open)
            for p in self._app.promises.of(self.complaint)
        )

    def questions(self, answers: Mapping[str, Raw]) -> tuple[Question, ...]:
        """Ask for a new promise, or what became of the one that was chosen."""
        if not self._ending:
            return QUESTIONS
        state = _became(answers)
        return (BECAME, *(ASKED[state] if state is not None else ()))

    def suggested(self) -> Mapping[str, Raw]:
        """Start from who gives it."""
        return {} if self._ending else {"by": self._app.settings.author().name}

    def hint(self, name: str, answers: Mapping[str, Raw]) -> str:
        """Warn of a day on which nobody is there."""
        if name not in PROMISED:
            return ""
        asked = {q.name: q for q in self.questions(answers) if q.name == name}
        read, _unreadable = read_answers(asked, answers, self._app.promises.today())
        return closed_words(
            read.get(name), self._app.complaints.calendar(), self._app.settings.current()
        )

    def tick(self, line: str, on: bool) -> Mapping[str, Raw] | None:
        """Choose a promise to be ended, or go back to a new one."""
        self._ending = line if on else ""
        return self.suggested()

    def commit(self, answers: Mapping[str, Raw]) -> str:
        """Write it down."""
        if not self._ending:
            self._app.promises.give(self.complaint, answers)
            return _("The promise is written down.")
        state = _became(answers)
        if state is None:
            raise AnswersMissing(("became",))
        return end_promise(self._app, self._ending, state, answers)

    def told(self, promise: Promise) -> str:
        """Write a promise as one line."""
        today = self._app.promises.today()
        what = promise.what or (_(label(promise.kind)) if promise.kind else "")
        day = moments.near_day(promise.due_on, today) if promise.due_on else ""
        words = _("{what}  {who}, by {day}").format(what=what, who=promise.by, day=day)
        if promise.is_open:
            return words
        return _("{what}: {result}").format(what=words, result=_(label(promise.state)))

    def words_of(self, promise_id: str) -> str:
        """Write the promise with an id as one line; empty when it is gone."""
        found = (p for p in self._app.promises.of(self.complaint) if p.id == promise_id)
        return next((self.told(promise) for promise in found), "")


class EndPromiseCard(PromiseCard):
    """Asks one promise's new day, or why it cannot be kept."""

    def __init__(self, app: App, complaint: str, promise: str, state: PromiseState) -> None:
        super().__init__(app, complaint)
        self.name = f"promise_{state.value}"
        self._ending = promise
        self._state = state

    def title(self) -> str:
        """Name what is done to it."""
        if self._state is PromiseState.MOVED:
            return _("Move the promise")
        return _("The promise cannot be kept")

    def note(self) -> str:
        """Tell the promise, and what to say to the customer."""
        words = super().note()
        if self._state is not PromiseState.BROKEN:
            return words
        sorry = _(
            "Say: “I am sorry. We promised you this, and we cannot keep it. I want to tell you why "
            "myself, and what we can do instead.”"
        )
        return f"{words}\n{sorry}"

    def lines(self) -> tuple[CardLine, ...]:
        """Show no other promises."""
        return ()

    def questions(self, answers: Mapping[str, Raw]) -> tuple[Question, ...]:
        """Ask what this needs."""
        del answers
        return ASKED[self._state]

    def commit(self, answers: Mapping[str, Raw]) -> str:
        """Write it down."""
        return end_promise(self._app, self._ending, self._state, answers)


def end_promise(app: App, promise: str, state: PromiseState, answers: Mapping[str, Raw]) -> str:
    """End a promise and give the news in words. Raises what the service raises."""
    match state:
        case PromiseState.MOVED:
            moved = app.promises.move(promise, answers)
            day = moments.near_day(moved.due_on, app.promises.today()) if moved.due_on else ""
            return _("The promise is moved to {day}.").format(day=day)
        case PromiseState.BROKEN:
            app.promises.break_off(promise, answers)
            return _("The promise is marked as broken, with the word that told them why.")
        case _:
            kept = app.promises.keep(promise, answers)
            if kept.state is PromiseState.LATE:
                return _("Done, but after its day: kept late.")
            return _("The promise is kept.")


def _became(answers: Mapping[str, Raw]) -> PromiseState | None:
    raw = answers.get("became", ())
    code = raw[0] if isinstance(raw, tuple) and raw else ""
    return PromiseState(code) if code in {s.value for s in ASKED} else None
