"""Lists, finding and one commitment, beside the same work done by hand with sqlite3."""

import dataclasses
import re
import shutil
import sqlite3
from collections.abc import Iterator
from datetime import UTC
from itertools import count
from pathlib import Path

from bench.data import NOW
from bench.measure import Row, alternately
from desk.app import build
from desk.config import Config, resources
from desk.domain.answers import Raw
from desk.domain.complaint import ComplaintFilter, ComplaintSummary
from desk.services.app import App
from desk.storage.words import folded, phrase

PAGE = 100
FIRST = 50
TERMS = ("退款", "客服", "服务态度", "态度差", "refund", "foreclosure")
COMMITMENTS = 60
LISTENED: dict[str, Raw] = {
    "story": "The kettle leaks at the base for the second time, bought last week.",
    "category": ("product",), "safety": ("no",), "pace": ("2",), "wish": ("exchange",),
}  # fmt: skip
EMPATHISED: dict[str, Raw] = {
    **LISTENED, "summary": "The kettle leaks at the base for the second time.",
    "agreed": ("yes",), "apology": ("trouble",), "language": ("en",), "channel": ("phone",),
    "phone": "555-0117", "name": "Sam Example", "consent": ("yes",),
}  # fmt: skip


def app_on(folder: Path) -> App:
    """The program without a window on made data, at the moment that data ends."""
    return build(Config(data=folder, resources=resources()), lambda: NOW, UTC)


def bare(file: Path) -> sqlite3.Connection:
    """The driver alone, told what desk tells it about safety."""
    connection = sqlite3.connect(file, isolation_level=None)
    connection.execute("pragma journal_mode = wal")
    connection.execute("pragma synchronous = full")
    connection.execute("pragma cache_size = -16384")
    return connection


def lists(app: App, size: int) -> Iterator[Row]:
    """The first and the deepest page of everything."""
    floor = bare(app.config.database)
    beside = {"promised_on", "promised_by"}  # of the promises, which the floor does not read
    columns = ", ".join(n for n in ComplaintSummary.__dataclass_fields__ if n not in beside)
    select = (
        f"select {columns} from complaint where id in (select id from complaint "  # noqa: S608 - our own columns
        "order by arrived_at desc, id desc limit ? offset ?) order by arrived_at desc, id desc"
    )
    for name, offset in (("first", 0), ("deepest", max(0, size - PAGE))):
        ours, raw = alternately(
            15,
            lambda offset=offset: app.complaints.page(ComplaintFilter(), offset, PAGE),  # type: ignore[misc] # mypy cannot infer a lambda's default
            lambda offset=offset: floor.execute(select, (PAGE, offset)).fetchall(),  # type: ignore[misc] # the same
        )
        yield Row(work=f"list, {name} page", size=size, ours=ours, floor=raw, most_ours=10)
    ours, raw = alternately(
        15,
        lambda: app.complaints.count(ComplaintFilter()),
        lambda: floor.execute("select count(*) from complaint").fetchall(),
    )
    yield Row(work="list, count", size=size, ours=ours, floor=raw, most_ours=10)
    floor.close()


def finding(app: App, size: int) -> Iterator[Row]:
    """Six terms: the first page in time, and all pages together exactly what a scan finds."""
    floor = bare(app.config.database)
    bodies = dict(floor.execute("select complaint, body from search_text").fetchall())
    match = "select rowid from search_word where search_word match ? order by rowid desc limit ?"
    for term in TERMS:
        ours, raw = alternately(
            15,
            lambda term=term: app.complaints.find(term, FIRST),  # type: ignore[misc] # mypy cannot infer a lambda's default
            lambda term=term: floor.execute(match, (phrase(term), FIRST)).fetchall(),  # type: ignore[misc] # the same
        )
        begins = r"(?<![^\W_])" if term.isascii() else ""
        scan = re.compile(begins + re.escape(folded(term)))
        wanted = sum(bool(scan.search(body)) for body in bodies.values())
        found = len(app.complaints.find(term, size))
        recall = found / wanted if wanted else 1.0
        note = f"{found:,} of {wanted:,}, recall {recall:.2f}"
        yield Row(
            work=f"find {term}", size=size, ours=ours, floor=raw, most_ours=16,
            note=note, wrong=found != wanted,
        )  # fmt: skip
    floor.close()


def commitment(made: Path, size: int, room: Path) -> Iterator[Row]:
    """Acknowledging, on a copy: op, row, index, timeline and draft in one safe transaction."""
    shutil.rmtree(room, ignore_errors=True)
    room.mkdir(parents=True)
    shutil.copy(made / "desk.sqlite", room)
    app = app_on(room)
    floor = bare(room / "floor.sqlite")
    columns = _columns(app)
    floor.execute(f"create table complaint ({', '.join(columns)}, primary key (id))")
    floor.execute("create table audit (n integer primary key, at text, who text, line blob)")
    drafts = [app.drafts.keep(app.complaints.new_draft()) for _ in range(COMMITMENTS + 5)]
    for draft in drafts:
        app.complaints.receive(dataclasses.replace(draft, answers=LISTENED))
    waiting = iter([dataclasses.replace(d, answers=EMPATHISED) for d in drafts])
    values = list(_row(app, next(waiting).id))
    line = b"x" * _usual_op(app)
    marks = ", ".join("?" * len(columns))
    insert = f"insert into complaint values ({marks})"  # noqa: S608 - question marks only

    numbers = count()

    def by_hand() -> None:
        values[0] = next(numbers).to_bytes(16, "big")
        floor.execute("begin immediate")
        floor.execute(insert, values)
        floor.execute("insert into audit (at, who, line) values (?, ?, ?)", ("2026", "Lin", line))
        floor.execute("commit")

    ours, raw = alternately(COMMITMENTS, lambda: app.complaints.acknowledge(next(waiting)), by_hand)
    yield Row(work="one commitment", size=size, ours=ours, floor=raw, most=5)
    floor.close()
    app.close()
    shutil.rmtree(room)


def _columns(app: App) -> list[str]:
    reader = bare(app.config.database)
    found = [f'"{name}"' for _, name, *_ in reader.execute("pragma table_info(complaint)")]
    reader.close()
    return found


def _row(app: App, record: str) -> tuple[object, ...]:
    complaint = app.complaints.get(record)
    assert complaint is not None  # noqa: S101 - it was just received
    reader = bare(app.config.database)
    found: tuple[object, ...] = reader.execute(
        "select * from complaint where reference = ?", (complaint.reference,)
    ).fetchone()
    reader.close()
    return found


def _usual_op(app: App) -> int:
    reader = bare(app.config.database)
    found = reader.execute(
        "select avg(length(line)) from (select line from op order by arr desc limit 20)"
    ).fetchone()
    reader.close()
    return int(found[0])
