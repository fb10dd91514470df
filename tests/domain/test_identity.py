"""Ids need no server, sort by time, and references are what people read aloud."""

import base64
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from desk.domain.identity import derived_id, new_id, reference
from desk.domain.op import EPOCH

AT = datetime(2026, 11, 23, 2, 42, tzinfo=UTC)
LETTERS = set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")


@given(random=st.binary(min_size=10, max_size=10), seconds=st.integers(1, 2**37))
def test_a_new_id_is_22_letters_and_keeps_the_marks_of_a_uuid_7(
    random: bytes, seconds: int
) -> None:
    at = EPOCH + timedelta(seconds=seconds)
    name = new_id(at, random)
    raw = base64.urlsafe_b64decode(name + "==")
    assert len(name) == 22
    assert set(name) <= LETTERS
    assert raw[6] >> 4 == 7
    assert raw[8] >> 6 == 2
    assert int.from_bytes(raw[:6], "big") == seconds * 1000


def test_ids_differ_by_chance_and_by_time() -> None:
    ids = {new_id(AT + timedelta(milliseconds=n // 10), bytes([n] * 10)) for n in range(100)}
    assert len(ids) == 100


def test_a_derived_id_is_the_same_everywhere_and_keeps_its_parts_apart() -> None:
    assert derived_id("setting", "shop") == "XMgXC8ubL7hn6slI_Ke74w"
    assert derived_id("ab", "c") != derived_id("a", "bc")
    assert len(derived_id("")) == 22


def test_a_reference_names_branch_year_and_number() -> None:
    assert reference("BR01", 2026, 118) == "BR01-26-0118"
    assert reference("BR01", 2000, 1) == "BR01-00-0001"
    assert reference("BR17", 2026, 12345) == "BR17-26-12345"
