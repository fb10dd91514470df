"""What Today warns of: a clock that jumped, working days that are not known."""

from datetime import datetime

from desk.domain.clock_fault import ClockFault
from desk.i18n import _
from desk.services.watch import Watched
from desk.ui import moments


def warnings(watched: Watched, now: datetime) -> tuple[str, ...]:
    """Say what is wrong, what it does and what to do; nothing when all is well."""
    said = []
    if watched.fault is not None and watched.last_seen is not None:
        clocks = {
            ClockFault.BACK: _(
                "! This machine's clock went back: it says {now}, but desk was used {then}. Set "
                "date and time; deadlines follow them. What was written keeps its order."
            ),
            ClockFault.AHEAD: _(
                "! This machine's clock says {now}, but desk was last used {then}. If that is not "
                "so, set date and time; deadlines follow them."
            ),
        }
        words = clocks[watched.fault]
        then = moments.full(watched.last_seen, now)
        said.append(words.format(now=moments.full(now, now), then=then))
    if watched.unknown_year is not None:
        said.append(
            _(
                "! The working days of {year} are not known yet: weekends and public holidays are "
                "guessed. Enter rest and make-up days in Settings (Ctrl+7)."
            ).format(year=watched.unknown_year)
        )
    return tuple(said)
