"""What is known about a complaint, in words: question by question, in the order of the guide."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Any

from desk.domain.answers import Unreadable, member
from desk.domain.complaint import INSIDE_ONLY, Complaint
from desk.domain.guide import Step
from desk.domain.label import LANGUAGES
from desk.domain.op import Plain
from desk.domain.options import label
from desk.domain.own_field import OwnField, name_of, question_name, words_of
from desk.domain.questions import ASKED, Form, Question
from desk.i18n import _, language
from desk.ui import moments

_MINOR = 100
_NO_NAMES: Mapping[str, str] = {}


@dataclass(frozen=True, slots=True)
class Fact:
    """One answered question. `inside` facts are on no paper for the customer."""

    name: str
    label: str
    words: str
    inside: bool


@dataclass(frozen=True, slots=True)
class FactGroup:
    """The answers of one step of the guide."""

    title: str
    facts: tuple[Fact, ...]


def fact_groups(
    complaint: Complaint, today: date, currency: str, names: Mapping[str, str] = _NO_NAMES
) -> tuple[FactGroup, ...]:
    """Give everything that was answered; steps without an answer are left out.

    `names` are those of the category tree by code.
    """
    groups = []
    for step in Step:
        facts = tuple(
            Fact(
                q.name,
                _(q.label),
                names.get(words, words) if q.form is Form.CODE else words,
                q.name in INSIDE_ONLY,
            )
            for q in ASKED
            if q.step is step
            and (words := in_words(q, getattr(complaint, q.name), today, currency))
        )
        if facts:
            groups.append(FactGroup(f"{step.value} {_(label(step))}", facts))
    return tuple(groups)


def own_facts(said: Iterable[tuple[OwnField, str]], today: date) -> tuple[FactGroup, ...]:
    """Give the answers to own fields as a group of their own; none where nothing was said."""
    facts = tuple(
        Fact(question_name(field.code), name_of(field, language()), _own_words(field, value, today),
             inside=True)
        for field, value in said
    )  # fmt: skip
    return (FactGroup(_("More about it"), facts),) if facts else ()


def _own_words(field: OwnField, value: str, today: date) -> str:
    match words_of(field, value, language()):
        case Enum() as answer:
            return _(label(answer))
        case date() as day:
            return moments.plain_day(day, today)
        case words:
            return str(words)


def in_words(question: Question, value: Any, today: date, currency: str) -> str:
    """Write an answer as people read it, empty when nothing was said."""
    match value:
        case None | "" | ():
            return ""
        case tuple():
            return _(", ").join(_(label(item)) for item in value)
        case Enum():
            return _(label(value))
        case date():
            return moments.plain_day(value, today)
        case int() if question.form is Form.MONEY:
            return f"{value / _MINOR:,.2f} {currency}"
        case int() if question.form is Form.SCALE:
            return _("{value} of {highest}").format(value=value, highest=question.highest)
        case str() if question.form is Form.LANGUAGE:
            return LANGUAGES.get(value, value)
        case _:
            return str(value)


def plain_in_words(question: Question, held: Plain, today: date, currency: str) -> str:
    """Write a value as an op holds it; what this desk cannot read is shown as it is."""
    try:
        return in_words(question, _value(question, held), today, currency)
    except (Unreadable, ValueError, TypeError):
        return str(held)


def _value(question: Question, held: Plain) -> Any:
    if held is None or held in ("", []):
        return None
    match question.form:
        case Form.CHOICE:
            return member(question, str(held))
        case Form.CHOICES:
            return tuple(member(question, code) for code in _texts(held))
        case Form.DAY:
            return date.fromisoformat(str(held))
        case Form.MONEY | Form.SCALE:
            return int(str(held))
        case _:
            return held


def _texts(held: Plain) -> Sequence[str]:
    return held if isinstance(held, list) else (str(held),)
