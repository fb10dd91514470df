"""Answers as typed: reading them into a complaint, writing them back, and suggesting some.

Raw answers are what a draft keeps: a text as typed, or a tuple of codes. What cannot be read
yet (half a date) stays in the draft and is named, never lost and never guessed.
"""

import dataclasses
import re
import unicodedata
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation
from enum import Enum, IntEnum
from typing import Any

from desk.domain.category_node import belongs
from desk.domain.complaint import Channel, Complaint
from desk.domain.label import LANGUAGES
from desk.domain.questions import BY_NAME, QUESTIONS, Form, Question
from desk.domain.text import storable

CHOSEN = frozenset({Form.CHOICE, Form.CHOICES, Form.SCALE, Form.CODE})
"""Forms whose answers are codes."""

Raw = str | tuple[str, ...]
Answers = Mapping[str, Raw]


class Unreadable(ValueError):
    """An answer is not (yet) what the question asks for."""


@dataclasses.dataclass(frozen=True, slots=True)
class Filled:
    """A complaint with the answers in it, and the fields whose answers could not be read."""

    complaint: Complaint
    unreadable: tuple[str, ...]


def fill(complaint: Complaint, answers: Answers, today: date) -> Filled:
    """Read raw answers into a complaint; days are read as seen from `today`."""
    read, unreadable = read_answers(BY_NAME, answers, today)
    if complaint.received_at is not None:
        read.pop("kind", None)  # what was taken in changes its kind only with a reason
    filled = dataclasses.replace(complaint, **read)
    if filled.subcategory and not belongs(filled.subcategory, filled.category):
        filled = dataclasses.replace(filled, subcategory="")
    if filled.channel is Channel.EMAIL and filled.email and not is_email(filled.email):
        unreadable.append("email")  # kept all the same: it is what the customer gave
    return Filled(filled, tuple(unreadable))


def read_answers(
    questions: Mapping[str, Question], answers: Answers, today: date
) -> tuple[dict[str, Any], list[str]]:
    """Read raw answers to any questions: the values by name, and the names that cannot be read.

    Answers nobody asks for here are left alone.
    """
    read: dict[str, Any] = {}
    unreadable = []
    for name, raw in answers.items():
        if name not in questions:
            continue
        try:
            read[name] = _read(questions[name], raw, today)
        except Unreadable:
            unreadable.append(name)
    return read, unreadable


def is_email(text: str) -> bool:
    """Tell whether a letter could be sent there: something on both sides of an @, no more."""
    before, at, after = unicodedata.normalize("NFKC", text).strip().partition("@")
    return bool(before and at and after)


def as_answers(complaint: Complaint) -> dict[str, Raw]:
    """Write what a complaint says as raw answers, leaving out what was not said."""
    return as_raw(QUESTIONS, complaint)


def as_raw(questions: Iterable[Question], record: object) -> dict[str, Raw]:
    """Write what a record says as raw answers to its questions, leaving out what was not said."""
    written = {q.name: _write(q, getattr(record, q.name)) for q in questions}
    return {name: raw for name, raw in written.items() if raw}


def _read(question: Question, raw: Raw, today: date) -> Any:  # noqa: ANN401 - any field's value
    codes = (raw,) if isinstance(raw, str) else raw
    match question.form:
        case Form.STORY | Form.LINE:
            text = storable(str(codes[0]) if codes else "")
            return text.strip() if question.form is Form.LINE else text
        case Form.LANGUAGE:
            return _one_of(LANGUAGES, codes[0]) if codes and codes[0] else ""
        case Form.SCALE:
            marks = [str(mark) for mark in range(1, question.highest + 1)]
            return int(_one_of(marks, codes[0])) if codes and codes[0] else None
        case Form.CHOICE:
            return member(question, codes[0]) if codes and codes[0] else None
        case Form.CHOICES:
            return tuple(member(question, code) for code in codes if code)
        case Form.DAY:
            return read_day(codes[0] if codes else "", today)
        case Form.MONEY:
            return read_money(codes[0] if codes else "")
        case Form.TIME:
            return read_time(codes[0] if codes else "")
        case Form.NUMBER:
            return read_number(codes[0] if codes else "")
        case Form.CODE:
            offered = [code for code, _words in question.offers]
            said = storable(codes[0]) if codes else ""
            return _one_of(offered, said) if said and offered else said


def _one_of(known: Iterable[str], code: str) -> str:
    if code not in known:
        raise Unreadable(code)
    return code


def member(question: Question, code: str) -> Enum:
    """Give the option with a code. Raises Unreadable for a code the question does not have."""
    kind = question.options
    if kind is None:
        raise Unreadable(code)
    try:
        return kind(int(code)) if issubclass(kind, IntEnum) else kind(code)
    except ValueError as error:
        raise Unreadable(code) from error


def _write(question: Question, value: Any) -> Raw:  # noqa: ANN401 - any field's value
    match value:
        case None | "" | ():
            return () if question.form in CHOSEN else ""
        case tuple():
            return tuple(str(item.value) for item in value)
        case Enum():
            return (str(value.value),)
        case date():
            return value.isoformat()
        case int() if question.form is Form.MONEY:
            return f"{Decimal(value) / 100:.2f}"
        case int():
            return (str(value),)
        case _ if question.form in {Form.LANGUAGE, Form.CODE}:
            return (str(value),)
        case _:
            return str(value)


_DAYS_AGO = re.compile(r"-(\d{1,3})")
_AHEAD = re.compile(r"\+(\d{1,3})")
_YEAR_FIRST = re.compile(r"(\d{4})\D(\d{1,2})\D(\d{1,2})\D?")
_DAY_FIRST = re.compile(r"(\d{1,2})[/. -](\d{1,2})(?:[/. -](\d{2}|\d{4}))?")
_CHINESE = re.compile(r"(\d{1,2})月(\d{1,2})[日号]?")
_NAMED = re.compile(r"(\d{1,2}) ?([a-z]{3})[a-z]*\.?(?: (\d{4}))?")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WEEKDAY = re.compile(
    r"^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*[.,]? (?=\d)"
    r"| ?\(?(?:周|星期|礼拜)[一二三四五六日天]\)?$"
)
_WORDS = {
    "t": 0, "today": 0, "今天": 0, "y": -1, "yesterday": -1, "昨天": -1, "前天": -2,
    "tomorrow": 1, "明天": 1, "后天": 2,
}  # fmt: skip


def read_day(text: str, today: date) -> date | None:
    """Read a day in any common form; None for no text.

    ``t`` today, ``y`` yesterday, ``-3`` three days ago, ``+3`` in three days, ``16/11`` (day
    first), ``2026-11-16``, 11月16日, ``16 Nov``. A day without a year is the nearest such day;
    a weekday beside the day says nothing: ``Thu 26 Nov 2026``, 2026年11月26日（周四）.
    Raises Unreadable.
    """
    said = _WEEKDAY.sub("", unicodedata.normalize("NFKC", text).strip().casefold())
    if not said:
        return None
    if said in _WORDS:
        return today + timedelta(days=_WORDS[said])
    if found := _DAYS_AGO.fullmatch(said):
        return today - timedelta(days=int(found[1]))
    if found := _AHEAD.fullmatch(said):
        return today + timedelta(days=int(found[1]))
    if found := _YEAR_FIRST.fullmatch(said):
        return _day(int(found[1]), int(found[2]), int(found[3]))
    if found := _CHINESE.fullmatch(said):
        return _nearest(int(found[1]), int(found[2]), today)
    if found := _DAY_FIRST.fullmatch(said):
        if not found[3]:
            return _nearest(int(found[2]), int(found[1]), today)
        year = int(found[3])
        return _day(year + 2000 if year < 100 else year, int(found[2]), int(found[1]))
    if (found := _NAMED.fullmatch(said)) and found[2] in _MONTHS:
        month = _MONTHS.index(found[2]) + 1
        if found[3]:
            return _day(int(found[3]), month, int(found[1]))
        return _nearest(month, int(found[1]), today)
    raise Unreadable(text)


def _day(year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError as error:
        raise Unreadable(f"{year}-{month}-{day}") from error


def _nearest(month: int, day: int, today: date) -> date:
    around = []
    for year in (today.year - 1, today.year, today.year + 1):
        try:
            around.append(date(year, month, day))
        except ValueError:
            continue
    if not around:
        raise Unreadable(f"{month}-{day}")
    return min(around, key=lambda found: abs(found - today))


_TIME = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?")
_AFTERNOON = re.compile(r" ?pm$|^下午")
_MORNING = re.compile(r" ?am$|^上午")


def read_time(text: str) -> str:
    """Read a time of day such as ``14:30``, ``9``, ``2pm`` or 下午2:30 into ``14:30``; "" for none.

    Raises Unreadable.
    """
    said = unicodedata.normalize("NFKC", text).strip().casefold().replace("点", ":00")
    if not said:
        return ""
    later = bool(_AFTERNOON.search(said))
    found = _TIME.fullmatch(_MORNING.sub("", _AFTERNOON.sub("", said)))
    if not found:
        raise Unreadable(text)
    hour, minute = int(found[1]), int(found[2] or 0)
    hour += 12 if later and hour < 12 else 0
    if hour > 23 or minute > 59:
        raise Unreadable(text)
    return f"{hour:02d}:{minute:02d}"


_NUMBER = re.compile(r"-?\d{1,15}(\.\d{1,6})?")


def read_number(text: str) -> str:
    """Read a number such as ``12``, ``-3.50`` or １２ into plain digits; "" for none.

    Raises Unreadable; a comma may part thousands or decimals, so it says neither.
    """
    said = unicodedata.normalize("NFKC", text).strip().replace("\u2212", "-")
    if said and not _NUMBER.fullmatch(said):
        raise Unreadable(text)
    return said


_THOUSANDS = re.compile(r"\d{1,3}(,\d{3})+(\.\d*)?")

MOST_MONEY = 10**13
"""More minor units than any counter pays; keeps a mistyped amount out of 64-bit columns."""


def read_money(text: str) -> int | None:
    """Read an amount such as ``12.50``, ``1,234``, ¥12 into minor units; None for no text.

    Raises Unreadable for anything else, more than two decimals, a negative amount, or a comma that
    does not part thousands: ``12,50`` is twelve and a half where commas are decimal, never 1,250.
    """
    said = unicodedata.normalize("NFKC", text).strip().strip("¥$€£元 ")
    if not said:
        return None
    if "," in said and not _THOUSANDS.fullmatch(said):
        raise Unreadable(text)
    said = said.replace(",", "")
    try:
        minor = Decimal(said) * 100
    except InvalidOperation as error:
        raise Unreadable(text) from error
    if not minor.is_finite() or minor != minor.to_integral_value() or not 0 <= minor < MOST_MONEY:
        raise Unreadable(text)
    return int(minor)
