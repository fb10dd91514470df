"""The figures of a week as lines for the screen, beside those of the week before."""

from dataclasses import dataclass

from desk.domain.report import Figures, Period
from desk.domain.report_lines import LINES, SECTIONS, FigureLine, Measure
from desk.i18n import _, ngettext
from desk.ui import moments

_MINOR = 100


@dataclass(frozen=True, slots=True)
class ShownFigure:
    """One line: its words, its value in this week and the one before, how it is counted."""

    label: str
    now: str
    before: str
    rule: str


@dataclass(frozen=True, slots=True)
class ShownSection:
    """Figures that are read together."""

    title: str
    figures: tuple[ShownFigure, ...]


def shown(now: Figures, before: Figures, currency: str) -> tuple[ShownSection, ...]:
    """Write all figures down, section by section."""
    return tuple(
        ShownSection(
            _(title),
            tuple(
                ShownFigure(
                    _(line.label),
                    _value(line, now, currency),
                    _value(line, before, currency),
                    _(line.rule),
                )
                for line in LINES
                if line.section is section
            ),
        )
        for section, title in SECTIONS.items()
    )


def week_words(period: Period) -> str:
    """Name a week with its days: ``Week 47, 16 Nov – 22 Nov 2026``."""
    first, last = period.days[0], period.days[-1]
    return _("Week {week}, {first} – {last} {year}").format(
        week=period.week,
        first=moments.plain_day(first, last),
        last=moments.plain_day(last, last),
        year=last.year,
    )


def empty_words(period: Period, now: Figures, before: Figures) -> str:
    """Say that a week is empty and where there is something; nothing for a week that is not."""
    if not now.is_empty:
        return ""
    count = before.stock.opened
    if not count:
        return _("Week {week} has no complaints yet.").format(week=period.week)
    return ngettext(
        "Week {week} has no complaints yet; week {before} has {count}.",
        "Week {week} has no complaints yet; week {before} has {count}.",
        count,
    ).format(week=period.week, before=period.shifted(-1).week, count=count)


def _value(line: FigureLine, figures: Figures, currency: str) -> str:
    value = line.value(figures)
    if value is None:
        return "–"
    match line.measure:
        case Measure.COUNT:
            return f"{value:,.0f}"
        case Measure.SHARE:
            return f"{value:.0%}"
        case Measure.HOURS:
            return _("{hours} h").format(hours=f"{value:,.1f}")
        case Measure.DAYS:
            return _("{days} days").format(days=f"{value:,.1f}")
        case Measure.MONEY:
            return f"{value / _MINOR:,.2f} {currency}"
        case Measure.RATING:
            return f"{value:.1f}"
