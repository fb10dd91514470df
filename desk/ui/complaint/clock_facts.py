"""The clocks of a complaint, the customer's tier, and whether enough was looked at, as facts."""

from datetime import datetime

from desk.domain.complaint import Complaint
from desk.domain.effort import Effort
from desk.i18n import _
from desk.ui.clock_lines import clock_lines, effort_words
from desk.ui.complaint.facts import Fact, FactGroup


def clock_facts(
    complaint: Complaint, effort: Effort | None, now: datetime
) -> tuple[FactGroup, ...]:
    """Give them as a group of its own; none where there is nothing to tell."""
    facts = [
        Fact(f"clock_{name}", what, when, inside=False)
        for name, what, when in clock_lines(complaint, now)
    ]
    if complaint.tier:
        facts.append(Fact("tier", _("Customer tier"), complaint.tier, inside=True))
    if effort is not None:
        words = effort_words(effort)
        facts.append(Fact("effort", _("What was looked at"), words, inside=True))
    return (FactGroup(_("Clocks and weight"), tuple(facts)),) if facts else ()
