"""Values as people read them: answers by their labels, money with its sign, local moments."""

from datetime import UTC, date, datetime, tzinfo
from enum import Enum

from desk.domain import field_labels
from desk.domain.answers import Unreadable, member
from desk.domain.attachment import shown_name
from desk.domain.besides import BY_ENTITY
from desk.domain.complaint import ComplaintSummary, Stage
from desk.domain.op import Plain
from desk.domain.options import label
from desk.domain.own_field import OwnField, words_of
from desk.domain.questions import Form
from desk.domain.response import Outcome
from desk.domain.text import shortened
from desk.domain.timeline import Happening
from desk.i18n import LANGUAGES, N_, _, full_date, full_moment, language, money

LINE_LENGTH = 60

HAPPENINGS = {
    Happening.CHANGED: N_("Changed"),
    Happening.TICKED: N_("Ticked"),
    Happening.UNTICKED: N_("Tick taken back"),
    Happening.NOTED: N_("Note"),
    Happening.PAPER: N_("Paper"),
}
"""What happened, where it is not a stage."""


def field_label(field: str, entity: str = "complaint") -> str:
    """Give the words for a field in the language of the screen."""
    return _(field_labels.field_label(field, entity))


def happening(what: Happening, entity: str = "complaint") -> str:
    """Give the words for what happened to a kind of record."""
    if entity in BY_ENTITY:
        record = _(BY_ENTITY[entity].label)
        is_new = what is Happening.ADDED
        return record if is_new else _("{record}, changed").format(record=record)
    return _(HAPPENINGS[what]) if what in HAPPENINGS else _(label(Stage(what.value)))


def worded(
    field: str, value: Plain, currency: str, zone: tzinfo | None, entity: str = "complaint"
) -> str:
    """Write a value as an op holds it; nothing said is a dash."""
    if value is None or value in ("", []):
        return "–"
    if isinstance(value, list):
        return _(", ").join(worded(field, item, currency, zone, entity) for item in value)
    if field.endswith("_at"):
        return moment(datetime.fromisoformat(str(value)), zone)
    if field == "outcome":
        return _(label(Outcome(str(value))))
    question = field_labels.question_of(field, entity)
    if (entity, field) == ("attachment", "name"):
        return shown_name(str(value))  # as it really ends
    if question is None and field.endswith("_on"):
        return full_date(date.fromisoformat(str(value)), language())
    if question is None:
        return str(value)
    if question.form is Form.MONEY and isinstance(value, int):
        return money(value, currency, language())
    if question.form is Form.DAY:
        return full_date(date.fromisoformat(str(value)), language())
    if question.form is Form.LANGUAGE:
        return LANGUAGES.get(str(value), str(value))
    if question.options is None:
        return str(value)
    try:
        return _(label(member(question, str(value))))
    except Unreadable:
        return str(value)


def own_words(field: OwnField, value: str) -> str:
    """Write an answer to an own field."""
    match words_of(field, value, language()):
        case Enum() as answer:
            return _(label(answer))
        case date() as day:
            return full_date(day, language())
        case words:
            return str(words)


def moment(at: datetime, zone: tzinfo | None) -> str:
    """Write a moment to the minute, as the branch's clock showed it."""
    return full_moment(at.astimezone(zone or UTC), language())


def line_of(line: ComplaintSummary, zone: tzinfo | None) -> str:
    """Write a complaint as a line of a list."""
    day = line.arrived_at.astimezone(zone).date().isoformat()
    text = shortened(line.summary or line.story, LINE_LENGTH)
    return f"{line.reference}  {day}  {_(label(line.stage))}  {text}"
