"""Every clock of a complaint as a date in words: what is due, before when, how far it has run."""

from datetime import datetime

from desk.domain.complaint import Complaint
from desk.domain.deadline import Coming, Due, coming, is_overdue
from desk.domain.effort import Effort, Lacking
from desk.i18n import N_, _
from desk.ui import moments
from desk.ui.today.rows import WAITS_FOR, heat_words

OWN = frozenset({Due.FIRST_WORD, Due.PROGRESS, Due.FINAL})
"""What we set ourselves; these stand in the guide's header."""

LACKING = {
    Lacking.CHECK: N_("look at something"),
    Lacking.SECOND_CHECK: N_("look at a second thing"),
    Lacking.OUR_SIDE: N_("ask our own side (colleague, records)"),
    Lacking.SUPERVISOR: N_("tell the supervisor"),
    Lacking.EVIDENCE: N_("keep evidence"),
}


def running(complaint: Complaint, now: datetime) -> list[Coming]:
    """Give what runs, soonest first."""
    return sorted(coming(complaint, now.tzinfo), key=lambda one: one.at)


def clock_lines(complaint: Complaint, now: datetime) -> tuple[tuple[str, str, str], ...]:
    """Give each clock's name, what it is called, and when it ends: ``before Thu 26 Nov 18:00``."""
    lines = [
        (one.what.value, _(WAITS_FOR[one.what]), _when(one, now)) for one in running(complaint, now)
    ]
    if complaint.paused_at is not None and complaint.is_open:
        since = _("since {when}; our own clocks stand still").format(
            when=moments.full(complaint.paused_at, now)
        )
        lines.insert(0, ("paused_at", _("Waiting for somebody"), since))
    return tuple(lines)


def _when(one: Coming, now: datetime) -> str:
    when = moments.full(one.at, now)
    if is_overdue(one.at, now):
        return _("! overdue, it was due before {when}").format(when=when)
    words = _("before {when}").format(when=when)
    warm = heat_words(one, now)
    return _("{words}, {reason}").format(words=words, reason=warm) if warm else words


def in_header(complaint: Complaint, now: datetime) -> list[str]:
    """Give our own clocks in short, soonest first."""
    return [
        _("{what} by {when}").format(what=_(WAITS_FOR[one.what]), when=moments.full(one.at, now))
        for one in running(complaint, now)
        if one.what in OWN
    ]


def effort_words(found: Effort) -> str:
    """Say whether what was looked at is enough, and what is lacking."""
    if found.is_enough:
        return _("enough")
    lacking = _(", ").join(_(LACKING[one]) for one in found.lacking)
    return _("not yet enough: {lacking}").format(lacking=lacking)
