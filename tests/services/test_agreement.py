"""What a commitment agrees on: offers side by side, and the limits they are held to."""

import dataclasses

import pytest

from desk.domain.answers import Raw
from desk.domain.draft import Draft
from desk.domain.errors import AnswersMissing
from desk.domain.limits import CannotGrant, OverLimit
from desk.domain.offer import Offer
from desk.domain.response import Answer
from desk.domain.rights import Right
from desk.domain.staff import Role, Staff
from desk.domain.staff_errors import NoRight, WrongPin
from desk.explain import explain
from desk.services.app import App
from tests.conftest import StandingClock
from tests.make import WHOLE, a_draft

PIN = "246810"


def money(amount: str, **more: Raw) -> dict[str, Raw]:
    return {**WHOLE, "offer": ("refund",), "offered": "Money back.", "amount": amount, **more}


def with_(draft: Draft, **answers: Raw) -> Draft:
    return dataclasses.replace(draft, answers={**draft.answers, **answers})


def offers(app: App, complaint: str) -> list[Offer]:
    return sorted(app.besides.of(Offer, complaint), key=lambda offer: offer.number)


@pytest.fixture
def staffed(app: App) -> App:
    """A desk with a handler who is signed in, two supervisors and head office."""
    with app.database.writing(app.settings.author(Right.MANAGE_STAFF)) as tx:
        from desk.services.pin import hashed

        kept = hashed(PIN)
        for name, role in (
            ("Lin", Role.HANDLER), ("Chen", Role.SUPERVISOR), ("Zhao", Role.SUPERVISOR),
            ("Wu", Role.HEAD_OFFICE),
        ):  # fmt: skip
            person = Staff(id=f"{name:A<22}", name=name, role=role, pin=kept)
            tx.records(Staff).save(person, root=person.id)
    app.settings.gate.let_in(app.settings.gate.people()[f"{'Lin':A<22}"])
    return app


def who(name: str) -> str:
    return f"{name:A<22}"


def granted(app: App, complaint: str, amount: int, by: str = "Chen", *, yes: bool = True) -> None:
    asked = app.approvals.ask(complaint, amount, "Money back.")
    app.approvals.decide(asked.id, who(by), PIN, granted=yes, reason="Seen the item.")


def test_offers_are_kept_in_order_with_time_words_cost_and_answer_and_nothing_is_overwritten(
    app: App, clock: StandingClock
) -> None:
    """R1."""
    draft = a_draft(money("20.00", answer=("does_not_accept",)))
    app.complaints.respond(draft)
    first = offers(app, draft.id)
    clock.tick(days=1)
    app.complaints.respond(with_(draft, amount="35.00", answer=("wants_to_think",)))
    clock.tick(days=1)
    app.complaints.respond(with_(draft, amount="35.00", answer=("accepts",)))
    told = offers(app, draft.id)
    assert [(o.number, o.amount, o.answer) for o in told] == [
        (1, 2000, Answer.DOES_NOT_ACCEPT),
        (2, 3500, Answer.ACCEPTS),
    ]
    assert told[0] == first[0]
    assert all(o.offered == "Money back." and o.offered_at for o in told)
    assert app.check.run() == ()


def test_an_accepted_offer_stays_when_something_else_is_agreed_on(app: App) -> None:
    """R1."""
    draft = a_draft(money("20.00"))
    app.complaints.respond(draft)
    app.complaints.respond(with_(draft, amount="50.00"))
    assert [o.amount for o in offers(app, draft.id)] == [2000, 5000]


def test_responding_twice_alike_keeps_one_offer(app: App) -> None:
    """R1."""
    draft = a_draft(money("20.00"))
    app.complaints.respond(draft)
    app.complaints.close(draft)
    assert len(offers(app, draft.id)) == 1


def test_above_the_limit_an_offer_is_refused_and_says_what_to_do(staffed: App) -> None:
    """R2."""
    draft = a_draft(money("500.01"))
    with pytest.raises(OverLimit) as refused:
        staffed.complaints.respond(draft)
    assert "500.01 CNY" in explain(refused.value)
    assert "Ctrl+E 4" in explain(refused.value)
    assert staffed.complaints.get(draft.id) is None
    assert staffed.complaints.respond(with_(draft, amount="500.00")).amount == 50_000


def test_closing_is_held_to_the_limit_as_responding_is(staffed: App) -> None:
    """R2."""
    with pytest.raises(OverLimit):
        staffed.complaints.close(a_draft(money("9000.00")))


def test_a_desk_where_no_people_were_entered_has_no_limits(app: App) -> None:
    """R2."""
    assert app.complaints.close(a_draft(money("99000.00"))).amount == 9_900_000


def test_a_persons_own_limit_stands_before_the_roles(staffed: App) -> None:
    """R2."""
    staffed.settings.gate.let_in(staffed.settings.gate.people()[who("Wu")])
    staffed.people.change(who("Lin"), limit_complaint=1000)
    staffed.settings.gate.let_in(staffed.settings.gate.people()[who("Lin")])
    with pytest.raises(OverLimit):
        staffed.complaints.respond(a_draft(money("10.01")))


def test_the_month_is_added_up_and_what_was_refused_does_not_count(
    staffed: App, clock: StandingClock
) -> None:
    """R2."""
    staffed.settings.gate.let_in(staffed.settings.gate.people()[who("Wu")])
    staffed.people.change(who("Lin"), limit_month=60_000)
    staffed.settings.gate.let_in(staffed.settings.gate.people()[who("Lin")])
    staffed.complaints.respond(a_draft(money("400.00"), number=1))
    staffed.complaints.respond(a_draft(money("150.00", answer=("does_not_accept",)), number=2))
    with pytest.raises(OverLimit, match="month"):
        staffed.complaints.respond(a_draft(money("200.01"), number=3))
    staffed.complaints.respond(a_draft(money("200.00"), number=3))
    clock.tick(days=8)  # the first of December
    staffed.complaints.respond(a_draft(money("400.00"), number=4))


def test_a_supervisors_pin_on_the_spot_lets_the_offer_pass(staffed: App) -> None:
    """R2: the handler stays signed in."""
    draft = a_draft(money("620.00"))
    staffed.complaints.save(draft)
    granted(staffed, draft.id, 62_000)
    assert staffed.complaints.respond(draft).amount == 62_000
    (kept,) = staffed.approvals.of(draft.id)
    assert (kept.granted, kept.decided_by, kept.asked_by, kept.amount) == (
        True, "Chen", "Lin", 62_000,
    )  # fmt: skip
    assert staffed.settings.gate.person is not None
    assert staffed.settings.gate.person.name == "Lin"


def test_a_refused_approval_is_kept_and_the_offer_stays_refused(
    staffed: App, clock: StandingClock
) -> None:
    """R2."""
    draft = a_draft(money("620.00"))
    staffed.complaints.save(draft)
    granted(staffed, draft.id, 62_000)
    clock.tick(seconds=5)
    granted(staffed, draft.id, 62_000, by="Zhao", yes=False)
    with pytest.raises(OverLimit):
        staffed.complaints.respond(draft)
    assert [a.granted for a in staffed.approvals.of(draft.id)] == [True, False]


def test_an_approval_covers_no_more_than_its_amount(staffed: App) -> None:
    """R2."""
    draft = a_draft(money("620.01"))
    staffed.complaints.save(draft)
    granted(staffed, draft.id, 62_000)
    with pytest.raises(OverLimit):
        staffed.complaints.respond(draft)


def test_nobody_approves_their_own_offer_or_above_their_own_limit(staffed: App) -> None:
    """R2."""
    draft = a_draft(money("6000.00"))
    staffed.complaints.save(draft)
    with pytest.raises(CannotGrant):
        granted(staffed, draft.id, 600_000, by="Chen")
    granted(staffed, draft.id, 600_000, by="Wu")
    assert staffed.complaints.respond(draft).amount == 600_000
    staffed.settings.gate.let_in(staffed.settings.gate.people()[who("Chen")])
    other = a_draft(money("6000.00"), number=2)
    staffed.complaints.save(other)
    with pytest.raises(CannotGrant):
        granted(staffed, other.id, 1000, by="Chen")


def test_a_handlers_pin_or_a_wrong_one_approves_nothing(staffed: App) -> None:
    """R2."""
    draft = a_draft(money("620.00"))
    staffed.complaints.save(draft)
    asked = staffed.approvals.ask(draft.id, 62_000, "Money back.")
    with pytest.raises(NoRight):
        staffed.approvals.decide(asked.id, who("Lin"), PIN, granted=True)
    with pytest.raises(WrongPin):
        staffed.approvals.decide(asked.id, who("Chen"), "000000", granted=True)
    assert [a.granted for a in staffed.approvals.of(draft.id)] == [None]


def test_after_a_refusal_parking_an_empty_next_offer_loses_neither_offer_nor_answer(
    app: App,
) -> None:
    """R1."""
    draft = a_draft(money("20.00", answer=("does_not_accept",)))
    refused = app.complaints.respond(draft)
    emptied = with_(draft, offer=(), offered="", amount="", answer=())
    saved = app.complaints.save(emptied)
    assert (saved.answer, saved.amount, saved.offered) == (
        refused.answer, refused.amount, refused.offered,
    )  # fmt: skip
    with pytest.raises(AnswersMissing):
        app.complaints.respond(emptied)
