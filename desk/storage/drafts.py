"""Writes drafts: what is being typed on this desk; often, and never part of the log."""

import json

import sqlalchemy as sa

from desk.domain.draft import Draft
from desk.storage.tables import draft as table

_CHANGE = table.update().where(table.c.id == sa.bindparam("wanted"))
_ADD = table.insert()


class Drafts:
    """The draft table: the latest state wins."""

    def __init__(self, connection: sa.Connection, touched: set[str]) -> None:
        self._connection = connection
        self._touched = touched

    def put(self, draft: Draft) -> None:
        """Keep the newest state of one complaint's guide."""
        values = {
            "reference": draft.reference,
            "opened_at": draft.opened_at,
            "step": draft.step,
            "field": draft.field,
            "cursor": draft.cursor,
            "answers": json.dumps(dict(draft.answers), ensure_ascii=False),
            "ticks": json.dumps(sorted(draft.ticks)),
            "parked_at": draft.parked_at,
            "parked_for": draft.parked_for,
            "saved_at": draft.saved_at,
        }
        if self._connection.execute(_CHANGE, {"wanted": draft.id, **values}).rowcount == 0:
            self._connection.execute(_ADD, {"id": draft.id, **values})
        self._touched.add(table.name)

    def drop(self, complaint_id: str) -> None:
        """Forget a draft whose answers have been saved."""
        self._connection.execute(table.delete().where(table.c.id == complaint_id))
        self._touched.add(table.name)
