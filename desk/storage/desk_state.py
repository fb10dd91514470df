"""Writes what this desk remembers for itself: language, theme, widths, filters, who sits here."""

import sqlalchemy as sa

from desk.storage.tables import desk_state as table


class DeskState:
    """Names and texts, local to this desk."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection

    def put(self, name: str, value: str) -> None:
        """Remember a text under a name."""
        where = table.c.name == name
        done = self._connection.execute(table.update().where(where), {"value": value})
        if done.rowcount == 0:
            self._connection.execute(table.insert(), {"name": name, "value": value})

    def drop(self, name: str) -> None:
        """Remember nothing under a name any more."""
        self._connection.execute(table.delete().where(table.c.name == name))
