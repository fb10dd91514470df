"""What every field of a complaint is called, asked for or not."""

from enum import Enum
from typing import get_args, get_type_hints

from desk.domain.label import N_
from desk.domain.questions import BY_NAME, Form, Question

NOT_ASKED = {
    "priority": N_("Priority"),
    "priority_by_hand": N_("Priority by hand"),
    "priority_reason": N_("Why this priority?"),
    "immediate": N_("Must something be done at once?"),
    "tier": N_("Customer tier"),
    "first_word_due_at": N_("First reply due"),
    "statutory_due_at": N_("15 days by law end"),
    "paused_at": N_("Waiting for somebody since"),
    "help_consent": N_("May we keep what they need for their health?"),
    "progress_due_at": N_("Progress word due"),
    "final_due_at": N_("Final answer due"),
    "outcome": N_("Outcome"),
    "repeat": N_("Once or again?"),
    "reopened_at": N_("Opened again"),
    "source": N_("Source"),
}
"""Labels of fields nobody is asked for and everybody may read."""

_BY_DESK = {
    "reference": N_("Reference"),
    "handler": N_("Handler"),
    "branch": N_("Branch code"),
    "stage": N_("Stage"),
    "arrived_at": N_("Arrived"),
    "received_at": N_("Received"),
    "acknowledged_at": N_("Acknowledged"),
    "investigated_at": N_("Investigated"),
    "responded_at": N_("Responded"),
    "closed_at": N_("Closed"),
}


def question_of(field: str, entity: str = "complaint") -> Question | None:
    """Give the question a field of a kind of record answers, if it is asked for.

    A choice that desk itself makes in a record beside a complaint is told as if it were asked.
    """
    if entity == "complaint":
        return BY_NAME.get(field)
    from desk.domain.besides import BY_ENTITY  # the first picture needs none of them

    if asked := next((q for q in BY_ENTITY[entity].asked if q.name == field), None):
        return asked
    kind = options_of(field, entity)
    return Question(name=field, form=Form.CHOICE, label=field, options=kind) if kind else None


def options_of(field: str, entity: str) -> type[Enum] | None:
    """Give the enumeration a field of a record beside complaints holds, if it holds one."""
    from desk.domain.besides import BY_ENTITY

    hint = get_type_hints(BY_ENTITY[entity].kind).get(field)
    kinds = get_args(hint) or (hint,)
    return next((k for k in kinds if isinstance(k, type) and issubclass(k, Enum)), None)


def field_label(field: str, entity: str = "complaint") -> str:
    """Give a field's marked label; the name itself of a field that has none."""
    asked = question_of(field, entity)
    if asked is not None and asked.label != field:
        return asked.label
    if entity != "complaint":
        from desk.domain.beside_labels import FIELDS

        return FIELDS.get(f"{entity}.{field}") or FIELDS.get(field, field)
    return NOT_ASKED.get(field) or _BY_DESK.get(field, field)
