"""Stories of what happens at the counter: injury, threats, no proof, two customers at once."""

from PySide6.QtCore import Qt

from desk.domain.complaint import Known, Stage
from desk.domain.fact import Fact
from desk.domain.kept_item import KeptItem
from desk.domain.matter import Matter
from desk.domain.response import Answer
from desk.domain.side_path import TOLD_SUPERVISOR, Path
from tests.stories.counter import Counter
from tests.stories.words import (
    EMPATHISE,
    EMPATHISE_ZH,
    INVESTIGATE,
    INVESTIGATE_ZH,
    LISTEN,
    LISTEN_ZH,
    RESOLVE,
    RESOLVE_ZH,
)


def test_an_injury_comes_first_and_the_supervisor_is_told(counter: Counter) -> None:
    counter.customer_comes({**LISTEN, "safety": ("yes",)})
    kept = counter.complaint()
    assert kept.priority == 1
    counter.card("safety")
    for line in (1, 2, 3, int(TOLD_SUPERVISOR)):
        counter.line(line)
    kept = counter.complaint(kept.reference)
    assert kept.supervisor_told_at is not None
    opened = counter.app.side_paths.on(kept.id, Path.SAFETY)
    assert opened is not None
    assert set(opened.lines) == {"1", "2", "3", TOLD_SUPERVISOR}


def test_a_threat_is_noted_apart_and_the_complaint_is_judged_on_its_facts(guitai: Counter) -> None:
    guitai.customer_comes({**LISTEN_ZH, "pace": ("5",)})
    guitai.card("abuse", {"words": "再不赔就砸店。"})
    guitai.pages(EMPATHISE_ZH, INVESTIGATE_ZH, RESOLVE_ZH)
    guitai.end()
    kept = guitai.complaint("BR01-26-0001")
    assert kept.stage is Stage.CLOSED
    assert kept.answer is Answer.ACCEPTS
    assert "砸店" not in kept.story + kept.summary + kept.found + kept.offered


def test_without_any_proof_a_complaint_is_still_resolved(guitai: Counter) -> None:
    guitai.customer_comes(LISTEN_ZH)
    guitai.pages(
        {**EMPATHISE_ZH, "proof": ("no",)},
        {**INVESTIGATE_ZH, "checked": ("item", "records")},
        RESOLVE_ZH,
    )
    guitai.end()
    kept = guitai.complaint("BR01-26-0001")
    assert (kept.proof, kept.stage) == (Known.NO, Stage.CLOSED)


def test_a_misunderstanding_is_explained_and_nobody_is_blamed(counter: Counter) -> None:
    counter.customer_comes({**LISTEN, "wish": ("explanation",)})
    counter.pages(
        EMPATHISE,
        {**INVESTIGATE, "finding": ("confirmed",), "cause": ("information",)},
        {**RESOLVE, "offer": ("explanation",), "offered": "We explain how the lid locks."},
    )
    counter.end()
    kept = counter.complaint("BR01-26-0001")
    assert kept.stage is Stage.CLOSED
    assert kept.person == ""


def test_of_two_matters_one_is_refused_and_the_complaint_stays_open(counter: Counter) -> None:
    counter.customer_comes(LISTEN)
    counter.card(
        "matter",
        {
            "summary": "The cashier was rude.",
            "category": ("manner",),
            "answer": ("does_not_accept",),
        },
    )
    (second,) = counter.kept(Matter)
    assert (second.number, second.is_decided) == (2, False)
    counter.pages(EMPATHISE, INVESTIGATE, RESOLVE)
    counter.end()
    assert counter.complaint("BR01-26-0001").stage is not Stage.CLOSED


def test_an_item_kept_overnight_goes_back_with_a_signature(guitai: Counter) -> None:
    guitai.customer_comes(LISTEN_ZH)
    guitai.card("kept_item", {"what": "热水壶", "condition": "底座漏水", "place": "柜台后三号架"})
    reference = guitai.complaint().reference
    guitai.press(Qt.Key.Key_F7)
    guitai.press(Qt.Key.Key_Return)
    guitai.clock.tick(days=1)
    (item,) = guitai.kept(KeptItem, reference)
    assert item.is_open
    guitai.read(reference)
    guitai.card("kept_item")
    guitai.line(1)
    guitai.fill({"back_to": "王样本", "signed": ("yes",)})
    guitai.hand.commit()
    (item,) = guitai.kept(KeptItem, reference)
    assert not item.is_open
    assert (item.back_to, item.signed) == ("王样本", Known.YES)


def test_somebody_who_walks_out_leaves_a_complaint_that_stays_open(guitai: Counter) -> None:
    guitai.customer_comes(LISTEN_ZH)
    guitai.card("left", {"words": "等太久，先走了。"})
    guitai.press(Qt.Key.Key_F7)
    guitai.hand.type("6")
    guitai.press(Qt.Key.Key_Return)
    kept = guitai.complaint()
    assert kept.stage is not Stage.CLOSED
    assert guitai.app.drafts.all() == []


def test_two_customers_at_once_each_find_their_own_words_again(counter: Counter) -> None:
    counter.press(Qt.Key.Key_F2)
    counter.hand.type("The kettle leaks.")
    counter.press(Qt.Key.Key_F7)
    counter.press(Qt.Key.Key_Return)
    counter.press(Qt.Key.Key_F2)
    counter.hand.type("My bill is wrong.")
    counter.press(Qt.Key.Key_F7)
    counter.press(Qt.Key.Key_Return)
    counter.settle()
    said = {str(draft.answers["story"]) for draft in counter.app.drafts.all()}
    assert said == {"The kettle leaks.", "My bill is wrong."}
    counter.press(Qt.Key.Key_Return)
    story = str(counter.app.drafts.all()[0].answers["story"])
    assert counter.focused() == "story"
    assert story in said


def test_what_is_written_beside_a_complaint_never_goes_to_the_one_before(guitai: Counter) -> None:
    guitai.customer_comes(LISTEN_ZH)
    guitai.card("fact")
    guitai.tab_to("shows")
    guitai.write("底座有水。")
    guitai.customer_comes({**LISTEN_ZH, "story": "收银员态度不好。"})
    assert not guitai.cards().is_open
    guitai.card("fact", {"source": ("staff",), "shows": "当时没有排队。"})
    assert guitai.kept(Fact, "BR01-26-0001") == []
    assert [fact.shows for fact in guitai.kept(Fact, "BR01-26-0002")] == ["当时没有排队。"]
    guitai.read("BR01-26-0001")
    guitai.card("fact")
    screen = guitai.cards().screen()
    assert screen is not None
    assert "底座有水。" in str(screen.rows)
    guitai.read("BR01-26-0002")
    assert not guitai.cards().is_open


def test_a_prepaid_card_is_paid_back_to_the_minor_unit(guitai: Counter) -> None:
    guitai.customer_comes({**LISTEN_ZH, "category": ("price",), "wish": ("refund",)})
    guitai.pages(
        {**EMPATHISE_ZH, "paid": "500"},
        {**INVESTIGATE_ZH, "product": "储值卡"},
        {**RESOLVE_ZH, "offer": ("refund",), "amount": "368.50", "offered": "退还储值卡余额。"},
    )
    guitai.end()
    kept = guitai.complaint("BR01-26-0001")
    assert (kept.paid, kept.amount) == (50_000, 36_850)
    assert kept.stage is Stage.CLOSED
