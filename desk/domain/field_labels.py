"""What every field of a complaint is called, asked for or not."""

from desk.domain.label import N_
from desk.domain.questions import BY_NAME

NOT_ASKED = {
    "priority": N_("Priority"),
    "first_word_due_at": N_("First reply due"),
    "progress_due_at": N_("Progress word due"),
    "final_due_at": N_("Final answer due"),
    "outcome": N_("Outcome"),
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


def field_label(field: str) -> str:
    """Give a field's marked label; the name itself of a field that has none."""
    if field in BY_NAME:
        return BY_NAME[field].label
    return NOT_ASKED.get(field) or _BY_DESK.get(field, field)
