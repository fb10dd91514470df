"""Measures and prints the table: ``python -m bench [SIZE ...] [--only WORD]``."""

import argparse
import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from bench import papers, storage, window
from bench.data import folder
from bench.measure import Row, say, table

SIZES = (1_000, 100_000)
CACHE = Path(os.environ.get("DESK_BENCH_CACHE", tempfile.gettempdir())) / "desk-bench"


def main() -> int:
    """Print the table; 1 when a bar is missed."""
    asked = argparse.ArgumentParser(prog="bench.sh", description=__doc__)
    asked.add_argument("sizes", type=int, nargs="*", default=SIZES, metavar="SIZE")
    asked.add_argument("--only", default="", metavar="WORD", help="rows of one kind, by a word")
    said = asked.parse_args()
    rows = [row for size in said.sizes for row in measured(size, said.only)]
    print(table(rows))
    return int(any(row.verdict == "MISSED" for row in rows))


def measured(size: int, only: str) -> Iterator[Row]:
    """Measure everything there is at one size."""
    made = folder(size, CACHE)
    room = CACHE / "room"
    app = storage.app_on(made)
    for name, rows in (
        ("window start memory", lambda: window.windows(made, size)),
        ("list", lambda: storage.lists(app, size)),
        ("find", lambda: storage.finding(app, size)),
        ("commitment", lambda: storage.commitment(made, size, room)),
        ("letter", lambda: papers.letter(app, size)),
        ("workbook", lambda: papers.workbook(app, size, room)),
    ):
        if only in name:
            say(f"{name} at {size:,}")
            yield from rows()
    app.close()


if __name__ == "__main__":
    sys.exit(main())
