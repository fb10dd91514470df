"""Own fields: up to twenty questions an organisation adds by itself, and their answers as text.

A choice is kept as its whole line, ``Red | 红色``: whatever becomes of the list, an old answer
reads in both languages and is found in both.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from desk.domain.complaint import Known
from desk.domain.identity import derived_id
from desk.domain.label import N_
from desk.domain.question import Form, Question
from desk.domain.sentence import Sentence, sentence

MOST = 20
"""How many own fields may be in use."""
MOST_OPTIONS = 9
"""How many choices digits tell apart."""
LONGEST = 60
"""How long a name or a choice may be in one language, in characters."""


class OwnForm(StrEnum):
    """What the answer to an own field looks like."""

    TEXT = "text"
    CHOICE = "choice"
    NUMBER = "number"
    DAY = "day"
    YES_NO = "yes_no"


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnField:
    """One own field. `options` are the choices, one a line; a retired one stays on old records."""

    id: str
    code: str = ""
    form: OwnForm = OwnForm.TEXT
    en: str = ""
    zh: str = ""
    options: str = ""
    position: int = 0
    retired: bool = False
    heads: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnValue:
    """One complaint's answer to an own field, as text: days as 2026-11-23, yes or no, numbers.

    `field` is the field's code.
    """

    id: str
    complaint: str
    field: str = ""
    value: str = ""
    heads: tuple[str, ...] = ()


def field_id(code: str) -> str:
    """Name the record of a field: the same in every branch."""
    return derived_id("own_field", code)


def value_id(complaint: str, code: str) -> str:
    """Name the record of an answer: one for each complaint and field."""
    return derived_id("own_value", complaint, code)


def name_of(field: OwnField, language: str) -> str:
    """Give a field's name in a language, in the other one where it has none."""
    first, second = (field.zh, field.en) if language.startswith("zh") else (field.en, field.zh)
    return first or second or field.code


def in_order(fields: Iterable[OwnField]) -> tuple[OwnField, ...]:
    """Sort fields as people read them: by position, retired ones last."""
    return tuple(sorted(fields, key=lambda field: (field.retired, field.position, field.code)))


def in_use(fields: Iterable[OwnField]) -> tuple[OwnField, ...]:
    """Give the fields that are asked."""
    return tuple(field for field in in_order(fields) if not field.retired)


def options_of(field: OwnField) -> tuple[str, ...]:
    """Give the choices of a field, each as its whole line."""
    return tuple(tidy for line in field.options.split("\n") if (tidy := tidy_option(line)))


def tidy_option(line: str) -> str:
    """Write a choice one way: ``Red|红色`` as ``Red | 红色``; one language may do."""
    return " | ".join(filter(None, (" ".join(part.split()) for part in line.split("|")[:2])))


def said(option: str, language: str) -> str:
    """Give a choice in one language."""
    en, _bar, zh = option.partition(" | ")
    return (zh or en) if language.startswith("zh") else en


def question(field: OwnField, language: str, *, held: str = "") -> Question:
    """Ask an own field; a choice that is `held` is offered even where the list lacks it now."""
    name, words = question_name(field.code), name_of(field, language)
    match field.form:
        case OwnForm.CHOICE:
            known = options_of(field)
            lines = known if not held or held in known else (*known, held)
            offers = tuple((line, said(line, language)) for line in lines)
            return Question(name=name, form=Form.CODE, label=words, optional=True, offers=offers)
        case OwnForm.YES_NO:
            return Question(
                name=name, form=Form.CHOICE, label=words, optional=True, options=Known,
                without=frozenset({Known.UNKNOWN}),
            )  # fmt: skip
        case _:
            form = _FORMS[field.form]
            return Question(name=name, form=form, label=words, optional=True, problem=_HOW[form])


_FORMS = {OwnForm.TEXT: Form.LINE, OwnForm.NUMBER: Form.NUMBER, OwnForm.DAY: Form.DAY}
_HOW = {
    Form.LINE: "",
    Form.NUMBER: N_("Write a number such as 12 or 12.5"),
    Form.DAY: N_("Write the day as t (today), y (yesterday), -3, 16/11 or a date"),
}


def question_name(code: str) -> str:
    """Name the question of a field, so that it is never one of the guide's."""
    return f"own_{code}"


def plain_value(read: Any) -> str:  # noqa: ANN401 - whatever a question is answered with
    """Write an answer as it is kept."""
    match read:
        case None:
            return ""
        case Known():
            return read.value
        case date():
            return read.isoformat()
        case _:
            return str(read)


def raw_value(field: OwnField, value: str) -> str | tuple[str, ...]:
    """Write a kept answer as a form shows it."""
    return (value,) if value and field.form in {OwnForm.CHOICE, OwnForm.YES_NO} else value


def words_of(field: OwnField, value: str, language: str) -> str | Known | date:
    """Give a kept answer for people: words, a yes or no still to be translated, or a day.

    What cannot be read as the field's form asks is given as it stands.
    """
    match field.form:
        case OwnForm.YES_NO if value in set(Known):
            return Known(value)
        case OwnForm.DAY:
            try:
                return date.fromisoformat(value)
            except ValueError:
                return value
        case OwnForm.CHOICE:
            return said(value, language)
        case _:
            return value


def code_of(en: str, zh: str) -> str:
    """Make a code of a name; the same name gives the same code in every branch."""
    slug = re.sub(r"[^a-z0-9]+", "_", en.casefold()).strip("_")[:24].strip("_")
    return slug or f"f{derived_id(zh)[:8].casefold().replace('-', '_')}"


def faults(field: OwnField, others: Mapping[str, OwnField]) -> Iterator[Sentence]:
    """Say what is wrong with a field beside the others, which are held by their codes."""
    if not (field.en or field.zh):
        yield sentence(N_("The field has no name in either language."))
    for words in (field.en, field.zh, *options_of(field)):
        if max(map(len, words.split(" | "))) > LONGEST:
            yield sentence(
                N_("“{name}” is longer than {n} characters."), name=words[:LONGEST], n=LONGEST
            )
    if field.form is OwnForm.CHOICE:
        yield from _options(options_of(field))
    if field.retired:
        return
    asked = [other for other in others.values() if not other.retired and other.code != field.code]
    if len(asked) >= MOST:
        text = N_("There are {n} own fields already, and more would be asked by nobody. "
                  "Retire one first; what it says on old records stays.")  # fmt: skip
        yield sentence(text, n=MOST)
    names = {words.casefold() for other in asked for words in (other.en, other.zh) if words}
    for words in (field.en, field.zh):
        if words and words.casefold() in names:
            yield sentence(N_("There is an own field called “{name}” already."), name=words)


def _options(options: tuple[str, ...]) -> Iterator[Sentence]:
    if len(options) < 2:
        yield sentence(N_("A choice needs two answers or more, each on a line of its own."))
    if len(options) > MOST_OPTIONS:
        yield sentence(N_("Digits choose among {n} answers at most."), n=MOST_OPTIONS)
    if len(set(options)) < len(options):
        yield sentence(N_("The same answer stands there twice."))
