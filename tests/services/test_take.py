"""Bringing registers in: every row taken, flagged or refused, and none of them twice."""

import csv
import json
from datetime import UTC, datetime
from pathlib import Path

import openpyxl
import pytest

from desk.domain.complaint import Category, Complaint, ComplaintFilter, ReceivedVia, Stage
from desk.domain.errors import Cancelled, ContentBroken, RegisterUnreadable
from desk.services.app import App
from desk.services.take import BATCH, Taken
from tests.conftest import StandingClock

DATA = Path(__file__).parents[3] / "shared" / "data"
CFPB = (
    "complaint_id,date_received,product,sub_product,issue,sub_issue,narrative,state,submitted_via\n"
)
ANYTHING = {
    "control": "".join(chr(code) for code in range(1, 32) if chr(code) not in "\r\n") + " kettle",
    "more_control": "kettle " + "".join(map(chr, range(0x7F, 0xA0))),
    "formula": '=HYPERLINK("http://example.com","click me now")',
    "markup": "<para><b>bold</b></para> &amp; &lt; <!-- -->",
    "format": "%s %d {0} {name} %(x)s and the rest",
    "sql": "'; drop table complaint; --",
    "fts": 'NEAR( a b , 5) " * AND OR NOT ^x - col:y',
    "path": "../../x and C:\\windows and /etc/passwd",
    "quotes": '"""" kettle \'\' `` “” „“',
    "emoji": "👩‍👩‍👧‍👦 the kettle 🫖 leaks",
    "right_to_left": "abc \u202edef ghi\u202c מים שלום",
    "rare": "𠮷䶮𬍛的水壶坏了",
    "combining": "Zalgo z\u0351\u0300\u0489 e\u0301 kettle",
    "long": "水壶漏水了。" * 16_666 + "done",
}


def register(tmp_path: Path, text: str, name: str = "register.csv") -> Path:
    file = tmp_path / name
    file.write_bytes(text.encode("utf-8", "surrogatepass"))
    return file


def the_one(app: App) -> Complaint:
    (line,) = app.complaints.page(ComplaintFilter(), 0, 10)
    complaint = app.complaints.get(line.id)
    assert complaint is not None
    return complaint


def reasons(taken: Taken) -> str:
    assert (taken.taken, len(taken.flagged)) == (1, 1)
    return taken.flagged[0].reason


def test_a_row_becomes_a_complaint_with_what_it_says(app: App, tmp_path: Path) -> None:
    file = register(
        tmp_path,
        "投诉编号,投诉时间,投诉内容,类别,渠道,姓名,电话,产品\n"
        "T-7,2026年11月20日 9:05,电水壶底座又漏水了,质量,电话,王样本,000-0102,电水壶\n",
    )
    assert app.take.take(file) == Taken(1, (), (), 0)
    one = the_one(app)
    assert (one.story, one.category, one.product) == (
        "电水壶底座又漏水了",
        Category.PRODUCT,
        "电水壶",
    )
    assert (one.name, one.phone, one.language) == ("王样本", "000-0102", "zh_CN")
    assert one.received_via is ReceivedVia.PHONE
    assert one.arrived_at == one.received_at == datetime(2026, 11, 20, 1, 5, tzinfo=UTC)
    assert (one.stage, one.reference) == (Stage.RECEIVED, "BR01-26-0001")
    assert one.source == "register T-7"


def test_a_second_run_takes_nothing_twice_whatever_the_file_is_called(
    app: App, tmp_path: Path
) -> None:
    text = "id,text\n1,The kettle leaks again.\n2,The lamp is green.\n,No number at all.\n"
    assert app.take.take(register(tmp_path, text)).taken == 3
    again = app.take.take(register(tmp_path, text, "copy.csv"))
    assert again == Taken(0, (), (), 3)
    assert app.complaints.count(ComplaintFilter()) == 3


def test_the_same_number_in_another_shops_register_is_another_complaint(
    app: App, tmp_path: Path
) -> None:
    assert app.take.take(register(tmp_path, "id,text\n1,The kettle leaks again.\n")).taken == 1
    assert app.take.take(register(tmp_path, "id,text\n1,The lamp is green.\n")).taken == 1


def test_equal_rows_without_a_number_are_all_taken_and_all_known_later(
    app: App, tmp_path: Path
) -> None:
    file = register(tmp_path, "text\nThe queue is too long.\nThe queue is too long.\n")
    assert app.take.take(file).taken == 2
    assert app.take.take(file) == Taken(0, (), (), 2)


def test_a_number_that_stands_twice_in_a_known_register_is_refused_the_second_time(
    app: App, tmp_path: Path
) -> None:
    rows = (
        "7,2026-11-02,,,,,The first words here,NY,Web\n7,2026-11-02,,,,,Other words here,NY,Web\n"
    )
    taken = app.take.take(register(tmp_path, CFPB + rows))
    assert (taken.taken, [row.row for row in taken.refused]) == (1, [3])
    assert "“7” stands twice" in taken.refused[0].reason


def test_a_story_that_stands_in_is_flagged(app: App, tmp_path: Path) -> None:
    row = "7,2026-11-02,Mortgage,,Loan servicing,Escrow,,NY,Web\n"
    assert "missing" in reasons(app.take.take(register(tmp_path, CFPB + row)))
    assert the_one(app).story == "Mortgage / Loan servicing / Escrow"


def test_rows_that_say_nothing_or_too_much_are_refused(app: App, tmp_path: Path) -> None:
    file = register(tmp_path, "id,text\n1,\n2,  \n3,one,two\n4,N/A\n5,The kettle leaks.\n")
    taken = app.take.take(file)
    assert (taken.taken, [row.row for row in taken.refused]) == (1, [2, 3, 4, 5])


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ("yesterday-ish,The kettle leaks.,", "The date “yesterday-ish” cannot be read"),
        (",The kettle leaks.,", "It has no date"),
        ("2099-01-01,The kettle leaks.,", "lies in the future"),
        ("0001-01-01,The kettle leaks.,", "cannot be read"),
        ("2026-11-02,Bad.,", "shorter than the guide asks"),
        ("2026-11-02,The kettle leaks.,Weather", "“Weather”"),
        ("2026-11-02,The kettle leaks.", "ends before its last columns"),
        ("2026-11-02,The kettle\0 leaks.,", "“\ufffd” stands for characters"),
        ("2026-11-02,The kettle\ud800 leaks.,", "“\ufffd” stands for characters"),
        ("2026-11-02," + "long " * 20_001 + ",", "cut after 100000 characters"),
    ],
)
def test_what_is_odd_is_taken_and_flagged(app: App, tmp_path: Path, row: str, words: str) -> None:
    taken = app.take.take(register(tmp_path, f"date,text,category\n{row}\n"))
    assert words in reasons(taken)
    assert the_one(app).story


def test_a_kind_nobody_knows_is_kept_in_words(app: App, tmp_path: Path) -> None:
    app.take.take(register(tmp_path, "text,category\nThe kettle leaks.,Weather\n"))
    assert (the_one(app).category, the_one(app).category_other) == (Category.OTHER, "Weather")


def test_the_rows_of_a_register_tell_how_its_dates_are_meant(app: App, tmp_path: Path) -> None:
    american = "date,text\n03/04/2026,The kettle leaks.\n03/25/2026,The lamp is green.\n"
    app.take.take(register(tmp_path, american))
    days = {str(line.arrived_at.date()) for line in app.complaints.page(ComplaintFilter(), 0, 9)}
    assert days == {"2026-03-03", "2026-03-24"}  # midnight in Shanghai, as UTC


def test_clocks_run_only_where_an_answer_can_still_be_in_time(
    app: App, tmp_path: Path, clock: StandingClock
) -> None:
    file = register(
        tmp_path, "id,date,text\n1,2026-11-20,Came on Friday.\n2,2019-01-09,Came years ago.\n"
    )
    app.take.take(file)
    fresh, old = (app.complaints.get(x.id) for x in app.complaints.page(ComplaintFilter(), 0, 9))
    assert fresh is not None
    assert fresh.final_due_at is not None
    assert fresh.final_due_at > clock()
    assert old is not None
    assert (old.first_word_due_at, old.final_due_at, old.policy) == (None, None, "2026-1")
    clock.tick(days=60)
    assert [line.reference for line in app.today.read().due] == [fresh.reference]


@pytest.mark.parametrize("name", ANYTHING)
def test_whatever_a_customer_says_comes_back_the_same_and_is_found(
    app: App, tmp_path: Path, name: str
) -> None:
    text = ANYTHING[name]
    file = tmp_path / "anything.csv"
    with file.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows([["id", "text"], [name, text]])
    assert app.take.take(file) == Taken(1, (), (), 0)
    assert the_one(app).story == text
    assert [line.id for line in app.complaints.find(text[:300], 5)] == [the_one(app).id]
    with app.database.reading() as tx:
        assert list(tx.problems()) == []


def test_a_workbook_is_taken_like_a_list(app: App, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for row in (["编号", "投诉内容", "电话"], [1, "=1+1 是什么意思呀", 13800000000]):
        book.worksheets[0].append(row)
    book.save(tmp_path / "a.xlsx")
    assert app.take.take(tmp_path / "a.xlsx").taken == 1
    assert (the_one(app).story, the_one(app).phone) == ("=1+1 是什么意思呀", "13800000000")


def test_a_map_of_ones_own_says_what_columns_mean(app: App, tmp_path: Path) -> None:
    file = register(tmp_path, "A,B,C\nThe kettle leaks.,12.50,k9\n")
    with pytest.raises(RegisterUnreadable) as refused:
        app.take.take(file)
    assert "“story”" in refused.value.reason
    mine = tmp_path / "mine.toml"
    mine.write_text('key = "C"\n[columns]\nstory = "a"\npaid = "B"\n')
    assert app.take.take(file, mine).taken == 1
    assert (the_one(app).story, the_one(app).paid) == ("The kettle leaks.", 1250)


@pytest.mark.parametrize(
    "content",
    ["[columns", "surprise = 1", '[columns]\ncake = "A"', '[category]\nx = "cake"', "key = 5"],
)
def test_a_broken_map_is_refused_before_anything_is_taken(
    app: App, tmp_path: Path, content: str
) -> None:
    mine = tmp_path / "mine.toml"
    mine.write_text(content)
    with pytest.raises(ContentBroken):
        app.take.take(register(tmp_path, "A\nThe kettle leaks.\n"), mine)
    with pytest.raises(ContentBroken):
        app.take.take(register(tmp_path, "A\nThe kettle leaks.\n"), tmp_path / "none.toml")


def test_stopping_keeps_whole_batches_and_the_next_run_goes_on(app: App, tmp_path: Path) -> None:
    rows = "".join(f"{n},The kettle leaks again.\n" for n in range(3 * BATCH))
    file = register(tmp_path, "id,text\n" + rows)

    def stop(done: int, total: int) -> None:
        assert total == 3 * BATCH
        if done == 2 * BATCH:
            raise Cancelled

    with pytest.raises(Cancelled):
        app.take.take(file, progress=stop)
    assert app.complaints.count(ComplaintFilter()) == 2 * BATCH
    assert app.take.take(file) == Taken(BATCH, (), (), 2 * BATCH)


def test_the_example_data_come_in_whole_and_are_found_exactly(app: App) -> None:
    if not DATA.is_dir():
        pytest.skip("the example data are not on this machine")
    before = app.complaints.count(ComplaintFilter())
    rows = 0
    counts = json.loads((DATA / "counts.json").read_text("utf-8"))
    for file in sorted(DATA.glob("*.csv")):
        first = app.take.take(file)
        assert app.take.take(file) == Taken(0, (), (), first.taken)
        rows += first.taken + len(first.refused)
    assert rows == 5_100
    assert app.complaints.count(ComplaintFilter()) - before == 5_100
    with app.database.reading() as tx:
        stories = [complaint.story for complaint in tx.complaints.all()]
        assert list(tx.problems()) == []
    for terms in counts.values():
        for term in terms:
            wanted = sum(term.casefold() in story.casefold() for story in stories)
            found = app.complaints.find(term, 10_000)
            whole = [app.complaints.get(line.id) for line in found]
            in_story = [c for c in whole if c and term.casefold() in c.story.casefold()]
            assert (term, len(in_story)) == (term, wanted)
