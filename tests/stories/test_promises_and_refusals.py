"""Stories of what we cannot do, may not do alone, and did not do as promised."""

from PySide6.QtCore import Qt

from desk.domain.complaint import Stage
from desk.domain.contact import Contact, Direction
from desk.domain.offer import Approval, Offer
from desk.domain.promise import Promise, PromiseKind, PromiseState
from desk.domain.staff import Role
from desk.domain.timeline import PaperKind
from tests.stories.counter import CONTROL, PIN, Counter
from tests.stories.words import (
    EMPATHISE,
    EMPATHISE_ZH,
    INVESTIGATE,
    INVESTIGATE_ZH,
    LISTEN,
    LISTEN_ZH,
    RESOLVE,
    RESOLVE_ZH,
    Page,
)

REFUND: Page = {"offer": ("refund",), "amount": "620", "offered": "Refund of 620 today."}
REFUND_ZH: Page = {"offer": ("refund",), "amount": "620", "offered": "今天退款620元。"}


def test_a_wish_we_cannot_meet_is_answered_by_a_letter_with_reason_rule_and_next_step(
    guitai: Counter,
) -> None:
    guitai.customer_comes({**LISTEN_ZH, "wish": ("refund",)})
    guitai.pages(EMPATHISE_ZH, INVESTIGATE_ZH)
    no: Page = {"offer": ("repair",), "offered": "免费更换密封圈。", "answer": ("does_not_accept",)}
    guitai.page({**RESOLVE_ZH, **no})
    guitai.hand.type("2")
    guitai.press(Qt.Key.Key_P, CONTROL)
    guitai.settle()
    assert guitai.whole().papers == ()
    assert "为什么办不了？" in guitai.news()
    guitai.card(
        "wish_not_met",
        {
            "refusal": "已过七日无理由退货期。",
            "refusal_basis": "消费者权益保护法第二十四条",
            "refusal_next": "可免费维修，也可拨打12315。",
        },
    )
    guitai.press(Qt.Key.Key_P, CONTROL)
    guitai.settle()
    assert [paper.kind for paper in guitai.whole().papers] == [PaperKind.LETTER]
    assert guitai.complaint().is_open


def test_a_supervisor_refuses_an_offer_and_both_offers_are_kept(counter: Counter) -> None:
    counter.works_here(Chen=Role.SUPERVISOR, Lin=Role.HANDLER)
    counter.sits_down("Lin")
    counter.customer_comes(LISTEN)
    counter.pages(EMPATHISE, INVESTIGATE, {**RESOLVE, **REFUND})
    counter.end()
    assert "over your limit" in counter.news()
    counter.card(
        "supervisor",
        {
            "who": (counter.person("Chen").id,),
            "granted": ("no",),
            "reason": "Too much.",
            "pin": PIN,
        },
    )
    counter.card("offers")
    counter.hand.commit()  # a card that only tells is put away
    assert not counter.cards().is_open
    (refused,) = counter.kept(Approval)
    assert (refused.granted, refused.decided_by, refused.amount) == (False, "Chen", 62_000)
    counter.page({**RESOLVE, **REFUND, "amount": "120", "offered": "Refund of 120 today."})
    counter.end()
    kept = counter.complaint("BR01-26-0001")
    assert (kept.stage, kept.amount) == (Stage.CLOSED, 12_000)
    assert [offer.amount for offer in counter.kept(Offer, kept.reference)] == [12_000]
    assert counter.kept(Approval, kept.reference) == [refused]


def test_while_the_supervisor_is_away_a_complaint_waits_and_is_taken_up_with_their_word(
    guitai: Counter,
) -> None:
    guitai.works_here(Chen=Role.SUPERVISOR, Lin=Role.HANDLER)
    guitai.sits_down("Lin")
    guitai.customer_comes(LISTEN_ZH)
    guitai.pages(EMPATHISE_ZH, INVESTIGATE_ZH, {**RESOLVE_ZH, **REFUND_ZH})
    guitai.end()
    assert guitai.complaint().is_open
    guitai.press(Qt.Key.Key_F7)
    guitai.hand.type("5")
    guitai.press(Qt.Key.Key_Return)
    guitai.settle()
    guitai.clock.tick(hours=3)
    guitai.press(Qt.Key.Key_Return)
    guitai.card("supervisor", {"who": (guitai.person("Chen").id,), "granted": ("yes",), "pin": PIN})
    guitai.page({})
    guitai.end()
    kept = guitai.complaint("BR01-26-0001")
    assert (kept.stage, kept.amount, kept.handler) == (Stage.CLOSED, 62_000, "Lin")
    (granted,) = guitai.kept(Approval, kept.reference)
    assert (granted.granted, granted.decided_by) == (True, "Chen")


def test_a_promise_that_is_broken_is_told_to_the_customer_with_the_reason(
    counter: Counter,
) -> None:
    counter.customer_comes(LISTEN)
    counter.pages(EMPATHISE, INVESTIGATE)
    counter.page({**RESOLVE, "done": ("by_date",), "done_on": "+3", "done_by": "Lin"})
    counter.end()
    counter.clock.tick(days=3)
    counter.press(Qt.Key.Key_4, CONTROL)
    counter.settle()
    counter.press(Qt.Key.Key_B)
    counter.fill({"reason": "The lorry broke down.", "way": ("phone",), "reached": ("yes",)})
    counter.hand.commit()
    counter.settle()
    promises = counter.kept(Promise, "BR01-26-0001")
    (promise,) = (each for each in promises if each.kind is PromiseKind.REMEDY)
    assert (promise.state, promise.reason) == (PromiseState.BROKEN, "The lorry broke down.")
    (told,) = counter.kept(Contact, "BR01-26-0001")
    assert (told.direction, told.words) == (Direction.OUT, "The lorry broke down.")
    assert counter.complaint("BR01-26-0001").is_open
