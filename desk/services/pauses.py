"""Waiting for somebody: our own clocks stand still until it ends, and only they."""

import dataclasses
import os
from collections.abc import Callable
from datetime import tzinfo

from desk.domain.answers import Answers
from desk.domain.clocks import after_waiting
from desk.domain.deadline import WorkCalendar
from desk.domain.errors import AlreadyClosed
from desk.domain.identity import new_id
from desk.domain.pause import QUESTIONS, Pause
from desk.services.besides import must, said
from desk.services.settings import SettingsService
from desk.storage.database import Database


class Pauses:
    """Begins and ends pauses."""

    def __init__(
        self,
        database: Database,
        settings: SettingsService,
        calendar: Callable[[], WorkCalendar],
        zone: tzinfo,
    ) -> None:
        self._database = database
        self._settings = settings
        self._calendar = calendar
        self._zone = zone

    def of(self, complaint_id: str) -> list[Pause]:
        """Read a complaint's pauses, oldest first."""
        with self._database.reading() as tx:
            return tx.records(Pause).of(complaint_id)

    def begin(self, complaint_id: str, answers: Answers) -> Pause:
        """Stop our clocks because we wait. Raises AnswersMissing, NotFound and AlreadyClosed."""
        with self._database.writing(self._settings.author()) as tx:
            read = said(QUESTIONS, answers, tx.at.astimezone(self._zone).date())
            complaint = must(tx, complaint_id)
            if not complaint.is_open:
                raise AlreadyClosed(complaint.reference)
            if complaint.paused_at is None:
                tx.complaints.save(dataclasses.replace(complaint, paused_at=tx.at))
            pause = Pause(
                id=new_id(tx.at, os.urandom(10)), complaint=complaint_id, from_at=tx.at, **read
            )
            return tx.records(Pause).save(pause, root=complaint_id)

    def end(self, pause: Pause) -> Pause:
        """Go on: what we waited for has come.

        With the last pause our own clocks get the working time that passed; ending one twice
        changes nothing. Raises NotFound.
        """
        with self._database.writing(self._settings.author()) as tx:
            complaint = must(tx, pause.complaint)
            held = tx.records(Pause).get(pause.id) or pause
            if not held.is_open:
                return held
            ended = tx.records(Pause).save(
                dataclasses.replace(held, until_at=tx.at), root=complaint.id
            )
            still = [one for one in tx.records(Pause).of(complaint.id) if one.is_open]
            if complaint.paused_at is not None and not still:
                waits = [(complaint.paused_at, max(tx.at, complaint.paused_at))]
                going = dataclasses.replace(complaint, paused_at=None)
                tx.complaints.save(after_waiting(going, waits, self._calendar(), self._zone))
            return ended
