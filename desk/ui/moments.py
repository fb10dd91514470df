"""Moments as a counter says them: today, yesterday, since Friday, in 1 h 18 min."""

from datetime import date, datetime, timedelta
from functools import lru_cache

from PySide6.QtCore import QDate, QLocale

from desk.i18n import _, language, ngettext

_DAY = {"zh_CN": "M月d日"}
_DAY_OF_YEAR = {"zh_CN": "yyyy年M月d日"}
_MINUTE = timedelta(minutes=1)


def clock(at: datetime) -> str:
    """Write the time of a local moment: ``10:42``."""
    return f"{at:%H:%M}"


def weekday(day: date) -> str:
    """Write the short name of a weekday: ``Thu``, 周四."""
    return QLocale(language()).dayName(day.isoweekday(), QLocale.FormatType.ShortFormat)


def plain_day(day: date, today: date) -> str:
    """Write a day, its year only when that is another: ``16 Nov``, ``16 Nov 2025``, 11月16日."""
    pattern = (
        _DAY.get(language(), "d MMM")
        if day.year == today.year
        else _DAY_OF_YEAR.get(language(), "d MMM yyyy")
    )
    return _written(day, pattern, language())


@lru_cache(maxsize=1000)
def _written(day: date, pattern: str, code: str) -> str:
    # Kept, because a list writes some hundred days of which many are the same.
    return QLocale(code).toString(QDate(day.year, day.month, day.day), pattern)


def near_day(day: date, today: date) -> str:
    """Write a day as it is said: today, tomorrow, yesterday, a weekday within six days, a date."""
    match (day - today).days:
        case 0:
            return _("today")
        case 1:
            return _("tomorrow")
        case -1:
            return _("yesterday")
        case days if abs(days) < 7:
            return weekday(day)
        case _:
            return plain_day(day, today)


def came(at: datetime, now: datetime) -> str:
    """Write when somebody came, for a list: ``10:42`` today, ``Fri 16:05``, ``16 Nov 09:12``."""
    at = at.astimezone(now.tzinfo)
    if at.date() == now.date():
        return clock(at)
    if 0 < (now.date() - at.date()).days < 7:
        return f"{weekday(at.date())} {clock(at)}"
    return f"{plain_day(at.date(), now.date())} {clock(at)}"


def full(at: datetime, now: datetime) -> str:
    """Write a moment with its weekday: ``Mon 23 Nov 10:42``."""
    at = at.astimezone(now.tzinfo)
    return f"{weekday(at.date())} {plain_day(at.date(), now.date())} {clock(at)}"


def span(length: timedelta) -> str:
    """Write a length of time in its two largest units: ``6 min``, ``1 h 18 min``, ``3 days``."""
    minutes = max(0, length // _MINUTE)
    if minutes < 60:
        return _("{minutes} min").format(minutes=minutes)
    if minutes < 24 * 60:
        return _("{hours} h {minutes} min").format(hours=minutes // 60, minutes=minutes % 60)
    days = minutes // (24 * 60)
    return ngettext("{count} day", "{count} days", days).format(count=days)


def due(at: datetime, now: datetime) -> str:
    """Write when something is due, or since when it is overdue, with a sign."""
    at = at.astimezone(now.tzinfo)
    if now > at:
        if at.date() == now.date():
            return _("! overdue since {when}").format(when=clock(at))
        return _("! overdue since {when}").format(when=near_day(at.date(), now.date()))
    if at.date() == now.date():
        return _("due {time}, in {span}").format(time=clock(at), span=span(at - now))
    return _("due {day}").format(day=near_day(at.date(), now.date()))
