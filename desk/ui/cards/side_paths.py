"""The cards of the side paths: read and do, word for word, came before, needs help."""

from collections.abc import Mapping
from datetime import timedelta

from desk.domain import card_questions
from desk.domain.answers import Raw
from desk.domain.assessment import Help
from desk.domain.errors import AnswersMissing
from desk.domain.guide import has_contact
from desk.domain.options import label
from desk.domain.promise import PromiseKind
from desk.domain.question import Form, Question
from desk.domain.side_path import Path
from desk.i18n import N_, _, language
from desk.services.app import App
from desk.services.besides import said
from desk.ui.cards.card import Card, CardLine
from desk.ui.cards.intake import FieldsCard
from desk.ui.guide.days import day_words

WORDS = Question(
    name="words", form=Form.STORY, limit=4000, optional=True,
    label=N_("What was said, word for word"),
)  # fmt: skip
PERSON = Question(
    name="person", form=Form.LINE, limit=200, label=N_("Whom is it passed to?"),
    problem=N_("Write whom it is passed to"),
)  # fmt: skip
MUST_WORDS = Question(
    name="words", form=Form.STORY, limit=4000, label=N_("What was said, word for word"),
    problem=N_("Write what was said, word for word"),
)  # fmt: skip


class PathCard(Card):
    """A side path: lines to read and do one by one, and words to keep."""

    path: Path
    card = ""
    """The lines of the guide that are read and done here, by the id of their card."""
    asked: tuple[Question, ...] = ()
    about = ""

    def __init__(self, app: App, complaint: str) -> None:
        super().__init__(complaint)
        self._app = app

    def title(self) -> str:
        """Name the path."""
        return _(label(self.path))

    def note(self) -> str:
        """Say what the path is for."""
        return _(self.about) if self.about else ""

    def lines(self) -> tuple[CardLine, ...]:
        """Give the lines of the guide, done ones marked."""
        if not self.card:
            return ()
        opened = self._app.side_paths.on(self.complaint, self.path)
        done = opened.lines if opened is not None else ()
        lines = dict(self._app.guides.of(language()).cards).get(self.card, ())
        return tuple(
            CardLine(str(n), line, done=str(n) in done, by_hand=True)
            for n, line in enumerate(lines, 1)
        )

    def questions(self, answers: Mapping[str, Raw]) -> tuple[Question, ...]:
        """Ask for the words that are kept."""
        del answers
        return self.asked

    def suggested(self) -> Mapping[str, Raw]:
        """Start from what was kept before."""
        opened = self._app.side_paths.on(self.complaint, self.path)
        return {"words": opened.words, "person": opened.person} if opened is not None else {}

    def tick(self, line: str, on: bool) -> None:
        """Take a line as done; what was typed stays."""
        self._app.side_paths.tick(self.complaint, self.path, line, on)

    def commit(self, answers: Mapping[str, Raw]) -> str:
        """Keep the words."""
        said = {q.name: str(answers.get(q.name, "")).strip() for q in self.asked}
        lacking = tuple(q.name for q in self.asked if not q.optional and not said[q.name])
        if lacking:
            raise AnswersMissing(lacking)
        self._app.side_paths.write(
            self.complaint, self.path, said.get("words", ""), said.get("person", "")
        )
        return _("{what}: saved.").format(what=self.title())


class SafetyCard(PathCard):
    """Somebody is, or may be, at risk: read one line, do it, then the next."""

    name = "safety"
    path = Path.SAFETY
    card = "safety"
    asked = (WORDS,)
    about = N_("Read one line, do it, then the next. People first; the form can wait.")


class AbuseCard(PathCard):
    """Abuse or a threat: the incident is noted apart, the complaint is still judged on facts."""

    name = "abuse"
    path = Path.ABUSE
    card = "abuse"
    asked = (WORDS,)
    about = N_(
        "Read one line, do it, then the next. What was said is kept apart from the complaint; the "
        "complaint is judged on its facts."
    )


class LawyerCard(PathCard):
    """A lawyer, the press or an authority is named: their words, and who takes it on."""

    name = "lawyer"
    path = Path.LAWYER_PRESS_AUTHORITY
    asked = (MUST_WORDS, PERSON)
    about = N_("That is their right. Write it down as they say it, and pass it on today.")


CALL_ON = Question(
    name="call_on", form=Form.DAY, optional=True, label=N_("Call them on"),
    problem=N_("Write the day as t (today), +3, 26/11 or a date"),
)  # fmt: skip


class LeftCard(PathCard):
    """The customer has left: why, as far as it is known, and when we call them."""

    name = "left"
    path = Path.LEFT
    asked = (MUST_WORDS,)
    about = N_("Write why they left, as far as you know. The complaint stays open.")

    def questions(self, answers: Mapping[str, Raw]) -> tuple[Question, ...]:
        """Ask also for a day to call where the customer can be reached, until one is promised."""
        del answers
        complaint = self._app.complaints.get(self.complaint)
        can_call = complaint is not None and has_contact(complaint) and not self._will_call()
        return (MUST_WORDS, CALL_ON) if can_call else (MUST_WORDS,)

    def suggested(self) -> Mapping[str, Raw]:
        """Start from what was kept before, and from tomorrow."""
        tomorrow = self._app.side_paths.today() + timedelta(days=1)
        return {CALL_ON.name: day_words(tomorrow), **super().suggested()}

    def commit(self, answers: Mapping[str, Raw]) -> str:
        """Keep why they left, and the promise to call."""
        told = said(self.questions(answers), answers, self._app.side_paths.today())
        self._app.side_paths.leave(self.complaint, told["words"], told.get(CALL_ON.name))
        return _("{what}: saved.").format(what=self.title())

    def _will_call(self) -> bool:
        promises = self._app.promises.of(self.complaint)
        return any(p.is_open and p.kind is PromiseKind.CALL for p in promises)


class HelpCard(FieldsCard):
    """Somebody needs help to be heard; what tells of health is kept only if they agree."""

    def __init__(self, app: App, complaint: str) -> None:
        super().__init__(
            complaint,
            name="needs_help",
            title=label(Path.NEEDS_HELP),
            note=N_(
                "Offer a quieter place and read aloud. Papers can be printed large. What tells "
                "of their health is kept only if they say yes."
            ),
            asked=(card_questions.NEEDS_HELP, card_questions.HELP_CONSENT),
            stored=app.complaints.get,
            write=lambda name, _asked, answers: app.intake.needs_help(name, answers),
        )

    def questions(self, answers: Mapping[str, Raw]) -> tuple[Question, ...]:
        """Ask for the consent where something of health is chosen, and only there."""
        chosen = answers.get(card_questions.NEEDS_HELP.name, ())
        return card_questions.needs_help(tuple(need for need in Help if need.value in chosen))


def wish_not_met_card(app: App, complaint: str) -> Card:
    """A wish we cannot meet: why, on what it rests, and what comes next."""
    return FieldsCard(
        complaint,
        name="wish_not_met",
        title=label(Path.WISH_NOT_MET),
        note=N_("Say no with a reason, what it rests on, and what they can do next."),
        asked=card_questions.WISH_NOT_MET,
        stored=app.complaints.get,
        write=app.intake.complete,
    )


def pace_at_end_card(app: App, complaint: str) -> Card:
    """How the talk ends."""
    return FieldsCard(
        complaint,
        name="pace_end",
        title=N_("Pace of talk at the end"),
        note=N_("The same five steps as at the beginning. It is for us only and never printed."),
        asked=card_questions.PACE_AT_END,
        stored=app.complaints.get,
        write=app.intake.complete,
    )
