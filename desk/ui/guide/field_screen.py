"""One question of the guide as the form shows it: what stands there, and what is to be said."""

from dataclasses import dataclass
from enum import Enum

from desk.domain.guide import NEEDED_TO_CLOSE
from desk.domain.label import N_
from desk.domain.options import Choice, choices, languages, not_offered, scale
from desk.domain.promised_day import PROMISED
from desk.domain.questions import Form, Question, is_asked
from desk.i18n import _
from desk.ui.better_words import TOLD_CUSTOMER, better_words
from desk.ui.guide.days import day_words
from desk.ui.guide.fields import PAPER
from desk.ui.guide.problems import problem_words
from desk.ui.guide.situation import Situation
from desk.ui.promised_day import closed_words

PAPERS = (
    Choice("1", "receipt", N_("Receipt")),
    Choice("2", "letter", N_("Letter")),
    Choice("3", "both", N_("Both")),
    Choice("4", "none", N_("None")),
)


@dataclass(frozen=True, slots=True)
class FieldScreen:
    """One question as it stands: `value` raw, `problem` and `hint` in words, both may be empty.

    `for_closing`: nothing but closing needs an answer.
    """

    name: str
    form: Form
    label: str
    options: tuple[Choice, ...]
    most: int
    value: str | tuple[str, ...]
    suggested: bool
    optional: bool
    for_closing: bool
    asked: bool
    problem: str
    hint: str


def field_screen(question: Question, situation: Situation) -> FieldScreen:
    """Show a question with its answer, or what desk suggests."""
    is_problem = question.name in situation.problems
    is_unreadable = question.name in situation.unreadable
    problem = problem_words(question.name, unreadable=is_unreadable)
    options = _options(question, situation)
    return FieldScreen(
        name=question.name,
        form=question.form,
        label=_(question.label),
        options=options,
        most=question.most,
        value=situation.answers.get(question.name, ""),
        suggested=question.name in situation.suggested,
        optional=question.optional,
        for_closing=question.name in NEEDED_TO_CLOSE,
        asked=is_asked(question.name, situation.complaint)
        and (question.form is not Form.CODE or bool(options)),
        problem=problem if is_problem else "",
        hint=problem if is_unreadable and not is_problem else _hint(question, situation),
    )


def paper_screen(situation: Situation) -> FieldScreen:
    """Show the choice of paper on the last page."""
    return FieldScreen(
        name=PAPER,
        form=Form.CHOICE,
        label=_("Paper"),
        options=tuple(Choice(c.digit, c.code, _(c.label)) for c in PAPERS),
        most=1,
        value=situation.draft.answers.get(PAPER, ("receipt",)),
        suggested=PAPER not in situation.draft.answers,
        optional=False,
        for_closing=False,
        asked=True,
        problem="",
        hint="",
    )


def _options(question: Question, situation: Situation) -> tuple[Choice, ...]:
    if question.form is Form.LANGUAGE:
        return languages()
    if question.form is Form.CODE:
        return _kinds(situation)
    if question.form is Form.SCALE:
        offered = scale(question.name, question.highest)
    elif question.options is not None:
        offered = choices(
            question.options, without=question.without | _retired(question, situation)
        )
    else:
        return ()
    # gettext gives a catalogue's header for no words
    return tuple(Choice(c.digit, c.code, _(c.label) if c.label else "") for c in offered)


def _kinds(situation: Situation) -> tuple[Choice, ...]:
    """Give the kinds of the category chosen: those of today, and the one that is held already."""
    category, around = situation.complaint.category, situation.around
    if category is None:
        return ()
    held = situation.complaint.subcategory
    day = around.now.date()
    return around.tree.offered(category, day, around.screen_language, held=held)


def _retired(question: Question, situation: Situation) -> frozenset[Enum]:
    """Give the answers that are offered no more; what is held already stays."""
    if question.name != "category":
        held = getattr(situation.complaint, question.name)
        said = situation.around.settings.not_offered
        gone = not_offered(said, question.options) if said and question.options else frozenset()
        return gone - (frozenset(held) if isinstance(held, tuple) else {held})
    return situation.around.tree.retired(situation.around.now.date()) - {
        situation.complaint.category
    }


def _hint(question: Question, situation: Situation) -> str:
    """Say how a day was read, so that 16/11 is seen to be the day that was meant.

    Under words for the customer, say what to write instead of what harms (features.md G8).
    """
    if question.name in TOLD_CUSTOMER:
        around = situation.around
        said = getattr(situation.complaint, question.name)
        return better_words(said, (*around.words.avoid, *around.guide.avoid))
    if question.form is not Form.DAY:
        return ""
    day = getattr(situation.complaint, question.name)
    if question.name in PROMISED:
        around = situation.around
        if closed := closed_words(day, around.calendar, around.settings):
            return closed
    words = day_words(day) if day is not None else ""
    return "" if situation.answers.get(question.name) == words else words
