"""Lists show what a filter asks, all of it, page by page, the newest arrival first."""

import dataclasses
import itertools
import random
import time
from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import pairwise

import pytest

from desk.domain.complaint import (
    Category,
    Complaint,
    ComplaintFilter,
    ComplaintSummary,
    Stage,
)
from desk.domain.deadline import Due, coming_next
from desk.domain.identity import derived_id, new_id
from desk.domain.investigation import Finding
from desk.domain.response import Done
from desk.storage import waiting
from desk.storage.board import LIST_TEXT
from desk.storage.database import Database
from desk.storage.plain import asking
from tests.conftest import HERE, StandingClock
from tests.make import ARRIVED, a_complaint
from tests.storage.by_hand import LIN

NOW = ARRIVED.astimezone(HERE)
COUNT = 5_000
PAGE = 100
STORIES = ("The kettle leaks.", "水壶漏水，要求退款。", "Nobody answers the phone.", "冷" * 1000)
PHONES = ("555-0117", "555-0229", "")


def _made() -> Iterator[Complaint]:
    chance = random.Random(5)
    for n in range(COUNT):
        arrived = ARRIVED - timedelta(minutes=chance.randrange(400_000))
        stage = chance.choice(tuple(Stage))
        yield a_complaint(
            id=new_id(arrived, chance.randbytes(10)),
            reference=f"BR01-26-{n:04d}",
            arrived_at=arrived,
            story=chance.choice(STORIES),
            stage=stage,
            category=chance.choice((*Category, None)),
            phone=chance.choice(PHONES),
            product=chance.choice(("kettle", "lamp", "")),
            priority=chance.randint(1, 3),
            first_word_due_at=arrived + timedelta(days=3),
            progress_due_at=chance.choice((None, arrived + timedelta(days=5))),
            final_due_at=chance.choice((None, arrived + timedelta(days=14))),
            statutory_due_at=chance.choice((None, arrived + timedelta(days=12))),
            paused_at=chance.choice((None, None, arrived + timedelta(hours=2))),
            acknowledged_at=chance.choice((None, arrived + timedelta(hours=1))),
            finding=chance.choice((Finding.CANNOT_TELL, Finding.CONFIRMED)),
            next_on=chance.choice((None, arrived.date() + timedelta(days=2))),
            responded_at=chance.choice((None, arrived + timedelta(days=1))),
            done=chance.choice((None, *Done)),
            done_on=chance.choice((None, arrived.date() + timedelta(days=chance.randrange(4)))),
            check_back_on=chance.choice((None, arrived.date() + timedelta(days=6))),
            closed_at=arrived + timedelta(days=2) if stage is Stage.CLOSED else None,
        )


@pytest.fixture(scope="module")
def made() -> list[Complaint]:
    return sorted(_made(), key=lambda c: (c.arrived_at, c.id.swapcase()), reverse=True)


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory, made: list[Complaint]) -> Iterator[Database]:
    database = Database(tmp_path_factory.mktemp("lists") / "desk.sqlite", StandingClock())
    with database.writing(LIN) as tx:
        for complaint in made:
            tx.complaints.save(complaint)
    yield database
    database.close()


def shown(wanted: ComplaintFilter, made: list[Complaint], now: datetime) -> set[str]:
    """What the filter must show, complaint by complaint."""

    def fits(c: Complaint) -> bool:
        says = wanted.words in c.story or wanted.words in c.product
        says = says or c.phone.endswith(wanted.words) or c.reference.endswith(wanted.words)
        coming = coming_next(c, now.tzinfo)
        late = coming is not None and coming.at < now
        return (
            (not wanted.words or says)
            and (not wanted.stages or c.stage in wanted.stages)
            and (wanted.category is None or c.category is wanted.category)
            and (not wanted.only_overdue or late)
            and (wanted.arrived_from is None or c.arrived_at >= wanted.arrived_from)
            and (wanted.arrived_before is None or c.arrived_at < wanted.arrived_before)
        )

    return {complaint.reference for complaint in made if fits(complaint)}


FILTERS = [
    ComplaintFilter(words=words, stages=chosen, category=category, only_overdue=late)
    for words, chosen, category, late in itertools.product(
        ("", "漏水", "kettle", "0117"),
        ((), (Stage.CLOSED,), (Stage.RECEIVED, Stage.RESPONDED)),
        (None, Category.PRICE),
        (False, True),
    )
] + [
    ComplaintFilter(arrived_from=ARRIVED - timedelta(days=9)),
    ComplaintFilter(arrived_before=ARRIVED - timedelta(days=99), stages=(Stage.ASSESSED,)),
    ComplaintFilter(words="nothing says this"),
]


@pytest.mark.parametrize("wanted", FILTERS, ids=str)
def test_all_pages_together_show_exactly_what_the_filter_asks_newest_first(
    full: Database, made: list[Complaint], wanted: ComplaintFilter
) -> None:
    with full.reading() as tx:
        count = tx.complaints.count(wanted, NOW)
        lines: list[ComplaintSummary] = []
        for offset in range(0, count + PAGE, PAGE):
            lines += tx.complaints.page(wanted, NOW, offset=offset, limit=PAGE)
    assert len(lines) == count
    assert {line.reference for line in lines} == shown(wanted, made, NOW)
    assert [line.arrived_at for line in lines] == sorted(
        (line.arrived_at for line in lines), reverse=True
    )


def test_a_line_says_what_the_record_says_but_a_long_story_is_cut(
    full: Database, made: list[Complaint]
) -> None:
    records = {complaint.id: complaint for complaint in made}
    with full.reading() as tx:
        for line in tx.complaints.page(ComplaintFilter(), NOW, offset=700, limit=300):
            for name, said in dataclasses.asdict(line).items():
                if name in {"promised_on", "promised_by"}:
                    continue  # of the promises beside it
                held = getattr(records[line.id], name)
                assert said == (held[:LIST_TEXT] if name == "story" else held)


@pytest.mark.parametrize("through", ["the driver", "SQLAlchemy"])
def test_the_board_reads_the_same_lines_as_the_lists(full: Database, through: str) -> None:
    start, end = ARRIVED - timedelta(days=60), ARRIVED - timedelta(days=30)
    span = ComplaintFilter(arrived_from=start, arrived_before=end)
    with full.reading() as tx:
        listed = tx.complaints.page(span, NOW, offset=0, limit=COUNT)
        assert len(listed) > 100
        if through == "SQLAlchemy":
            assert tx.board.arrived(start, end, COUNT) == listed
    with full.looking() as board:
        assert board.arrived(start, end, COUNT) == listed
        assert board.lines([line.id for line in listed[:9]]) == {c.id: c for c in listed[:9]}


def test_the_board_counts_what_came_since(full: Database, made: list[Complaint]) -> None:
    start = ARRIVED - timedelta(days=30)
    came = [c for c in made if c.arrived_at >= start]
    with full.looking() as board:
        assert board.count_since(start) == (len(came), sum(not c.is_open for c in came))
        assert board.count_since(NOW + timedelta(days=1)) == (0, 0)


def test_due_shows_open_complaints_of_which_something_runs_out_soonest_first(
    full: Database, made: list[Complaint]
) -> None:
    end = datetime(2026, 3, 18, tzinfo=HERE)
    with full.looking() as board:
        lines = board.due(before=end, limit=COUNT)
    soonest = {c.reference: coming_next(c, HERE) for c in made}
    wanted = {name for name, coming in soonest.items() if coming and coming.at < end}
    assert {line.reference for line in lines} == wanted
    days = [coming_next(line, HERE) for line in lines]
    seen = [coming.at.date() for coming in days if coming]
    assert len({coming.what for coming in days if coming}) == len(Due)
    assert all(earlier <= later + timedelta(days=1) for earlier, later in pairwise(seen))


def test_like_it_counts_others_on_the_same_product_since(
    full: Database, made: list[Complaint]
) -> None:
    since = ARRIVED - timedelta(days=30)
    with full.reading() as tx:
        for complaint in made[:50]:
            same = [
                other
                for other in made
                if other.product == complaint.product != ""
                and other.arrived_at >= since
                and other.id != complaint.id
            ]
            assert tx.complaints.like_it(complaint.product, since, complaint.id) == len(same)
        assert tx.complaints.same_thing_open("lamp", made[0].id)
        assert not tx.complaints.same_thing_open("nobody sells this", made[0].id)
        assert not tx.complaints.same_thing_open("", made[0].id)


def test_a_complaint_is_read_by_its_reference_in_any_case(full: Database) -> None:
    with full.reading() as tx:
        found = tx.complaints.by_reference(" br01-26-0042 ")
        assert found is not None
        assert found.reference == "BR01-26-0042"
        assert tx.complaints.by_reference("BR01-26-9999") is None
        assert tx.complaints.get(derived_id("nobody")) is None


@pytest.mark.alone
@pytest.mark.parametrize("wanted", [ComplaintFilter(), ComplaintFilter(category=Category.PRICE)])
def test_the_deepest_page_costs_little_more_than_the_first(
    full: Database, wanted: ComplaintFilter
) -> None:
    def took(offset: int) -> float:
        times = []
        for _ in range(9):
            start = time.perf_counter()
            with full.reading() as tx:
                tx.complaints.page(wanted, NOW, offset=offset, limit=PAGE)
            times.append(time.perf_counter() - start)
        return min(times)

    with full.reading() as tx:
        last = tx.complaints.count(wanted, NOW) - PAGE
    assert took(last) < took(0) * 2


def test_a_line_looks_up_the_promises_of_its_own_complaint_and_not_every_open_one(
    full: Database,
) -> None:
    """A desk with a thousand open promises would else read all of them for each line."""
    said = [waiting.PROMISED_ON, waiting.PROMISED_BY]
    asked = " ".join(("explain query plan select", ", ".join(said), "from complaint"))
    with full.engines().reader.connect() as connection:
        plan = [str(row[3]) for row in asking(connection)(asked, {})]
    found = [step for step in plan if "promise" in step]
    assert len(found) == 2
    assert all("ix_promise_complaint" in step for step in found), plan
