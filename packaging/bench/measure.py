"""Times work and its floor in turn, so that both meet the same weather, and prints the table."""

import statistics
import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of the table: `ours` and `floor` in `unit`, and what must hold of them.

    `most` is the largest ratio, `most_ours` the largest value of ours; `note` says what else was
    found. Without `ours` the row could not be measured, and the note says why.
    """

    work: str
    size: int
    ours: float | None = None
    floor: float | None = None
    unit: str = "ms"
    most: float | None = None
    most_ours: float | None = None
    note: str = ""
    wrong: bool = False

    @property
    def ratio(self) -> float | None:
        """How many floors the work costs."""
        return self.ours / self.floor if self.ours is not None and self.floor else None

    @property
    def verdict(self) -> str:
        """Whether the bar holds."""
        if self.ours is None:
            return "not yet"
        late = self.most is not None and (self.ratio or 0) > self.most
        late = late or (self.most_ours is not None and self.ours > self.most_ours)
        return "MISSED" if late or self.wrong else "holds"


def alternately(
    times: int, *jobs: Callable[[], object], between: Callable[[], object] = lambda: None
) -> list[float]:
    """Give the median milliseconds of each job, run in turn so many times.

    `between` is done before each run and not counted.
    """
    taken: list[list[float]] = [[] for _ in jobs]
    for _ in range(times):
        for place, job in enumerate(jobs):
            between()
            start = time.perf_counter()
            job()
            taken[place].append((time.perf_counter() - start) * 1000)
    return [statistics.median(found) for found in taken]


HEADINGS = ("work", "complaints", "desk", "floor", "ratio", "bar", "", "note")


def table(rows: Iterable[Row]) -> str:
    """Write rows as a table for a terminal."""
    lines = [HEADINGS, *map(_cells, rows)]
    widths = [max(len(line[n]) for line in lines) for n in range(len(HEADINGS))]
    return "\n".join(
        "  ".join(
            cell.ljust(width) if n in {0, 5, 6, 7} else cell.rjust(width)
            for n, (cell, width) in enumerate(zip(line, widths, strict=True))
        ).rstrip()
        for line in lines
    )


def _cells(row: Row) -> tuple[str, ...]:
    bars = [
        f"<= {row.most}x" if row.most else "",
        f"<= {row.most_ours:g} {row.unit}" if row.most_ours else "",
    ]
    return (
        row.work,
        f"{row.size:,}",
        "" if row.ours is None else f"{row.ours:,.1f} {row.unit}",
        "" if row.floor is None else f"{row.floor:,.1f} {row.unit}",
        "" if row.ratio is None else f"{row.ratio:.2f}x",
        ", ".join(filter(None, bars)),
        row.verdict,
        row.note,
    )


def say(words: str) -> None:
    """Tell how far the work is; the table alone goes to stdout."""
    sys.stderr.write(f"bench: {words}\n")
    sys.stderr.flush()
