"""What is found equals a plain scan of the texts; numbers are found by their ends; no syntax."""

import csv
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desk.domain.complaint import Complaint
from desk.domain.complaint_list import ComplaintFilter
from desk.domain.identity import derived_id
from desk.storage.database import Database
from desk.storage.words import PUNCTUATION, folded, phrase, words
from tests.conftest import StandingClock
from tests.make import a_complaint
from tests.storage.by_hand import LIN

SHARED = Path(__file__).parents[2].parent / "shared" / "data"

STORIES = (
    "水壶漏水，要求退款。客服态度很差！",
    "漏。水的水壶；服务态度差，客 服不理人",
    "房间漏水了，服务员态度还可以。想换房",
    "ＲＥＦＵＮＤ my ｍｏｎｅｙ， please: 12.50元",
    "They refunded half; refunds take weeks. Re-fund!",
    "The bank started foreclosure (foreclosed 2026).",
    "Straße, café, CAFÉ, ÉCOLE and naïve İstanbul",
    "😀😀 great... NOT 👩‍👩‍👧 ok-ish_maybe C++ a_b",
    "quote \" and ' and * ( ) AND OR NOT NEAR ^ : - body:refund {x}",
    "100% drop table complaint; -- select 1",
    "𠮷野家的饭是凉的，䶮字写错了",
    "おそい配達 カタカナ ｶﾀｶﾅ 々〆",
    "x\u202eRTL\u200b zero\u00adwidth\ttabs\nnew lines",
    "",
)


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    database = Database(tmp_path_factory.mktemp("search") / "desk.sqlite", StandingClock())
    with database.writing(LIN) as tx:
        for n, story in enumerate(STORIES):
            tx.complaints.save(_numbered(n, story=story))
    yield database
    database.close()


def _numbered(n: int, **changes: object) -> Complaint:
    named: dict[str, object] = {"reference": f"BR01-26-{n:04d}", **changes}
    return a_complaint(id=derived_id("search", str(n)), **named)


def found(database: Database, asked: str) -> set[str]:
    with database.reading() as tx:
        return {summary.story for summary in tx.complaints.find(asked, limit=10_000)}


def scanned(asked: str, stories: tuple[str, ...] = STORIES) -> set[str]:
    """The plain scan: the letters occur, and do not begin inside a run of letters or digits."""
    needle = folded(asked).strip()
    begins = "" if not re.match(r"[a-z0-9]", needle) else r"(?<![^\W_])"
    return {s for s in stories if re.search(begins + re.escape(needle), folded(s))}


@pytest.mark.parametrize(
    "asked",
    [
        "漏", "漏水", "水壶", "漏水了", "服务态度", "态度差", "态度", "退款", "客服", "换房",
        "要求退款", "。水", "漏。水", "refund", "REFUND", "refun", "refunded", "re", "money",
        "Ｍoney", "fore", "foreclosure", "strasse", "café", "école", "a", "12.50", "c++", "a_b",
        "ok-ish", "𠮷", "𠮷野家", "䶮字",
        "カタカナ", "おそい", "zero", "tabs", "new lines", "my money", "take weeks", "drop table",
    ],
)  # fmt: skip
def test_what_is_found_equals_a_plain_scan(filled: Database, asked: str) -> None:
    wanted = scanned(asked)
    assert found(filled, asked) == wanted
    assert wanted, "this term occurs nowhere: it proves nothing"


def test_punctuation_between_two_characters_keeps_them_apart(filled: Database) -> None:
    assert STORIES[1] not in found(filled, "漏水")
    assert STORIES[1] not in found(filled, "客服")  # there a blank stands between them
    assert found(filled, "漏。水") == {STORIES[1]}


def test_a_word_is_not_found_from_its_middle(filled: Database) -> None:
    assert found(filled, "fund") == {STORIES[4]}  # Re-fund, not refund
    assert found(filled, "ound") == set()


@pytest.mark.parametrize("asked", ["kettle nothing", "漏水 凉的"])
def test_several_words_that_stand_nowhere_together_are_all_needed(
    filled: Database, asked: str
) -> None:
    assert found(filled, asked) == set()


def test_several_words_are_found_in_any_order_when_nothing_holds_them_as_asked(
    filled: Database,
) -> None:
    assert found(filled, "weeks refunded") == {STORIES[4]}
    assert found(filled, "退款 漏水") == {STORIES[0]}


@pytest.mark.parametrize(
    "asked",
    [
        "", " ", '"', "*", "(", ")", "^", "-", ":", "AND", "OR NOT", "NEAR(a b)", "body:refund",
        '" OR 1=1 --', "refund*", "{x}", "a AND", "words : x", "'; drop table complaint; --",
        "\ue000", "\x00", "😀", "_", "%", "\u202e", "，。", "x" * 10_000, "漏" * 3000, "a b " * 500,
    ],
)  # fmt: skip
def test_search_syntax_is_only_text(filled: Database, asked: str) -> None:
    assert found(filled, asked) <= {*STORIES}
    with filled.reading() as tx:
        assert list(tx.problems()) == []


@settings(max_examples=150, deadline=None)
@given(asked=st.text(max_size=30))
def test_no_text_can_break_a_search(filled: Database, asked: str) -> None:
    assert found(filled, asked) <= {*STORIES}


@settings(max_examples=200, deadline=None)
@given(story=st.sampled_from(STORIES), data=st.data())
def test_every_piece_of_a_story_that_begins_with_a_word_finds_it(
    filled: Database, story: str, data: st.DataObject
) -> None:
    starts = [match.start() for match in re.finditer(r"\b\w", story)]
    if not starts:
        return
    start = data.draw(st.sampled_from(starts))
    asked = story[start : start + data.draw(st.integers(1, 12))]
    if phrase(asked) and not re.fullmatch(r"\W*\d[\d\W]*", asked):  # digits ask for numbers
        assert story in found(filled, asked)


@given(st.text())
def test_nothing_reaches_the_index_but_words_and_the_mark(text: str) -> None:
    for word in words(text):
        assert word == PUNCTUATION or word.isalnum()
    assert set(phrase(text)) & {'"', "*", "(", ")", ":", "^", "-", "+", "{", "}"} <= {'"', "*"}
    assert phrase(text).count('"') in {0, 2}


def test_a_complaint_is_found_by_what_it_says_now(database: Database) -> None:
    with database.writing(LIN) as tx:
        saved = tx.complaints.save(a_complaint(story="The kettle leaks.", phone="555-0117"))
        tx.complaints.save(
            a_complaint(story="The toaster burns.", phone="555-0229", heads=saved.heads)
        )
    with database.reading() as tx:
        for asked, count in (("kettle", 0), ("toaster", 1), ("0117", 0), ("0229", 1)):
            assert len(tx.complaints.find(asked, limit=5)) == count, asked
        assert list(tx.problems()) == []


@pytest.mark.parametrize(
    ("asked", "references"),
    [
        ("0003", {"BR01-26-0003"}),
        ("26-0003", {"BR01-26-0003"}),
        ("br01-26-0003", {"BR01-26-0003"}),
        ("ＢＲ01-26-0003", {"BR01-26-0003"}),
        ("0117", {"BR01-26-0001", "BR01-26-0002"}),
        ("555 0117", {"BR01-26-0001"}),
        ("+86 138-0000-0117", {"BR01-26-0002"}),
        ("１３８ 0000 0117", {"BR01-26-0002"}),
        ("17", set()),
    ],
)
def test_numbers_are_found_by_their_end(
    database: Database, asked: str, references: set[str]
) -> None:
    phones = {1: "(555) 0117", 2: "+86 138 0000 0117", 3: "555-0300"}
    with database.writing(LIN) as tx:
        for n, phone in phones.items():
            tx.complaints.save(_numbered(n, phone=phone, story="No number in here."))
    with database.reading() as tx:
        assert {s.reference for s in tx.complaints.find(asked, limit=9)} == references


def test_the_newest_are_found_first_and_no_more_than_asked(database: Database) -> None:
    with database.writing(LIN) as tx:
        for n in range(30):
            tx.complaints.save(_numbered(n, story="The kettle leaks."))
    with database.reading() as tx:
        got = [s.reference[-4:] for s in tx.complaints.find("kettle", limit=3)]
    assert got == ["0029", "0028", "0027"]


@pytest.mark.skipif(not SHARED.is_dir(), reason="the example data is not here")
def test_han_terms_of_real_texts_are_found_exactly(database: Database) -> None:
    with (SHARED / "zh_negative_reviews.csv").open(encoding="utf-8", newline="") as lines:
        stories = tuple(dict.fromkeys(row["text"] for row in csv.DictReader(lines)))[:1200]
    with database.writing(LIN) as tx:
        for n, story in enumerate(stories):
            tx.complaints.save(_numbered(n, story=story, reference=f"BR01-26-{n:06d}"))
    terms = {
        run[start : start + length]
        for length in (1, 2, 3, 4)
        for run in re.findall(r"[\u4e00-\u9fff]{4,}", "".join(stories[::40]))
        for start in range(0, len(run) - 3, 9)
    }
    assert len(terms) > 150
    for term in sorted(terms)[:250]:
        with database.reading() as tx:
            numbers = {s.reference[-6:] for s in tx.complaints.find(term, limit=10_000)}
        wanted = {f"{n:06d}" for n, s in enumerate(stories) if folded(term) in folded(s)}
        assert numbers == wanted, term


@pytest.mark.parametrize("asked", ["zw", "zhangw", "zhang wei", "ZHANGWEI", "张伟", "伟"])
def test_a_chinese_name_is_found_by_its_sound_in_full_and_by_its_initials(
    database: Database, asked: str
) -> None:
    """S3."""
    with database.writing(LIN) as tx:
        tx.complaints.save(_numbered(1, name="张伟"))
        tx.complaints.save(_numbered(2, name="周文", story="The zwieback is stale."))
        tx.complaints.save(_numbered(3, name="Lin"))
    with database.reading() as tx:
        listed = tx.complaints.page(ComplaintFilter(words=asked), tx.at, offset=0, limit=9)
        heard = tx.complaints.find(asked, limit=9)
    wanted = {"BR01-26-0001"} | ({"BR01-26-0002"} if asked == "zw" else set())
    assert {line.reference for line in listed} == {line.reference for line in heard} == wanted
    if asked == "zw":
        assert heard[0].reference == "BR01-26-0002", "what is written comes before what is heard"


@pytest.mark.parametrize("asked", ["dan", "chan", "shan", "d", "c", "s"])
def test_a_character_with_several_readings_is_found_by_each(database: Database, asked: str) -> None:
    """S3."""
    with database.writing(LIN) as tx:
        tx.complaints.save(_numbered(1, name="单"))
    with database.reading() as tx:
        assert tx.complaints.find(asked, limit=9)
