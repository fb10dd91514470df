"""The schema's history: which revision a file has, and bringing an older one up to date.

Alembic is imported only when a stored revision is not the newest, so it costs nothing at start.
"""

from pathlib import Path

import sqlalchemy as sa

from desk.domain.errors import DatabaseForeign, DatabaseNewer
from desk.storage.tables import metadata

REVISIONS = ("0001", "0002")
NEWEST = REVISIONS[-1]
SCRIPTS = Path(__file__).with_name("migrations")


_VERSION = sa.Table(
    "alembic_version",
    sa.MetaData(),
    sa.Column("version_num", sa.String(32), primary_key=True),
)
"""Alembic's own table, as Alembic makes it."""


def holds_anything(connection: sa.Connection) -> bool:
    """Tell whether a file has tables at all."""
    return connection.exec_driver_sql("select 1 from sqlite_master limit 1").first() is not None


def create(connection: sa.Connection) -> None:
    """Make every table of the newest revision in an empty database."""
    metadata.create_all(connection)
    _VERSION.create(connection)
    connection.execute(_VERSION.insert(), {"version_num": NEWEST})


def stored_revision(connection: sa.Connection, path: Path) -> str:
    """Tell the revision of a file. Raises DatabaseForeign or DatabaseNewer."""
    known = f"select 1 from sqlite_master where name = '{_VERSION.name}'"  # noqa: S608 - our own name
    if connection.exec_driver_sql(known).first() is None:
        raise DatabaseForeign(path)
    revision = connection.exec_driver_sql("select version_num from alembic_version").scalar()
    if revision not in REVISIONS:
        raise DatabaseNewer(path, str(revision))
    return str(revision)


def upgrade(engine: sa.Engine, to: str = "head") -> None:
    """Run the migrations between a file's revision and `to` in one transaction: all or none."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(SCRIPTS).replace("%", "%%"))
    with engine.connect() as connection, connection.begin():
        config.attributes["connection"] = connection
        command.upgrade(config, to)
