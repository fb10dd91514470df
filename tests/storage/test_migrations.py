"""The schema's history: migrated equals declared, old files are copied first, all or nothing."""

import hashlib
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import sqlalchemy as sa

from desk.domain.errors import DatabaseDamaged, DatabaseForeign, DatabaseNewer
from desk.storage import migrate
from desk.storage.beside_tables import ALL_SYNCED
from desk.storage.database import APPLICATION_ID, Database
from desk.storage.tables import metadata
from tests.conftest import StandingClock
from tests.make import a_complaint
from tests.storage.by_hand import LIN, by_hand, read_by_hand

ROOT = Path(__file__).parents[2]

SCHEMA_IN_SQL = "select type, name, sql from sqlite_master where sql is not null"


def schema(engine: sa.Engine) -> dict[str, object]:
    """Everything that makes a schema: tables, columns in order, keys, indexes, triggers, FTS."""
    seen = sa.inspect(engine)
    with engine.connect() as connection:
        made = connection.exec_driver_sql(SCHEMA_IN_SQL).all()
    names = sorted(seen.get_table_names())
    parts: dict[str, object] = {"tables": names}
    parts["columns"] = {
        name: [
            (c["name"], str(c["type"]), c["nullable"], c["default"]) for c in seen.get_columns(name)
        ]
        for name in names
    }
    parts["key"] = {n: seen.get_pk_constraint(n)["constrained_columns"] for n in names}
    parts["unique"] = {
        n: [u["column_names"] for u in seen.get_unique_constraints(n)] for n in names
    }
    parts["indexes"] = {
        name: sorted(
            (i["name"] or "", i["column_names"], i["unique"]) for i in seen.get_indexes(name)
        )
        for name in names
    }
    for kind, name, sql in made:
        apart = ("virtual table", "without rowid", " where ")
        if kind == "trigger" or any(words in sql.lower() for words in apart):
            parts[f"{kind} {name}"] = " ".join(sql.lower().split())
    return parts


def an_engine(file: Path) -> sa.Engine:
    return sa.create_engine(sa.URL.create("sqlite", database=str(file)))


def test_an_empty_file_migrated_by_alembic_equals_the_declared_tables(tmp_path: Path) -> None:
    declared, migrated = an_engine(tmp_path / "declared"), an_engine(tmp_path / "migrated")
    with declared.begin() as connection:
        migrate.create(connection)
    migrate.upgrade(migrated)
    one, other = schema(declared), schema(migrated)
    assert one.keys() == other.keys()
    for part, held in one.items():
        assert other[part] == held, part
    assert len([part for part in one if part.startswith("trigger")]) == 3 * len(ALL_SYNCED)
    assert "table search_word" in one
    declared.dispose()
    migrated.dispose()


def test_a_file_migrated_by_alembic_can_be_worked_in(tmp_path: Path) -> None:
    file = tmp_path / "desk.sqlite"
    engine = an_engine(file)
    migrate.upgrade(engine)
    engine.dispose()
    by_hand(file, f"pragma application_id = {APPLICATION_ID}")
    database = Database(file, StandingClock())
    assert database.opened.backup is None
    with database.writing(LIN) as tx:
        tx.complaints.save(a_complaint(story="The kettle leaks."))
    with database.reading() as tx:
        assert list(tx.problems()) == []
        assert [found.reference for found in tx.complaints.find("kettle", limit=5)]
    database.close()


def test_every_migration_runs_over_tables_that_hold_rows(tmp_path: Path) -> None:
    """On an empty table SQLite lets pass what it refuses on a filled one: NOT NULL, no default."""
    first, *_ = migrate.REVISIONS
    file = tmp_path / "desk.sqlite"
    engine = an_engine(file)
    migrate.upgrade(engine, first)
    synced = ("complaint", "tick", "note", "paper", "setting")
    for table in synced:
        columns = sa.inspect(engine).get_columns(table)
        row = ", ".join("x'01'" if str(c["type"]) == "BLOB" else "''" for c in columns)
        by_hand(file, "insert into {table} values ({row})", table=table, row=row)
    migrate.upgrade(engine)
    engine.dispose()
    for table in synced:
        assert read_by_hand(file, "select count(*) from {table}", table=table) == [(1,)], table


def test_shipped_migrations_are_never_changed() -> None:
    """A change of tables is a new revision; before the first release 0001 may still change."""
    found = sorted(p.name for p in (migrate.SCRIPTS / "versions").glob("[0-9]*.py"))
    assert [name[:4] for name in found] == list(migrate.REVISIONS)


@pytest.fixture
def older(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file of the newest revision, and a program that knows one more."""
    file = tmp_path / "100% desk.sqlite"
    database = Database(file, StandingClock())
    with database.writing(LIN) as tx:
        tx.complaints.save(a_complaint(story="The kettle leaks."))
    database.close()
    scripts = tmp_path / "20% scripts"
    shutil.copytree(migrate.SCRIPTS, scripts, ignore=shutil.ignore_patterns("__pycache__"))
    (scripts / "versions" / "9001_next.py").write_text(NEXT, "utf-8")
    monkeypatch.setattr(migrate, "SCRIPTS", scripts)
    monkeypatch.setattr(migrate, "REVISIONS", (*migrate.REVISIONS, "9001"))
    monkeypatch.setattr(migrate, "NEWEST", "9001")
    return file


NOW = migrate.NEWEST
NEXT = f"""
import sqlalchemy as sa
from alembic import op
revision = "9001"
down_revision = "{NOW}"

def upgrade():
    op.create_table("extra", sa.Column("n", sa.Integer, primary_key=True))
    op.add_column("desk_state", sa.Column("seen", sa.Text()))
    # here
"""


def test_an_older_file_is_copied_and_then_migrated(older: Path) -> None:
    database = Database(older, StandingClock())
    backup = database.opened.backup
    assert backup is not None
    assert backup == older.with_name("100% desk-before-9001.sqlite")
    with database.reading() as tx:
        assert list(tx.problems()) == []
    database.close()
    assert read_by_hand(older, "select version_num from alembic_version") == [("9001",)]
    assert read_by_hand(older, "select count(*) from extra") == [(0,)]
    assert read_by_hand(backup, "select version_num from alembic_version") == [(NOW,)]
    assert read_by_hand(backup, "select story from complaint") == [("The kettle leaks.",)]
    assert read_by_hand(backup, "pragma application_id") == [(APPLICATION_ID,)]
    again = Database(older, StandingClock())
    assert again.opened.backup is None
    again.close()


def test_a_failing_migration_rolls_back_whole(older: Path) -> None:
    script = migrate.SCRIPTS / "versions" / "9001_next.py"
    script.write_text(NEXT.replace("# here", "op.execute('select nothing from nowhere')"))
    before = read_by_hand(older, SCHEMA_IN_SQL)
    with pytest.raises(sa.exc.OperationalError, match="nowhere"):
        Database(older, StandingClock())
    assert read_by_hand(older, SCHEMA_IN_SQL) == before
    assert read_by_hand(older, "select version_num from alembic_version") == [(NOW,)]
    assert older.with_name("100% desk-before-9001.sqlite").is_file()


def test_of_two_migrations_the_second_failing_takes_the_first_back(
    older: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    after = NEXT.replace('"9001"', '"9002"').replace(f'"{NOW}"', '"9001"')
    (migrate.SCRIPTS / "versions" / "9002_after.py").write_text(after)  # makes `extra` again
    monkeypatch.setattr(migrate, "REVISIONS", (*migrate.REVISIONS, "9002"))
    monkeypatch.setattr(migrate, "NEWEST", "9002")
    with pytest.raises(sa.exc.OperationalError, match="extra"):
        Database(older, StandingClock())
    assert read_by_hand(older, "select version_num from alembic_version") == [(NOW,)]
    assert read_by_hand(older, "select 1 from sqlite_master where name = 'extra'") == []


def test_a_newer_file_is_refused_and_unchanged(tmp_path: Path) -> None:
    file = tmp_path / "desk.sqlite"
    Database(file, StandingClock()).close()
    by_hand(file, "update alembic_version set version_num = '9999'")
    before = hashlib.sha256(file.read_bytes()).hexdigest()
    with pytest.raises(DatabaseNewer) as refused:
        Database(file, StandingClock())
    assert refused.value.revision == "9999"
    assert hashlib.sha256(file.read_bytes()).hexdigest() == before


def test_another_programs_database_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "theirs.sqlite"
    by_hand(file, "create table recipes (name text)")
    with pytest.raises(DatabaseForeign):
        Database(file, StandingClock())


@pytest.mark.parametrize(
    "content", [b"hello, this is no database at all " * 400, b"SQLite format 3\0" + b"\1" * 90]
)
def test_what_is_no_database_is_refused(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "desk.sqlite"
    file.write_bytes(content)
    with pytest.raises(DatabaseDamaged):
        Database(file, StandingClock())
    assert file.read_bytes() == content


def test_a_cut_file_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "desk.sqlite"
    Database(file, StandingClock()).close()
    file.write_bytes(file.read_bytes()[:-4096])
    with pytest.raises(DatabaseDamaged):
        Database(file, StandingClock())


def test_alembic_is_not_imported_for_a_fresh_or_a_current_file(tmp_path: Path) -> None:
    code = (
        "import sys; from datetime import UTC, datetime; from pathlib import Path\n"
        "from desk.storage.database import Database\n"
        "Database(Path(sys.argv[1]), lambda: datetime.now(UTC)).close()\n"
        "print([m for m in sys.modules if m.startswith(('alembic', 'mako', 'sqlalchemy.orm.'))])"
    )
    for _ in ("fresh", "current"):
        said = subprocess.run(
            [sys.executable, "-c", code, str(tmp_path / "desk.sqlite")],
            capture_output=True, text=True, check=True, cwd=ROOT,
        )  # fmt: skip
        assert said.stdout.strip() == "[]"


def test_every_declared_table_is_made(tmp_path: Path) -> None:
    file = tmp_path / "desk.sqlite"
    Database(file, StandingClock()).close()
    made = {name for (name,) in read_by_hand(file, "select name from sqlite_master")}
    assert set(metadata.tables) <= made
