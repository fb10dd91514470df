"""The sentence under a promised day on which nobody is there."""

from datetime import date

from desk.domain.deadline import WorkCalendar
from desk.domain.promised_day import can_be_promised
from desk.domain.settings import Settings
from desk.i18n import _
from desk.ui.guide.days import day_words


def closed_words(day: date | None, calendar: WorkCalendar, settings: Settings) -> str:
    """Warn of a day the branch is closed that is no working day either; nothing for others."""
    if day is None or can_be_promised(day, calendar, settings.open_weekdays):
        return ""
    return _("{day}: closed, and no working day. Choose another day.").format(day=day_words(day))
