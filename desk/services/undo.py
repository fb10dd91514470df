"""Taking the last action back: every record it saved stands as it stood, or nothing changes."""

from typing import Any

from desk.domain.answers import as_answers
from desk.domain.complainant import Merge
from desk.domain.complaint import Complaint
from desk.domain.draft import Draft
from desk.domain.errors import Refused
from desk.domain.guide import Step as Page
from desk.domain.guide import Tick
from desk.domain.label import N_
from desk.domain.rights import Right
from desk.domain.sentence import sentence
from desk.domain.undo import Step, as_before, stands
from desk.services.settings import SettingsService
from desk.storage.database import Database
from desk.storage.repository import Repository
from desk.storage.transaction import Transaction

_CHANGED_SINCE = N_(
    "Nothing was taken back: it was changed again since. What was written last is safe; change it "
    "where it stands."
)


class Undo:
    """Takes steps back by new saves; the history keeps both."""

    def __init__(self, database: Database, settings: SettingsService) -> None:
        self._database = database
        self._settings = settings

    def take_back(self, step: Step) -> None:
        """Put every record of a step back. Raises Refused where one was changed since.

        What the guide had answered stays in the complaint's draft, to be gone on with.
        """
        is_merge = any(isinstance(change.after, Merge) for change in step.changes)
        right = Right.MERGE_CUSTOMERS if is_merge else Right.HANDLE
        with self._database.writing(self._settings.author(right)) as tx:
            for change in step.changes:
                if not stands(change, _records(tx, type(change.after)).get(change.after.id)):
                    raise Refused(sentence(_CHANGED_SINCE))
            for change in reversed(step.changes):
                repository = _records(tx, type(change.after))
                now = repository.get(change.after.id)
                repository.save(as_before(change, now), root=change.root)
            if (complaint := step.complaint) is not None:
                _keep_answers(tx, complaint)


def _records(tx: Transaction, kind: type[Any]) -> Repository[Any]:
    if kind is Complaint:
        return tx.complaints
    return tx.ticks if kind is Tick else tx.records(kind)


def _keep_answers(tx: Transaction, after: Complaint) -> None:
    now = tx.complaints.get(after.id)
    if now is None or not now.is_open or tx.board.draft(after.id) is not None:
        return
    ticks = frozenset(tick.item for tick in tx.ticks.of(after.id) if tick.on)
    tx.drafts.put(
        Draft(
            id=after.id,
            opened_at=after.arrived_at,
            reference=after.reference,
            step=Page.RESOLVE,
            answers=as_answers(after),
            ticks=ticks,
            saved_at=tx.at,
        )
    )
