"""Priorities in words: what each is called, and the rule it follows."""

from desk.domain.label import N_

PRIORITIES = {
    1: N_("P1, urgent"),
    2: N_("P2, pressing"),
    3: N_("P3, ordinary"),
}
"""In short; a customer may read it."""

PRIORITY_ROWS = {
    1: N_("P1, urgent: somebody is or may be at risk, or it is critical."),
    2: N_("P2, pressing: serious, many affected, or open before."),
    3: N_("P3, ordinary: everything else."),
}
"""The printed table in words: from the top, the first row that holds gives the priority."""


def in_short(priority: int | None) -> str:
    """Give a priority's marked name; nothing for none."""
    return PRIORITIES.get(priority or 0, "")
