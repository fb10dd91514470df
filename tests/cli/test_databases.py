"""A database desk cannot use: one sentence, exit 1, and the file as it was."""

import hashlib
import os
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from tests.cli.conftest import Desk, Said

ONE = "id,text\n1,The kettle leaks at the base again.\n"


@pytest.fixture
def register(tmp_path: Path) -> Path:
    file = tmp_path / "one.csv"
    file.write_text(ONE, "utf-8")
    return file


@pytest.fixture
def database(tmp_path: Path, desk: Desk, register: Path) -> Path:
    """A good database with one complaint, all of it in the one file."""
    assert desk("take", register).code == 0
    return tmp_path / "desk" / "desk.sqlite"


@contextmanager
def disk(folder: Path, size: str) -> Iterator[Path]:
    """A disk of its own for one test."""
    folder.mkdir()
    options = f"size={size}"
    mount = ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(folder)]
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("only root can mount a disk for this")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


def content(folder: Path) -> dict[str, str]:
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file() and not path.name.endswith(("-shm", "-wal"))
    }


def refused(said: Said) -> str:
    """Check that a run was refused in one line and give it."""
    assert said.code == 1
    assert said.out == ""
    assert said.err.count("\n") == 1, said.err
    assert "Traceback" not in said.err
    return said.err


def each_way(desk: Desk, file: Path, register: Path) -> set[str]:
    """Give what finding, showing, checking and taking say, all of it refusals."""
    before = content(file.parent)
    calls = (("find", "kettle"), ("show", "BR01-26-0001"), ("check",), ("take", register))
    said = {refused(desk(*call, data=file.parent)) for call in calls}
    assert content(file.parent) == before
    return said


def test_a_cut_file_is_called_damaged(desk: Desk, database: Path, register: Path) -> None:
    whole = database.read_bytes()
    for size in (10, 1000, len(whole) // 2, len(whole) - 1):
        database.write_bytes(whole[:size])
        (sentence,) = each_way(desk, database, register)
        assert "is damaged or is not a desk database" in sentence


def test_a_text_file_is_called_damaged(desk: Desk, database: Path, register: Path) -> None:
    database.write_text("Dear diary, " * 1000)
    (sentence,) = each_way(desk, database, register)
    assert "is damaged or is not a desk database" in sentence


def test_pages_of_rubbish_in_the_middle_never_give_a_traceback(
    process: Desk, database: Path, register: Path
) -> None:
    whole = bytearray(database.read_bytes())
    for start in range(4096, len(whole), 4096):
        whole[start : start + 2048] = os.urandom(2048)
    database.write_bytes(whole)
    for call in (("find", "kettle"), ("check",), ("take", register)):
        said = process(*call)
        assert said.code == 1
        assert "Traceback" not in said.err
        assert "damaged" in said.err or "file: " in said.out


def test_another_programs_database_is_left_alone(
    desk: Desk, database: Path, register: Path
) -> None:
    database.unlink()
    with closing(sqlite3.connect(database)) as other:
        other.executescript("pragma application_id = 1178944855; create table a (b);")
    (sentence,) = each_way(desk, database, register)
    assert "another program's database" in sentence


def test_a_newer_database_is_left_alone(desk: Desk, database: Path, register: Path) -> None:
    with closing(sqlite3.connect(database)) as other:
        other.executescript("update alembic_version set version_num = '9999';")
    (sentence,) = each_way(desk, database, register)
    assert "a newer desk" in sentence


def test_a_folder_where_the_database_should_be_is_said(
    desk: Desk, tmp_path: Path, register: Path
) -> None:
    file = tmp_path / "desk" / "desk.sqlite"
    file.mkdir(parents=True)
    (sentence,) = each_way(desk, file, register)
    assert "may not write" in sentence


def test_a_read_only_disk_is_said(desk: Desk, tmp_path: Path, register: Path) -> None:
    with disk(tmp_path / "disk", "8m") as folder:
        assert desk("take", register, data=folder).code == 0
        subprocess.run(["mount", "-o", "remount,ro", str(folder)], check=True)
        (sentence,) = each_way(desk, folder / "desk.sqlite", register)
        assert "may not write" in sentence


def test_a_database_in_use_is_said_once_waiting_is_over(
    desk: Desk, database: Path, register: Path
) -> None:
    (database.parent / "desk.toml").write_text("busy_seconds = 0.1\n")
    with closing(sqlite3.connect(database)) as other:
        other.execute("begin immediate")
        register.write_text(ONE.replace("1,", "2,"), "utf-8")
        assert "Another program is using" in refused(desk("take", register))
        assert "kettle" in desk("find", "kettle").out, "reading goes on while another writes"


def test_a_full_disk_is_said_and_what_was_saved_stays(
    desk: Desk, register: Path, tmp_path: Path
) -> None:
    big = tmp_path / "big.csv"
    big.write_text("id,text\n" + "".join(f"{n},{'leaks ' * 1000}\n" for n in range(400)), "utf-8")
    with disk(tmp_path / "disk", "1m") as folder:
        assert desk("take", register, data=folder).code == 0
        assert "There is no room left" in refused(desk("take", big, data=folder))
        (found,) = desk("find", "kettle", "--json", data=folder).json
        assert found["story"] == "The kettle leaks at the base again."
        assert desk("check", data=folder).out == "All is well.\n"


def test_a_disk_too_small_to_begin_is_said(desk: Desk, tmp_path: Path, register: Path) -> None:
    with disk(tmp_path / "disk", "64k") as folder:
        assert "There is no room left" in refused(desk("take", register, data=folder))
