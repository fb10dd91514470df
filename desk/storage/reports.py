"""The questions a week's report asks, counted by the database."""

import sqlalchemy as sa


class Reports:
    """Counting queries over complaints."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection
