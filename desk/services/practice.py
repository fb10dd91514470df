"""Practice: a data folder filled with invented complaints, as handlers would have taken them.

Everything goes through the real services at the hour it would have happened, so that timelines,
clocks and papers are those of a real desk.
"""

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from pathlib import Path

from desk.domain.complaint import Complaint, ComplaintFilter, Kind, Stage
from desk.domain.draft import Draft
from desk.domain.errors import NotForPractice
from desk.domain.guide import Step
from desk.domain.identity import derived_id
from desk.domain.questions import BY_NAME
from desk.domain.timeline import PaperKind
from desk.i18n import _
from desk.services.app import App
from desk.services.practice_content import PracticeComplaint, load_practice

Commit = Callable[[Draft], Complaint]

_STEPS = {
    Stage.RECEIVED: Step.LISTEN,
    Stage.ACKNOWLEDGED: Step.EMPATHISE,
    Stage.ASSESSED: Step.INVESTIGATE,
    Stage.INVESTIGATED: Step.INVESTIGATE,
    Stage.RESPONDED: Step.RESOLVE,
    Stage.CLOSED: Step.RESOLVE,
}
"""How far the guide has been answered when a stage is reached."""

_MINUTES = {
    Stage.RECEIVED: 4,
    Stage.ACKNOWLEDGED: 7,
    Stage.ASSESSED: 12,
    Stage.INVESTIGATED: 15,
    Stage.RESPONDED: 19,
    Stage.CLOSED: 21,
}
"""How long after the customer came a stage is reached, when it all happens at the counter."""

_PAPERS = {
    Stage.ACKNOWLEDGED: PaperKind.SLIP,
    Stage.RESPONDED: PaperKind.LETTER,
    Stage.CLOSED: PaperKind.RECEIPT,
}
"""What is printed when a complaint reaches a stage."""

_BACK_OFFICE_EVERY = 3
"""Every third complaint is looked into on the next working day."""


class SetClock:
    """A clock that shows what it was set to."""

    def __init__(self, at: datetime) -> None:
        self.at = at

    def __call__(self) -> datetime:
        return self.at


class Practice:
    """Fills one data folder. `app` must have been built with `clock`, which stands at now."""

    def __init__(self, app: App, clock: SetClock, content: Path) -> None:
        """`content` is the folder of the practice content."""
        self._app = app
        self._clock = clock
        self._content = content
        self._now = clock()
        zone = app.complaints.now().tzinfo
        self._zone: tzinfo = zone or UTC
        self._steps = {item.id: item.step for item in app.guides.of("en").checklist}

    def fill(self, progress: Callable[[int, int], None] = lambda done, total: None) -> int:
        """Take every practice complaint that is not there yet; give how many were taken.

        Raises NotForPractice for a folder with real complaints, ContentBroken, and what saving
        raises; another run goes on where this one stopped.
        """
        self._claim()
        before = self._app.complaints.count(ComplaintFilter())
        content = load_practice(self._content / "complaints.toml")
        oldest_first = sorted(enumerate(content), key=lambda pair: self._arrival(pair[1]))
        for done, (number, one) in enumerate(oldest_first, 1):
            self._take(number, one)
            progress(done, len(content))
        self._clock.at = self._now
        self._app.take.take(self._content / "cfpb.csv")
        return self._app.complaints.count(ComplaintFilter()) - before

    def _claim(self) -> None:
        settings = self._app.settings.current()
        if settings.practice:
            return
        if self._app.complaints.count(ComplaintFilter()) or self._app.drafts.all():
            raise NotForPractice(self._app.config.data)
        self._app.settings.change(
            practice=True,
            shop=settings.shop or _("Practice shop"),
            handler=settings.handler or _("Practice"),
        )

    def _arrival(self, one: PracticeComplaint) -> datetime:
        """Give when the customer came: never later than now, whatever the hour."""
        day = self._now.astimezone(self._zone).date() - timedelta(days=one.days_ago)
        at = datetime.combine(day, one.time, self._zone)
        return min(at, self._now - timedelta(minutes=max(_MINUTES.values()) + 1))

    def _take(self, number: int, one: PracticeComplaint) -> None:
        record_id = derived_id("practice", str(number))
        stored = self._app.complaints.get(record_id)
        if stored is not None and stored.stage is one.upto:
            return
        arrived = self._arrival(one)
        answers = one.answers(arrived.astimezone(self._zone).date())
        commits = self._commits()
        stages = [
            stage for stage in commits if list(Stage).index(stage) <= list(Stage).index(one.upto)
        ]
        if one.upto is not Stage.ASSESSED and Stage.ASSESSED in stages:
            stages.remove(Stage.ASSESSED)
        draft = Draft(id=record_id, opened_at=arrived)
        for stage in stages:
            step = _STEPS[stage]
            draft = Draft(
                id=record_id,
                opened_at=arrived,
                answers={n: a for n, a in answers.items() if (BY_NAME[n].step or step) <= step},
                ticks=frozenset(t for t in one.ticks if self._steps[t] <= step),
            )
            self._clock.at = self._moment(number, arrived, stage)
            saved = commits[stage](draft)
            if stage in _PAPERS and saved.kind is Kind.COMPLAINT:
                self._app.papers.make(record_id, _PAPERS[stage])
        if one.upto is not Stage.CLOSED:
            self._app.complaints.leave(draft)

    def _commits(self) -> dict[Stage, Commit]:
        complaints = self._app.complaints
        return {
            Stage.RECEIVED: complaints.receive,
            Stage.ACKNOWLEDGED: complaints.acknowledge,
            Stage.ASSESSED: complaints.record_finding,
            Stage.INVESTIGATED: complaints.record_finding,
            Stage.RESPONDED: complaints.respond,
            Stage.CLOSED: complaints.close,
        }

    def _moment(self, number: int, arrived: datetime, stage: Stage) -> datetime:
        """Give when a stage is reached: at the counter, or with the finding a working day later."""
        at = arrived + timedelta(minutes=_MINUTES[stage])
        if number % _BACK_OFFICE_EVERY == 0 and _STEPS[stage] >= Step.INVESTIGATE:
            later = self._next_working_day(arrived) + timedelta(minutes=_MINUTES[stage])
            at = later if later < self._now else at
        return at.astimezone(UTC)

    def _next_working_day(self, arrived: datetime) -> datetime:
        day: date = self._app.complaints.calendar().after(arrived.astimezone(self._zone).date(), 1)
        return datetime.combine(day, time(9, 30), self._zone)
