"""The schema's history: which revision a file has, and bringing an older one up to date.

Alembic is imported only when a stored revision is not the newest, so it costs nothing at start.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from desk.domain.errors import DatabaseForeign, DatabaseNewer
from desk.storage.plain import Ask

if TYPE_CHECKING:
    import sqlalchemy as sa

REVISIONS = ("0001", "0002", "0003", "0004")
NEWEST = REVISIONS[-1]
SCRIPTS = Path(__file__).with_name("migrations")

VERSION_TABLE = "alembic_version"


def holds_anything(ask: Ask) -> bool:
    """Tell whether a file has tables at all."""
    return any(True for _row in ask("select 1 from sqlite_master limit 1", {}))


def stored_revision(ask: Ask, path: Path) -> str:
    """Tell the revision of a file. Raises DatabaseForeign or DatabaseNewer."""
    known = ask("select 1 from sqlite_master where name = :name", {"name": VERSION_TABLE})
    if not list(known):
        raise DatabaseForeign(path)
    revision = next((row[0] for row in ask(f"select version_num from {VERSION_TABLE}", {})), None)  # noqa: S608 - our own name
    if revision not in REVISIONS:
        raise DatabaseNewer(path, str(revision))
    return str(revision)


def create(connection: "sa.Connection") -> None:
    """Make every table of the newest revision in an empty database, and Alembic's own table."""
    import sqlalchemy as sa

    import desk.storage.beside_tables
    import desk.storage.name_tables  # noqa: F401 - so that the tables of both are made too
    from desk.storage.tables import metadata

    metadata.create_all(connection)
    number = sa.Column("version_num", sa.String(32), primary_key=True)
    version = sa.Table(VERSION_TABLE, sa.MetaData(), number)
    version.create(connection)
    connection.execute(version.insert(), {"version_num": NEWEST})


def upgrade(engine: "sa.Engine", to: str = "head") -> None:
    """Run the migrations between a file's revision and `to` in one transaction: all or none."""
    import sqlalchemy as sa
    from alembic import command
    from alembic.config import Config

    from desk.storage.name_index import index_complaints

    config = Config()
    config.set_main_option("script_location", str(SCRIPTS).replace("%", "%%"))
    with engine.connect() as connection, connection.begin():
        config.attributes["connection"] = connection
        command.upgrade(config, to)
        if sa.inspect(connection).has_table("search_name"):
            index_complaints(connection)
