"""Priorities in words: what each is called, and the rule it follows."""

from desk.domain.label import N_

PRIORITIES = {
    1: N_("P1, urgent"),
    2: N_("P2, pressing"),
    3: N_("P3, ordinary"),
}
"""In short; a customer may read it."""

PRIORITY_RULES = {
    1: N_(
        "P1, urgent: somebody is or may be at risk, or it is critical. First reply within 24 hours."
    ),
    2: N_(
        "P2, pressing: serious, many affected, or open before. First reply within 3 working days."
    ),
    3: N_("P3, ordinary: everything else. First reply within 3 working days."),
}
"""With the rule (ux.md §5)."""


def in_short(priority: int | None) -> str:
    """Give a priority's marked name; nothing for none."""
    return PRIORITIES.get(priority or 0, "")


def rule_of(priority: int | None) -> str:
    """Give a priority's marked rule; nothing for none."""
    return PRIORITY_RULES.get(priority or 0, "")
