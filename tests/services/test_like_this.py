"""What we gave last time for the like: the same class and weight, its middle cost, no names."""

import time
from datetime import timedelta

from desk.domain.assessment import Severity
from desk.domain.complaint import Category
from desk.domain.identity import derived_id
from desk.domain.like_this import LikeThis, median_cost
from desk.domain.response import Answer, Remedy
from desk.services.app import App
from tests.make import ARRIVED, a_complaint
from tests.storage.by_hand import LIN

COUNT = 5_000


def test_the_last_five_of_the_same_class_and_weight_stand_beside_an_offer_with_their_middle_cost(
    app: App,
) -> None:
    """R5: at most 20 ms."""
    made = [
        a_complaint(
            id=derived_id("like", str(n)),
            reference=f"BR01-26-{n:05d}",
            name="Sam Example",
            arrived_at=ARRIVED - timedelta(minutes=n),
            responded_at=ARRIVED - timedelta(minutes=n),
            category=Category.PRODUCT if n % 2 else Category.PRICE,
            severity=Severity(n % 4 + 1),
            offer=(Remedy.REFUND,),
            amount=100 * (n + 1),
            answer=Answer.ACCEPTS,
        )
        for n in range(COUNT)
    ]
    with app.database.writing(LIN) as tx:
        tx.complaints.add_all(made)
    mine = made[1]
    app.offers.like_this(mine.id)
    began = time.perf_counter()
    earlier = app.offers.like_this(mine.id)
    assert time.perf_counter() - began < 0.02
    assert [one.amount for one in earlier] == [600, 1000, 1400, 1800, 2200]
    assert median_cost(earlier) == 1400
    assert set(LikeThis.__dataclass_fields__) == {"responded_at", "offer", "amount", "answer"}


def test_before_it_is_weighed_nothing_is_like_it(app: App) -> None:
    """R5."""
    with app.database.writing(LIN) as tx:
        tx.complaints.save(a_complaint())
    assert app.offers.like_this(a_complaint().id) == []
    assert median_cost([]) is None
