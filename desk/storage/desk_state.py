"""What this desk remembers for itself: language, theme, widths, filters, who sits here."""

import sqlalchemy as sa

from desk.storage.tables import desk_state as table


class DeskState:
    """Names and texts, local to this desk."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection

    def get(self, name: str, otherwise: str = "") -> str:
        """Read what was remembered under a name."""
        value = self._connection.execute(
            sa.select(table.c.value).where(table.c.name == name)
        ).scalar()
        return otherwise if value is None else value

    def put(self, name: str, value: str) -> None:
        """Remember a text under a name."""
        where = table.c.name == name
        done = self._connection.execute(table.update().where(where), {"value": value})
        if done.rowcount == 0:
            self._connection.execute(table.insert(), {"name": name, "value": value})
