"""The branch's own days over the calendar of its region, as a list."""

from collections.abc import Mapping

from desk.domain.answers import read_day
from desk.domain.content_version import DayKind
from desk.i18n import N_, _, full_date, language
from desk.services.app import App
from desk.services.policy import PolicyChange
from desk.ui.settings.entries import EntryField, Line
from desk.ui.settings.fields import Unfit

KINDS = {
    DayKind.REST: N_("Rest day"),
    DayKind.WORK: N_("Working day"),
    DayKind.MAKE_UP: N_("Make-up working day"),
}


class OwnDays:
    """Days that are not what the region's calendar says."""

    name = "own_days"

    def __init__(self, app: App) -> None:
        self._app = app

    def title(self) -> str:
        return _("Own days")

    def hint(self) -> str:
        return _("Days that are not as the public calendar of the region has them.")

    def empty(self) -> str:
        return _("No own days. Add one for stock-taking, or when a holiday is moved.")

    def add(self) -> str:
        return _("New day")

    def drop(self) -> str:
        return _("As the region has it")

    def fields(self) -> tuple[EntryField, ...]:
        kinds = tuple((kind.value, _(words)) for kind, words in KINDS.items())
        return (
            EntryField(name="day", label=_("Day")),
            EntryField(name="kind", label=_("What it is"), choices=kinds),
            EntryField(name="words", label=_("What for")),
        )

    def lines(self) -> tuple[Line, ...]:
        return tuple(
            Line(
                id=one.day.isoformat(),
                words="  ".join(filter(None, (full_date(one.day, language()), one.words))),
                before=_(KINDS[DayKind(one.kind)]),
            )
            for one in self._app.policy.own_days()
            if one.day is not None
        )

    def values(self, line_id: str) -> Mapping[str, str]:
        for one in self._app.policy.own_days():
            if one.day is not None and one.day.isoformat() == line_id:
                return {"day": line_id, "kind": one.kind, "words": one.words}
        return {"kind": DayKind.REST.value}

    def save(self, line_id: str, values: Mapping[str, str]) -> PolicyChange:
        """Look at what the day would do; it is applied by who asked."""
        try:
            day = read_day(values.get("day", ""), self._app.complaints.today())
        except ValueError as error:
            raise Unfit(_("Write a day, for example 2026-12-24")) from error
        if day is None:
            raise Unfit(_("Write a day, for example 2026-12-24"))
        if line_id and day.isoformat() != line_id:
            raise Unfit(_("A day stays the same day; take it out and add the other one"))
        kind = values.get("kind") or DayKind.REST.value
        return self._app.policy.look_at_day(day, kind, values.get("words", ""))

    def take_away(self, line_id: str) -> PolicyChange:
        """Look at what it would do to have the region's calendar for this day again."""
        day = read_day(line_id, self._app.complaints.today())
        if day is None:
            raise Unfit(_("Write a day, for example 2026-12-24"))
        return self._app.policy.look_at_day(day, "")
