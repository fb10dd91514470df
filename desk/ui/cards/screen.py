"""What a card shows, as values: computed from the card and what was typed, drawn by the panel."""

from collections.abc import Mapping
from dataclasses import dataclass

from desk.domain.answers import Raw
from desk.domain.guide import Avoid
from desk.domain.options import Choice, choices, languages, scale
from desk.domain.questions import Form, Question
from desk.i18n import _
from desk.ui.better_words import TOLD_CUSTOMER, better_words
from desk.ui.cards.card import Card, CardLine
from desk.ui.guide.field_screen import FieldScreen


@dataclass(frozen=True, slots=True)
class CardScreen:
    """The whole card; `problems` are (field, words) as they stand at the fields."""

    name: str
    title: str
    note: str
    lines: tuple[CardLine, ...]
    rows: tuple[tuple[FieldScreen, ...], ...]
    problems: tuple[tuple[str, str], ...]
    commit_label: str


def card_screen(
    card: Card,
    answers: Mapping[str, Raw],
    problems: tuple[str, ...],
    avoid: tuple[Avoid, ...] = (),
) -> CardScreen:
    """Draw a card up in the language of the screen; `avoid` are words that harm a customer."""
    asked = card.questions(answers)
    return CardScreen(
        name=card.name,
        title=card.title(),
        note=card.note(),
        lines=card.lines(),
        rows=tuple(
            (
                _field(
                    q,
                    answers,
                    avoid,
                    is_problem=q.name in problems,
                    hint=card.hint(q.name, answers),
                ),
            )
            for q in asked
        ),
        problems=tuple((q.name, problem_words(q)) for q in asked if q.name in problems),
        commit_label=card.commit_label(),
    )


def problem_words(question: Question) -> str:
    """Say what to do about a question: the same at its field and in the list on top."""
    return _(question.problem or question.label)


def _field(
    question: Question,
    answers: Mapping[str, Raw],
    avoid: tuple[Avoid, ...],
    *,
    is_problem: bool,
    hint: str,
) -> FieldScreen:
    said = answers.get(question.name, "") if question.name in TOLD_CUSTOMER else ""
    return FieldScreen(
        name=question.name,
        form=question.form,
        label=_(question.label),
        options=_options(question),
        most=question.most,
        value=answers.get(question.name, ""),
        suggested=False,
        optional=question.optional,
        for_closing=False,
        asked=True,
        problem=problem_words(question) if is_problem else "",
        hint=hint or (better_words(said, avoid) if isinstance(said, str) else ""),
    )


def _options(question: Question) -> tuple[Choice, ...]:
    if question.form is Form.LANGUAGE:
        return languages()
    if question.form is Form.CODE:
        return tuple(Choice(str(n), *told) for n, told in enumerate(question.offers, 1))
    if question.form is Form.SCALE:
        offered = scale(question.name, question.highest)
    elif question.options is not None:
        offered = choices(question.options, without=question.without)
    else:
        return ()
    return tuple(Choice(c.digit, c.code, _(c.label) if c.label else "") for c in offered)
