"""Days in the guide, written as people write them and read back just as they were written."""

from datetime import date

from PySide6.QtCore import QDate, QLocale

from desk.i18n import language

_PATTERN = {"zh_CN": "yyyy年M月d日（ddd）"}


def day_words(day: date) -> str:
    """Write a day with weekday and year: ``Thu 26 Nov 2026``, 2026年11月26日（周四）.

    The same as on paper; with the year, so that a draft taken up next year means the same day.
    """
    pattern = _PATTERN.get(language(), "ddd d MMM yyyy")
    return QLocale(language()).toString(QDate(day.year, day.month, day.day), pattern)
