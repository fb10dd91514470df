"""Customers: what is suggested, what is shown of them, linking, merging, and taking it back."""

from datetime import timedelta

import pytest

from desk.domain.complaint import Complaint, Stage
from desk.domain.earlier import Alike
from desk.domain.identity import derived_id
from desk.services.app import App
from tests.make import ARRIVED, a_complaint
from tests.storage.by_hand import LIN


def written(app: App, number: int, **said: object) -> Complaint:
    """A complaint that is in the register; a higher number came later."""
    complaint = a_complaint(
        id=derived_id("customer", str(number)),
        reference=f"BR01-26-{number:04d}",
        arrived_at=ARRIVED + timedelta(hours=number),
        **said,
    )
    with app.database.writing(LIN) as tx:
        return tx.complaints.save(complaint)


def suggested(
    app: App, *, phone: str = "", name: str = "", product: str = ""
) -> list[tuple[str, tuple[Alike, ...]]]:
    earlier = app.customers.earlier(phone=phone, name=name, product=product)
    return [(e.reference[-4:], e.why) for e in earlier]


class TestEarlierComplaintsWhileTyping:
    """I11."""

    def test_four_digits_of_a_phones_end_suggest_them_the_newest_first(self, app: App) -> None:
        written(app, 1, phone="138 0013 4821")
        written(app, 2, phone="+86 139-0013-4821")
        written(app, 3, phone="13800134822")
        assert suggested(app, phone="4821") == [("0002", (Alike.PHONE,)), ("0001", (Alike.PHONE,))]

    def test_three_digits_suggest_nobody(self, app: App) -> None:
        written(app, 1, phone="138 0013 4821")
        assert suggested(app, phone="821") == []

    def test_a_number_typed_with_the_countrys_code_finds_the_one_without(self, app: App) -> None:
        written(app, 1, phone="138 0013 4821")
        written(app, 2, phone="4821")
        assert suggested(app, phone="+86 138 0013 4821") == [("0001", (Alike.PHONE,))]

    def test_the_end_of_a_reference_is_no_phone(self, app: App) -> None:
        written(app, 4821, phone="")
        assert suggested(app, phone="4821") == []

    @pytest.mark.parametrize("typed", ["wei l", "WEI  LIN", "Lin"])
    def test_a_name_is_suggested_by_its_beginning_whatever_its_capitals(
        self, app: App, typed: str
    ) -> None:
        written(app, 1, name="Wei Lin")
        written(app, 2, name="Lin Example")
        found = [number for number, _ in suggested(app, name=typed)]
        assert found == (["0002"] if typed == "Lin" else ["0001"])

    def test_a_chinese_name_is_suggested_from_two_characters_on(self, app: App) -> None:
        written(app, 1, name="王小明")
        written(app, 2, name="王小红")
        assert suggested(app, name="王") == []
        assert [number for number, _ in suggested(app, name="王小")] == ["0002", "0001"]
        assert [number for number, _ in suggested(app, name="王小明")] == ["0001"]

    def test_a_product_is_suggested_by_its_beginning(self, app: App) -> None:
        written(app, 1, product="kettle KX-2")
        written(app, 2, product="kettle")
        written(app, 3, product="toaster")
        assert [number for number, _ in suggested(app, product="kettle")] == ["0002", "0001"]

    def test_what_is_alike_in_more_comes_first_and_says_in_what(self, app: App) -> None:
        written(app, 1, phone="555-0117", name="Sam Example", product="kettle")
        written(app, 2, phone="555-0117")
        written(app, 3, product="kettle")
        assert suggested(app, phone="0117", name="Sam", product="kettle") == [
            ("0001", (Alike.PHONE, Alike.NAME, Alike.PRODUCT)),
            ("0002", (Alike.PHONE,)),
            ("0003", (Alike.PRODUCT,)),
        ]

    def test_at_most_five_are_suggested_and_never_the_one_in_hand(self, app: App) -> None:
        all_of_them = [written(app, n, phone="555-0117") for n in range(1, 9)]
        found = app.customers.earlier(phone="0117", without=all_of_them[-1].id)
        assert [e.reference[-4:] for e in found] == ["0007", "0006", "0005", "0004", "0003"]

    def test_an_earlier_one_says_what_a_clerk_has_to_know_and_whether_it_is_open(
        self, app: App
    ) -> None:
        written(app, 1, phone="555-0117", story="It leaks. It did before.", stage=Stage.CLOSED)
        written(app, 2, phone="555-0117", summary="Leaks again.", story="It leaks again, today.")
        newest, oldest = app.customers.earlier(phone="555-0117")
        assert (newest.summary, newest.is_open) == ("Leaks again.", True)
        assert (oldest.summary, oldest.is_open) == ("It leaks.", False)
        assert oldest.arrived_at == ARRIVED + timedelta(hours=1)

    def test_a_name_that_was_changed_is_found_by_the_new_one_only(self, app: App) -> None:
        before = written(app, 1, name="Sam Example")
        with app.database.writing(LIN) as tx:
            tx.complaints.save(a_complaint_named(before, "Kim Sample"))
        assert suggested(app, name="Sam Example") == []
        assert suggested(app, name="Kim Sample") == [("0001", (Alike.NAME,))]

    @pytest.mark.parametrize("typed", ["%", "''", "* OR 1", "\x00\x00\x00", "😀😀😀", "漏" * 5000])
    def test_no_text_can_break_it(self, app: App, typed: str) -> None:
        written(app, 1, name="Sam Example")
        assert suggested(app, phone=typed, name=typed, product=typed) == []


def a_complaint_named(complaint: Complaint, name: str) -> Complaint:
    import dataclasses

    return dataclasses.replace(complaint, name=name)
