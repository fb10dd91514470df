"""The printed table of priorities as people read it, with the times the settings say."""

from desk.domain.priorities import PRIORITY_ROWS
from desk.domain.settings import Settings
from desk.i18n import _, ngettext


def priority_table(settings: Settings) -> tuple[tuple[int, str], ...]:
    """Give every row of the table in order: the priority, and its rule with the first reply."""
    return tuple((number, priority_rule(number, settings)) for number in PRIORITY_ROWS)


def priority_rule(priority: int | None, settings: Settings) -> str:
    """Give a priority's rule and by when its first reply is due; nothing for none."""
    if priority not in PRIORITY_ROWS:
        return ""
    if priority == 1:
        count = settings.urgent_hours
        due = ngettext(
            "First reply within {count} hour.", "First reply within {count} hours.", count
        )
    else:
        count = settings.first_word_days
        due = ngettext(
            "First reply within {count} working day.",
            "First reply within {count} working days.",
            count,
        )
    return _("{rule} {due}").format(rule=_(PRIORITY_ROWS[priority]), due=due.format(count=count))
