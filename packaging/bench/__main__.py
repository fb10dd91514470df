"""Measures and prints the table: ``python -m bench [SIZE ...] [--only WORD]``."""

import argparse
import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from bench import customers, papers, storage, window
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
    kinds: dict[str, Iterator[Row]] = {
        "window start memory": window.windows(made, size),
        "list": storage.lists(app, size),
        "find": storage.finding(app, size),
        "customer history earlier": customers.history(app, size),
        "commitment": storage.commitment(made, size, room),
        "letter": papers.letter(app, size),
        "workbook": papers.workbook(app, size, room),
    }  # each runs only when it is walked
    for name, rows in kinds.items():
        if only in name:
            say(f"{name} at {size:,}")
            yield from rows
    app.close()


if __name__ == "__main__":
    sys.exit(main())
