"""What is shown of a customer, and earlier complaints while typing, beside one plain SELECT."""

import random
from collections.abc import Iterator
from itertools import cycle

from bench.data import COMPLAINTS_EACH, customer_id
from bench.measure import Row, alternately
from bench.storage import bare
from desk.services.app import App

TIMES = 60


def history(app: App, size: int) -> Iterator[Row]:
    """Count, open ones, last outcome, promises; then suggestions by phone, name and product."""
    floor = bare(app.config.database)
    customers = max(1, size // COMPLAINTS_EACH)
    chance = random.Random(size)  # noqa: S311 - repeatable, no secret
    some = cycle([customer_id(chance.randrange(customers)) for _ in range(TIMES)])
    theirs = "select * from complaint where complainant = ? and complainant <> ''"
    ours, raw = alternately(
        TIMES,
        lambda: app.customers.past(next(some)),
        lambda: floor.execute(theirs, (next(some),)).fetchall(),
    )
    past = app.customers.past(next(some))
    yield Row(
        work=f"history of one of {customers:,} customers", size=size, ours=ours, floor=raw,
        most_ours=100, note=f"{past.count} complaints",
        wrong=past.count != len(floor.execute(theirs, (past.person.id,)).fetchall()),
    )  # fmt: skip
    ends = cycle([f"{chance.randrange(10**4):04d}" for _ in range(TIMES)])
    numbers = "select complaint from search_tail where tail >= ? and tail < ? limit 5"

    def by_hand() -> None:
        end = next(ends)[::-1]
        floor.execute(numbers, (end, end + ":")).fetchall()

    for what, typed in (
        ("a phone's end", {}),
        ("phone, name, product", {"name": "王小样", "product": "kettle 1"}),
    ):
        ours, raw = alternately(
            TIMES,
            lambda typed=typed: app.customers.earlier(phone=next(ends), **typed),  # type: ignore[misc] # mypy cannot infer a lambda's default
            by_hand,
        )
        yield Row(
            work=f"earlier by {what}", size=size, ours=ours, floor=raw, most_ours=100,
        )  # fmt: skip
    floor.close()
